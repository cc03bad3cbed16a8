# source: https://sqlmodel.tiangolo.com/   checked: 0.0.47
