# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.8
from .async_ import Webhook
from .sync import SyncWebhook
