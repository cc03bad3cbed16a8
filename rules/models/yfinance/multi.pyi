# source: https://ranaroussi.github.io/yfinance/   checked: 1.6
from typing import Any
from pandas import DataFrame
@blocks("network")
def download(tickers: Any, start: Any = None, end: Any = None, **kwargs: Any) -> DataFrame: ...
