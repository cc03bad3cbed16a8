# source: https://googleapis.dev/python/google-auth/latest/   checked: 2.59
from ._default import default, load_credentials_from_file
