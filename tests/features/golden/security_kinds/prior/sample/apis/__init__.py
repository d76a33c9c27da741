# Made by clientloom from features/security_kinds.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncSecurityApi ..api.security_api
    SecurityApi ..api.security_api
    """,
)
