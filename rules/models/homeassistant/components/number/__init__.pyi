# source: https://developers.home-assistant.io/docs/core/entity/number   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class NumberEntity(Entity):
    @property
    @schedules
    def native_max_value(self) -> Any: ...
    @property
    @schedules
    def native_min_value(self) -> Any: ...
    @property
    @schedules
    def native_step(self) -> Any: ...
    @property
    @schedules
    def native_unit_of_measurement(self) -> Any: ...
    @property
    @schedules
    def native_value(self) -> Any: ...
