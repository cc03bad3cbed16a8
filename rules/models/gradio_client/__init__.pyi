# source: https://www.gradio.app/docs/python-client/client   checked: 1.13
from .client import Client, Job
