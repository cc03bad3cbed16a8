# source: https://click.palletsprojects.com/en/stable/api/   checked: 8.5
from .termui import clear, confirm, echo_via_pager, edit, getchar, launch, pause, progressbar, prompt, secho, style, unstyle
from .utils import echo, format_filename, get_app_dir, open_file
