# source: https://www.selenium.dev/selenium/docs/api/py/   checked: 4.50
from typing import Any

class WebDriverWait:
    def __init__(self, driver, timeout, poll_frequency=0.5, ignored_exceptions=None) -> None: ...
    @blocks("wait", cost="bounded")
    @runs("method")
    def until(self, method, message='') -> Any: ...
    @blocks("wait", cost="bounded")
    @runs("method")
    def until_not(self, method, message='') -> Any: ...
