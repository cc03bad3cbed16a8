# source: https://github.com/madmaze/pytesseract   checked: 0.3.13
from .pytesseract import get_tesseract_version, image_to_boxes, image_to_data, image_to_osd, image_to_pdf_or_hocr, image_to_string
