# source: https://neo4j.com/docs/api/python-driver/current/api.html   checked: 5.25
