# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .animals_api import AnimalsApi as AnimalsApi
from .parents_api import ParentsApi as ParentsApi
from .vehicles_api import VehiclesApi as VehiclesApi

__all__ = [
    "AnimalsApi",
    "ParentsApi",
    "VehiclesApi",
]
