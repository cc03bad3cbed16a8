# source: https://www.selenium.dev/selenium/docs/api/py/   checked: 4.50
# The constructors start the driver and the browser.
from .remote.webdriver import WebDriver

class Chrome(WebDriver):
    @blocks("process", use="playwright.async_api.BrowserType.launch")
    def __init__(self, *args, **kwargs) -> None: ...

class Edge(WebDriver):
    @blocks("process", use="playwright.async_api.BrowserType.launch")
    def __init__(self, *args, **kwargs) -> None: ...

class Firefox(WebDriver):
    @blocks("process", use="playwright.async_api.BrowserType.launch")
    def __init__(self, *args, **kwargs) -> None: ...

class Remote(WebDriver):
    @blocks("process", use="playwright.async_api.BrowserType.launch")
    def __init__(self, *args, **kwargs) -> None: ...

class Safari(WebDriver):
    @blocks("process", use="playwright.async_api.BrowserType.launch")
    def __init__(self, *args, **kwargs) -> None: ...
