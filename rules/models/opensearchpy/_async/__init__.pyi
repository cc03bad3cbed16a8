# source: https://opensearch-project.github.io/opensearch-py/   checked: 3.2
