# source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html   checked: 2.9
