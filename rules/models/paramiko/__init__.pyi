# source: https://docs.paramiko.org/en/stable/   checked: 5.0
from .channel import Channel
from .client import AutoAddPolicy, RejectPolicy, SSHClient, WarningPolicy
from .sftp_client import SFTP, SFTPClient
from .sftp_file import SFTPFile
from .transport import Transport
