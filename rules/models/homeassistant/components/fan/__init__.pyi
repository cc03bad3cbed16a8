# source: https://developers.home-assistant.io/docs/core/entity/fan   checked: 2026.9
from homeassistant.helpers.entity import ToggleEntity
from typing import Any

class FanEntity(ToggleEntity):
    @property
    @schedules
    def current_direction(self) -> Any: ...
    @property
    @schedules
    def oscillating(self) -> Any: ...
    @property
    @schedules
    def percentage(self) -> Any: ...
    @property
    @schedules
    def preset_mode(self) -> Any: ...
    @property
    @schedules
    def preset_modes(self) -> Any: ...
    @property
    @schedules
    def speed_count(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
