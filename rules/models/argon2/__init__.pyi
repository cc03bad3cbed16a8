# source: https://argon2-cffi.readthedocs.io/en/stable/api.html   checked: 25.1
from ._password_hasher import PasswordHasher
from . import exceptions, low_level
