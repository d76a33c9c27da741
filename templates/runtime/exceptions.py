"""Every exception that a call can raise. All of them pickle, and none of them shows a secret."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from .headers import HTTPHeaders, redacted, request_id

if TYPE_CHECKING:
    from .responses import Failure, Response


class OpenApiException(Exception):
    """The base of all exceptions of this package."""


class _ArgumentError(OpenApiException):
    def __init__(self, msg: str, path_to_item: Sequence[str | int] | None = None) -> None:
        where = "".join(f"[{step!r}]" for step in path_to_item or ())
        super().__init__(f"{msg} at {where}" if where else msg)
        self.path_to_item = path_to_item


class ApiTypeError(_ArgumentError, TypeError):
    """An argument of the wrong type, or an argument that does not exist."""


class ApiValueError(_ArgumentError, ValueError):
    """An argument outside of the bounds that the API declares."""


class ApiAttributeError(_ArgumentError, AttributeError):
    """An attribute that a model does not have."""


class ApiKeyError(_ArgumentError, KeyError):
    """A key that a model does not have."""


class ApiException(OpenApiException):
    """The API answered with an error, or gave no usable answer.

    status: the HTTP status; 0 when there was no answer at all
    reason: the reason phrase, or why there was no answer
    body: the raw body as text, None when there was none
    headers: the response headers, None when there were none
    data: the body decoded to the error model of the operation, None when it does not fit
    method, url: what was asked for; values in the URL that could be secrets are hidden
    attempts: how often the request was sent
    """

    method: str = ""
    url: str = ""
    attempts: int = 1

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: Response | None = None,
        *,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        data: Any = None,
    ) -> None:
        # An exception pickles as `args` and `__dict__`: together they hold all of it.
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.body = body
        self.headers = headers
        self.data = data
        if http_resp is not None:
            self.status = http_resp.status if status is None else status
            self.reason = http_resp.reason if reason is None else reason
            self.body = http_resp.text if body is None else body
            self.headers = http_resp.headers if headers is None else headers

    @classmethod
    def from_response(cls, http_resp: Response, data: Any = None) -> ApiException:
        """Return the exception for an error response, of the class for its status."""
        status = http_resp.status
        kind = _BY_STATUS.get(status, ServiceException if 500 <= status <= 599 else cls)
        return kind(http_resp=http_resp, data=data)

    def during(self, method: str, url: str, attempts: int) -> Self:
        """Return the exception with the facts of its call."""
        self.method = method
        self.url = redacted(url)
        self.attempts = attempts
        return self

    @property
    def request_id(self) -> str | None:
        """What the API calls this request; None if it says nothing."""
        return request_id(HTTPHeaders((self.headers or {}).items()))

    def __str__(self) -> str:
        text = f"({self.status})\nReason: {self.reason}\n"
        if self.headers:
            text += f"HTTP response headers: {HTTPHeaders(self.headers.items())}\n"
        if self.body:
            text += f"HTTP response body: {self.body}\n"
        return text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status={self.status}, reason={self.reason!r})"


class BadRequestException(ApiException):
    """400: the request is not understood."""


class UnauthorizedException(ApiException):
    """401: the credentials are missing or not valid."""


class TokenException(UnauthorizedException):
    """No access token could be obtained: the authorization server refused.

    status: that of the authorization server's answer; 0 where an answer says nothing of use
    error: the code of the error, such as "invalid_client" (RFC 6749, 5.2); None if there is none
    """

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        *,
        error: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, reason, headers=headers)
        self.error = error


class ForbiddenException(ApiException):
    """403: the credentials do not permit this."""


class NotFoundException(ApiException):
    """404: there is no such resource."""


class ConflictException(ApiException):
    """409: the resource is in a state that does not permit this."""


class UnprocessableEntityException(ApiException):
    """422: the request is understood, its content is not valid."""


class ServiceException(ApiException):
    """5xx: the server failed."""


class ApiConnectionException(ApiException):
    """No complete answer arrived: refused, reset, truncated, not resolved. The status is 0."""

    @classmethod
    def of(cls, failure: Failure) -> ApiConnectionException:
        """Return the exception for what went wrong."""
        return (ApiTimeoutException if failure.timed_out else cls)(0, failure.reason)


class ApiTimeoutException(ApiConnectionException):
    """No complete answer arrived in time. The status is 0."""


class ApiDecodeException(ApiException):
    """A successful answer whose body is not what the API declares. `body` has it as it came."""


_BY_STATUS: dict[int, type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    409: ConflictException,
    422: UnprocessableEntityException,
}
