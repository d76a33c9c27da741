"""Answers that are left open: read piece by piece, by lines, or into a file, in constant memory."""

from __future__ import annotations

import asyncio
import codecs
import hashlib
import io
import os
import re
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Any, Generic, Self, TypeAlias, TypeVar, cast

from .bodies import charset_of
from .headers import HTTPHeaders, request_id
from .responses import Failure, Response
from .streaming import Origin, async_pieces, async_source_of, pieces, source_of

R = TypeVar("R")

#: Called with the bytes that are there so far, and with how many there will be, None if unknown.
Progress: TypeAlias = Callable[[int, int | None], object]

_BATCH = 1024 * 1024
#: How often a download is resumed in a row, without a byte.
_FRUITLESS = 5
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class _Answer(Generic[R]):
    """What both open answers share."""

    _response: Response | None

    def __init__(self, origin: Origin[Any], decode: Callable[[Response], Any]) -> None:
        self._origin = origin
        self._decode = decode
        self._content: bytes | None = None
        self._begun = False
        self.method = origin.method
        self.url = origin.url

    @property
    def status_code(self) -> int:
        """The status of the answer."""
        return self._opened().status

    @property
    def headers(self) -> HTTPHeaders:
        """The headers of the answer."""
        return self._opened().headers

    @property
    def request_id(self) -> str | None:
        """What the API calls this request; None if it says nothing."""
        return request_id(self.headers)

    def _opened(self) -> Response:
        if self._response is None:
            raise RuntimeError(f"{self!r} is not open: await it, or use it in `async with`")
        return self._response

    def _begin(self) -> None:
        if self._begun:
            raise RuntimeError("the body has been read, or is being read")
        self._begun = True

    def _lines(self) -> _TextLines:
        return _TextLines(charset_of(self.headers.get("content-type", "")) or "utf-8")

    def _decoded(self, content: bytes) -> R:
        was = self._opened()
        read = Response(was.status, was.reason, was.headers, content)
        return cast("R", self._decode(read))

    def __repr__(self) -> str:
        status = "" if self._response is None else f" {self._response.status}"
        return f"<{type(self).__name__}{status} ({self._origin!r})>"


class StreamingResponse(_Answer[R]):
    """A successful answer whose body is still on its way.

        with client.files.with_streaming_response.download("1") as response:
            response.stream_to_file("file.bin")

    It frees its connection when the body has been read, at the end of a `with` block, and when it
    is forgotten.
    """

    def __init__(self, origin: Origin[Response], decode: Callable[[Response], Any]) -> None:
        super().__init__(origin, decode)
        self._response = origin.send({})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Free the connection."""
        source_of(self._opened()).close()

    def iter_bytes(self) -> Iterator[bytes]:
        """Return the body in pieces, as they come."""
        if self._content is not None:
            return iter((self._content,))
        self._begin()
        return pieces(self._origin, self._opened())

    def iter_lines(self) -> Iterator[str]:
        """Return the lines of the body as text, without their ends."""
        lines = self._lines()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.feed(b"", final=True)

    def read(self) -> bytes:
        """Return the whole body."""
        if self._content is None:
            self._content = b"".join(self.iter_bytes())
        return self._content

    def parsed(self) -> R:
        """Read the body, and return what the method itself returns."""
        return self._decoded(self.read())

    def stream_to_file(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        resume: bool = False,
    ) -> Path:
        """Write the body to a file, which is there when all of it is, and return its path.

        progress: called with the bytes so far and the bytes in all (None if unknown)
        resume: ask for the rest when the connection breaks, here or in a later run: what is there
            stays in a hidden file beside `path`, whose name ends in ".part"

        It resumes where the answer has an ETag or a Last-Modified that says precisely what it is,
        and starts anew where the API has something else by then.
        """
        self._begin()
        origin, response = self._origin, self._opened()
        download = _Download(Path(path), progress, resume)
        try:
            while True:
                headers = download.begin(response)
                if headers is None:
                    try:
                        for piece in source_of(response):
                            download.write(piece)
                            download.report()
                        download.check()
                        return download.finish()
                    except Failure as error:
                        headers = download.again()
                        if headers is None:
                            failure = origin.failure(error)
                            break
                        time.sleep(download.pause)
                source_of(response).close()
                response = origin.send(headers)
            raise failure
        finally:
            source_of(response).close()
            download.leave()


class AsyncStreamingResponse(_Answer[R]):
    """A successful answer whose body is still on its way, to be awaited.

        async with client.files.with_streaming_response.download("1") as response:
            await response.stream_to_file("file.bin")

    The request is sent by `async with` or by `await`. For all else see `StreamingResponse`.
    """

    def __init__(
        self, origin: Origin[Awaitable[Response]], decode: Callable[[Response], Any]
    ) -> None:
        super().__init__(origin, decode)
        self._response = None

    def __await__(self) -> Generator[Any, None, Self]:
        return self._open().__await__()

    async def __aenter__(self) -> Self:
        return await self._open()

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Free the connection."""
        if self._response is not None:
            await async_source_of(self._response).aclose()

    async def close(self) -> None:
        """Free the connection, like `aclose`."""
        await self.aclose()

    async def _open(self) -> Self:
        if self._response is None:
            self._response = await self._origin.send({})
        return self

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Return the body in pieces, as they come."""
        if self._content is not None:
            yield self._content
            return
        self._begin()
        async for piece in async_pieces(self._origin, self._opened()):
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Return the lines of the body as text, without their ends."""
        lines = self._lines()
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
        for line in lines.feed(b"", final=True):
            yield line

    async def read(self) -> bytes:
        """Return the whole body."""
        if self._content is None:
            self._content = b"".join([piece async for piece in self.iter_bytes()])
        return self._content

    async def parsed(self) -> R:
        """Read the body, and return what the method itself returns."""
        return self._decoded(await self.read())

    async def stream_to_file(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        resume: bool = False,
    ) -> Path:
        """Write the body to a file. See `StreamingResponse.stream_to_file`.

        The file is written in threads, so that a slow disk stops nothing else.
        """
        self._begin()
        origin, response = self._origin, self._opened()
        download = _Download(Path(path), progress, resume)
        try:
            while True:
                headers = await asyncio.to_thread(download.begin, response)
                if headers is None:
                    try:
                        await _write(download, response)
                        download.check()
                        return await asyncio.to_thread(download.finish)
                    except Failure as error:
                        headers = download.again()
                        if headers is None:
                            failure = origin.failure(error)
                            break
                        await asyncio.sleep(download.pause)
                await async_source_of(response).aclose()
                response = await origin.send(headers)
            raise failure
        finally:
            await async_source_of(response).aclose()
            download.leave()


async def _write(download: _Download, response: Response) -> None:
    """Write what comes, some of it at a time. What has come before a failure is written too."""
    batch: list[bytes] = []
    size = 0
    try:
        async for piece in async_source_of(response):
            batch.append(piece)
            size += len(piece)
            if size >= _BATCH:
                pieces, batch, size = batch, [], 0
                await asyncio.to_thread(download.write, b"".join(pieces))
                download.report()
    except Failure:
        await asyncio.to_thread(download.write, b"".join(batch))
        raise
    await asyncio.to_thread(download.write, b"".join(batch))
    download.report()


class _TextLines:
    """Finds lines of text in pieces of bytes. What is no text in them is replaced."""

    def __init__(self, charset: str) -> None:
        try:
            decoder = codecs.getincrementaldecoder(charset)("replace")
        except LookupError:
            decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._begun: list[str] = []

    def feed(self, piece: bytes, *, final: bool = False) -> list[str]:
        """Take the next bytes, and return the lines that end in them."""
        first, *others = self._decoder.decode(piece, final).split("\n")
        self._begun.append(first)
        lines: list[str] = []
        if others:
            lines = ["".join(self._begun), *others]
            self._begun = [lines.pop()]
        last = "".join(self._begun) if final else ""
        return [*lines, last] if last else lines


class _Download:
    """A file that is written under another name until it is whole. It knows no connection."""

    def __init__(self, path: Path, progress: Progress | None, resume: bool) -> None:
        if path.is_dir():
            raise IsADirectoryError(f"{path} is a folder")
        self._path = path
        self._progress = progress
        self._resume = resume
        self._validator: str | None = None
        self._part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
        self._file: IO[bytes] | None = None
        self._first = True
        self._size = 0
        self._total: int | None = None
        self._fruitless = -1
        self._had = 0

    @property
    def pause(self) -> float:
        """Seconds to wait before asking again."""
        return float(0.1 * 4**self._fruitless)

    def begin(self, response: Response) -> Mapping[str, str] | None:
        """Open the file for the body of an answer; or return headers to ask again with."""
        encoded = response.headers.get("content-encoding", "identity") != "identity"
        length = None if encoded else _number(response.headers.get("content-length"))
        if self._first:
            self._first = False
            self._resume = self._resume and response.status == 200
            if self._resume and encoded:
                # Ranges of what is compressed are of no use here.
                return {"Accept-Encoding": "identity"}
        elif response.status == 206:
            found = _CONTENT_RANGE.match(response.headers.get("content-range", ""))
            if found is None or int(found[1]) != self._size:
                self._resume = False
                return {}
            self._total = _number(found[2])
            self._open("ab")
            return None
        self._validator = _validator(response.headers) if self._resume and not encoded else None
        self._total, self._size = length, 0
        if self._validator is not None:
            self._drop()
            key = hashlib.sha256(self._validator.encode()).hexdigest()[:16]
            self._part = self._path.with_name(f".{self._path.name}.{key}.part")
            there = self._part.stat().st_size if self._part.is_file() else 0
            if length is not None and 0 < there < length:
                self._size = there
                return self._range
        self._open("wb")
        return None

    @property
    def _range(self) -> dict[str, str]:
        """Headers that ask for the rest of the same thing (RFC 9110, 14.2 and 13.1.5)."""
        assert self._validator is not None
        return {
            "Range": f"bytes={self._size}-",
            "If-Range": self._validator,
            "Accept-Encoding": "identity",
        }

    def write(self, piece: bytes) -> None:
        """Add the next bytes."""
        assert self._file is not None
        self._file.write(piece)
        self._size += len(piece)

    def report(self) -> None:
        """Tell how far it is."""
        if self._progress is not None:
            self._progress(self._size, self._total)

    def check(self) -> None:
        """Raise Failure for a body that has ended before its end."""
        if self._total is not None and self._size != self._total:
            raise Failure(f"{self._size} bytes of {self._total} arrived")

    def again(self) -> Mapping[str, str] | None:
        """Return headers to ask for the rest with; None if that cannot be had."""
        self._fruitless = self._fruitless + 1 if self._size == self._had else 0
        self._had = self._size
        self._close()
        return self._range if self._validator is not None and self._fruitless < _FRUITLESS else None

    def finish(self) -> Path:
        """Give the file its name, when all of it is on the disk."""
        assert self._file is not None
        self._file.flush()
        os.fsync(self._file.fileno())
        self._close()
        self._part.replace(self._path)
        return self._path

    def leave(self) -> None:
        """Close the file. What cannot be resumed is removed."""
        self._close()
        if self._validator is None:
            self._drop()

    def _open(self, mode: str) -> None:
        self._close()
        self._file = cast("IO[bytes]", self._part.open(mode))

    def _close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _drop(self) -> None:
        self._close()
        self._part.unlink(missing_ok=True)


def _validator(headers: HTTPHeaders) -> str | None:
    """Return what tells one version of a thing from another, byte by byte.

    A weak ETag does not, nor does a date so late that there may be a newer version of the same
    second (RFC 9110, 8.8.2.2).
    """
    tag = headers.get("etag")
    if tag is not None:
        return None if tag.startswith("W/") else tag
    modified, now = headers.get("last-modified"), headers.get("date")
    if modified is None or now is None:
        return None
    try:
        age = parsedate_to_datetime(now) - parsedate_to_datetime(modified)
    except (TypeError, ValueError):
        return None
    return modified if age.total_seconds() >= 1 else None


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
