"""The transport on `pyreqwest` for event loops: as `pyreqwest_transport.py` for threads.

That library (0.15.1) has three faults here, each of which has its cure: a cancellation can get lost
(`_awaited`), a request that is cancelled stays on its way until its answer begins (`_Pool`), and a
process that ends just then is killed (`_settle`).
"""

from __future__ import annotations

import asyncio
import atexit
import os
from collections import deque
from collections.abc import AsyncIterator, Callable, Generator
from contextlib import suppress
from functools import cache
from threading import Event, current_thread
from time import monotonic
from types import coroutine
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from .pyreqwest_transport import (
    Clients,
    encoding_of,
    failure_of,
    of_library,
    request_of,
    response_of,
)
from .request import Request
from .responses import Failure, Outcome
from .settings import Connection
from .transport import AsyncTransport, async_decompressed


class AsyncPyreqwestTransport:
    """Sends requests from an event loop. It connects on first use, and again after `aclose`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._other = AsyncTransport(connection)
        # As with httpx2, each loop has connections of its own.
        self._pools: WeakKeyDictionary[object, _Pool] = WeakKeyDictionary()
        _transports.add(self)
        _settle_at_exit()

    def forget(self) -> None:
        """Start without connections, in a process that has been forked."""
        _inherited.extend(self._pools.values())
        self._pools = WeakKeyDictionary()

    async def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        loop = asyncio.get_running_loop()
        pool = self._pools.get(loop)
        if pool is None:
            pool = self._pools[loop] = _Pool(self._connection)
        built = pool.built(request)
        if built is None:
            return await self._other.send(request)
        if not await pool.entered(request.time_left.pool):
            reason = "no answer in time (PoolTimeout)"
            return Failure(reason, timed_out=True, sent=False)
        source: _AsyncSource | None = None
        try:
            sending = built.streamed_read_buffer_limit(0).build_streamed()
            try:
                answer = await _awaited(sending.__aenter__())
            except (asyncio.CancelledError, GeneratorExit):
                pool.abandoned(request)
                raise
            if request.stream and 200 <= answer.status <= 299:
                source = _AsyncSource(sending, answer, pool.left)
                return response_of(answer, b"", source)
            try:
                content = (await _awaited(answer.bytes())).to_bytes()
            except BaseException:
                _end(sending)
                raise
            return response_of(answer, content)
        except of_library("exceptions").PyreqwestError as error:
            return failure_of(error)
        finally:
            if source is None:
                pool.left()

    async def aclose(self) -> None:
        """Close all connections of this loop."""
        pool = self._pools.pop(asyncio.get_running_loop(), None)
        if pool is not None:
            for client in pool.clients.taken():
                await _awaited(client.close())
        await self._other.aclose()


#: Coroutines of the library that are awaited.
_under_way: set[Any] = set()

#: All transports, for a process that has been forked.
_transports: WeakSet[AsyncPyreqwestTransport] = WeakSet()

#: What is of the process that this one was forked from: to end it here would end it there.
_inherited: list[Any] = []


def _forget_connections() -> None:
    for transport in list(_transports):
        transport.forget()
    _inherited.extend(_under_way)
    _under_way.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)


@coroutine
def _awaited(step: Any) -> Generator[Any, None, Any]:
    """Await a coroutine of the library, and let go of it when the call is cancelled.

    A cancellation that is thrown into it gets lost if the answer comes at the same moment (0.15.1).
    """
    _under_way.add(step)
    try:
        while True:
            yield step.send(None)
    except StopIteration as end:
        return end.value
    finally:
        _under_way.discard(step)
        step.close()


def _end(sending: Any) -> None:
    """Free the connection of an answer. There is nothing to wait for, when nobody reads it."""
    ending = sending.__aexit__(None, None, None)
    with suppress(StopIteration):
        ending.send(None)
    ending.close()


class _Pool:
    """What is there for one event loop.

    A request that is let go of before its answer begins is on its way until then, or until its
    timeout. That is why places are counted here, and why there are not too many of those.
    """

    def __init__(self, connection: Connection) -> None:
        def new() -> Any:
            # In one thread, `_settle` knows when it has done what it is at.
            return of_library("client").ClientBuilder().runtime_multithreaded(False)

        self.clients = Clients(new, connection)
        self._places = asyncio.Semaphore(connection.max_connections)
        self.left = self._places.release
        self._most = connection.max_connections
        self._daemon = current_thread().daemon
        self._abandoned: deque[float] = deque()

    def built(self, request: Request) -> Any | None:
        """Return a request as the library sends it; None where httpx2 has to send it."""
        if request.timeout.read is None or self._is_crowded() or self._is_forsaken():
            return None
        client = self.clients.get(request)
        return None if client is None else request_of(client, request)

    def abandoned(self, request: Request) -> None:
        """Keep in mind that a request may be on its way until its timeout."""
        self._abandoned.append(monotonic() + (request.timeout.read or 0.0))

    def _is_crowded(self) -> bool:
        while self._abandoned and self._abandoned[0] < monotonic():
            self._abandoned.popleft()
        return len(self._abandoned) >= self._most

    def _is_forsaken(self) -> bool:
        """Whether the process can end while the loop runs, which `_settle` could not bear."""
        return _ending.is_set() or self._daemon

    async def entered(self, seconds: float | None) -> bool:
        """Wait for a place, not longer than so many seconds; say whether there was one."""
        if not self._places.locked():
            return await self._places.acquire()
        try:
            async with asyncio.timeout(seconds):
                return await self._places.acquire()
        except TimeoutError:
            return False


class _AsyncSource:
    """The body of an answer on its way to an event loop.

    left: is called when the place of the answer is free
    """

    def __init__(self, sending: Any, answer: Any, left: Callable[[], object]) -> None:
        self._sending = sending
        self._reader = answer.body_reader
        self._encoding = encoding_of(answer)
        self._left = left
        self._loop = asyncio.get_running_loop()

    def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = self._pieces()
        return pieces if not self._encoding else async_decompressed(self._encoding, pieces)

    async def _pieces(self) -> AsyncIterator[bytes]:
        failure: Failure | None = None
        try:
            while (piece := await _awaited(self._reader.read_chunk())) is not None:
                yield piece.to_bytes()
        except of_library("exceptions").PyreqwestError as error:
            failure = failure_of(error)
        finally:
            if (sending := self._taken()) is not None:
                self._left()
                _end(sending)
        if failure is not None:
            raise failure

    async def aclose(self) -> None:
        """Free the connection, even if another task is just reading."""
        if (sending := self._taken()) is not None:
            self._left()
            await _awaited(sending.__aexit__(None, None, None))

    def __del__(self) -> None:
        if (sending := self._taken()) is not None:
            _end(sending)
            # This can be another thread, or after the end of the loop.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._left)

    def _taken(self) -> Any | None:
        sending, self._sending = self._sending, None
        return sending


#: Whether the process is about to end: httpx2 sends what is sent after that.
_ending = Event()


@cache
def _settle_at_exit() -> None:
    atexit.register(_settle)


def _settle() -> None:
    """Let the thread of the library finish what it does in Python, before the process ends.

    It wakes event loops. If Python ends meanwhile, the process is killed by a signal, even where the
    loop had ended (0.15.1). A request that is refused, unsent, passes through that thread after that.
    """
    _ending.set()
    for step in list(_under_way):
        step.close()
    with suppress(Exception):
        builder = of_library("client").SyncClientBuilder().runtime_multithreaded(False)
        client = builder.https_only(True).danger_accept_invalid_certs(True).no_proxy().build()
        client.get("http://localhost/").build().send()
