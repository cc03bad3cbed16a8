# source: https://docs.scipy.org/doc/scipy/reference/cluster.hierarchy.html   checked: 1.17
