# source: https://www.selenium.dev/selenium/docs/api/py/   checked: 4.50
