# source: https://dropbox-sdk-python.readthedocs.io/en/latest/   checked: 12.0
from .dropbox_client import Dropbox, DropboxTeam, create_session
from .oauth import DropboxOAuth2Flow, DropboxOAuth2FlowNoRedirect
