# source: https://optuna.readthedocs.io/en/stable/reference/optuna.html   checked: 5.0
from .study import Study, copy_study, create_study, delete_study, get_all_study_names, get_all_study_summaries, load_study
