# source: https://e2b.dev/docs/filesystem   checked: 2.45
