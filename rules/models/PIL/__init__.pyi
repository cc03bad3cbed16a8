# source: https://pillow.readthedocs.io/en/stable/reference/Image.html   checked: 12.3
