# Made by clientloom from native/petstore.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .errors import APIConnectionError as APIConnectionError
from .errors import APIError as APIError
from .errors import APIResponseValidationError as APIResponseValidationError
from .errors import APIStatusError as APIStatusError
from .errors import APITimeoutError as APITimeoutError
from ._client import AsyncClient as AsyncClient
from ._runtime.paging import AsyncPager as AsyncPager
from .errors import AuthenticationError as AuthenticationError
from .errors import BadRequestError as BadRequestError
from ._client import Client as Client
from .errors import ConflictError as ConflictError
from .errors import InternalServerError as InternalServerError
from .errors import NotFoundError as NotFoundError
from ._runtime.arguments import Omit as Omit
from ._runtime.paging import Page as Page
from ._runtime.paging import Pager as Pager
from .errors import PermissionDeniedError as PermissionDeniedError
from .errors import RateLimitError as RateLimitError
from ._runtime.native import RawResponse as RawResponse
from ._runtime.native import Retry as Retry
from .errors import UnprocessableEntityError as UnprocessableEntityError
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from . import errors as errors
from . import models as models
from ._runtime.arguments import omit as omit
from . import types as types
from ._runtime.waiting import wait_for as wait_for
from ._runtime.waiting import wait_for_async as wait_for_async

__version__: str
__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncPager",
    "AuthenticationError",
    "BadRequestError",
    "Client",
    "ConflictError",
    "InternalServerError",
    "NotFoundError",
    "Omit",
    "Page",
    "Pager",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "Retry",
    "UnprocessableEntityError",
    "WaitFailedError",
    "WaitTimeoutError",
    "errors",
    "models",
    "omit",
    "types",
    "wait_for",
    "wait_for_async",
]
