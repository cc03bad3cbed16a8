# source: https://github.com/deepinsight/insightface   checked: 0.7
