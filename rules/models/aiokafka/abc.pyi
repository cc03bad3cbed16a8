# source: https://aiokafka.readthedocs.io/en/stable/api.html   checked: 0.14
from typing import Any

class ConsumerRebalanceListener:
    @schedules
    def on_partitions_assigned(self, assigned) -> Any: ...
    @schedules
    def on_partitions_revoked(self, revoked) -> Any: ...
