# source: https://docs.aiogram.dev/en/latest/api/bot.html   checked: 3.28
