# source: https://opentelemetry-python.readthedocs.io/en/latest/exporter/otlp/otlp.html   checked: 1.45
from typing import Any
from opentelemetry.sdk.trace.export import SpanExporter

class OTLPSpanExporter(SpanExporter):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @blocks("network")
    def export(self, *args: Any, **kwargs: Any) -> Any: ...
