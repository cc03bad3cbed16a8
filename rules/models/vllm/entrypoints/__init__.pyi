# source: https://docs.vllm.ai/en/latest/api/   checked: 0.11
