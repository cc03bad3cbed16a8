# source: https://apscheduler.readthedocs.io/en/3.x/modules/schedulers/asyncio.html   checked: 3.11
