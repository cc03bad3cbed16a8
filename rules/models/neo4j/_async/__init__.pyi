# source: https://neo4j.com/docs/api/python-driver/current/async_api.html   checked: 5.25
