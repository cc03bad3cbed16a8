# source: https://nicegui.io/documentation/section_action_events   checked: 3.15
# The loop calls pages, handlers and timers itself, also those that are plain functions; `nicegui.run` does not.
from typing import Any, Self, TypeVar

F = TypeVar("F")

class element:
    def clear(self) -> None: ...
    def delete(self) -> None: ...
    @schedules("handler")
    def on(
        self, type, handler=None, args=None, *, throttle=0.0, leading_events=True, trailing_events=True,
        js_handler='(...args) => emit(...args)'
    ) -> Self: ...

class _ValueElement(element):
    @schedules("callback")
    def on_value_change(self, callback) -> Self: ...

class button(element):
    @schedules("on_click")
    def __init__(self, text='', *, on_click=None, color='primary', icon=None) -> None: ...
    @schedules("callback")
    def on_click(self, callback) -> Self: ...

class carousel(_ValueElement):
    @schedules("on_value_change")
    def __init__(
        self, *, value=None, on_value_change=None, animated=False, arrows=False, navigation=False
    ) -> None: ...

class checkbox(_ValueElement):
    @schedules("on_change")
    def __init__(self, text='', *, value=False, on_change=None) -> None: ...

class chip(_ValueElement):
    @schedules("on_click")
    def __init__(self, text='', *, icon=None, color='primary', text_color=None, on_click=None, **kwargs) -> None: ...
    @schedules("callback")
    def on_click(self, callback) -> Self: ...

class color_input(_ValueElement):
    @schedules("on_change")
    def __init__(self, label=None, *, placeholder=None, value='', on_change=None, preview=False) -> None: ...

class color_picker(_ValueElement):
    @schedules("on_pick")
    def __init__(self, *, on_pick=None, value=False) -> None: ...
    @schedules("callback")
    def on_pick(self, callback) -> Self: ...

class dark_mode(_ValueElement):
    @schedules("on_change")
    def __init__(self, value=False, *, on_change=None) -> None: ...

class date(_ValueElement):
    @schedules("on_change")
    def __init__(self, value=None, *, mask='YYYY-MM-DD', on_change=None) -> None: ...

class dropdown_button(_ValueElement):
    @schedules("on_value_change")
    @schedules("on_click")
    def __init__(
        self, text='', *, value=False, on_value_change=None, on_click=None, color='primary', icon=None,
        auto_close=False, split=False
    ) -> None: ...
    @schedules("callback")
    def on_click(self, callback) -> Self: ...

class editor(_ValueElement):
    @schedules("on_change")
    def __init__(self, *, placeholder=None, value='', on_change=None) -> None: ...

class expansion(_ValueElement):
    @schedules("on_value_change")
    def __init__(
        self, text='', *, caption=None, icon=None, group=None, value=False, on_value_change=None
    ) -> None: ...

class input(_ValueElement):
    @schedules("on_change")
    def __init__(
        self, label=None, *, placeholder=None, value='', password=False, password_toggle_button=False,
        prefix=None, suffix=None, on_change=None, autocomplete=None, validation=None
    ) -> None: ...

class input_chips(_ValueElement):
    @schedules("on_change")
    def __init__(self, label=None, *, value=None, on_change=None, **kwargs) -> None: ...

class interactive_image(element):
    @schedules("on_mouse")
    def __init__(self, source='', *, content='', size=None, on_mouse=None, **kwargs) -> None: ...

class item(element):
    @schedules("on_click")
    def __init__(self, text='', *, on_click=None) -> None: ...
    @schedules("callback")
    def on_click(self, callback) -> Self: ...

class keyboard(element):
    @schedules("on_key")
    def __init__(self, on_key=None, *, active=True, repeating=True, ignore=...) -> None: ...

class knob(_ValueElement):
    @schedules("on_change")
    def __init__(self, value=0.0, *, min=0.0, max=1.0, step=0.01, on_change=None, **kwargs) -> None: ...

class menu_item(element):
    @schedules("on_click")
    def __init__(self, text='', on_click=None, *, auto_close=True) -> None: ...
    @schedules("callback")
    def on_click(self, callback) -> Self: ...

class number(_ValueElement):
    @schedules("on_change")
    def __init__(
        self, label=None, *, placeholder=None, value=None, min=None, max=None, precision=None, step=None,
        prefix=None, suffix=None, format=None, on_change=None, validation=None
    ) -> None: ...

class pagination(_ValueElement):
    @schedules("on_change")
    def __init__(self, min, max, *, direction_links=False, value=..., on_change=None) -> None: ...

class radio(_ValueElement):
    @schedules("on_change")
    def __init__(self, options, *, value=None, on_change=None) -> None: ...

class range(_ValueElement):
    @schedules("on_change")
    def __init__(self, *, min, max, step=1.0, value=None, on_change=None) -> None: ...

class rating(_ValueElement):
    @schedules("on_change")
    def __init__(
        self, value=None, max=5, icon=None, icon_selected=None, icon_half=None, color='primary', size=None,
        on_change=None
    ) -> None: ...

class scroll_area(element):
    @schedules("on_scroll")
    def __init__(self, *, on_scroll=None) -> None: ...
    @schedules("callback")
    def on_scroll(self, callback) -> Self: ...

class select(_ValueElement):
    @schedules("on_change")
    def __init__(
        self, options, *, label=None, value=None, on_change=None, with_input=False, new_value_mode=None,
        multiple=False, clearable=False, validation=None, key_generator=None
    ) -> None: ...

class slider(_ValueElement):
    @schedules("on_change")
    def __init__(self, *, min, max, step=1.0, value=None, on_change=None) -> None: ...

class splitter(_ValueElement):
    @schedules("on_change")
    def __init__(self, *, horizontal=False, reverse=False, limits=(0, 100), value=50, on_change=None) -> None: ...

class stepper(_ValueElement):
    @schedules("on_value_change")
    def __init__(self, *, value=None, on_value_change=None, keep_alive=True) -> None: ...

class switch(_ValueElement):
    @schedules("on_change")
    def __init__(self, text='', *, value=False, on_change=None) -> None: ...

class tab_panels(_ValueElement):
    @schedules("on_change")
    def __init__(self, tabs=None, *, value=None, on_change=None, animated=True, keep_alive=True) -> None: ...

class table(element):
    @schedules("on_select")
    @schedules("on_pagination_change")
    def __init__(
        self, *, rows, columns=None, column_defaults=None, row_key='id', title=None, selection=None,
        pagination=None, on_select=None, on_pagination_change=None
    ) -> None: ...
    @schedules("callback")
    def on_pagination_change(self, callback) -> Self: ...
    @schedules("callback")
    def on_select(self, callback) -> Self: ...

class tabs(_ValueElement):
    @schedules("on_change")
    def __init__(self, *, value=None, on_change=None) -> None: ...

class textarea(_ValueElement):
    @schedules("on_change")
    def __init__(self, label=None, *, placeholder=None, value='', on_change=None, validation=None) -> None: ...

class time(_ValueElement):
    @schedules("on_change")
    def __init__(self, value=None, *, mask='HH:mm', on_change=None) -> None: ...

class toggle(_ValueElement):
    @schedules("on_change")
    def __init__(self, options, *, value=None, on_change=None, clearable=False) -> None: ...

class tree(element):
    @schedules("on_select")
    @schedules("on_expand")
    @schedules("on_tick")
    def __init__(
        self, nodes, *, node_key='id', label_key='label', children_key='children', on_select=None,
        on_expand=None, on_tick=None, tick_strategy=None
    ) -> None: ...
    @schedules("callback")
    def on_expand(self, callback) -> Self: ...
    @schedules("callback")
    def on_select(self, callback) -> Self: ...
    @schedules("callback")
    def on_tick(self, callback) -> Self: ...

class upload(element):
    @schedules("on_begin_upload")
    @schedules("on_upload")
    @schedules("on_multi_upload")
    @schedules("on_rejected")
    def __init__(
        self, *, multiple=False, max_file_size=None, max_total_size=None, max_files=None,
        on_begin_upload=None, on_upload=None, on_multi_upload=None, on_rejected=None, label='',
        auto_upload=False
    ) -> None: ...
    @schedules("callback")
    def on_begin_upload(self, callback) -> Self: ...
    @schedules("callback")
    def on_multi_upload(self, callback) -> Self: ...
    @schedules("callback")
    def on_rejected(self, callback) -> Self: ...
    @schedules("callback")
    def on_upload(self, callback) -> Self: ...

class page:
    def __init__(
        self, path, *, title=None, viewport=None, favicon=None, dark=..., language=..., response_timeout=3.0,
        reconnect_timeout=None, markdown=None, api_router=None, **kwargs
    ) -> None: ...
    @schedules("func")
    def __call__(self, func: F) -> F: ...

class timer:
    @schedules("callback")
    def __init__(self, interval, callback, *, active=True, once=False, immediate=True) -> None: ...
    def activate(self) -> None: ...
    def cancel(self, *, with_current_invocation=False) -> None: ...
    def deactivate(self) -> None: ...

@schedules("handler")
def on(type, handler=None, args=None, *, throttle=0.0, leading_events=True, trailing_events=True) -> None: ...
