# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.7
from .async_ import Webhook
from .sync import SyncWebhook
