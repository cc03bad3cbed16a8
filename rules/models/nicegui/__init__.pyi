# source: https://nicegui.io/documentation   checked: 3.15
from . import run as run, ui as ui
from .api_router import APIRouter
from .app import App
from .event import Event

app: App
