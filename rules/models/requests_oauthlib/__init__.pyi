# source: https://requests-oauthlib.readthedocs.io/en/latest/api.html   checked: 2.0
from .oauth1_session import OAuth1Session
from .oauth2_session import OAuth2Session
