# Made by clientloom from features/security_kinds.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .security_api import SecurityApi as SecurityApi

__all__ = [
    "SecurityApi",
]
