# source: https://docs.wandb.ai/ref/python/public-api/   checked: 0.30
