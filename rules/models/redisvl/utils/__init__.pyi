# source: https://docs.redisvl.com/en/latest/api/   checked: 0.26
