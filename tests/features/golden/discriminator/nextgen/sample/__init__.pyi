# Made by clientloom from features/discriminator.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .models.animal import Animal as Animal
from .api.animals_api import AnimalsApi as AnimalsApi
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from ._runtime.operations import ApiResponse as ApiResponse
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api.animals_api import AsyncAnimalsApi as AsyncAnimalsApi
from .api_client import AsyncApiClient as AsyncApiClient
from .api.parents_api import AsyncParentsApi as AsyncParentsApi
from .api.vehicles_api import AsyncVehiclesApi as AsyncVehiclesApi
from .models.bike import Bike as Bike
from .models.car import Car as Car
from .models.cat import Cat as Cat
from .models.child import Child as Child
from .configuration import Configuration as Configuration
from .models.dog import Dog as Dog
from .exceptions import OpenApiException as OpenApiException
from .models.parent import Parent as Parent
from .api.parents_api import ParentsApi as ParentsApi
from .models.vehicle import Vehicle as Vehicle
from .api.vehicles_api import VehiclesApi as VehiclesApi
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "Animal",
    "AnimalsApi",
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiResponse",
    "ApiTypeError",
    "ApiValueError",
    "AsyncAnimalsApi",
    "AsyncApiClient",
    "AsyncParentsApi",
    "AsyncVehiclesApi",
    "Bike",
    "Car",
    "Cat",
    "Child",
    "Configuration",
    "Dog",
    "OpenApiException",
    "Parent",
    "ParentsApi",
    "Vehicle",
    "VehiclesApi",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
