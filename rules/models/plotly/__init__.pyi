# source: https://plotly.com/python-api-reference/plotly.express.html   checked: 6.5
