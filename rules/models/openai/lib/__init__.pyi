# source: https://github.com/openai/openai-python   checked: 3.22
