# source: https://docs.crewai.com/concepts/agents   checked: 1.15
from .core import Agent
