# source: https://docs.slack.dev/tools/python-slack-sdk/   checked: 3.43
from .web.client import WebClient
from .webhook.client import WebhookClient
