# source: https://developers.home-assistant.io/docs/core/entity/cover   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class CoverEntity(Entity):
    @property
    @schedules
    def current_cover_position(self) -> Any: ...
    @property
    @schedules
    def current_cover_tilt_position(self) -> Any: ...
    @property
    @schedules
    def is_closed(self) -> Any: ...
    @property
    @schedules
    def is_closing(self) -> Any: ...
    @property
    @schedules
    def is_opening(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
