# Made by clientloom from features/json_bodies.yaml and templates/shared/package.py.jinja. Do not edit.
"""A client for Bodies in JSON."""

from ._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    ApiAttributeError .exceptions
    ApiClient .api_client
    ApiException .exceptions
    ApiKeyError .exceptions
    ApiTypeError .exceptions
    ApiValueError .exceptions
    AsyncApiClient .api_client
    AsyncPetsApi .api.pets_api
    AsyncValuesApi .api.values_api
    Configuration .configuration
    OpenApiException .exceptions
    Pet .models.pet
    PetsApi .api.pets_api
    ValuesApi .api.values_api
    WaitFailedError ._runtime.waiting
    WaitTimeoutError ._runtime.waiting
    wait_for ._runtime.waiting
    wait_for_async ._runtime.waiting
    """,
    distribution="sample-sdk",
)
