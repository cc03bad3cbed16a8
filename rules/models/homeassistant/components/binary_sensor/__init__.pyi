# source: https://developers.home-assistant.io/docs/core/entity/binary-sensor   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class BinarySensorEntity(Entity):
    @property
    @schedules
    def is_on(self) -> Any: ...
