# source: https://developers.home-assistant.io/docs/core/entity/media-player   checked: 2026.9
from homeassistant.helpers.entity import Entity
from typing import Any

class MediaPlayerEntity(Entity):
    @property
    @schedules
    def is_volume_muted(self) -> Any: ...
    @property
    @schedules
    def media_album_name(self) -> Any: ...
    @property
    @schedules
    def media_artist(self) -> Any: ...
    @property
    @schedules
    def media_content_id(self) -> Any: ...
    @property
    @schedules
    def media_content_type(self) -> Any: ...
    @property
    @schedules
    def media_duration(self) -> Any: ...
    @property
    @schedules
    def media_position(self) -> Any: ...
    @property
    @schedules
    def media_title(self) -> Any: ...
    @property
    @schedules
    def sound_mode(self) -> Any: ...
    @property
    @schedules
    def sound_mode_list(self) -> Any: ...
    @property
    @schedules
    def source(self) -> Any: ...
    @property
    @schedules
    def source_list(self) -> Any: ...
    @property
    @schedules
    def supported_features(self) -> Any: ...
    @property
    @schedules
    def volume_level(self) -> Any: ...
