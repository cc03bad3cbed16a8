# source: https://reference.langchain.com/python/integrations/langchain_openai/   checked: 0.3
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

class AzureChatOpenAI(BaseChatModel):
    def __init__(self, *args, **kwargs) -> None: ...

class AzureOpenAIEmbeddings(Embeddings):
    def __init__(self, *args, **kwargs) -> None: ...

class ChatOpenAI(BaseChatModel):
    def __init__(self, *args, **kwargs) -> None: ...

class OpenAIEmbeddings(Embeddings):
    def __init__(self, *args, **kwargs) -> None: ...
