# source: https://github.com/jsvine/pdfplumber   checked: 0.11
from typing import Any
from .pdf import PDF
@computes(gil="python")
def open(path_or_fp: Any, pages: Any = None, laparams: Any = None, password: str | None = None, strict_metadata: bool = False, unicode_norm: Any = None, repair: bool = False, gs_path: Any = None, repair_setting: str = "default", raise_unicode_errors: bool = True) -> PDF: ...
