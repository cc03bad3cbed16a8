# source: https://reference.langchain.com/python/integrations/langchain_anthropic/   checked: 0.3
from langchain_core.language_models import BaseChatModel

class ChatAnthropic(BaseChatModel):
    def __init__(self, *args, **kwargs) -> None: ...
