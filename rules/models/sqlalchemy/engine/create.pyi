# source: https://docs.sqlalchemy.org/en/20/core/engines.html   checked: 2.0
from .base import Engine

@nonblocking("connects at first use")
def create_engine(url, **kwargs) -> Engine: ...
