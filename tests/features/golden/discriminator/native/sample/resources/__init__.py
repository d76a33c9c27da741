# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Animals .animals
    AsyncAnimals .animals
    AsyncParents .parents
    AsyncVehicles .vehicles
    Parents .parents
    Vehicles .vehicles
    """,
)
