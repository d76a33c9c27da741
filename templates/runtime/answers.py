"""How a call of a native client ends: with what its method returns, or with its error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .adapters import adapter
from .errors import APIConnectionError, failure_error, status_error, validation_failure
from .exceptions import ApiDecodeException
from .exchange import Call, Exchanged
from .headers import HTTPHeaders, redacted, request_id
from .responses import Failure, Response, decode, decode_error

if TYPE_CHECKING:
    from .call_options import CallSettings
    from .streaming import Origin, Reading

R = TypeVar("R")
S = TypeVar("S")


def decoded(call: Call, response: Response) -> Any:
    """Return the body of a successful answer."""
    try:
        return decode(response, call.returns, call.responses)
    except ApiDecodeException as error:
        problem = str(error.reason)
    url = redacted(call.request.url)
    raise validation_failure(response, problem, call.request.method, url)


class RawResponse(Generic[R]):
    """A successful answer as it came.

    content: the body
    """

    __slots__ = ("_call", "_response", "content", "headers", "method", "status_code", "url")

    def __init__(self, call: Call, response: Response) -> None:
        self._call = call
        self._response = response
        self.status_code = response.status
        self.headers: HTTPHeaders = response.headers
        self.content = response.data
        self.method = call.request.method
        self.url = redacted(call.request.url)

    @property
    def text(self) -> str:
        """The body as text."""
        return self._response.text

    @property
    def request_id(self) -> str | None:
        """What the API calls this request; None if it says nothing."""
        return request_id(self.headers)

    def parsed(self) -> R:
        """Return what the method returns without `with_raw_response`."""
        return cast("R", decoded(self._call, self._response))

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code} ({self.method} {self.url})>"


def successful(call: Call, ended: Exchanged) -> Response:
    """Return a successful answer, or raise what a method raises."""
    outcome = ended.outcome
    if isinstance(outcome, Response) and 200 <= outcome.status <= 299:
        return outcome
    method, url = ended.request.method, redacted(ended.request.url)
    if isinstance(outcome, Failure):
        raise failure_error(outcome, method, url, ended.attempts)
    body = _error_body(outcome, call.responses)
    raise status_error(outcome, body, method, url, ended.attempts)


def _error_body(response: Response, responses: Mapping[str, Any]) -> Any:
    """Return the body as the model that is declared for it, else as plain data, else as text."""
    if not response.data:
        return None
    body = decode_error(response, responses)
    if body is not None:
        return body
    try:
        return adapter(Any).validate_json(response.json_bytes)
    except ValueError:
        return response.text


def reading_of(call: Call, settings: CallSettings) -> Reading:
    """Return how the items of a stream are read."""
    from .streaming import Reading

    options = settings.get("options", {})
    return Reading(
        call.returns,
        settings.get("accept", ""),
        settings.get("events", "data"),
        options.get("reconnect", False),
    )


def origin_of(call: Call, send: Callable[[Call, Mapping[str, str]], S]) -> Origin[S]:
    """Return where the stream of a call comes from."""
    from .streaming import Origin

    method, url = call.request.method, redacted(call.request.url)
    return Origin(
        method,
        url,
        send=partial(send, call),
        broken=APIConnectionError,
        failure=lambda failure: failure_error(failure, method, url, 1),
        invalid=lambda response, problem: validation_failure(response, problem, method, url),
    )
