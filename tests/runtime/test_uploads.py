"""Bodies that are read while they are sent: from files, paths and iterables, in constant memory."""

from __future__ import annotations

import asyncio
import email
import io
import os
import re
import resource
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import Modules, Server
from .scripted import answer

Native = Callable[..., Any]
Send = Callable[..., Any]

pytestmark = [
    pytest.mark.filterwarnings("error"),
    # Connections that other tests left to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MEGABYTES = int(os.environ.get("STREAMED_MB", "200"))
BODY = bytes(range(256)) * 4096  # 1 MiB


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def sending(request: pytest.FixtureRequest, native: Native, server: Server) -> Send:
    """Send a body with a client of either kind, and return what the server received."""

    def send(*arguments: Any, url: str = server.url, method: str = "POST", **options: Any) -> Any:
        client = native(url, asynchronous=request.param, **options)
        if not request.param:
            client.call(method, "/", *arguments, returns=None)
        else:

            async def calling() -> None:
                async with client:
                    await client.call(method, "/", *arguments, returns=None)

            asyncio.run(calling())
        return server.received[-1] if server.received else None

    return send


def pieces() -> Iterator[bytes]:
    yield b"ab"
    yield b"c"


async def awaited_pieces() -> AsyncIterator[bytes]:
    yield b"ab"
    await asyncio.sleep(0)
    yield b"c"


def content(sdk: Modules, value: Any) -> Any:
    return sdk.arguments.calls.Content(value, "application/octet-stream")


# --- What is sent, and whether its length is announced


def test_a_path(sdk: Modules, sending: Send, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(BODY)

    got = sending(content(sdk, tmp_path / "f"))

    assert got.body == BODY
    assert got.header("content-length") == str(len(BODY))
    assert got.header("transfer-encoding") is None


def test_an_open_file_from_where_it_stands(sdk: Modules, sending: Send, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"head" + BODY)

    with (tmp_path / "f").open("rb") as file:
        file.seek(4)
        got = sending(content(sdk, file))

    assert got.body == BODY
    assert got.header("content-length") == str(len(BODY))


def test_an_empty_file(sdk: Modules, sending: Send, tmp_path: Path) -> None:
    (tmp_path / "f").touch()

    got = sending(content(sdk, tmp_path / "f"))

    assert (got.body, got.header("content-length")) == (b"", "0")


def test_a_file_of_text(sdk: Modules, sending: Send) -> None:
    """How many bytes its letters are is known when they have been read."""
    got = sending(content(sdk, io.StringIO("Grüße")))

    assert got.body == "Grüße".encode()
    assert got.header("transfer-encoding") == "chunked"


@pytest.mark.parametrize(
    "value",
    [pieces, lambda: [b"ab", b"c"], lambda: iter(["ab", "c"])],
    ids=["generator", "list", "text"],
)
def test_an_iterable(sdk: Modules, sending: Send, value: Callable[[], Any]) -> None:
    got = sending(content(sdk, value()))

    assert got.body == b"abc"
    assert got.header("transfer-encoding") == "chunked"
    assert got.header("content-length") is None


def test_an_asynchronous_iterable(sdk: Modules, native: Native, server: Server) -> None:
    async def calling() -> None:
        async with native(server.url, asynchronous=True) as client:
            await client.call("POST", "/", content(sdk, awaited_pieces()), returns=None)

    asyncio.run(calling())

    assert server.last.body == b"abc"
    with pytest.raises(TypeError, match="asynchronous client"):
        native(server.url).call("POST", "/", content(sdk, awaited_pieces()), returns=None)


def test_a_pipe(sdk: Modules, sending: Send) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as end:
        end.write(b"abc")

    with os.fdopen(reading, "rb") as file:
        got = sending(content(sdk, file))

    assert got.body == b"abc"
    assert got.header("transfer-encoding") == "chunked"


def test_what_is_no_content(sdk: Modules, sending: Send, server: Server) -> None:
    for value in (5, {"a": b"b"}):
        with pytest.raises(TypeError, match=f"cannot send {type(value).__name__}"):
            sending(content(sdk, value))
    with pytest.raises(FileNotFoundError):
        sending(content(sdk, Path("/no/such/file")))
    assert server.received == []


def test_a_file_that_grows_is_sent_as_announced(
    sdk: Modules, sending: Send, tmp_path: Path
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    body = content(sdk, path)
    made = body.body(path)
    path.write_bytes(b"abcdef")

    assert b"".join(made.content) == b"abc"


def test_a_file_that_shrinks_is_an_error(sdk: Modules, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    made = content(sdk, path).body(path)
    path.write_bytes(b"a")

    with pytest.raises(OSError, match="shorter"):
        b"".join(made.content)


def test_an_error_of_the_program_is_its_own(sdk: Modules, sending: Send, server: Server) -> None:
    def failing() -> Iterator[bytes]:
        yield b"a"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sending(content(sdk, failing()))


# --- Forms


def parts(got: Any) -> dict[str, tuple[str | None, str, bytes]]:
    """The parts of a form: file name, media type, content."""
    head = f"Content-Type: {got.header('content-type')}\r\n\r\n".encode()
    message = email.message_from_bytes(head + got.body)
    found = {}
    for part in message.get_payload():
        name = part.get_param("name", header="content-disposition")
        found[name] = (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
    return found


def test_files_of_a_form(sdk: Modules, sending: Send, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(BODY)
    with (tmp_path / "a.bin").open("rb") as file:
        form = {
            "path": tmp_path / "a.bin",
            "file": file,
            "named": ("b.txt", b"b", "text/plain"),
            "text": "t",
        }
        got = sending(sdk.arguments.Multipart(form, Any))

    assert parts(got) == {
        "path": ("a.bin", "application/octet-stream", BODY),
        "file": ("a.bin", "application/octet-stream", BODY),
        "named": ("b.txt", "text/plain", b"b"),
        "text": (None, "text/plain", b"t"),
    }
    assert got.header("content-length") == str(len(got.body))


def test_a_form_of_unknown_length(sdk: Modules, sending: Send) -> None:
    got = sending(sdk.arguments.Multipart({"file": ("a", pieces(), "text/plain")}, Any))

    assert parts(got) == {"file": ("a", "text/plain", b"abc")}
    assert got.header("transfer-encoding") == "chunked"


# --- Sent again


def again(sdk: Modules, value: Any) -> bool:
    body = content(sdk, value).body(value)
    request = sdk.request.Request("PUT", "http://x/", {}, (), body.content, (1, 1, 1, 1))
    return bool(request.replayable)


def test_what_can_be_sent_again(sdk: Modules, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abc")
    reading, writing = os.pipe()
    with (
        (tmp_path / "f").open("rb") as file,
        os.fdopen(reading, "rb") as pipe,
        os.fdopen(writing, "wb"),
    ):
        assert again(sdk, b"abc")
        assert again(sdk, tmp_path / "f")
        assert again(sdk, file)
        assert again(sdk, [b"a"])
        assert not again(sdk, pipe)
    assert not again(sdk, pieces())
    assert not again(sdk, awaited_pieces())


def test_a_file_is_sent_again_from_its_start(
    sdk: Modules, sending: Send, server: Server, tmp_path: Path
) -> None:
    """The first attempt is answered with 503."""
    (tmp_path / "f").write_bytes(b"head" + BODY)
    for value in (tmp_path / "f", (tmp_path / "f").open("rb")):
        if hasattr(value, "seek"):
            value.seek(4)
        server.received.clear()
        server.will(503, b"{}", retry_after="0").then(200, b"{}")
        sending(content(sdk, value), method="PUT", retries=2)
        bodies = [got.body for got in server.received]
        assert len(bodies) == 2
        assert bodies[0] == bodies[1]
        assert bodies[0].endswith(BODY)
    value.close()


def test_what_can_be_read_once_is_sent_once(sdk: Modules, sending: Send, server: Server) -> None:
    server.will(503, b"{}", retry_after="0").then(200, b"{}")

    with pytest.raises(sdk.errors.InternalServerError):
        sending(content(sdk, pieces()), method="PUT", retries=2)

    assert len(server.received) == 1


def test_a_redirect_gets_the_file_again(
    sdk: Modules, sending: Send, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "f").write_bytes(b"abc")
    server.will(307, b"", location="/elsewhere").then(200, b"{}")

    assert sending(content(sdk, tmp_path / "f")).body == b"abc"
    assert [got.line for got in server.received] == ["POST /", "POST /elsewhere"]


def test_a_server_that_hangs_up_amid_the_body(sdk: Modules, sending: Send, tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.truncate(50_000_000)

    def hanging_up(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        connection.recv(65536)
        connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=hanging_up, args=(listener,), daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(sdk.errors.APIConnectionError):
            sending(content(sdk, tmp_path / "f"), url=url, retries=0)


# --- Memory and time


def taking(listener: socket.socket, sizes: list[int]) -> None:
    """Take a body of any size, and keep its size only."""
    connection, _ = listener.accept()
    with connection:
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        head, _, rest = data.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])  # type: ignore[index]
        size = len(rest)
        while size < length:
            size += len(connection.recv(1 << 20))
        sizes.append(size)
        connection.sendall(answer(b"{}", media_type="application/json"))


@pytest.mark.parametrize("kind", ["content", "form"])
def test_a_large_file_takes_no_memory(
    sdk: Modules, sending: Send, tmp_path: Path, kind: str
) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.truncate(MEGABYTES * 1024 * 1024)
    sizes: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=taking, args=(listener, sizes), daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        path = tmp_path / "f"
        body = (
            content(sdk, path) if kind == "content" else sdk.arguments.Multipart({"f": path}, Any)
        )
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sending(body, url=url, retries=0)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert sizes[0] - MEGABYTES * 1024 * 1024 in range(0, 500)
    assert after - before < 30_000


def test_a_slow_file_does_not_stop_the_loop(sdk: Modules, native: Native, server: Server) -> None:
    """While a disk takes its time, other tasks run."""

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            threading.Event().wait(0.2)
            return super().read(size)

    async def main() -> int:
        ticks = 0

        async def ticking() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        other = asyncio.create_task(ticking())
        async with native(server.url, asynchronous=True) as client:
            await client.call("POST", "/", content(sdk, Slow(b"abc")), returns=None)
        other.cancel()
        return ticks

    assert asyncio.run(main()) >= 5
    assert server.last.body == b"abc"
