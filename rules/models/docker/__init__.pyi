# source: https://docker-py.readthedocs.io/en/stable/   checked: 7.2
from . import errors
from .client import DockerClient, from_env
