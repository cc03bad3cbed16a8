# source: https://docs.ponyorm.org/api_reference.html   checked: 0.7
