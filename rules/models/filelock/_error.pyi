# source: https://py-filelock.readthedocs.io/en/latest/api.html   checked: 4.0

class Timeout(TimeoutError):
    lock_file: str
