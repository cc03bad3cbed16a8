# source: https://developers.home-assistant.io/docs/core/entity/update   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class UpdateEntity(Entity):
    @property
    @schedules
    def auto_update(self) -> Any: ...
    @property
    @schedules
    def in_progress(self) -> Any: ...
    @property
    @schedules
    def installed_version(self) -> Any: ...
    @property
    @schedules
    def latest_version(self) -> Any: ...
    @property
    @schedules
    def release_summary(self) -> Any: ...
    @property
    @schedules
    def release_url(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
    @property
    @schedules
    def title(self) -> Any: ...
    @property
    @schedules
    def update_percentage(self) -> Any: ...
