# source: https://docs.gspread.org/en/latest/api/index.html   checked: 6.2
from .auth import authorize, oauth, service_account, service_account_from_dict
from .client import Client
from .spreadsheet import Spreadsheet
from .worksheet import Worksheet
