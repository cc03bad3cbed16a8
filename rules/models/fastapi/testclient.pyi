# source: https://fastapi.tiangolo.com/reference/testclient/   checked: 0.142
from starlette.testclient import TestClient
