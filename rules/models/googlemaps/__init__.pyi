# source: https://googlemaps.github.io/google-maps-services-python/docs/   checked: 4.10
from .client import Client
