"""Groups of operations, and the variants of their methods: the answer as it came, now or awaited."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from .answers import RawResponse
    from .downloads import AsyncStreamingResponse, StreamingResponse
    from .native import NativeAsyncClient, NativeClient
    from .streaming import AsyncStream, EventItems, Stream

P = ParamSpec("P")
R = TypeVar("R")


class Resource:
    """A group of operations."""

    def __init__(self, client: NativeClient) -> None:
        self._client = client


class AsyncResource:
    """A group of operations, to be awaited."""

    def __init__(self, client: NativeAsyncClient) -> None:
        self._client = client


class RawResource:
    """A group of operations that give their answers as they came."""

    def __init__(self, client: NativeClient | NativeAsyncClient) -> None:
        self._client = _Calls(client.call_raw)


class StreamingResource:
    """A group of operations that give their answers while they are on their way."""

    def __init__(self, client: NativeClient | NativeAsyncClient) -> None:
        self._client = _Calls(client.call_open)


class _Calls:
    """What stands in the place of a client for methods that give their answers as they came."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self.call = call

    def paged(self, *arguments: Any, paging: object, items: object, **settings: Any) -> Any:
        """Return the answer that is the first page."""
        return self.call(*arguments, **settings)

    def call_stream(
        self,
        *arguments: Any,
        returns: Any,
        accept: str,
        events: EventItems = "data",
        **settings: Any,
    ) -> Any:
        """Return the answer that has all items."""
        from .streaming import Reading, StreamAnswer

        whole = StreamAnswer(Reading(returns, accept, events))
        return self.call(*arguments, returns=whole, accept=accept, **settings)


def awaitable(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, R]]:
    """Return a method of an `AsyncResource`, to be awaited.

    It is the same function. What differs is the client that `call` is called on, and the type.
    """
    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, R]]", operation)


def raw(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], RawResponse[R]]:
    """Return a method of a `RawResource`: its result is the answer as it came."""
    return cast("Callable[Concatenate[Any, P], RawResponse[R]]", operation)


def awaitable_raw(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[R]]]:
    """Return a method of a `RawResource`, to be awaited."""
    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[R]]]", operation)


def streamed(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], StreamingResponse[R]]:
    """Return a method of a `StreamingResource`: its result is the answer on its way."""
    return cast("Callable[Concatenate[Any, P], StreamingResponse[R]]", operation)


def awaitable_streamed(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], AsyncStreamingResponse[R]]:
    """Return a method of a `StreamingResource`, to be awaited or used in `async with`."""
    return cast("Callable[Concatenate[Any, P], AsyncStreamingResponse[R]]", operation)


def awaitable_stream(
    operation: Callable[Concatenate[Any, P], Stream[R]],
) -> Callable[Concatenate[Any, P], AsyncStream[R]]:
    """Return a method of an `AsyncResource` whose result is a stream."""
    return cast("Callable[Concatenate[Any, P], AsyncStream[R]]", operation)


def raw_stream(
    operation: Callable[Concatenate[Any, P], Stream[R]],
) -> Callable[Concatenate[Any, P], RawResponse[list[R]]]:
    """Return a method of a `RawResource`: its result is the whole stream as it came."""
    return cast("Callable[Concatenate[Any, P], RawResponse[list[R]]]", operation)


def awaitable_raw_stream(
    operation: Callable[Concatenate[Any, P], Stream[R]],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[list[R]]]]:
    """Return a method of a `RawResource`, to be awaited."""
    return cast(
        "Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[list[R]]]]", operation
    )


def streamed_stream(
    operation: Callable[Concatenate[Any, P], Stream[R]],
) -> Callable[Concatenate[Any, P], StreamingResponse[list[R]]]:
    """Return a method of a `StreamingResource`: its result is the stream on its way, not read."""
    return cast("Callable[Concatenate[Any, P], StreamingResponse[list[R]]]", operation)


def awaitable_streamed_stream(
    operation: Callable[Concatenate[Any, P], Stream[R]],
) -> Callable[Concatenate[Any, P], AsyncStreamingResponse[list[R]]]:
    """Return a method of a `StreamingResource`, to be awaited or used in `async with`."""
    return cast("Callable[Concatenate[Any, P], AsyncStreamingResponse[list[R]]]", operation)
