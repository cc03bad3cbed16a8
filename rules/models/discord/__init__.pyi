# source: https://discordpy.readthedocs.io/en/stable/api.html   checked: 2.8
from .abc import Messageable
from .channel import DMChannel, TextChannel, VoiceChannel
from .client import Client
from .guild import Guild
from .member import Member
from .message import Message
from .threads import Thread
from .user import User
from .webhook.async_ import Webhook
from .webhook.sync import SyncWebhook
