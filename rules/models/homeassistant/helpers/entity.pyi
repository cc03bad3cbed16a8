# source: https://developers.home-assistant.io/docs/core/entity   checked: 2026.9
from typing import Any
from homeassistant.core import HomeAssistant

class _Named:
    @schedules
    def async_(self, *args, **kwargs) -> Any: ...

# The loop reads these properties whenever it writes the state; `update` is called in the executor. What is named
# `async_` runs on the loop by convention.
class Entity(_Named):
    entity_id: str
    hass: HomeAssistant
    @property
    @schedules
    def available(self) -> bool: ...
    @property
    @schedules
    def capability_attributes(self) -> dict[str, Any] | None: ...
    @property
    @schedules
    def device_class(self) -> str | None: ...
    @property
    @schedules
    def device_info(self) -> Any: ...
    @property
    @schedules
    def entity_picture(self) -> str | None: ...
    @property
    @schedules
    def extra_state_attributes(self) -> Any: ...
    @property
    @schedules
    def icon(self) -> str | None: ...
    @property
    @schedules
    def name(self) -> Any: ...
    @property
    @schedules
    def should_poll(self) -> bool: ...
    @property
    @schedules
    def state(self) -> Any: ...
    @property
    @schedules
    def state_attributes(self) -> dict[str, Any] | None: ...
    @property
    @schedules
    def unique_id(self) -> str | None: ...
    def async_schedule_update_ha_state(self, force_refresh=False) -> None: ...
    def async_write_ha_state(self) -> None: ...
    def schedule_update_ha_state(self, force_refresh=False) -> None: ...

class ToggleEntity(Entity):
    @property
    @schedules
    def is_on(self) -> bool | None: ...
