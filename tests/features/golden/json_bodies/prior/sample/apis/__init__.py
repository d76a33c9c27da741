# Made by clientloom from features/json_bodies.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AsyncPetsApi ..api.pets_api
    AsyncValuesApi ..api.values_api
    PetsApi ..api.pets_api
    ValuesApi ..api.values_api
    """,
)
