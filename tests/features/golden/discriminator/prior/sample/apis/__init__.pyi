# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..api.animals_api import AnimalsApi as AnimalsApi
from ..api.animals_api import AsyncAnimalsApi as AsyncAnimalsApi
from ..api.parents_api import AsyncParentsApi as AsyncParentsApi
from ..api.vehicles_api import AsyncVehiclesApi as AsyncVehiclesApi
from ..api.parents_api import ParentsApi as ParentsApi
from ..api.vehicles_api import VehiclesApi as VehiclesApi

__all__ = [
    "AnimalsApi",
    "AsyncAnimalsApi",
    "AsyncParentsApi",
    "AsyncVehiclesApi",
    "ParentsApi",
    "VehiclesApi",
]
