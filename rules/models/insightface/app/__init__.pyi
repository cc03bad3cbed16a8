# source: https://github.com/deepinsight/insightface   checked: 0.7
from .face_analysis import FaceAnalysis
