# Made by clientloom from features/discriminator.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Discriminators."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Animal .models.animal
    AnimalsApi .api.animals_api
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiResponse ._runtime.operations
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncAnimalsApi .api.animals_api
    AsyncApiClient .api_client
    AsyncParentsApi .api.parents_api
    AsyncVehiclesApi .api.vehicles_api
    Bike .models.bike
    Car .models.car
    Cat .models.cat
    Child .models.child
    Configuration .configuration
    Dog .models.dog
    OpenApiException .exceptions
    Parent .models.parent
    ParentsApi .api.parents_api
    Vehicle .models.vehicle
    VehiclesApi .api.vehicles_api
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="sample-sdk",
)
