# source: https://keyring.readthedocs.io/en/latest/   checked: 25.7
from .core import delete_password, get_credential, get_keyring, get_password, set_keyring, set_password
