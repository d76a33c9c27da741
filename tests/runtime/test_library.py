"""Which library sends the requests, and that both of them send the same and read the same."""

from __future__ import annotations

import asyncio
import copy
import gzip
import os
import pickle
import random
import socket
import subprocess
import sys
import textwrap
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import faults
import httpx2
import pytest
from faults import FaultServer

from .conftest import Modules

pytest.importorskip("pyreqwest.client")

LIBRARIES = ("httpx2", "pyreqwest")

HEADERS = {"Accept": "application/json", "User-Agent": "tests"}


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def made(sdk: Modules, server: FaultServer) -> Callable[..., Any]:
    """Make a native client, connected, and return the name of the class that sends its requests."""

    def make(prefix: str = "", **options: Any) -> str:
        base = getattr(sdk.native, f"Native{prefix}Client")
        api = sdk.native.Api("sample-sdk", "SAMPLE", server.url)
        client = type("Client", (base,), {"_api": api})(**options)
        return type(client._driver._connected()).__name__

    return make


# --- The choice


@pytest.mark.parametrize(("prefix", "usual"), [("", "PyreqwestTransport"), ("Async", "Transport")])
def test_an_installed_extra_is_used_where_that_is_usual_or_said(
    made: Callable[..., str], pyreqwest: None, prefix: str, usual: str
) -> None:
    assert made(prefix) == f"{prefix}{usual}"
    assert made(prefix, transport="pyreqwest") == f"{prefix}PyreqwestTransport"
    assert made(prefix, transport="httpx2") == f"{prefix}Transport"


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_what_a_program_brings_along_goes_first(
    made: Callable[..., str], pyreqwest: None, prefix: str
) -> None:
    own = httpx2.MockTransport(lambda _: httpx2.Response(200))

    assert made(prefix, transport=own) == f"{prefix}Transport"
    client = httpx2.AsyncClient(transport=own) if prefix else httpx2.Client(transport=own)
    assert made(prefix, http_client=client) == f"{prefix}Transport"


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_without_the_extra_requests_go_by_httpx2(made: Callable[..., str], prefix: str) -> None:
    assert made(prefix) == f"{prefix}Transport"
    with pytest.raises(ValueError, match=r"needs the extra `fast`: .*pyreqwest"):
        made(prefix, transport="pyreqwest")
    with pytest.raises(ValueError, match='transport must be "httpx2", "pyreqwest", or'):
        made(prefix, transport="curl")


def test_an_older_version_is_not_used(
    made: Callable[..., str], pyreqwest: None, sdk: Modules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sdk.library, "_FLOOR", (999,))

    assert made() == "Transport"
    with pytest.raises(ValueError, match="pyreqwest is older than 999"):
        made(transport="pyreqwest")


def test_the_documented_styles_choose_by_their_configuration(
    sdk: Modules, pyreqwest: None, server: FaultServer
) -> None:
    configuration = sdk.configuration.Configuration(host=server.url)
    for library, name in ((None, "Pyreqwest"), ("httpx2", ""), ("pyreqwest", "Pyreqwest")):
        configuration.transport = library
        with sdk.api_client.ApiClient(configuration) as client:
            client.call("GET", "/", returns=Any)
            assert type(client._driver._transport).__name__ == f"{name}Transport"
    configuration.transport = "curl"
    with (
        pytest.raises(ValueError, match="transport must be"),
        sdk.api_client.ApiClient(configuration) as c,
    ):
        c.call("GET", "/", returns=Any)


# --- The same on the wire


class Wire:
    """Answers everything with an empty object, and keeps the bytes that it got."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                reader = connection.makefile("rb")
                head, length, chunked = b"", 0, False
                while (line := reader.readline()).strip():
                    head += line
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                    chunked |= name.lower() == b"transfer-encoding"
                body = reader.read(length)
                while chunked and (size := int(reader.readline() or b"0", 16)):
                    body += reader.read(size)
                    reader.readline()
                self.got.append(head + b"\r\n" + body)
                connection.sendall(
                    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                )

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    running = Wire()
    yield running
    running.close()


@pytest.fixture
def transport(sdk: Modules, pyreqwest: None) -> Iterator[Callable[..., Any]]:
    """Send a request by a library: `transport("httpx2", request)`."""
    made: dict[Any, Any] = {}

    def send(library: str, request: Any, **connection: Any) -> Any:
        key = library, str(connection)
        if key not in made:
            settings = sdk.settings.Connection(**connection)
            made[key] = sdk.library.transport(settings, library)
        return made[key].send(request)

    yield send
    for each in made.values():
        each.close()


def test_an_async_transport_sends_the_same(sdk: Modules, pyreqwest: None, wire: Wire) -> None:
    async def main() -> None:
        for library in LIBRARIES:
            transport = sdk.library.async_transport(sdk.settings.Connection(), library)
            for method, content in (("POST", b"{}"), ("POST", None), ("GET", None)):
                request = sdk.request.Request(
                    method, f"{wire.url}/a", HEADERS, (), content, sdk.settings.Timeouts()
                )
                assert (await transport.send(request)).data == b"{}"
            await transport.aclose()

    asyncio.run(main())
    assert [parts(each) for each in wire.got[:3]] == [parts(each) for each in wire.got[3:]]


def parts(request: bytes) -> tuple[bytes, list[tuple[bytes, bytes]], bytes]:
    """A request as it has to be understood: the order of fields, and the case of names, is free."""
    head, _, body = request.partition(b"\r\n\r\n")
    line, *fields = head.strip().split(b"\r\n")
    pairs = [each.partition(b":") for each in fields]
    return line, sorted((name.lower(), value.strip()) for name, _, value in pairs), body


REQUESTS: dict[str, dict[str, Any]] = {
    "a list": {"url": "/items?page=2&tag=a%20b&tag=c"},
    "reserved characters": {"url": "/a;b=1,2/~x!$&'()*+,;=:@?q=[1]&y={}"},
    "an apostrophe in the query": {"url": "/a?name='x'"},
    "escapes that are none": {"url": "/a%zz"},
    "an escaped slash": {"url": "/a%2Fb"},
    "segments of dots": {"url": "/a/%2E%2E/b/%2e"},
    "an empty query": {"url": "/a?"},
    "empty segments": {"url": "//a//b/"},
    "other characters": {"url": '/é|"<>`^?x="<>`^|'},
    "JSON": {
        "method": "POST",
        "content": b'{"a":1}',
        "headers": {"Content-Type": "application/json"},
    },
    "no body": {"method": "POST"},
    "an empty body": {"method": "PUT", "content": b""},
    "a body of DELETE": {"method": "DELETE", "content": b"{}"},
    "DELETE": {"method": "DELETE"},
    "QUERY": {"method": "QUERY", "content": b"{}"},
    "HEAD": {"method": "HEAD"},
    "a large body": {"method": "PUT", "content": b"x" * 200_000},
    "a header in Latin-1": {"headers": {"X-Name": "Ré"}},
    "a header in UTF-8": {"headers": {"X-Name": "中"}},
    "cookies": {"headers": {"Cookie": "a=1; b=2"}},
    "a coding of ones own": {"headers": {"Accept-Encoding": "identity"}},
    "nothing but what there must be": {"only": {}},
}


@pytest.mark.parametrize("case", REQUESTS)
def test_both_send_the_same(
    sdk: Modules, transport: Callable[..., Any], wire: Wire, case: str
) -> None:
    given = REQUESTS[case]
    headers = given.get("only", {**HEADERS, **given.get("headers", {})})
    request = sdk.request.Request(
        given.get("method", "GET"),
        wire.url + given.get("url", "/a"),
        headers,
        (),
        given.get("content"),
        sdk.settings.Timeouts(5, 5, 5, 5),
    )
    for library in LIBRARIES:
        assert transport(library, request).status == 200

    one, other = map(parts, wire.got)
    assert one == other


@pytest.mark.parametrize("known", [True, False])
def test_both_send_uploads(
    sdk: Modules, transport: Callable[..., Any], wire: Wire, tmp_path: Path, known: bool
) -> None:
    (tmp_path / "file").write_bytes(b"x" * 1000)
    for library in LIBRARIES:
        source: Any = tmp_path / "file" if known else iter([b"ab", b"c"])
        upload = sdk.uploads.payload([sdk.uploads.piece_of(source)])
        request = sdk.request.Request(
            "PUT", f"{wire.url}/", HEADERS, (), upload, sdk.settings.Timeouts(5, 5, 5, 5)
        )
        assert transport(library, request).status == 200

    one, other = map(parts, wire.got)
    assert one == other
    assert one[2] == (b"x" * 1000 if known else b"abc")


def test_what_reading_a_body_raises_comes_through(
    sdk: Modules, transport: Callable[..., Any], wire: Wire
) -> None:
    def broken() -> Iterator[bytes]:
        yield b"a"
        raise KeyError("broken")

    for library in LIBRARIES:
        upload = sdk.uploads.payload([sdk.uploads.piece_of(broken())])
        request = sdk.request.Request(
            "PUT", f"{wire.url}/", HEADERS, (), upload, sdk.settings.Timeouts(5, 5, 5, 5)
        )
        with pytest.raises(KeyError, match="broken"):
            transport(library, request)


@pytest.mark.parametrize(
    "url",
    [
        "http://h/a?b=c",
        "http://h:80/a",
        "https://EXAMPLE.com:443/a%2Fb?x='1'&y=/..",
        "http://h/a/../b",
        "http://h/.a",
        "http://[::1]:8/a?",
        "http://u:p@h/a",
        "http://h/é?ü",
        "http://h?x",
        "http://h/%zz",
        "http://bücher.example/a",
    ],
)
def test_an_address_that_is_not_parsed_is_the_same(sdk: Modules, url: str) -> None:
    address, parsed = sdk.transport._address(url), httpx2.URL(url)
    for name in ("raw_scheme", "raw_host", "port", "raw_path", "netloc", "path", "query", "params"):
        assert getattr(address, name) == getattr(parsed, name)
    assert (address, str(address), hash(address)) == (parsed, str(parsed), hash(parsed))
    assert address.copy_with(path="/x") == parsed.copy_with(path="/x")
    assert copy.copy(address) == pickle.loads(pickle.dumps(address)) == parsed


# --- The same of an answer


def packed(data: bytes, raw: bool) -> bytes:
    compressor = zlib.compressobj(wbits=-15 if raw else 15)
    return compressor.compress(data) + compressor.flush()


def raw_answer(body: bytes, *fields: str, status: str = "200 OK") -> faults.Answer:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *fields, "", ""]
    return faults.raw("\r\n".join(lines).encode("latin-1") + body)


ANSWERS: dict[str, faults.Answer] = {
    "gzip": raw_answer(gzip.compress(b"abc" * 99), "Content-Encoding: gzip"),
    "deflate": raw_answer(packed(b"abc", False), "Content-Encoding: deflate"),
    "raw deflate": raw_answer(packed(b"abc", True), "Content-Encoding: deflate"),
    "twice": raw_answer(gzip.compress(packed(b"abc", False)), "Content-Encoding: deflate, gzip"),
    "twice, in two fields": raw_answer(
        gzip.compress(packed(b"abc", False)), "Content-Encoding: deflate", "Content-Encoding: gzip"
    ),
    "an unknown coding": raw_answer(b"abc", "Content-Encoding: rot13"),
    "no gzip": raw_answer(b"abc", "Content-Encoding: gzip"),
    "fields that are repeated": raw_answer(b"{}", "Set-Cookie: a=1", "Set-Cookie: b=2", "X-A: 1"),
    "an empty field": raw_answer(b"{}", "X-Empty:"),
    "a field over two lines": raw_answer(b"{}", "X-Long: a", " b"),
    "204": faults.raw(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "an interim answer": faults.raw(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1"
    ),
    "until the end": faults.raw(b"HTTP/1.1 200 OK\r\n\r\nabc"),
    "HTTP/1.0": faults.raw(b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n1"),
    "404": raw_answer(b"no", status="404 Not Found"),
    "an unknown status": raw_answer(b"no", status="299 "),
}


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("case", ANSWERS)
def test_both_read_the_same(
    sdk: Modules, transport: Callable[..., Any], server: FaultServer, case: str, streamed: bool
) -> None:
    found: list[Any] = []
    for library in LIBRARIES:
        server.will(ANSWERS[case])
        request = sdk.request.Request(
            "GET", f"{server.url}/", HEADERS, (), None, sdk.settings.Timeouts(5, 5, 5, 5),
            stream=streamed,
        )  # fmt: skip
        outcome = transport(library, request)
        found.append(outcome)
        if isinstance(outcome, sdk.responses.Response):
            data = outcome.data
            if outcome.source is not None:
                try:
                    data = b"".join(outcome.source)
                except sdk.responses.Failure as failure:
                    found[-1] = failure
                    continue
            fields = [(n.lower(), outcome.headers.getlist(n)) for n in outcome.headers]
            found[-1] = (outcome.status, outcome.reason, fields, data)
        else:
            found[-1] = outcome
    one, other = (
        (each.timed_out, each.sent, each.final) if isinstance(each, Exception) else each
        for each in found
    )
    assert one == other


def test_names_of_fields_are_spelled_as_usual(
    sdk: Modules, transport: Callable[..., Any], server: FaultServer
) -> None:
    server.will(raw_answer(b"", "content-type: text/plain", "X-REQUEST-ID: 1"))
    request = sdk.request.Request(
        "GET", f"{server.url}/", HEADERS, (), None, sdk.settings.Timeouts(5, 5, 5, 5)
    )

    answer = transport("pyreqwest", request)

    assert [*answer.headers] == ["Content-Length", "Content-Type", "X-Request-Id"]


def test_a_field_that_is_not_ascii_is_left_out(
    sdk: Modules, transport: Callable[..., Any], server: FaultServer
) -> None:
    server.will(raw_answer(b"{}", "X-Name: R\xe9", "X-A: 1", "X-A: 2"))
    request = sdk.request.Request(
        "GET", f"{server.url}/", HEADERS, (), None, sdk.settings.Timeouts(5, 5, 5, 5)
    )

    assert transport("httpx2", request).headers["x-name"] == "Ré"
    answer = transport("pyreqwest", request)

    assert "x-name" not in answer.headers
    assert answer.headers.getlist("x-a") == ["1", "2"]


def test_no_failure_quotes_the_address(
    sdk: Modules, transport: Callable[..., Any], server: FaultServer
) -> None:
    for answer in (faults.drop, faults.reset, faults.truncate, faults.not_http):
        server.will(answer)
        request = sdk.request.Request(
            "GET", f"{server.url}/?key=s3cret", HEADERS, (), None, sdk.settings.Timeouts(5, 5, 5, 5)
        )
        failure = transport("pyreqwest", request)
        assert "s3cret" not in failure.reason and server.url not in failure.reason


# --- What goes by httpx2


@pytest.mark.parametrize(
    ("connection", "timeouts", "fast"),
    [
        ({}, 1, True),
        ({"verify": False, "http2": True}, 1, True),
        ({"verify": "ca.pem"}, 1, False),
        ({}, 8, True),
        ({}, 9, False),
    ],
)
def test_who_connects(
    sdk: Modules, pyreqwest: None, connection: dict[str, Any], timeouts: int, fast: bool
) -> None:
    transport = sdk.library.transport(sdk.settings.Connection(**connection), "pyreqwest")
    for seconds in range(1, timeouts + 1):
        client = transport._clients.get(
            sdk.request.Request(
                "GET", "http://a/", HEADERS, (), None, sdk.settings.Timeouts(seconds, 1, 1, 1)
            )
        )
    assert (client is not None) == fast
    transport.close()


def test_places_of_cancelled_calls_are_free_at_once(
    sdk: Modules, pyreqwest: None, server: FaultServer
) -> None:
    server.choose = lambda r: faults.json("ok") if r.path == "/ok" else faults.late(9, faults.drop)
    connection = sdk.settings.Connection(max_connections=2)

    def request(path: str) -> Any:
        limits = sdk.settings.Timeouts(5, 5, 5, 0.5)
        return sdk.request.Request("GET", server.url + path, HEADERS, (), None, limits)

    async def main() -> None:
        transport = sdk.library.async_transport(connection, "pyreqwest")
        waiting = [asyncio.ensure_future(transport.send(request("/"))) for _ in range(2)]
        while len(server.received) < 2:
            await asyncio.sleep(0.001)
        failure = await transport.send(request("/ok"))
        assert failure.timed_out and not failure.sent and "PoolTimeout" in failure.reason
        for each in waiting:
            each.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert (await transport.send(request("/ok"))).data == b'"ok"'
        # As many as the pool has places may still be on their way: more of them go by httpx2.
        (pool,) = transport._pools.values()
        assert pool.built(request("/ok")) is None
        await transport.aclose()

    asyncio.run(main())


@pytest.mark.parametrize(("read", "daemon", "fast"), [(5, 0, 1), (None, 0, 0), (5, 1, 0)])
def test_who_sends_in_an_event_loop(
    sdk: Modules, pyreqwest: None, wire: Wire, read: float | None, daemon: bool, fast: bool
) -> None:
    limits = sdk.settings.Timeouts(5, read, 5, 5)
    request = sdk.request.Request("GET", f"{wire.url}/", HEADERS, (), None, limits)

    async def main() -> None:
        transport = sdk.library.async_transport(sdk.settings.Connection(), "pyreqwest")
        assert (await transport.send(request)).data == b"{}"
        by_httpx2 = bool(transport._other._clients)
        await transport.aclose()
        assert by_httpx2 != fast

    in_thread(lambda: asyncio.run(main()), daemon=bool(daemon))


def in_thread(run: Callable[[], None], daemon: bool) -> None:
    """Run something in a thread, and raise what it raises."""
    raised: list[BaseException] = []

    def caught() -> None:
        try:
            run()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=caught, daemon=daemon)
    thread.start()
    thread.join()
    for each in raised:
        raise each


@pytest.mark.parametrize("way", ["cancelled", "forgotten"])
def test_streams_that_nobody_reads_free_their_connections(
    sdk: Modules, pyreqwest: None, server: FaultServer, way: str
) -> None:
    server.will(faults.drip)
    limits = sdk.settings.Timeouts(5, 5, 5, 5)
    request = sdk.request.Request("GET", f"{server.url}/", HEADERS, (), None, limits, stream=True)

    async def main() -> None:
        transport = sdk.library.async_transport(sdk.settings.Connection(), "pyreqwest")

        async def read() -> None:
            answer = await transport.send(request)
            async for _ in answer.source:
                if way == "forgotten":
                    return

        reading = [asyncio.ensure_future(read()) for _ in range(30)]
        await asyncio.sleep(0.1)
        for each in reading:
            each.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        async with asyncio.timeout(4):
            while server.open:
                await asyncio.sleep(0.01)
        (pool,) = transport._pools.values()
        assert not pool._places.locked() and pool._places._value == 100
        await transport.aclose()

    asyncio.run(main())


#: Programs that end while pyreqwest has something to say to an event loop, or has just said it.
ENDS = (
    "asyncio.run(main(1))",
    "asyncio.run(main(20))",
    "asyncio.new_event_loop().run_until_complete(main(20))",
    "threading.Thread(target=asyncio.run, args=[main(99)], daemon=True).start(); time.sleep(0.1)",
)


def test_programs_end_well(package: Path, server: FaultServer) -> None:
    """Python 3.11 to 3.13 kill a process where a thread comes back to Python that has ended."""
    server.choose = lambda _: faults.late(random.uniform(0, 0.005), faults.json("ok"))
    program = textwrap.dedent(f"""
        import asyncio, sys, threading, time
        sys.path.insert(0, {str(package)!r})
        from sample_sdk._runtime import library, request, settings

        async def main(calls):
            transport = library.async_transport(settings.Connection(), "pyreqwest")
            each = request.Request(
                "GET", {server.url + "/"!r}, {HEADERS!r}, (), None, settings.Timeouts()
            )
            sending = [asyncio.ensure_future(transport.send(each)) for _ in range(calls)]
            assert (await sending[0]).data == b'"ok"'

    """)
    # One after the other: among many, a thread seldom comes too late.
    for end in ENDS * 3:
        ended = subprocess.run(
            [sys.executable, "-c", program + end], capture_output=True, text=True
        )
        assert (ended.stderr, ended.returncode) == ("", 0)


# --- Memory

#: A gigabyte takes some seconds.
MEGABYTES = 1024 if os.environ.get("CLIENTLOOM_ALL_FAULTS") == "1" else 96


def resident() -> float:
    """The megabytes that this process has: those of Rust are not counted by Python."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
@pytest.mark.parametrize("asynchronous", [False, True])
def test_much_is_streamed_in_little_memory(
    native: Callable[..., Any], server: FaultServer, asynchronous: bool
) -> None:
    def much(connection: socket.socket, received: faults.Received) -> bool:
        size = MEGABYTES * 2**20
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
        for _ in range(MEGABYTES):
            connection.sendall(bytes(2**20))
        return False

    server.will(much)
    client = native(server.url, asynchronous=asynchronous)
    peaks: list[float] = []

    def seen(length: int, found: list[int]) -> None:
        found.append(length)
        if len(found) % 50 == 0:
            peaks.append(resident())

    async def main() -> int:
        found: list[int] = []
        if asynchronous:
            async with client.call_open("GET", "/", returns=bytes) as opened:
                async for piece in opened.iter_bytes():
                    seen(len(piece), found)
            await client.close()
        else:
            with client.call_open("GET", "/", returns=bytes) as opened:
                for piece in opened.iter_bytes():
                    seen(len(piece), found)
        return sum(found)

    assert asyncio.run(main()) == MEGABYTES * 2**20
    assert max(peaks) - peaks[0] < 24
