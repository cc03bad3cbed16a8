# source: https://googleapis.dev/python/google-auth/latest/reference/google.auth.transport.html   checked: 2.59
