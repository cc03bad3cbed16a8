# source: https://python-jsonschema.readthedocs.io/en/stable/api/jsonschema/   checked: 4.25
from . import exceptions, validators
from .exceptions import SchemaError, ValidationError
from .validators import Draft201909Validator, Draft202012Validator, Draft3Validator, Draft4Validator, Draft6Validator, Draft7Validator, validate
