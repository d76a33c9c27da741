# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .animals import Animals as Animals
from .animals import AsyncAnimals as AsyncAnimals
from .parents import AsyncParents as AsyncParents
from .vehicles import AsyncVehicles as AsyncVehicles
from .parents import Parents as Parents
from .vehicles import Vehicles as Vehicles

__all__ = [
    "Animals",
    "AsyncAnimals",
    "AsyncParents",
    "AsyncVehicles",
    "Parents",
    "Vehicles",
]
