# source: https://python-prompt-toolkit.readthedocs.io/en/stable/pages/reference.html   checked: 3.0
from .choice_input import choice
from .dialogs import button_dialog, checkboxlist_dialog, input_dialog, message_dialog, progress_dialog, radiolist_dialog, yes_no_dialog
from .prompt import PromptSession, confirm, create_confirm_session, prompt
from .utils import print_formatted_text
