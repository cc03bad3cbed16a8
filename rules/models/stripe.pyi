# source: https://docs.stripe.com/api?lang=python   checked: 15.3
# Every method that sends a request has a twin whose name ends in _async.
from typing import Any

api_key: str | None

class Charge:
    id: str
    @classmethod
    @blocks("network", use="stripe.Charge.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Charge.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Charge.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Charge.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Customer:
    id: str
    @classmethod
    @blocks("network", use="stripe.Customer.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Customer.delete_async")
    def delete(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def delete_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Customer.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Customer.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Customer.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Invoice:
    id: str
    @classmethod
    @blocks("network", use="stripe.Invoice.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Invoice.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Invoice.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Invoice.pay_async")
    def pay(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def pay_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Invoice.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class PaymentIntent:
    id: str
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.cancel_async")
    def cancel(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def cancel_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.confirm_async")
    def confirm(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def confirm_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentIntent.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class PaymentMethod:
    id: str
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.attach_async")
    def attach(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def attach_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.detach_async")
    def detach(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def detach_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.PaymentMethod.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Price:
    id: str
    @classmethod
    @blocks("network", use="stripe.Price.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Price.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Price.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Price.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Product:
    id: str
    @classmethod
    @blocks("network", use="stripe.Product.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Product.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Product.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Product.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Refund:
    id: str
    @classmethod
    @blocks("network", use="stripe.Refund.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Refund.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Refund.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Refund.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class SetupIntent:
    id: str
    @classmethod
    @blocks("network", use="stripe.SetupIntent.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.SetupIntent.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.SetupIntent.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.SetupIntent.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Subscription:
    id: str
    @classmethod
    @blocks("network", use="stripe.Subscription.cancel_async")
    def cancel(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def cancel_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Subscription.create_async")
    def create(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def create_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Subscription.list_async")
    def list(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def list_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Subscription.modify_async")
    def modify(cls, *args, **kwargs) -> Any: ...
    @mutates
    @classmethod
    async def modify_async(cls, *args, **kwargs) -> Any: ...
    @classmethod
    @blocks("network", use="stripe.Subscription.retrieve_async")
    def retrieve(cls, *args, **kwargs) -> Any: ...
    @reads
    @classmethod
    async def retrieve_async(cls, *args, **kwargs) -> Any: ...

class Webhook:
    @staticmethod
    @nonblocking("checks the signature locally")
    def construct_event(payload, sig_header, secret, tolerance=300, api_key=None) -> Any: ...
