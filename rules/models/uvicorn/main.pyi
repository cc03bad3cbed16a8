# source: https://www.uvicorn.org/   checked: 0.54
@blocks("wait", use="uvicorn.Server.serve")
def run(
    app, *, host='127.0.0.1', port=8000, uds=None, fd=None, loop='auto', http='auto', http2=False, **kwargs
) -> None: ...
