# source: https://xhtml2pdf.readthedocs.io/en/latest/   checked: 0.2.17
