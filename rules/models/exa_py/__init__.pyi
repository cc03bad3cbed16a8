# source: https://docs.exa.ai/sdks/python-sdk-specification   checked: 2.16
from .api import AsyncExa, Exa
