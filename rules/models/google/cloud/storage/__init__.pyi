# source: https://cloud.google.com/python/docs/reference/storage/latest   checked: 3.10
# Without credentials the constructor looks for them in files and on the network.
from .blob import Blob
from .bucket import Bucket
from .client import Client
