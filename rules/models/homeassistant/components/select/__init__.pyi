# source: https://developers.home-assistant.io/docs/core/entity/select   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class SelectEntity(Entity):
    @property
    @schedules
    def current_option(self) -> Any: ...
    @property
    @schedules
    def options(self) -> Any: ...
