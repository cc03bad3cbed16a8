# source: https://fastapi.tiangolo.com/reference/staticfiles/   checked: 0.142
from starlette.staticfiles import StaticFiles
