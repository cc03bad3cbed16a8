# source: https://fastapi.tiangolo.com/reference/templating/   checked: 0.142
from starlette.templating import Jinja2Templates
