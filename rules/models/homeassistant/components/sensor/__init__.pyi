# source: https://developers.home-assistant.io/docs/core/entity/sensor   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class SensorEntity(Entity):
    @property
    @schedules
    def last_reset(self) -> Any: ...
    @property
    @schedules
    def native_unit_of_measurement(self) -> Any: ...
    @property
    @schedules
    def native_value(self) -> Any: ...
    @property
    @schedules
    def options(self) -> Any: ...
    @property
    @schedules
    def state_class(self) -> Any: ...
    @property
    @schedules
    def suggested_display_precision(self) -> Any: ...
    @property
    @schedules
    def suggested_unit_of_measurement(self) -> Any: ...
