# source: https://github.com/tiran/defusedxml   checked: 0.7
