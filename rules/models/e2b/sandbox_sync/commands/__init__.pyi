# source: https://e2b.dev/docs/commands   checked: 2.45
