# source: https://docs.ultralytics.com/reference/models/yolo/model/   checked: 8.3
