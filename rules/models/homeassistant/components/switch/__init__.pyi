# source: https://developers.home-assistant.io/docs/core/entity/switch   checked: 2026.9
from homeassistant.helpers.entity import ToggleEntity

class SwitchEntity(ToggleEntity): ...
