# source: https://saurabh-kumar.com/python-dotenv/   checked: 1.2
from .main import dotenv_values, find_dotenv, get_key, load_dotenv, set_key, unset_key
