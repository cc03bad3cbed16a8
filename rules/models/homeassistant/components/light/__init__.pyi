# source: https://developers.home-assistant.io/docs/core/entity/light   checked: 2026.9
from homeassistant.helpers.entity import ToggleEntity
from typing import Any

class LightEntity(ToggleEntity):
    @property
    @schedules
    def brightness(self) -> Any: ...
    @property
    @schedules
    def color_mode(self) -> Any: ...
    @property
    @schedules
    def color_temp_kelvin(self) -> Any: ...
    @property
    @schedules
    def effect(self) -> Any: ...
    @property
    @schedules
    def effect_list(self) -> Any: ...
    @property
    @schedules
    def hs_color(self) -> Any: ...
    @property
    @schedules
    def max_color_temp_kelvin(self) -> Any: ...
    @property
    @schedules
    def min_color_temp_kelvin(self) -> Any: ...
    @property
    @schedules
    def rgb_color(self) -> Any: ...
    @property
    @schedules
    def rgbw_color(self) -> Any: ...
    @property
    @schedules
    def rgbww_color(self) -> Any: ...
    @property
    @schedules
    def supported_color_modes(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
    @property
    @schedules
    def xy_color(self) -> Any: ...
