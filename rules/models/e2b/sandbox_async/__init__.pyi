# source: https://e2b.dev/docs/sdk-reference/python-sdk   checked: 2.45
