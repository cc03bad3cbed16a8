# source: https://docling-project.github.io/docling/reference/document_converter/   checked: 2.60
