# Made by clientloom from specs/ica.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .exceptions import ApiAttributeError as ApiAttributeError
from .api_client import ApiClient as ApiClient
from .exceptions import ApiException as ApiException
from .exceptions import ApiKeyError as ApiKeyError
from .exceptions import ApiTypeError as ApiTypeError
from .exceptions import ApiValueError as ApiValueError
from .api_client import AsyncApiClient as AsyncApiClient
from .configuration import Configuration as Configuration
from .exceptions import OpenApiException as OpenApiException

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
]
