# Made by clientloom from features/json_bodies.yaml and templates/shared/package.py.jinja. Do not edit.
"""All models."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Pet .pet
    """,
)
