# Made by clientloom from native/petstore.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .errors import APIConnectionError as APIConnectionError
from .errors import APIError as APIError
from .errors import APIResponseValidationError as APIResponseValidationError
from .errors import APIStatusError as APIStatusError
from .errors import APITimeoutError as APITimeoutError
from ._client import AsyncClient as AsyncClient
from ._runtime.pagers import AsyncPager as AsyncPager
from ._runtime.streaming import AsyncStream as AsyncStream
from ._runtime.downloads import AsyncStreamingResponse as AsyncStreamingResponse
from .errors import AuthenticationError as AuthenticationError
from .errors import BadGatewayError as BadGatewayError
from .errors import BadRequestError as BadRequestError
from ._client import Client as Client
from .errors import ConflictError as ConflictError
from .errors import ContentTooLargeError as ContentTooLargeError
from .errors import GatewayTimeoutError as GatewayTimeoutError
from .errors import GoneError as GoneError
from .errors import InternalServerError as InternalServerError
from .errors import MethodNotAllowedError as MethodNotAllowedError
from .errors import NotFoundError as NotFoundError
from ._runtime.arguments import Omit as Omit
from ._runtime.pagers import Page as Page
from ._runtime.pagers import Pager as Pager
from .errors import PermissionDeniedError as PermissionDeniedError
from .errors import PreconditionFailedError as PreconditionFailedError
from .errors import RateLimitError as RateLimitError
from ._runtime.native import RawResponse as RawResponse
from .errors import RequestTimeoutError as RequestTimeoutError
from ._runtime.native import Retry as Retry
from ._runtime.events import ServerSentEvent as ServerSentEvent
from .errors import ServiceUnavailableError as ServiceUnavailableError
from ._runtime.streaming import Stream as Stream
from ._runtime.downloads import StreamingResponse as StreamingResponse
from .errors import TokenError as TokenError
from .errors import UnprocessableEntityError as UnprocessableEntityError
from .errors import UnsupportedMediaTypeError as UnsupportedMediaTypeError
from ._runtime.waiting import WaitFailedError as WaitFailedError
from ._runtime.waiting import WaitTimeoutError as WaitTimeoutError
from . import auth as auth
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
    "AsyncStream",
    "AsyncStreamingResponse",
    "AuthenticationError",
    "BadGatewayError",
    "BadRequestError",
    "Client",
    "ConflictError",
    "ContentTooLargeError",
    "GatewayTimeoutError",
    "GoneError",
    "InternalServerError",
    "MethodNotAllowedError",
    "NotFoundError",
    "Omit",
    "Page",
    "Pager",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "RateLimitError",
    "RawResponse",
    "RequestTimeoutError",
    "Retry",
    "ServerSentEvent",
    "ServiceUnavailableError",
    "Stream",
    "StreamingResponse",
    "TokenError",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
    "WaitFailedError",
    "WaitTimeoutError",
    "auth",
    "errors",
    "models",
    "omit",
    "types",
    "wait_for",
    "wait_for_async",
]
