# source: https://python-hvac.org/en/stable/source/hvac_api_secrets_engines.html   checked: 2.4
