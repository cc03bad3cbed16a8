# source: https://pymongo.readthedocs.io/en/stable/api/pymongo/client_session.html   checked: 4.18
