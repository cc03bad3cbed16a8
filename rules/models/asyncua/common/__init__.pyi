# source: https://opcua-asyncio.readthedocs.io/en/latest/   checked: 2.0
