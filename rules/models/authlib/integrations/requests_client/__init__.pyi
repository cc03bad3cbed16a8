# source: https://docs.authlib.org/en/latest/oauth2/client/http/requests.html   checked: 1.8
from .assertion_session import AssertionSession
from .oauth1_session import OAuth1Session
from .oauth2_session import OAuth2Session
