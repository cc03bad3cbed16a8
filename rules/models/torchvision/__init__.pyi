# source: https://docs.pytorch.org/vision/stable/io.html   checked: 0.24
