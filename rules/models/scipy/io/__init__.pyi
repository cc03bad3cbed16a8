# source: https://docs.scipy.org/doc/scipy/reference/io.html   checked: 1.17
from typing import Any

@blocks("file")
@computes(gil="released")
def loadmat(file_name: Any, mdict: Any = None, appendmat: bool = True, **kwargs: Any) -> dict[str, Any]: ...
@blocks("file")
@computes(gil="released")
def savemat(file_name: Any, mdict: Any, appendmat: bool = True, **kwargs: Any) -> None: ...
@blocks("file")
@computes(gil="released")
def mmread(source: Any, **kwargs: Any) -> Any: ...
@blocks("file")
@computes(gil="released")
def mmwrite(target: Any, a: Any, **kwargs: Any) -> None: ...
