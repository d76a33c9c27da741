# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""All API classes."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AnimalsApi ..api.animals_api
    AsyncAnimalsApi ..api.animals_api
    AsyncParentsApi ..api.parents_api
    AsyncVehiclesApi ..api.vehicles_api
    ParentsApi ..api.parents_api
    VehiclesApi ..api.vehicles_api
    """,
)
