# source: https://keras.io/api/   checked: 3.12
from .models import Model, Sequential
from . import models, saving, utils
