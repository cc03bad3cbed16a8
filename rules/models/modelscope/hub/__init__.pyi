# source: https://modelscope.cn/docs/models/download   checked: 1.28
