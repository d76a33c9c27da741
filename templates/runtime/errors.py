"""What a failed call raises. Everything here pickles, and nothing shows a credential.

    APIError
        APIStatusError                  the API answered with an error
            BadRequestError ... RateLimitError      a class for each status
            AuthenticationError
                TokenError                          the authorization server gave no access token
            InternalServerError                     5xx; some have a class below it
        APIResponseValidationError      the API answered with what it does not declare
        APIConnectionError              no complete answer arrived
            APITimeoutError

An argument that cannot be right raises a `ValueError` (pydantic's `ValidationError` among them) or
a `TypeError` before anything is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .headers import HTTPHeaders, request_id
from .tokens import TokenFailure

if TYPE_CHECKING:
    from .responses import Failure, Response

_QUOTED = 300


class APIError(Exception):
    """A call that failed.

    method, url: what was asked for; values in the URL that could be secrets are hidden
    attempts: how often the request was sent
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", attempts: int = 1) -> None:
        # An exception pickles as `args` and `__dict__`: together they hold all of it.
        super().__init__(message)
        self.message = message
        self.method = method
        self.url = url
        self.attempts = attempts


class _AnsweredError(APIError):
    """An error with an answer.

    body: the decoded body: the model that the operation declares for the status, else plain data
    text: the body as it came
    request_id: what the API calls this request, for a report to its support; None if it says none
    """

    def __init__(
        self,
        message: str,
        *,
        method: str = "",
        url: str = "",
        attempts: int = 1,
        status_code: int = 0,
        headers: HTTPHeaders | None = None,
        body: Any = None,
        text: str = "",
    ) -> None:
        super().__init__(message, method=method, url=url, attempts=attempts)
        self.status_code = status_code
        self.headers = HTTPHeaders() if headers is None else headers
        self.body = body
        self.text = text

    @property
    def request_id(self) -> str | None:
        """What the API calls this request."""
        return request_id(self.headers)


class APIStatusError(_AnsweredError):
    """The API answered with an error; for some statuses this is a class of its own."""


class BadRequestError(APIStatusError):
    """400: the request is not understood."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing or not valid."""


class TokenError(AuthenticationError):
    """No access token could be obtained: the authorization server refused.

    status_code: that of the authorization server's answer; 0 where an answer says nothing of use
    error: the code of the error, such as "invalid_client" (RFC 6749, 5.2); None if there is none
    """

    error: str | None = None


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not permit this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class MethodNotAllowedError(APIStatusError):
    """405: there is such a thing, but this cannot be done with it."""


class RequestTimeoutError(APIStatusError):
    """408: the server did not get the request in time."""


class ConflictError(APIStatusError):
    """409: the state of the thing does not permit this."""


class GoneError(APIStatusError):
    """410: there is no such thing any more."""


class PreconditionFailedError(APIStatusError):
    """412: a condition of the request, such as If-Match, does not hold."""


class ContentTooLargeError(APIStatusError):
    """413: the body is larger than the server takes."""


class UnsupportedMediaTypeError(APIStatusError):
    """415: the server does not read bodies of this media type."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is understood, its content is not valid."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """5xx: the server failed."""


class BadGatewayError(InternalServerError):
    """502: what stands before the server got no valid answer from it."""


class ServiceUnavailableError(InternalServerError):
    """503: the server is overloaded, or being worked on."""


class GatewayTimeoutError(InternalServerError):
    """504: what stands before the server got no answer from it in time."""


class APIResponseValidationError(_AnsweredError):
    """A successful answer whose body is not what the API declares. `text` has it as it came."""


class APIConnectionError(APIError):
    """No complete answer arrived: refused, reset, truncated, not resolved."""


class APITimeoutError(APIConnectionError):
    """No complete answer arrived in time."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    408: RequestTimeoutError,
    409: ConflictError,
    410: GoneError,
    412: PreconditionFailedError,
    413: ContentTooLargeError,
    415: UnsupportedMediaTypeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    502: BadGatewayError,
    503: ServiceUnavailableError,
    504: GatewayTimeoutError,
}


def status_error(
    response: Response, body: Any, method: str, url: str, attempts: int
) -> APIStatusError:
    """Return the error for a response, of the class for its status."""
    status, text = response.status, response.text
    kind = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    message = f"{status} {response.reason}".rstrip() + f" ({method} {url})"
    if text:
        message += f": {' '.join(text[:_QUOTED].split())}" + ("..." if len(text) > _QUOTED else "")
    return kind(
        message,
        method=method,
        url=url,
        attempts=attempts,
        status_code=status,
        headers=response.headers,
        body=body,
        text=text,
    )


def failure_error(failure: Failure, method: str, url: str, attempts: int) -> APIError:
    """Return the error for a call without an answer."""
    message = f"{failure.reason} ({method} {url})"
    if not isinstance(failure, TokenFailure):
        kind = APITimeoutError if failure.timed_out else APIConnectionError
        return kind(message, method=method, url=url, attempts=attempts)
    error = TokenError(
        message,
        method=method,
        url=url,
        attempts=attempts,
        status_code=failure.status,
        headers=failure.headers,
    )
    error.error = failure.error
    return error


def validation_failure(
    response: Response, problem: str, method: str, url: str
) -> APIResponseValidationError:
    """Return the error for a successful response that cannot be read."""
    return APIResponseValidationError(
        f"{problem} ({method} {url})",
        method=method,
        url=url,
        status_code=response.status,
        headers=response.headers,
        text=response.text,
    )
