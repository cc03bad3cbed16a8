# source: https://docs.slack.dev/tools/python-slack-sdk/   checked: 3.41
from .client import WebhookClient
