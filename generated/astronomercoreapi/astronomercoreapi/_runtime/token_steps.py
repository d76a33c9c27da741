"""How the steps to an access token are taken: requests are sent, pauses waited for, prompts awaited."""

from __future__ import annotations

import copy
import time
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from .exceptions import ApiTypeError
from .request import Request
from .responses import Failure

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .responses import Outcome

#: What sends a request: that of the client's transport.
Send: TypeAlias = "Callable[[Request], Outcome]"
AsyncSend: TypeAlias = "Callable[[Request], Awaitable[Outcome]]"

#: What a source does for a token: requests, seconds to wait, and what has to be awaited.
Steps: TypeAlias = "Generator[Request | float | Awaitable[object], Any, Any]"


@dataclass(frozen=True, slots=True)
class Token:
    """An access token as a token endpoint gave it.

    expires_at: in seconds since the epoch; None if the endpoint did not say
    scopes: those that were granted; empty if the endpoint did not say
    """

    access_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    expires_at: float | None = None
    scopes: tuple[str, ...] = ()


def result(ended: Token | Failure | None) -> Token | None:
    """Return the token that someone else obtained; None if nobody did."""
    if isinstance(ended, Failure):
        raise copy.copy(ended)  # each thread raises one of its own
    return ended


def waited(ended: Future[Token | Failure | None], deadline: float | None) -> Token | Failure | None:
    try:
        return ended.result(None if deadline is None else deadline - time.monotonic())
    except TimeoutError:
        return _LATE


_LATE = Failure("no access token in time (the budget of the call)", timed_out=True, final=True)


def _paused(seconds: float, deadline: float | None) -> float:
    """Return how long to wait, which is not until after the call."""
    if deadline is not None and time.monotonic() + seconds >= deadline:
        raise copy.copy(_LATE)
    return seconds


def taken(steps: Steps, send: Send, deadline: float | None) -> Token:
    answer: Outcome | None = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            token: Token = end.value
            return token
        answer = None
        if isinstance(step, Request):
            answer = send(replace(step, deadline=deadline))
        elif isinstance(step, (int, float)):
            time.sleep(_paused(step, deadline))
        else:
            getattr(step, "close", str)()  # a coroutine complains when nobody awaits it
            raise ApiTypeError("a prompt that has to be awaited needs an asynchronous client")


async def taken_async(steps: Steps, send: AsyncSend, deadline: float | None) -> Token:
    from asyncio import sleep

    answer: Outcome | None = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            token: Token = end.value
            return token
        answer = None
        if isinstance(step, Request):
            answer = await send(replace(step, deadline=deadline))
        elif isinstance(step, (int, float)):
            await sleep(_paused(step, deadline))
        else:
            await step
