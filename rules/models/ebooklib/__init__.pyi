# source: https://docs.sourcefabric.org/projects/ebooklib/en/latest/   checked: 0.20
