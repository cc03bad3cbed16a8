# source: https://docs.djangoproject.com/en/5.2/topics/db/sql/   checked: 5.2
