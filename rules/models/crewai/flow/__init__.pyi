# source: https://docs.crewai.com/concepts/flows   checked: 1.15
from .flow import Flow
