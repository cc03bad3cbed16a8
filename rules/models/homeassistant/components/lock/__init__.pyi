# source: https://developers.home-assistant.io/docs/core/entity/lock   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class LockEntity(Entity):
    @property
    @schedules
    def changed_by(self) -> Any: ...
    @property
    @schedules
    def code_format(self) -> Any: ...
    @property
    @schedules
    def is_jammed(self) -> Any: ...
    @property
    @schedules
    def is_locked(self) -> Any: ...
    @property
    @schedules
    def is_locking(self) -> Any: ...
    @property
    @schedules
    def is_open(self) -> Any: ...
    @property
    @schedules
    def is_opening(self) -> Any: ...
    @property
    @schedules
    def is_unlocking(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
