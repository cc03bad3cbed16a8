# source: https://docs.coqui.ai/   checked: 0.22
