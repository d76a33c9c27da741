"""Answers that are left open: in pieces, in lines, in a file, and resumed when they break off."""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Modules
from .scripted import RESET, Scripted, answer, chunked

Native = Callable[..., Any]
Start = Callable[..., Scripted]

pytestmark = [
    pytest.mark.filterwarnings("error"),
    # Connections that other tests left to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

#: What CI streams; `STREAMED_MB=1000` for a gigabyte.
MEGABYTES = int(os.environ.get("STREAMED_MB", "200"))

BODY = bytes(range(256)) * 4096  # 1 MiB


class Client:
    """A client of either kind, as if it were one that waits."""

    def __init__(self, made: Any) -> None:
        self._made = made

    def do(self, *steps: str | tuple[Any, ...], returns: Any = bytes, **settings: Any) -> Any:
        """Open an answer, call its methods by name, and return the result of the last."""
        calls = [(step,) if isinstance(step, str) else step for step in steps]
        result: Any = None
        if hasattr(self._made, "__enter__"):
            with self._made.call_open("GET", "/", returns=returns, **settings) as opened:
                for name, *arguments in calls:
                    options = (
                        arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
                    )
                    result = getattr(opened, name)(*arguments, **options)
                    result = list(result) if name.startswith("iter") else result
            return result
        return asyncio.run(self._awaited(calls, returns, settings))

    async def _awaited(self, calls: Any, returns: Any, settings: Any) -> Any:
        result: Any = None
        async with (
            self._made,
            self._made.call_open("GET", "/", returns=returns, **settings) as opened,
        ):
            for name, *arguments in calls:
                options = arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
                called = getattr(opened, name)(*arguments, **options)
                result = [i async for i in called] if name.startswith("iter") else await called
        return result


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def connect(request: pytest.FixtureRequest, native: Native) -> Callable[..., Client]:
    def make(url: str, **options: Any) -> Client:
        settings = {"retries": 0, "max_connections": 1, "timeout": 5, **options}
        return Client(native(url, asynchronous=request.param, **settings))

    return make


# --- Reading


def test_pieces(connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(BODY)]).url)

    pieces = client.do("iter_bytes")

    assert b"".join(pieces) == BODY
    assert len(pieces) > 1


def test_read_again(connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(b"abc")]).url)

    assert client.do("read", "read", "iter_bytes") == [b"abc"]


def test_pieces_can_be_had_once(connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(b"abc")]).url)

    with pytest.raises(RuntimeError, match="has been read"):
        client.do("iter_bytes", "read")


def test_parsed(sdk: Modules, connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(b'{"version":"1"}', media_type="application/json")]).url)

    assert client.do("parsed", returns=sdk.models.TaskVersion).version == "1"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("utf-8", "a\nä\r\nb\rc\u2028d"),
        ("utf-16", "a\nä\r\nb\rc\n"),
        ("latin-1", "ä\n\nö"),
        ("x", "a"),
    ],
)
def test_lines(connect: Native, scripted: Start, charset: str, text: str) -> None:
    """Cut anywhere, in any charset; only CR and LF end a line."""
    body = text.encode("utf-8" if charset == "x" else charset)
    chunks = [body[i : i + 1] for i in range(len(body))]
    client = connect(scripted([chunked(*chunks, media_type=f"text/plain; charset={charset}")]).url)

    expected = re.split("\r\n|\r|\n", text)
    assert client.do("iter_lines") == (expected if expected[-1] else expected[:-1])


def test_what_is_compressed_is_not_when_it_comes(connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(gzip.compress(BODY), "Content-Encoding: gzip")]).url)

    assert client.do("read") == BODY


def test_status_and_headers(native: Native, scripted: Start) -> None:
    server = scripted([answer(b"abc", "X-Request-Id: r", status="206 Partial Content")])

    with native(server.url).call_open("GET", "/", returns=bytes) as opened:
        assert opened.status_code == 206
        assert opened.request_id == "r"
        assert repr(opened) == f"<StreamingResponse 206 (GET {server.url}/)>"


def test_an_answer_that_is_not_opened_has_no_status(native: Native) -> None:
    opened = native("http://localhost", asynchronous=True).call_open("GET", "/", returns=bytes)

    with pytest.raises(RuntimeError, match="is not open"):
        print(opened.status_code)


def test_an_error_status_is_its_error(sdk: Modules, connect: Native, scripted: Start) -> None:
    client = connect(scripted([answer(b"no", status="403 Forbidden")]).url)

    with pytest.raises(sdk.errors.PermissionDeniedError) as caught:
        client.do("read")

    assert caught.value.text == "no"


FAULTS = {
    "cut": [answer(BODY, length=len(BODY) + 1)],
    "reset": [answer(BODY[:1000], length=len(BODY)), RESET],
    "no last chunk": [chunked(BODY, media_type="text/plain", end=False)],
    "not compressed": [answer(BODY, "Content-Encoding: gzip")],
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", ["read", "iter_bytes", "iter_lines", "parsed", "file"])
def test_a_broken_body(
    sdk: Modules, connect: Native, scripted: Start, fault: str, step: str, tmp_path: Path
) -> None:
    client = connect(scripted(FAULTS[fault]).url)
    target = tmp_path / "file"

    with pytest.raises(sdk.errors.APIConnectionError):
        client.do(("stream_to_file", target) if step == "file" else step)

    assert list(tmp_path.iterdir()) == []


def test_more_than_was_announced_is_no_part_of_it(connect: Native, scripted: Start) -> None:
    assert connect(scripted([answer(b"abcdef", length=3)]).url).do("read") == b"abc"


def test_an_answer_that_is_left_frees_its_connection(native: Native, scripted: Start) -> None:
    client = native(scripted([answer(BODY * 50)]).url, max_connections=1, timeout=2, retries=0)

    with client.call_open("GET", "/", returns=bytes) as opened:
        next(opened.iter_bytes())
    for _ in client.call_open("GET", "/", returns=bytes).iter_bytes():
        break
    client.call_open("GET", "/", returns=bytes)

    assert len(client.call("GET", "/", returns=bytes)) == len(BODY) * 50


# --- Files


def test_a_file(connect: Native, scripted: Start, tmp_path: Path) -> None:
    reports: list[tuple[int, int | None]] = []
    target = tmp_path / "file.bin"
    client = connect(scripted([answer(BODY * 3)]).url)
    progress = {"progress": lambda *report: reports.append(report)}

    assert client.do(("stream_to_file", str(target), progress)) == target

    assert target.read_bytes() == BODY * 3
    assert [*tmp_path.iterdir()] == [target]
    assert reports[-1] == (len(BODY) * 3, len(BODY) * 3)
    assert reports == sorted(reports)


def test_a_file_of_unknown_length(connect: Native, scripted: Start, tmp_path: Path) -> None:
    reports: list[tuple[int, int | None]] = []
    client = connect(scripted([chunked(b"ab", b"c", media_type="text/plain")]).url)
    progress = {"progress": lambda *report: reports.append(report)}

    client.do(("stream_to_file", tmp_path / "f", progress))

    assert (tmp_path / "f").read_bytes() == b"abc"
    assert reports[-1] == (3, None)


def test_an_old_file_stays_until_the_new_one_is_whole(
    sdk: Modules, connect: Native, scripted: Start, tmp_path: Path
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    with pytest.raises(sdk.errors.APIConnectionError):
        connect(scripted(FAULTS["cut"]).url).do(("stream_to_file", target))
    assert target.read_bytes() == b"old"

    connect(scripted([answer(b"new")]).url).do(("stream_to_file", target))
    assert target.read_bytes() == b"new"


def test_a_folder_is_no_file(connect: Native, scripted: Start, tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        connect(scripted([answer(b"a")]).url).do(("stream_to_file", tmp_path))


def test_an_error_of_the_program_leaves_nothing(
    connect: Native, scripted: Start, tmp_path: Path
) -> None:
    def progress(*_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        connect(scripted([answer(BODY)]).url).do(
            ("stream_to_file", tmp_path / "file", {"progress": progress})
        )

    assert [*tmp_path.iterdir()] == []


# --- Resumed


def ranges(body: bytes, *headers: str, cut: int = 300_000, faults: int = 99) -> Any:
    """A server that honours ranges, and breaks off after some bytes, some times."""
    left = [faults]

    def script(head: str) -> Any:
        found = re.search(r"(?i)^range: bytes=(\d+)-\r?$", head, re.MULTILINE)
        condition = re.search(r"(?i)^if-range: (.+?)\r?$", head, re.MULTILINE)
        same = condition is not None and any(h.endswith(condition[1]) for h in headers)
        start = int(found[1]) if found and same else 0
        rest = body[start:]
        status = "206 Partial Content" if start else "200 OK"
        extra = [f"Content-Range: bytes {start}-{len(body) - 1}/{len(body)}"] if start else []
        whole = answer(rest, *headers, *extra, status=status)
        if left[0] == 0 or len(rest) <= cut:
            return [whole]
        left[0] -= 1
        return [whole[: len(whole) - len(rest) + cut]]

    return script


@pytest.mark.parametrize(
    "headers",
    [
        ['ETag: "v1"'],
        ["Last-Modified: Sat, 21 Nov 2026 05:20:30 GMT", "Date: Sun, 22 Nov 2026 05:20:30 GMT"],
    ],
    ids=["ETag", "Last-Modified"],
)
def test_the_rest_is_asked_for(
    connect: Native, scripted: Start, tmp_path: Path, headers: list[str]
) -> None:
    server = scripted(ranges(BODY, *headers))
    reports: list[tuple[int, int | None]] = []
    options = {"resume": True, "progress": lambda *report: reports.append(report)}

    connect(server.url).do(("stream_to_file", tmp_path / "file", options))

    assert (tmp_path / "file").read_bytes() == BODY
    assert [*tmp_path.iterdir()] == [tmp_path / "file"]
    offsets = [server.header("range", n) for n in range(len(server.heads))]
    assert offsets == [None, "bytes=300000-", "bytes=600000-", "bytes=900000-"]
    assert {server.header("if-range", n) for n in range(1, 4)} == {headers[0].partition(": ")[2]}
    assert reports[-1] == (len(BODY), len(BODY))


def test_a_later_run_goes_on(
    sdk: Modules, connect: Native, scripted: Start, tmp_path: Path
) -> None:
    """What a run has got stays in a hidden file, until one has all."""
    server = scripted([answer(BODY[:100_000], 'ETag: "v1"', length=len(BODY))], [RESET])
    with pytest.raises(sdk.errors.APIConnectionError):
        connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))
    (part,) = tmp_path.iterdir()
    assert re.fullmatch(r"\.file\.[0-9a-f]{16}\.part", part.name)
    assert part.stat().st_size == 100_000

    again = scripted(ranges(BODY, 'ETag: "v1"'))
    connect(again.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert again.header("range", 1) == "bytes=100000-"
    assert [p.read_bytes() == BODY for p in tmp_path.iterdir()] == [True]


def test_what_has_changed_is_got_anew(connect: Native, scripted: Start, tmp_path: Path) -> None:
    """The server has another version by the time that the rest is asked for."""
    new = BODY[::-1]
    first = [answer(BODY[:100_000], 'ETag: "v1"', length=len(BODY))]
    server = scripted(first, ranges(new, 'ETag: "v2"'))

    connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert (tmp_path / "file").read_bytes() == new
    assert [*tmp_path.iterdir()] == [tmp_path / "file"]


def test_a_server_without_ranges(connect: Native, scripted: Start, tmp_path: Path) -> None:
    whole = answer(BODY, 'ETag: "v1"')
    server = scripted([whole[:-1000]], [whole])

    connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert (tmp_path / "file").read_bytes() == BODY


def test_a_wrong_range_is_not_believed(connect: Native, scripted: Start, tmp_path: Path) -> None:
    """The rest from another place would make a file of the right length, and wrong."""
    part = answer(BODY[:10], "Content-Range: bytes 0-9/20", status="206 Partial Content")
    first = answer(BODY[:10], 'ETag: "v1"', length=20)
    server = scripted([first], [part], [answer(BODY[:20], 'ETag: "v1"')])

    connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert (tmp_path / "file").read_bytes() == BODY[:20]


@pytest.mark.parametrize(
    "headers",
    [[], ['ETag: W/"v1"'], ["Last-Modified: Sun, 22 Nov 2026 05:20:30 GMT"]],
    ids=["nothing", "a weak ETag", "no Date"],
)
def test_what_may_have_changed_is_not_put_together(
    sdk: Modules, connect: Native, scripted: Start, tmp_path: Path, headers: list[str]
) -> None:
    server = scripted(ranges(BODY, *headers))

    with pytest.raises(sdk.errors.APIConnectionError):
        connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert len(server.heads) == 1
    assert [*tmp_path.iterdir()] == []


def test_what_is_compressed_is_asked_for_as_it_is(
    connect: Native, scripted: Start, tmp_path: Path
) -> None:
    """Ranges count the bytes that are sent."""
    packed = answer(gzip.compress(BODY), 'ETag: "gz"', "Content-Encoding: gzip")
    server = scripted([packed], ranges(BODY, 'ETag: "v1"', cut=600_000))

    connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert (tmp_path / "file").read_bytes() == BODY
    assert server.header("accept-encoding", 1) == "identity"


def test_it_is_given_up(
    sdk: Modules,
    connect: Native,
    scripted: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Five times in a row without a byte."""
    monkeypatch.setattr(sdk.downloads._Download, "pause", 0.0)
    server = scripted([answer(b"", 'ETag: "v1"', length=10)])

    with pytest.raises(sdk.errors.APIConnectionError):
        connect(server.url).do(("stream_to_file", tmp_path / "file", {"resume": True}))

    assert len(server.heads) == 6


# --- Memory


def gigabyte(_: str) -> Any:
    size = MEGABYTES * len(BODY)
    yield f'HTTP/1.1 200 OK\r\nContent-Length: {size}\r\nETag: "1"\r\n\r\n'.encode()
    for _ in range(MEGABYTES):
        yield BODY


def test_a_large_body_takes_no_memory(native: Native, scripted: Start) -> None:
    """Of the process, which is the server too; tracemalloc would make it slow."""
    server = scripted(gigabyte)
    client = native(server.url)
    with client.call_open("GET", "/", returns=bytes) as opened:
        pieces = opened.iter_bytes()
        next(pieces)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = sum(map(len, pieces))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert size > (MEGABYTES - 1) * len(BODY)
    assert after - before < 30_000  # KB, the server's among it


def test_a_large_file_takes_no_memory(connect: Native, scripted: Start, tmp_path: Path) -> None:
    client = connect(scripted(gigabyte).url)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    client.do(("stream_to_file", tmp_path / "file", {"resume": True}))

    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (tmp_path / "file").stat().st_size == MEGABYTES * len(BODY)
    assert after - before < 30_000
