# source: https://github.com/browser-use/browser-use-python   checked: 2.0
from typing import Any

class BillingClient:
    @blocks("network", use="browser_use_sdk.billing.client.AsyncBillingClient.get_account_billing")
    def get_account_billing(self, *args: Any, **kwargs: Any) -> Any: ...
class AsyncBillingClient:
    @reads
    async def get_account_billing(self, *args: Any, **kwargs: Any) -> Any: ...
