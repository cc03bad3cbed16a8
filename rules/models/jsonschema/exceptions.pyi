# source: https://python-jsonschema.readthedocs.io/en/stable/api/jsonschema/exceptions/   checked: 4.25

class ValidationError(Exception):
    message: str
class SchemaError(Exception):
    message: str
