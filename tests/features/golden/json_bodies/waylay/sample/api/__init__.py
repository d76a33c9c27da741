# Made by clientloom from features/json_bodies.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    PetsApi .pets_api
    ValuesApi .values_api
    """,
)
