# source: https://docs.ultralytics.com/reference/engine/model/   checked: 8.3
from .models.yolo.model import YOLO
