# source: https://googleapis.dev/python/google-auth/latest/reference/google.oauth2.html   checked: 2.59
