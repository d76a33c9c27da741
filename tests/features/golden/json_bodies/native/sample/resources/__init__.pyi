# Made by clientloom from features/json_bodies.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .pets import AsyncPets as AsyncPets
from .values import AsyncValues as AsyncValues
from .pets import Pets as Pets
from .values import Values as Values

__all__ = [
    "AsyncPets",
    "AsyncValues",
    "Pets",
    "Values",
]
