# Made by clientloom from features/json_bodies.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from .configuration import Configuration as Configuration
from .exceptions import OpenApiException as OpenApiException
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "ApiAttributeError",
    "ApiClient",
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "Configuration",
    "OpenApiException",
    "WaitFailedError",
    "WaitTimeoutError",
    "wait_for",
    "wait_for_async",
]
