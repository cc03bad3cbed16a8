# source: https://developers.home-assistant.io/docs/core/entity   checked: 2026.9
from homeassistant.helpers.entity import Entity

class RestoreEntity(Entity): ...
