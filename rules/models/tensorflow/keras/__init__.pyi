# source: https://www.tensorflow.org/api_docs/python/tf/keras   checked: 2.20
from keras.models import Model, Sequential
from keras import models, saving, utils
