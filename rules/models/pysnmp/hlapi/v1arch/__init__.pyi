# source: https://docs.lextudio.com/pysnmp/v7.1/ https://github.com/etingof/pysnmp/tree/v4.4.9/docs   checked: 7.1
