# source: https://discordpy.readthedocs.io/en/stable/ext/commands/api.html   checked: 2.8
