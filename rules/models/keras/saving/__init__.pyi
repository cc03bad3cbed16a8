# source: https://keras.io/api/models/model_saving_apis/   checked: 3.12
from typing import Any
from keras.models import Model
@blocks("file")
@computes(gil="python")
def load_model(filepath: Any, custom_objects: Any = None, compile: bool = True, safe_mode: bool = True) -> Model: ...
@blocks("file")
@computes(gil="python")
def save_model(model: Any, filepath: Any, overwrite: bool = True, **kwargs: Any) -> None: ...
