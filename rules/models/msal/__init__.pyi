# source: https://msal-python.readthedocs.io/en/latest/   checked: 1.31
# What is in the cache is given at once; the rest asks the authority.
from .application import ClientApplication, ConfidentialClientApplication, PublicClientApplication
from .managed_identity import ManagedIdentityClient
