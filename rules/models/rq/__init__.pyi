# source: https://python-rq.org/docs/   checked: 2.10
from .job import Job
from .queue import Queue
from .worker import Worker
