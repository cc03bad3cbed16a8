# source: https://kazoo.readthedocs.io/en/latest/api/recipe.html   checked: 2.11
