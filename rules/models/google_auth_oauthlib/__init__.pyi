# source: https://googleapis.dev/python/google-auth-oauthlib/latest/   checked: 1.5
