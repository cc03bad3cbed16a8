# source: https://docs.wandb.ai/ref/python/   checked: 0.30
