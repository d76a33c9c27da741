# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    AnimalsApi .animals_api
    ParentsApi .parents_api
    VehiclesApi .vehicles_api
    """,
)
