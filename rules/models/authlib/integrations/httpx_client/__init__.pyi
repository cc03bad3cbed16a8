# source: https://docs.authlib.org/en/latest/oauth2/client/http/httpx.html   checked: 1.8
from .assertion_client import AsyncAssertionClient
from .oauth1_client import AsyncOAuth1Client, OAuth1Client
from .oauth2_client import AsyncOAuth2Client, OAuth2Client
