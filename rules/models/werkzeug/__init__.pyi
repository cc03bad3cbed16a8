# source: https://werkzeug.palletsprojects.com/en/stable/utils/#module-werkzeug.security   checked: 3.1
