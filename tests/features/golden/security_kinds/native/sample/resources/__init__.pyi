# Made by clientloom from features/security_kinds.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .security import AsyncSecurity as AsyncSecurity
from .security import Security as Security

__all__ = [
    "AsyncSecurity",
    "Security",
]
