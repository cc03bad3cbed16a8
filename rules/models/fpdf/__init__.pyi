# source: https://py-pdf.github.io/fpdf2/   checked: 2.8
from .fpdf import FPDF
