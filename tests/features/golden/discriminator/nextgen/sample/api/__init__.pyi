# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .animals_api import AnimalsApi as AnimalsApi
from .animals_api import AsyncAnimalsApi as AsyncAnimalsApi
from .parents_api import AsyncParentsApi as AsyncParentsApi
from .vehicles_api import AsyncVehiclesApi as AsyncVehiclesApi
from .parents_api import ParentsApi as ParentsApi
from .vehicles_api import VehiclesApi as VehiclesApi

__all__ = [
    "AnimalsApi",
    "AsyncAnimalsApi",
    "AsyncParentsApi",
    "AsyncVehiclesApi",
    "ParentsApi",
    "VehiclesApi",
]
