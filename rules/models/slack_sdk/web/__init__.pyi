# source: https://docs.slack.dev/tools/python-slack-sdk/   checked: 3.43
from .client import WebClient
