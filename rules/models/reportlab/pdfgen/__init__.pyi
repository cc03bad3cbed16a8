# source: https://docs.reportlab.com/   checked: 4.4
