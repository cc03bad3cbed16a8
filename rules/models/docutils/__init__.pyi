# source: https://docutils.sourceforge.io/docs/api/publisher.html   checked: 0.23
