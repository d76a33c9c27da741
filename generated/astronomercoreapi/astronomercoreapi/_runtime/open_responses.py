"""Answers that are left on their way, for `_preload_content=False`: read as those of urllib3 are."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Self, cast

from .responses import AsyncSource, Failure, Response, Source

_PIECE = 64 * 1024

#: Returns the exception for a connection that breaks while a body comes.
Failed = Callable[[Failure], Exception]


class OpenResponse(Response):
    """An answer whose body comes while it is read.

    It frees its connection at the end of the body and of a `with` block, and when it is forgotten.
    """

    __slots__ = ("_content", "_file")

    def __init__(self, answer: Response, failed: Failed) -> None:
        self._content: bytes | None = None
        self._file: io.BufferedIOBase = io.BufferedReader(_Body(answer, failed), _PIECE)
        super().__init__(answer.status, answer.reason, answer.headers, source=answer.source)

    @property
    def data(self) -> bytes:  # pyright: ignore[reportIncompatibleVariableOverride]
        """The body, or what has not been read of it, which can be read again then."""
        if self._content is None:
            self._content = self._file.read()
            self._file = io.BytesIO(self._content)
        return self._content

    @data.setter
    def data(self, value: bytes) -> None:
        pass

    def json(self) -> Any:
        """Return the body as plain data."""
        return json.loads(self.json_bytes)

    def read(self, amount: int | None = None) -> bytes:
        """Return the next bytes of the body, so many of them where there are; all by default."""
        return self._file.read(amount)

    def stream(self, amount: int = _PIECE) -> Iterator[bytes]:
        """Return the body in pieces as they come, none of them longer than this."""
        while piece := self._file.read1(amount):
            yield piece

    def readline(self, amount: int = -1) -> bytes:
        """Return the next line of the body, with its end."""
        return self._file.readline(amount)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._file)

    @property
    def closed(self) -> bool:
        """Whether nothing can be read any more."""
        return self._file.closed

    def close(self) -> None:
        """Free the connection."""
        self._file.close()

    def release_conn(self) -> None:
        """Free the connection, like `close`."""
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _Body(io.RawIOBase):
    """The pieces of a body as a file."""

    def __init__(self, answer: Response, failed: Failed) -> None:
        self._source = cast("Source | None", answer.source)
        self._pieces = iter((answer.data,) if self._source is None else self._source)
        self._failed = failed
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            while not self._rest:
                self._rest = memoryview(next(self._pieces))
        except StopIteration:
            return 0
        except Failure as error:
            failure = self._failed(error)
        else:
            size = min(len(buffer), len(self._rest))
            buffer[:size], self._rest = self._rest[:size], self._rest[size:]
            return size
        raise failure

    def close(self) -> None:
        if self._source is not None:
            self._source.close()
        super().close()


class AsyncOpenResponse(Response):
    """An answer to an asynchronous client, whose body comes while it is read.

    See `OpenResponse`; `data` is there after `await response.read()`.
    """

    __slots__ = ("_content", "_failed", "_pieces", "_rest")

    def __init__(self, answer: Response, failed: Failed) -> None:
        self._content: bytes | None = None
        self._failed = failed
        self._rest = bytearray(b"" if answer.source else answer.data)
        source = cast("AsyncSource | None", answer.source)
        self._pieces = None if source is None else aiter(source)
        super().__init__(answer.status, answer.reason, answer.headers, source=source)

    @property
    def data(self) -> bytes:  # pyright: ignore[reportIncompatibleVariableOverride]
        """The body, once it has been read."""
        if self._content is None:
            raise RuntimeError("the body has not been read: `await response.read()` does that")
        return self._content

    @data.setter
    def data(self, value: bytes) -> None:
        pass

    async def json(self) -> Any:
        """Return the body as plain data."""
        await self.read()
        return json.loads(self.json_bytes)

    async def read(self, amount: int | None = None) -> bytes:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the next bytes of the body, so many of them where there are; all by default."""
        if amount is None and self._content is not None:
            return self._content
        while (amount is None or len(self._rest) < amount) and (piece := await self._next()):
            self._rest += piece
        found = bytes(self._rest[:amount])
        del self._rest[:amount]
        if amount is None:
            self._content = found
        return found

    async def stream(self) -> AsyncIterator[bytes]:
        """Return the body in pieces as they come."""
        if self._rest:
            yield await self.read(len(self._rest))
        while piece := await self._next():
            yield piece

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.stream()

    async def _next(self) -> bytes:
        """Return the next piece; nothing at the end."""
        if self._pieces is None:
            return b""
        try:
            return await anext(self._pieces, b"")
        except Failure as error:
            failure = self._failed(error)
        raise failure

    async def aclose(self) -> None:
        """Free the connection."""
        if self.source is not None:
            await cast("AsyncSource", self.source).aclose()

    async def close(self) -> None:
        """Free the connection, like `aclose`."""
        await self.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()
