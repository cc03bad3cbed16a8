# source: https://github.com/martinblech/xmltodict   checked: 1.0
from typing import Any

@computes(gil="python")
def parse(xml_input: Any, encoding: Any = None, expat: Any = ..., process_namespaces: bool = False, namespace_separator: str = ":", disable_entities: bool = True, process_comments: bool = False, **kwargs: Any) -> Any: ...
@computes(gil="python")
def unparse(input_dict: Any, output: Any = None, encoding: str = "utf-8", full_document: bool = True, short_empty_elements: bool = False, comment_key: str = "#comment", **kwargs: Any) -> Any: ...
