# source: https://praw.readthedocs.io/en/stable/code_overview/praw_models.html   checked: 7.8
from .reddit.submission import Submission as Submission
from .reddit.subreddit import Subreddit as Subreddit
