# source: https://www.uvicorn.org/   checked: 0.54
from .config import Config
from .main import run
from .server import Server
