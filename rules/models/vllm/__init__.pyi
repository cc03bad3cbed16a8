# source: https://docs.vllm.ai/en/latest/api/   checked: 0.11
from .engine.async_llm_engine import AsyncLLMEngine
from .entrypoints.llm import LLM
