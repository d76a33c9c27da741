"""Bodies that are read while they are sent: files, paths, and iterables of bytes, in constant memory.

An `Upload` is a sequence of pieces, of which some are bytes. It knows how long it is if all of them
do, and whether it can be sent again: files and paths can, what gives its bytes only once cannot.
"""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol, TypeAlias, cast

from .exceptions import ApiTypeError
from .values import is_binary

_CHUNK = 256 * 1024


class Piece(Protocol):
    """A part of a body that is yet to be read.

    size: its bytes, None if that is not known
    replayable: whether it can be read again
    """

    @property
    def size(self) -> int | None: ...

    @property
    def replayable(self) -> bool: ...

    def __iter__(self) -> Iterator[bytes]: ...

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class _File:
    """An open file, from where it stands."""

    def __init__(self, file: IO[Any]) -> None:
        self._file = file
        self.size: int | None = None
        try:
            self._start = file.tell()
            self.replayable = file.seekable()
        except (AttributeError, OSError):
            self._start, self.replayable = 0, False
        if self.replayable and not isinstance(file, io.TextIOBase):
            self.size = file.seek(0, os.SEEK_END) - self._start
            file.seek(self._start)

    def __iter__(self) -> Iterator[bytes]:
        return _read(self._file, self._start if self.replayable else None, self.size)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in _threaded(iter(self)):
            yield chunk


class _Path:
    """A file that is opened when it is sent."""

    replayable = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self.size: int | None = path.stat().st_size if path.is_file() else None
        if self.size is None:
            path.open("rb").close()  # a pipe, or an error that is to come now

    def __iter__(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            yield from _read(file, None, self.size)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in _threaded(iter(self)):
            yield chunk


class _Chunks:
    """An iterable of bytes or text. One that is its own iterator can be read once."""

    size = None

    def __init__(self, chunks: Iterable[bytes | str]) -> None:
        self._chunks = chunks
        self.replayable = isinstance(chunks, Sequence) or iter(chunks) is not chunks

    def __iter__(self) -> Iterator[bytes]:
        return map(_encoded, self._chunks)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


class _AsyncChunks:
    """An asynchronous iterable of bytes or text."""

    size = None

    def __init__(self, chunks: AsyncIterable[bytes | str]) -> None:
        self._chunks = chunks
        self.replayable = aiter(chunks) is not chunks

    def __iter__(self) -> Iterator[bytes]:
        raise ApiTypeError("an asynchronous body needs an asynchronous client")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._chunks:
            yield _encoded(chunk)


class Upload:
    """A body that is read while it is sent.

    size: its bytes, None if that is not known
    replayable: whether it can be sent again
    """

    __slots__ = ("_pieces", "_sent", "replayable", "size")

    def __init__(self, pieces: Iterable[bytes | Piece]) -> None:
        self._pieces = tuple(pieces)
        sizes = [len(p) if isinstance(p, bytes) else p.size for p in self._pieces]
        self.size = None if None in sizes else sum(cast("list[int]", sizes))
        self.replayable = all(isinstance(p, bytes) or p.replayable for p in self._pieces)
        self._sent = False

    def __iter__(self) -> Iterator[bytes]:
        self._begin()
        for piece in self._pieces:
            yield from (piece,) if isinstance(piece, bytes) else piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._begin()
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for chunk in piece:
                    yield chunk

    def _begin(self) -> None:
        if self._sent and not self.replayable:
            raise RuntimeError("the body has been read, and cannot be sent again")
        self._sent = True


#: What is sent: bytes, or what is read while it is sent.
Payload: TypeAlias = bytes | Upload


def piece_of(value: Any) -> bytes | Piece:
    """Return content as it is sent: bytes and text at once, all else when it is sent."""
    if isinstance(value, str):
        return value.encode()
    if is_binary(value):
        return bytes(value)
    if hasattr(value, "__fspath__"):
        return _Path(Path(value))
    if isinstance(value, AsyncIterable):
        return _AsyncChunks(cast("AsyncIterable[bytes]", value))
    if hasattr(value, "read"):
        return _File(value)
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return _Chunks(cast("Iterable[bytes]", value))
    kind = type(cast("object", value)).__name__
    raise ApiTypeError(f"cannot send {kind} as the content of a body")


def payload(pieces: Iterable[bytes | Piece]) -> Payload:
    """Return pieces as one body, as bytes if all of it is there."""
    kept = list(pieces)
    there = [piece for piece in kept if isinstance(piece, bytes)]
    return b"".join(there) if len(there) == len(kept) else Upload(kept)


def _read(file: IO[Any], start: int | None, size: int | None) -> Iterator[bytes]:
    """Read a file from a place on: as many bytes as it had when its length was announced."""
    if start is not None:
        file.seek(start)
    left = size
    while left is None or left > 0:
        chunk = _encoded(file.read(_CHUNK if left is None else min(_CHUNK, left)))
        if not chunk:
            if left:
                raise OSError("the file has become shorter while it was sent")
            return
        yield chunk
        left = None if left is None else left - len(chunk)


async def _threaded(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Read files in a thread: disks can be slow, and the event loop has more to do."""
    from asyncio import to_thread

    while True:
        chunk = await to_thread(next, chunks, None)
        if chunk is None:
            return
        yield chunk


def _encoded(chunk: bytes | str) -> bytes:
    return chunk.encode() if isinstance(chunk, str) else bytes(chunk)
