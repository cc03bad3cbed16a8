# source: https://cryptography.io/en/latest/hazmat/primitives/asymmetric/dh/   checked: 50.0
from typing import Any

class DHParameters:
    @computes(gil="released")
    def generate_private_key(self) -> DHPrivateKey: ...
class DHPrivateKey:
    @computes(gil="released")
    def exchange(self, peer_public_key: Any) -> bytes: ...
@computes(cost="unbounded", gil="released")
def generate_parameters(generator: int, key_size: int, backend: Any = None) -> DHParameters: ...
