# source: https://developers.home-assistant.io/docs/core/entity   checked: 2026.9
