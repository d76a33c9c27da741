# Made by clientloom from features/parameter_names.yaml and templates/shared/package.py.jinja. Do not edit.
"""The models, one module each."""

from ..api._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    """,
)
