# source: https://github.com/mistralai/client-python   checked: 2.1
# Mistral is here before 2.0.
from .client import Mistral
