"""Answers that come item by item, of the documented styles: `*_stream` methods made from others."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from .client import DocumentedAsyncClient, DocumentedClient
from .deprecation import warn_renamed
from .exceptions import ApiConnectionException, ApiDecodeException, ApiTypeError
from .exchange import Call, left_open
from .headers import redacted
from .responses import Failure, Response
from .streaming import AsyncStream, EventItems, Origin, Reading, Stream

if TYPE_CHECKING:
    from typing_extensions import TypeForm

P = ParamSpec("P")
T = TypeVar("T")

#: Options that change what a call returns, which a stream has to know.
_EXCLUDED = ("async_req", "_return_http_data_only", "_preload_content", "_check_return_type")


def streamed(
    operation: Callable[Concatenate[Any, P], Any],
    item: TypeForm[T],
    media_type: str,
    *,
    events: EventItems = "data",
    parameter: str = "",
    field: str = "",
) -> Callable[Concatenate[Any, P], Stream[T]]:
    """Return a method that gives the items of an answer as they come.

    operation: asks for the same answer as a whole
    events: what an item of an event stream is, see `EventItems`
    parameter, field: the query parameter, or the field of the body, that asks for a stream
    """

    def method(self: Any, *arguments: Any, **options: Any) -> Any:
        reading = Reading(item, media_type, events, options.get("_reconnect", False))
        streaming = _Streaming(self.api_client, reading, parameter, field)
        return cast("Callable[..., Any]", operation)(streaming, *arguments, **options)

    return cast("Callable[Concatenate[Any, P], Stream[T]]", method)


def awaitable_stream(
    operation: Callable[Concatenate[Any, P], Stream[T]],
) -> Callable[Concatenate[Any, P], AsyncStream[T]]:
    """Return a `*_stream` method as it is with an asynchronous client: for `async for`."""
    return cast("Callable[Concatenate[Any, P], AsyncStream[T]]", operation)


class _Streaming:
    """What stands in the place of an API, and of its client, for a method of streams."""

    def __init__(self, client: Any, reading: Reading, parameter: str, field: str) -> None:
        self.api_client = self
        self._client = client
        self._reading = reading
        self._parameter = parameter
        self._field = field

    def call(
        self,
        method: str,
        path: str,
        *arguments: Any,
        returns: object,
        responses: Mapping[str, Any] = {},
        accept: str = "",
        renamed: tuple[str, str] | None = None,
        **settings: Any,
    ) -> Any:
        """Return a stream instead of a whole answer."""
        if renamed is not None:
            warn_renamed(*renamed)
        options = settings.get("options", {})
        for option in _EXCLUDED:
            if option in options:
                raise ApiTypeError(f"`{option}` does not apply to a stream")
        client, reading = self._client, self._reading
        how: dict[str, Any] = {
            "returns": reading.type,
            "responses": {s: each for s, each in responses.items() if not s.startswith("2")},
            "accept": reading.media_type,
            **settings,
        }
        asking = tuple(self._asking(each) for each in arguments)
        if isinstance(client, DocumentedAsyncClient):
            call = client.prepared(method, path, *asking, **how)
            return AsyncStream[Any](_origin(call, partial(_aopen, client, call)), reading)
        if isinstance(client, DocumentedClient):
            call = client.prepared(method, path, *asking, **how)
            return Stream[Any](_origin(call, partial(_open, client, call)), reading)
        # Something that only wants to know what is asked for.
        return client.call_stream(method, path, *asking, events=reading.events, **how)

    def _asking(self, argument: Any) -> Any:
        """Return an argument as it asks for a stream."""
        name = getattr(argument, "name", None)
        if name is None:
            return argument.with_field(self._field, value=True) if self._field else argument
        if name != self._parameter:
            return argument
        argument = copy.copy(argument)
        argument.value = True
        return argument


def _open(client: DocumentedClient, call: Call, headers: Mapping[str, str]) -> Response:
    return client.answer(left_open(call, headers))


async def _aopen(client: DocumentedAsyncClient, call: Call, headers: Mapping[str, str]) -> Response:
    return await client.answer(left_open(call, headers))


def _origin(call: Call, send: Callable[[Mapping[str, str]], Any]) -> Origin[Any]:
    """Return where the stream of a call comes from."""
    method, url = call.request.method, redacted(call.request.url)

    def failure(failure: Failure) -> Exception:
        return ApiConnectionException.of(failure).during(method, url, 1)

    def invalid(response: Response, problem: str) -> Exception:
        return ApiDecodeException(reason=problem, http_resp=response).during(method, url, 1)

    return Origin(method, url, send, ApiConnectionException, failure, invalid)
