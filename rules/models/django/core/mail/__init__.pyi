# source: https://docs.djangoproject.com/en/5.2/topics/email/   checked: 5.2
from typing import Any
from .message import EmailMessage, EmailMultiAlternatives

def get_connection(backend=None, fail_silently=False, **kwds) -> Any: ...

@blocks("network")
def mail_admins(subject, message, fail_silently=False, connection=None, html_message=None) -> None: ...

@blocks("network")
def mail_managers(subject, message, fail_silently=False, connection=None, html_message=None) -> None: ...

@blocks("network")
def send_mail(
    subject, message, from_email, recipient_list, fail_silently=False, auth_user=None, auth_password=None,
    connection=None, html_message=None
) -> int: ...

@blocks("network")
def send_mass_mail(datatuple, fail_silently=False, auth_user=None, auth_password=None, connection=None) -> int: ...
