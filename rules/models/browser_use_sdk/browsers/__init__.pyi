# source: https://github.com/browser-use/browser-use-python   checked: 2.0
