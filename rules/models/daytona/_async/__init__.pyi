# source: https://www.daytona.io/docs/python-sdk/   checked: 0.110
