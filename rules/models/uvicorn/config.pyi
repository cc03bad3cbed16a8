# source: https://www.uvicorn.org/settings/   checked: 0.54
class Config:
    def __init__(
        self, app, host='127.0.0.1', port=8000, uds=None, fd=None, loop='auto', http='auto', http2=False, ws='auto',
        **kwargs
    ) -> None: ...
    def load(self) -> None: ...
