"""One call: its attempts, its redirects, its time. The same for all clients, sync and async.

`exchange` is a generator. It yields a `Request`, and is given what became of it; or it yields a
number of seconds to wait. The two drivers send and wait, and do nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from .auth import forget_refused, renewable
from .library import async_transport, check_library, transport
from .observing import observed, retried
from .request import REDIRECTS, Request, set_header
from .responses import Failure, Outcome, Response
from .retries import Retry
from .settings import Connection, Hooks, Library

if TYPE_CHECKING:
    from .library import AnyAsyncTransport, AnyTransport
    from .transport import AsyncHttpClient, AsyncHttpTransport, HttpClient, HttpTransport

MAX_REDIRECTS = 10

Send = Callable[[Request], Outcome]
AsyncSend = Callable[[Request], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Call:
    """A request, how it is sent, and what its answer is read as.

    returns: the type of the body of any successful answer
    responses: types for particular answers: by "404", "4XX" or "default", and then, where a mapping
        is given, by media type
    options: those of the caller
    """

    request: Request
    returns: Any
    responses: Mapping[str, Any]
    retry: Retry
    hooks: Hooks
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])


def left_open(call: Call, headers: Mapping[str, str]) -> Call:
    """Return a call whose answer is left on its way, with some headers more."""
    merged = dict(call.request.headers)
    for name, value in headers.items():
        set_header(merged, name, value)
    return replace(call, request=replace(call.request, headers=merged, stream=True))


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How a call ended.

    request: the last one, which redirects may have changed
    attempts: how often it was sent
    """

    outcome: Outcome
    request: Request
    attempts: int


def exchange(call: Call) -> Generator[Request | float, Outcome, Exchanged]:
    """Yield each request of a call, and each pause between them; return how it ended."""
    request, retry, hooks = call.request, call.retry, call.hooks
    if retry.budget is not None:
        request = replace(request, deadline=time.monotonic() + retry.budget)
    # A request with a new token, after a 401, is an attempt that counts for nothing else.
    attempt, redirects, renewals = 1, 0, 0
    last: Outcome | None = None
    while True:
        outcome = yield from observed(request, attempt + redirects + renewals - 1, hooks)
        if isinstance(outcome, Response):
            following = None
            if outcome.status in REDIRECTS:
                following = request.redirected(outcome.status, outcome.headers.get("location"))
            if following is not None:
                if redirects == MAX_REDIRECTS:
                    endless = Failure(f"more than {MAX_REDIRECTS} redirects", final=True)
                    return Exchanged(endless, request, attempt + renewals)
                request, redirects = following, redirects + 1
                continue
            if not renewals and renewable(request, outcome) and not request.ends_within(0.0):
                renewals, last = 1, outcome
                retried(request, outcome, 0.0, hooks)
                continue
        elif outcome.timed_out and last is not None and request.ends_within(0.0):
            # The answer before says more than that time is up.
            return Exchanged(last, request, attempt + renewals)
        pause, last = retry.pause(request, outcome, attempt), outcome
        if pause is None or request.ends_within(pause):
            return Exchanged(outcome, request, attempt + renewals)
        retried(request, outcome, pause, hooks)
        yield pause
        attempt += 1


class Driver:
    """Sends calls, from any thread. It connects on first use, and again after `close`.

    connection: says how to connect when that is needed
    own: the library to send by; or what to send through instead, which is not closed here
    """

    _transport: AnyTransport | None = None

    def __init__(
        self,
        connection: Callable[[], Connection],
        own: HttpClient | HttpTransport | Library | None = None,
    ) -> None:
        check_library(own)
        self._connection = connection
        self._own = own

    def run(self, call: Call) -> Exchanged:
        """Make a call."""
        send: Send = self._send
        for middleware in reversed(call.hooks.middleware):
            send = partial(_through, middleware, send)
        with closing(exchange(call)) as steps:
            step = next(steps)
            while True:
                outcome: Any = None
                if isinstance(step, Request):
                    outcome = send(step)
                else:
                    time.sleep(step)
                try:
                    step = steps.send(outcome)
                except StopIteration as end:
                    return cast("Exchanged", end.value)

    def _send(self, request: Request) -> Outcome:
        send = self._connected().send
        until = request.deadline
        try:
            values = [credential.value(send, until) for credential in request.credentials]
        except Failure as failure:
            return failure
        outcome = send(request.authorized(values))
        forget_refused(request, outcome, values)
        return outcome

    def _connected(self) -> AnyTransport:
        if self._transport is not None:
            return self._transport
        # When two threads come here at once, both get the transport of one of them.
        made = transport(self._connection(), self._own)
        return cast("AnyTransport", vars(self).setdefault("_transport", made))

    def close(self) -> None:
        """Close all connections."""
        transport = vars(self).pop("_transport", None)
        if transport is not None:
            transport.close()


class AsyncDriver:
    """Sends calls from an event loop. It connects on first use, and again after `close`.

    The parameters are those of `Driver`.
    """

    def __init__(
        self,
        connection: Callable[[], Connection],
        own: AsyncHttpClient | AsyncHttpTransport | Library | None = None,
    ) -> None:
        check_library(own)
        self._connection = connection
        self._own = own
        self._transport: AnyAsyncTransport | None = None

    async def run(self, call: Call) -> Exchanged:
        """Make a call."""
        from asyncio import sleep

        send: AsyncSend = self._send
        for middleware in reversed(call.hooks.middleware):
            send = partial(_through_async, middleware, send)
        with closing(exchange(call)) as steps:
            step = next(steps)
            while True:
                outcome: Any = None
                if isinstance(step, Request):
                    outcome = await _in_time(send, step)
                else:
                    await sleep(step)
                try:
                    step = steps.send(outcome)
                except StopIteration as end:
                    return cast("Exchanged", end.value)

    async def _send(self, request: Request) -> Outcome:
        send = self._connected().send
        until = request.deadline
        try:
            values = [await each.value_async(send, until) for each in request.credentials]
        except Failure as failure:
            return failure
        outcome = await send(request.authorized(values))
        forget_refused(request, outcome, values)
        return outcome

    def _connected(self) -> AnyAsyncTransport:
        if self._transport is None:
            self._transport = async_transport(self._connection(), self._own)
        return self._transport

    async def close(self) -> None:
        """Close all connections."""
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()


async def _in_time(send: AsyncSend, request: Request) -> Outcome:
    """Send a request; not longer than its time lasts."""
    if request.deadline is None:
        return await send(request)
    from asyncio import timeout

    limit = timeout(request.deadline - time.monotonic())
    try:
        async with limit:
            return await send(request)
    except TimeoutError:
        if not limit.expired():
            raise
    return Failure("no answer in time (the budget of the call)", timed_out=True)


def _through(middleware: Any, send: Send, request: Request) -> Outcome:
    """Send a request through a middleware, for which a failure is an exception."""

    def proceed(request: Request) -> Response:
        outcome = send(request)
        if isinstance(outcome, Failure):
            raise outcome
        return outcome

    try:
        return cast("Response", middleware(request, proceed))
    except Failure as failure:
        return failure


async def _through_async(middleware: Any, send: AsyncSend, request: Request) -> Outcome:
    async def proceed(request: Request) -> Response:
        outcome = await send(request)
        if isinstance(outcome, Failure):
            raise outcome
        return outcome

    try:
        return cast("Response", await middleware(request, proceed))
    except Failure as failure:
        return failure
