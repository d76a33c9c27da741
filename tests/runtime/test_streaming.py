"""Answers that come item by item: their types, their ends, their faults, and their connections."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import faults
import pytest
from faults import FaultServer

from .conftest import Modules
from .scripted import RESET, Scripted, answer, chunked

EVENTS = "text/event-stream"
LINES = "application/jsonl"

Native = Callable[..., Any]
Start = Callable[..., Scripted]

pytestmark = [
    pytest.mark.filterwarnings("error"),
    # Connections that other tests left to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def stream(
    client: Any, returns: Any = dict[str, int], accept: str = EVENTS, **settings: Any
) -> Any:
    return client.call_stream("GET", "/", returns=returns, accept=accept, **settings)


def sent(*data: Any, media_type: str = EVENTS) -> bytes:
    return answer(b"".join(b"data: %s\n\n" % _text(each) for each in data), media_type=media_type)


def _text(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def collected(client: Any, *arguments: Any, **settings: Any) -> list[Any]:
    """The items, from a client that waits or from one to be awaited."""
    if hasattr(client, "__enter__"):
        return list(stream(client, *arguments, **settings))

    async def collecting() -> list[Any]:
        async with client:
            return [item async for item in stream(client, *arguments, **settings)]

    return asyncio.run(collecting())


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def connect(request: pytest.FixtureRequest, native: Native) -> Native:
    """Make a client of either kind."""

    def make(url: str, **options: Any) -> Any:
        return native(url, asynchronous=request.param, **{"retries": 0, **options})

    return make


# --- Items


def test_data_is_the_declared_type(sdk: Modules, connect: Native, scripted: Start) -> None:
    server = scripted([sent({"version": "1"}, {"version": "2"})])

    first, second = collected(connect(server.url), sdk.models.TaskVersion)

    assert type(first) is sdk.models.TaskVersion
    assert (first.version, second.version) == ("1", "2")
    assert server.header("accept") == EVENTS


def test_items_come_while_the_rest_is_on_its_way(native: Native, scripted: Start) -> None:
    """The server sends the second event when the first has been read."""
    go = threading.Event()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    server = scripted([head + b'data: {"a":1}\n\n', go, b'data: {"a":2}\n\n'])

    items = stream(native(server.url))
    assert next(items) == {"a": 1}
    go.set()
    assert list(items) == [{"a": 2}]


def test_events_that_nothing_is_known_of(sdk: Modules, connect: Native, scripted: Start) -> None:
    body = b"event: a\nid: 1\ndata: x\n\ndata: [DONE]\n\n"
    server = scripted([answer(body, media_type=EVENTS)])

    found = collected(connect(server.url), sdk.events.ServerSentEvent)

    assert [(e.event, e.id, e.data) for e in found] == [("a", "1", "x"), ("message", "1", "[DONE]")]


@pytest.mark.parametrize("word", [b"[DONE]", b"[END]", b" [DONE] "])
def test_a_word_ends_a_stream(connect: Native, scripted: Start, word: bytes) -> None:
    """The connection may stay open after it, for ever."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    server = scripted([head + b'data: {"a":1}\n\ndata: %s\n\n' % word, threading.Event()])

    assert collected(connect(server.url)) == [{"a": 1}]


def test_an_event_without_data_is_no_item(connect: Native, scripted: Start) -> None:
    server = scripted([sent(b"", {"a": 1}, b"")])

    assert collected(connect(server.url)) == [{"a": 1}]


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("json", b'{"a": 1}', {"a": 1}),
        ("json", b"not json", "not json"),
        ("json", b"12", "12"),
        ("text", b'{"a": 1}', '{"a": 1}'),
        ("text", b"12", "12"),
    ],
)
def test_whole_events(
    connect: Native, scripted: Start, kind: str, data: bytes, expected: Any
) -> None:
    """Data is text where the type says so, JSON where that fits the type."""
    from pydantic import BaseModel

    class Event(BaseModel):
        event: str
        data: str | dict[str, int]
        id: str | None = None

    server = scripted([answer(b"event: e\nid: 5\ndata: " + data + b"\n\n", media_type=EVENTS)])

    (event,) = collected(connect(server.url), Event, events=kind)

    assert event == Event(event="e", data=expected, id="5")


@pytest.mark.parametrize("media_type", [LINES, "application/x-ndjson", "application/json", ""])
def test_json_lines(connect: Native, scripted: Start, media_type: str) -> None:
    server = scripted([answer(b'{"a":1}\n\n{"a":2}', media_type=media_type)])

    assert collected(connect(server.url), accept=LINES) == [{"a": 1}, {"a": 2}]


def test_json_sequence(connect: Native, scripted: Start) -> None:
    server = scripted([answer(b'\x1e{"a":1}\n\x1e{"a":2}\n', media_type="application/json-seq")])

    assert collected(connect(server.url), accept="application/json-seq") == [{"a": 1}, {"a": 2}]


def test_no_content_is_no_item(connect: Native, scripted: Start) -> None:
    server = scripted([answer(status="204 No Content")])

    assert collected(connect(server.url)) == []


def test_the_answer_and_the_event_are_there(native: Native, scripted: Start) -> None:
    server = scripted(
        [answer(b"event: e\nid: 7\ndata: {}\n\n", "X-Request-Id: r", media_type=EVENTS)]
    )

    with stream(native(server.url)) as items:
        assert items.status_code == 200
        assert items.headers["x-request-id"] == "r"
        assert items.event is None
        assert next(items) == {}
        assert items.event.event == "e"
        assert items.last_event_id == "7"
        assert repr(items) == f"<Stream 200 (GET {server.url}/)>"


# --- What goes wrong


def test_an_error_status_is_its_error(sdk: Modules, connect: Native, scripted: Start) -> None:
    server = scripted(
        [answer(b'{"code":1}', status="404 Not Found", media_type="application/json")]
    )

    with pytest.raises(sdk.errors.NotFoundError) as caught:
        collected(connect(server.url))

    assert caught.value.body == {"code": 1}


def test_an_item_that_is_not_what_is_declared(
    sdk: Modules, connect: Native, scripted: Start
) -> None:
    """Those before it have been given; its text is in the error."""
    server = scripted([sent({"a": 1}, {"a": "secret"})])
    client = connect(server.url)

    with pytest.raises(sdk.errors.APIResponseValidationError, match="at a") as caught:
        collected(client)

    assert caught.value.text == '{"a": "secret"}'
    assert "secret" not in str(caught.value)


def test_json_in_the_place_of_events(sdk: Modules, connect: Native, scripted: Start) -> None:
    """An API that does not know of streams answers at once: no stream without items is made of it."""
    server = scripted([answer(b'{"a":1}', media_type="application/json")])

    with pytest.raises(
        sdk.errors.APIResponseValidationError, match="not text/event-stream"
    ) as caught:
        collected(connect(server.url))

    assert caught.value.text == '{"a":1}'


FAULTS = {
    "ends before its length": [answer(b'data: {"a":1}\n\n', media_type=EVENTS, length=100)],
    "ends before its last chunk": [chunked(b'data: {"a":1}\n\n', media_type=EVENTS, end=False)],
    "is reset": [answer(b'data: {"a":1}\n\n', media_type=EVENTS, length=100), RESET],
    "has a wrong chunk": [chunked(b'data: {"a":1}\n\n', media_type=EVENTS, end=False) + b"zz\r\n"],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_connection(sdk: Modules, connect: Native, scripted: Start, fault: str) -> None:
    """What has come is given, or lost with the connection; the end is an error, never silence."""
    server = scripted(FAULTS[fault])
    client = connect(server.url, max_connections=1)

    with pytest.raises(sdk.errors.APIConnectionError) as caught:
        collected(client)

    assert caught.value.method == "GET"
    assert caught.value.url == f"{server.url}/"


def test_a_stream_that_stalls(sdk: Modules, connect: Native, scripted: Start) -> None:
    server = scripted(
        [answer(b'data: {"a":1}\n\n', media_type=EVENTS, length=99), threading.Event()]
    )

    with pytest.raises(sdk.errors.APITimeoutError):
        collected(connect(server.url), options={"timeout": 0.1})


def test_no_secret_is_in_an_error(sdk: Modules, native: Native, scripted: Start) -> None:
    server = scripted(FAULTS["ends before its length"])
    client = native(server.url, retries=0, headers={"Authorization": "Bearer SECRET"})

    with pytest.raises(sdk.errors.APIConnectionError) as caught:
        collected(client, options={"extra_query": {"api_key": "SECRET"}})

    error: BaseException | None = caught.value
    while error is not None:
        assert "SECRET" not in repr(error) + str(vars(error))
        error = error.__cause__ or error.__context__


# --- Connections


def endless() -> list[Any]:
    def forever() -> Any:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        while True:
            yield b'data: {"a":1}\n\n' * 100

    return [lambda _: forever()]


def test_every_end_frees_the_connection(native: Native, scripted: Start) -> None:
    """One connection is all that there is, and the next stream gets it at once."""
    client = native(scripted(*endless()).url, max_connections=1, timeout=2, retries=0)

    with stream(client) as items:
        next(items)
    for item in stream(client):
        assert item == {"a": 1}
        break
    closed = stream(client)
    next(closed)
    closed.close()
    with pytest.raises(StopIteration):
        next(closed)
    with pytest.raises(ZeroDivisionError), stream(client) as items:
        for _ in items:
            raise ZeroDivisionError
    stream(client)
    assert next(stream(client)) == {"a": 1}


def test_every_end_frees_the_connection_of_a_loop(native: Native, scripted: Start) -> None:
    async def main() -> None:
        settings = {"max_connections": 1, "timeout": 2, "retries": 0}
        client = native(scripted(*endless()).url, asynchronous=True, **settings)
        async with stream(client) as items:
            await anext(items)
        closed = await stream(client)
        await anext(closed)
        await closed.aclose()
        with pytest.raises(StopAsyncIteration):
            await anext(closed)
        async for item in stream(client):
            assert item == {"a": 1}
            break
        await stream(client)
        gc.collect()
        async with stream(client) as items:
            assert await anext(items) == {"a": 1}
        await client.close()

    asyncio.run(main())


def test_a_cancelled_stream_leaves_the_client_usable(native: Native, scripted: Start) -> None:
    stalled = [answer(b'data: {"a":1}\n\n', media_type=EVENTS, length=99), threading.Event()]
    server = scripted(stalled, stalled, [sent({"a": 2})])

    async def main() -> list[Any]:
        client = native(server.url, asynchronous=True, max_connections=1, timeout=5)

        async def reading() -> None:
            async for _ in stream(client):
                pass

        for _ in range(2):
            task = asyncio.create_task(reading())
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        found = [item async for item in stream(client)]
        await client.close()
        return found

    assert asyncio.run(main()) == [{"a": 2}]


def test_a_read_stream_leaves_its_connection_to_others(native: Native) -> None:
    """Read to its end, it keeps the connection alive for the next call."""
    with FaultServer() as server:
        server.will(faults.plain(200, b'data: {"a":1}\n\n', content_type=EVENTS))
        client = native(server.url, max_connections=1)

        with stream(client) as items:
            assert list(items) == [{"a": 1}]
            client.call("GET", "/", returns=bytes)

        assert server.accepted == 1


def test_a_stream_that_nobody_opens_warns(native: Native) -> None:
    client = native("http://localhost", asynchronous=True)

    with pytest.warns(RuntimeWarning, match=r"GET http://localhost/.* was never opened"):
        stream(client)
        gc.collect()


def test_a_closed_client_opens_no_stream(native: Native, scripted: Start) -> None:
    client = native(scripted([sent()]).url)
    client.close()

    with pytest.raises(RuntimeError, match="closed"):
        stream(client)


# --- Once more


def test_a_stream_goes_on_from_its_last_event(connect: Native, scripted: Start) -> None:
    """The connection breaks, it ends, then the stream says that it is over."""
    parts = [
        [
            answer(
                b'retry: 1\nid: 1\ndata: {"a":1}\n\nid: 2\ndata: {"a":',
                media_type=EVENTS,
                length=999,
            )
        ],
        [answer(b'id: 2\ndata: {"a":2}\n\n', media_type=EVENTS)],
        [answer(b'data: {"a":3}\n\n', media_type=EVENTS)],
        [answer(status="204 No Content")],
    ]
    server = scripted(*parts)

    assert collected(connect(server.url), options={"reconnect": True}) == [
        {"a": 1}, {"a": 2}, {"a": 3},
    ]  # fmt: skip
    assert [server.header("last-event-id", n) for n in range(4)] == [None, "1", "2", "2"]


def test_a_word_ends_a_stream_that_reconnects(connect: Native, scripted: Start) -> None:
    server = scripted([sent({"a": 1}, b"[DONE]")])

    assert collected(connect(server.url), options={"reconnect": True}) == [{"a": 1}]
    assert len(server.heads) == 1


def test_what_brings_nothing_is_given_up(sdk: Modules, connect: Native, scripted: Start) -> None:
    first = answer(b'retry: 1\ndata: {"a":1}\n\n', media_type=EVENTS)
    server = scripted([first], [RESET])
    client = connect(server.url)

    with pytest.raises(sdk.errors.APIConnectionError):
        collected(client, options={"reconnect": True})

    assert len(server.heads) == 6


def test_without_the_option_a_broken_stream_is_not_asked_for_again(
    sdk: Modules, connect: Native, scripted: Start
) -> None:
    server = scripted([answer(b'id: 1\ndata: {"a":1}\n\n', media_type=EVENTS, length=99)])

    with pytest.raises(sdk.errors.APIConnectionError):
        collected(connect(server.url))

    assert len(server.heads) == 1


def test_an_error_status_ends_it(sdk: Modules, connect: Native, scripted: Start) -> None:
    first = answer(b'retry: 1\ndata: {"a":1}\n\n', media_type=EVENTS)
    server = scripted([first], [answer(status="401 Unauthorized")])

    with pytest.raises(sdk.errors.AuthenticationError):
        collected(connect(server.url), options={"reconnect": True})


# --- Memory and time


def test_many_lines_take_no_memory(native: Native, scripted: Start) -> None:
    """20 MB in lines of 100 bytes; what is held at a time stays below 2 MB."""
    line = b'{"a":1,"b":"' + b"x" * 86 + b'"}\n'
    block = line * 1000

    def lines(_: str) -> Any:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n"
        for _ in range(200):
            yield block

    client = native(scripted(lines).url)
    items = stream(client, Any, LINES)
    next(items)
    tracemalloc.start()
    count = 1 + sum(1 for _ in items)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 200_000
    assert peak < 2_000_000


def test_a_stream_costs_little_over_its_bytes(sdk: Modules) -> None:
    """20,000 events with models, in less than a second and a half."""
    reading = sdk.streaming.Reading(sdk.models.TaskVersion, EVENTS)
    reader = sdk.streaming.ItemReader(reading, RuntimeError)
    response = sdk.responses.Response(200, "", sdk.headers.HTTPHeaders())
    piece = b'event: message\nid: 12\ndata: {"version":"1"}\n\n' * 100
    assert reader.begin(response)

    started = time.perf_counter()
    count = sum(1 for _ in range(200) for _ in reader.feed(piece))

    assert count == 20_000
    assert time.perf_counter() - started < 1.5
