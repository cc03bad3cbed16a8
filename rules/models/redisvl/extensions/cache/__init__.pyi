# source: https://docs.redisvl.com/en/latest/api/cache.html   checked: 0.26
