# source: https://www.tensorflow.org/api_docs/python/tf/keras/models   checked: 2.20
from keras.models import Model, Sequential, load_model, save_model
