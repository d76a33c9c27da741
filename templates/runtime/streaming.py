"""Answers that come item by item: `Stream` and `AsyncStream`.

Both get pieces of bytes from a `Source`, and items from an `ItemReader`, which knows nothing of
connections. They differ in how they wait, and in nothing else.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterator,
    Mapping,
)
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, Literal, Self, TypeAlias, TypeVar, cast

from .adapters import adapter
from .events import Events, JsonLines, JsonSequence, ServerSentEvent, Splitter
from .headers import HTTPHeaders
from .responses import AsyncSource, Failure, Reader, Response, Source, described

T = TypeVar("T")
S_co = TypeVar("S_co", covariant=True)

#: What an item of an event stream is: the data of an event, as JSON; or the event, whose data is
#: text, or JSON. (An API that declares no type for it gets a `ServerSentEvent`.)
EventItems: TypeAlias = Literal["data", "text", "json"]

#: How often a stream is asked for again in a row, without an event.
_FRUITLESS = 5
_RETRY_SECONDS = 3.0  # as browsers do, where the stream does not say
# Some APIs say by such a word, which is no JSON, that a stream is at its end.
_LAST = re.compile(r"\[[A-Z_ ]+\]")
_JSON = re.compile(r"[/+]json$")


@dataclass(frozen=True, slots=True)
class Origin(Generic[S_co]):
    """Where a stream comes from.

    method, url: of the request; the URL as it may be shown
    send: makes the request, with some headers beside its own; the answer is open
    broken: what `send` raises where there is no answer
    failure: the exception for a connection that broke later
    invalid: the exception for an answer that is not what the API declares
    """

    method: str
    url: str
    send: Callable[[Mapping[str, str]], S_co]
    broken: type[Exception]
    failure: Callable[[Failure], Exception]
    invalid: Callable[[Response, str], Exception]

    def __repr__(self) -> str:
        return f"{self.method} {self.url}"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the items of a stream are read.

    type: the type of an item
    media_type: that of the stream, as it was asked for
    events: what an item of an event stream is
    reconnect: whether an event stream is asked for again when its connection ends
    """

    type: Any
    media_type: str
    events: EventItems = "data"
    reconnect: bool = False

    @property
    def is_events(self) -> bool:
        """Whether it is an event stream."""
        return self.media_type == "text/event-stream"


class ItemReader:
    """Finds items in pieces of bytes, over all connections of a stream.

    event: the event that the last item came in
    ended: whether the stream has said that it is at its end
    """

    def __init__(self, reading: Reading, invalid: Callable[[Response, str], Exception]) -> None:
        self.reading = reading
        self.event: ServerSentEvent | None = None
        self.ended = False
        self._invalid = invalid
        self._splitter: Splitter | None = None
        self._response: Response | None = None
        self._fruitless = 0

    def begin(self, response: Response) -> bool:
        """Take an answer whose body is to be read next; False if it holds something else."""
        media_type = self.reading.media_type
        self._response = response
        if self.reading.is_events:
            before = self._splitter
            self._splitter = Events()
            if isinstance(before, Events):
                self._splitter = Events(before.last_id, before.retry)
            return _JSON.search(response.content_type) is None
        is_sequence = "json-seq" in (response.content_type or media_type)
        self._splitter = JsonSequence() if is_sequence else JsonLines()
        return True

    def refused(self, body: bytes) -> Exception:
        """Return the exception for an answer that holds something else."""
        return self._error(body, f"the answer is not {self.reading.media_type}")

    def feed(self, piece: bytes) -> Iterator[Any]:
        """Take the next bytes, and return the items that end in them."""
        assert self._splitter is not None
        return self._items(self._splitter.feed(piece))

    def end(self) -> Iterator[Any]:
        """Return the items that the end of the body completes."""
        assert self._splitter is not None
        return self._items(self._splitter.end())

    def again(self) -> bool:
        """Tell whether to ask for the stream again, after its connection has ended."""
        self._fruitless += 1
        return self.reading.reconnect and not self.ended and self._fruitless <= _FRUITLESS

    @property
    def pause(self) -> float:
        """Seconds to wait before that."""
        retry = self._splitter.retry if isinstance(self._splitter, Events) else None
        return _RETRY_SECONDS if retry is None else retry / 1000

    @property
    def last_id(self) -> str:
        """The id of the last event."""
        return self._splitter.last_id if isinstance(self._splitter, Events) else ""

    @property
    def headers(self) -> dict[str, str]:
        """What to say when asking again (WHATWG HTML, 9.2.4)."""
        return {"Last-Event-ID": self.last_id} if self.last_id else {}

    def _items(self, found: Any) -> Iterator[Any]:
        for each in found:
            self._fruitless = 0
            if not isinstance(each, ServerSentEvent):
                yield self._value(each, each)
                continue
            self.event = each
            if self.reading.type is ServerSentEvent:
                yield each
            elif self.reading.events != "data":
                yield self._event(each)
            elif _LAST.fullmatch(each.data.strip()):
                self.ended = True
                return
            elif each.data.strip():  # an event without data keeps the connection alive
                yield self._value(each.data, each.data.encode())

    def _value(self, text: str | bytes, body: bytes) -> Any:
        try:
            return adapter(self.reading.type).validate_json(text)
        except ValueError as error:
            problem = described(error)
        raise self._error(body, f"an item is not what the API declares: {problem}")

    def _event(self, event: ServerSentEvent) -> Any:
        """Return an event as the declared type, whose data is text, or JSON where it is that."""
        fields: dict[str, Any] = {"event": event.event, "data": event.data}
        if event.id:
            fields["id"] = event.id
        if event.retry is not None:
            fields["retry"] = event.retry
        candidates = [fields]
        if self.reading.events == "json":
            with suppress(ValueError):
                candidates.insert(0, {**fields, "data": event.json()})
        problem = ""
        for candidate in candidates:
            try:
                return adapter(self.reading.type).validate_python(candidate)
            except ValueError as error:
                problem = problem or described(error)
        raise self._error(event.data.encode(), f"an event is not what the API declares: {problem}")

    def _error(self, body: bytes, problem: str) -> Exception:
        assert self._response is not None
        was = self._response
        return self._invalid(Response(was.status, was.reason, was.headers, body), problem)


class StreamAnswer(Reader):
    """The type of an answer that is a whole stream: a list of its items."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def read(self, response: Response) -> list[Any]:
        """Return all items."""
        reader = ItemReader(self._reading, lambda _, problem: ValueError(problem))
        if not reader.begin(response):
            raise reader.refused(response.data)
        return [*reader.feed(response.data), *reader.end()]


class Stream(Generic[T]):
    """The items of an answer, as they come.

        with client.chat.create_stream(...) as stream:
            for item in stream:
                ...

    It frees its connection at its end, at the end of a `with` block, and when it is forgotten. An
    item that is not what the API declares ends it with an error, and so does a broken connection.

    status_code, headers: of the answer
    """

    def __init__(self, origin: Origin[Response], reading: Reading) -> None:
        self._origin = origin
        self._reader = ItemReader(reading, origin.invalid)
        self._response = origin.send({})
        self._items = _items(origin, self._reader, self._response)
        self.status_code = self._response.status
        self.headers: HTTPHeaders = self._response.headers

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that the last item came in; None in other streams."""
        return self._reader.event

    @property
    def last_event_id(self) -> str:
        """The last id that the stream gave, to go on from; "" if it gave none."""
        return self._reader.last_id

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        return cast("T", next(self._items))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the connection. There are no more items."""
        self._items.close()
        source_of(self._response).close()

    def __repr__(self) -> str:
        return f"<Stream {self.status_code} ({self._origin!r})>"


def _items(
    origin: Origin[Response], reader: ItemReader, response: Response
) -> Generator[Any, None, None]:
    """Yield the items of a stream. It knows no `Stream`, so that one can be forgotten."""
    while True:
        body = pieces(origin, response)
        broken: Exception | None = None
        try:
            if not reader.begin(response):
                raise reader.refused(b"".join(body))
            for piece in body:
                yield from reader.feed(piece)
                if reader.ended:
                    return
            yield from reader.end()
        except origin.broken as error:
            broken = error
        finally:
            source_of(response).close()
        while True:
            if not reader.again():
                if broken is not None:
                    raise broken
                return
            time.sleep(reader.pause)
            try:
                response = origin.send(reader.headers)
                break
            except origin.broken as error:
                broken = error
        if response.status == 204:
            return


class AsyncStream(Generic[T]):
    """The items of an answer, as they come, for `async for`.

        async with client.chat.create_stream(...) as stream:
            async for item in stream:
                ...

    The request is sent by `async with`, by `async for`, or by `await`, whichever is first. For all
    else see `Stream`.
    """

    def __init__(self, origin: Origin[Awaitable[Response]], reading: Reading) -> None:
        self._origin = origin
        self._reader = ItemReader(reading, origin.invalid)
        self._response: Response | None = None
        self._items: AsyncGenerator[Any, None] | None = None
        self._asked = False

    @property
    def status_code(self) -> int:
        """The status of the answer."""
        return self._opened().status

    @property
    def headers(self) -> HTTPHeaders:
        """The headers of the answer."""
        return self._opened().headers

    @property
    def event(self) -> ServerSentEvent | None:
        """The event that the last item came in; None in other streams."""
        return self._reader.event

    @property
    def last_event_id(self) -> str:
        """The last id that the stream gave, to go on from; "" if it gave none."""
        return self._reader.last_id

    def __await__(self) -> Generator[Any, None, Self]:
        return self._open().__await__()

    async def __aenter__(self) -> Self:
        return await self._open()

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        if self._items is None:
            await self._open()
        assert self._items is not None
        return cast("T", await anext(self._items))

    async def aclose(self) -> None:
        """Free the connection. There are no more items."""
        if self._items is not None and self._response is not None:
            await self._items.aclose()
            await async_source_of(self._response).aclose()

    async def close(self) -> None:
        """Free the connection, like `aclose`."""
        await self.aclose()

    async def _open(self) -> Self:
        if self._items is None:
            self._asked = True
            self._response = await self._origin.send({})
            self._items = _async_items(self._origin, self._reader, self._response)
        return self

    def _opened(self) -> Response:
        if self._response is None:
            raise RuntimeError(f"{self!r} is not open: await it, or use it in `async with`")
        return self._response

    def __del__(self) -> None:
        if not self._asked:
            warnings.warn(f"{self!r} was never opened", RuntimeWarning, source=self, stacklevel=2)

    def __repr__(self) -> str:
        status = "" if self._response is None else f" {self._response.status}"
        return f"<AsyncStream{status} ({self._origin!r})>"


async def _async_items(
    origin: Origin[Awaitable[Response]], reader: ItemReader, response: Response
) -> AsyncGenerator[Any, None]:
    """Yield the items of a stream, as `_items` does."""
    from asyncio import sleep

    while True:
        body = async_pieces(origin, response)
        broken: Exception | None = None
        try:
            if not reader.begin(response):
                raise reader.refused(b"".join([piece async for piece in body]))
            async for piece in body:
                for item in reader.feed(piece):
                    yield item
                if reader.ended:
                    return
            for item in reader.end():
                yield item
        except origin.broken as error:
            broken = error
        finally:
            await async_source_of(response).aclose()
        while True:
            if not reader.again():
                if broken is not None:
                    raise broken
                return
            await sleep(reader.pause)
            try:
                response = await origin.send(reader.headers)
                break
            except origin.broken as error:
                broken = error
        if response.status == 204:
            return


def pieces(origin: Origin[Any], response: Response) -> Iterator[bytes]:
    """Return the body of an answer as it comes; what goes wrong is what the client raises."""
    source = source_of(response)
    try:
        yield from source
    except Failure as error:
        failure = origin.failure(error)
    else:
        return
    finally:
        source.close()
    raise failure


async def async_pieces(origin: Origin[Any], response: Response) -> AsyncIterator[bytes]:
    """Return the body of an answer to an asynchronous client as it comes. See `pieces`."""
    source = async_source_of(response)
    try:
        async for piece in source:
            yield piece
    except Failure as error:
        failure = origin.failure(error)
    else:
        return
    finally:
        await source.aclose()
    raise failure


def source_of(response: Response) -> Source:
    """Return where the body of an answer comes from."""
    assert response.source is not None
    return cast("Source", response.source)


def async_source_of(response: Response) -> AsyncSource:
    """Return where the body of an answer to an asynchronous client comes from."""
    assert response.source is not None
    return cast("AsyncSource", response.source)
