# source: https://openpyxl.readthedocs.io/en/stable/api/openpyxl.worksheet.worksheet.html   checked: 3.1
