# source: https://developers.home-assistant.io/docs/asyncio_working_with_async   checked: 2026.9
