# source: https://docs.crewai.com/   checked: 1.15
from .agent.core import Agent
from .crew import Crew
from .llm import LLM
from .task import Task
