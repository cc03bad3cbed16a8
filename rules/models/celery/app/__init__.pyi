# source: https://docs.celeryq.dev/en/stable/reference/   checked: 5.6
from .base import Celery as Celery
