# source: https://docs.wandb.ai/ref/python/   checked: 0.30
from .artifacts.artifact import Artifact
