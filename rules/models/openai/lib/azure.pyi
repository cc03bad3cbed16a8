# source: https://github.com/openai/openai-python   checked: 3.22
from .._client import AsyncOpenAI, OpenAI

class AsyncAzureOpenAI(AsyncOpenAI):
    def __init__(
        self, *, azure_endpoint=None, azure_deployment=None, api_version=None, api_key=None, admin_api_key=None,
        workload_identity=None, azure_ad_token=None, **kwargs
    ) -> None: ...

class AzureOpenAI(OpenAI):
    def __init__(
        self, *, api_version=None, azure_endpoint=None, azure_deployment=None, api_key=None, admin_api_key=None,
        workload_identity=None, azure_ad_token=None, **kwargs
    ) -> None: ...
