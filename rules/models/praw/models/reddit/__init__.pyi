# source: https://praw.readthedocs.io/en/stable/code_overview/praw_models.html   checked: 7.8
