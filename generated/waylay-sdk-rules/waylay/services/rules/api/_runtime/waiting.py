"""Waiting for something that takes its time: a call is repeated until its result is as wanted."""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from .paging import pointed

__all__ = ["Until", "WaitFailedError", "WaitTimeoutError", "wait_for", "wait_for_async", "waiting"]

R = TypeVar("R")


class WaitTimeoutError(TimeoutError):
    """What was waited for did not come in time.

    last: the last result
    """

    def __init__(self, message: str, last: Any = None) -> None:
        super().__init__(message)
        self.last = last


class WaitFailedError(RuntimeError):
    """What was waited for cannot come any more.

    last: the last result
    """

    def __init__(self, message: str, last: Any = None) -> None:
        super().__init__(message)
        self.last = last


def wait_for(
    call: Callable[[], R],
    *,
    until: Callable[[R], bool],
    failed: Callable[[R], bool] | None = None,
    interval: float = 1.0,
    factor: float = 1.0,
    longest: float = 60.0,
    timeout: float | None = 300.0,
) -> R:
    """Repeat a call until its result is as wanted, and return that result.

    call: a function without arguments, such as `lambda: client.jobs.get(id)`
    until: says of a result whether it is the one
    failed: says of a result whether there is no use in waiting on
    interval: seconds between the first call and the second
    factor: what each interval is multiplied with: 2 doubles them, up to `longest` seconds
    timeout: seconds in all; None waits for ever

    Raises WaitTimeoutError (a TimeoutError) when time is up and WaitFailedError, both with the last
    result as `last`; and whatever the call raises.
    """
    pauses = _pauses(interval, factor, longest, timeout)
    while True:
        result = call()
        if until(result):
            return result
        time.sleep(_next_pause(pauses, result, failed))


async def wait_for_async(
    call: Callable[[], Awaitable[R]],
    *,
    until: Callable[[R], bool],
    failed: Callable[[R], bool] | None = None,
    interval: float = 1.0,
    factor: float = 1.0,
    longest: float = 60.0,
    timeout: float | None = 300.0,
) -> R:
    """Repeat a call that has to be awaited, until its result is as wanted. See `wait_for`."""
    pauses = _pauses(interval, factor, longest, timeout)
    while True:
        result = await call()
        if until(result):
            return result
        await asyncio.sleep(_next_pause(pauses, result, failed))


def _pauses(
    interval: float, factor: float, longest: float, timeout: float | None
) -> Generator[float]:
    """Yield the seconds to wait before each repetition, for as long as there is time."""
    if interval < 0 or factor < 1 or longest < 0 or (timeout is not None and timeout < 0):
        raise ValueError("interval, longest and timeout must not be negative, factor not below 1")
    return _intervals(interval, factor, longest, timeout, time.monotonic())


def _intervals(
    interval: float, factor: float, longest: float, timeout: float | None, begin: float
) -> Generator[float]:
    end = float("inf") if timeout is None else begin + timeout
    while (left := end - time.monotonic()) > 0:
        yield min(interval, longest, left)  # the last look is when time is up
        interval = min(interval * factor, longest)


def _next_pause(
    pauses: Generator[float], result: Any, failed: Callable[[Any], bool] | None
) -> float:
    if failed is not None and failed(result):
        raise WaitFailedError("what is waited for has failed", result)
    pause = next(pauses, None)
    if pause is None:
        raise WaitTimeoutError("what is waited for did not come in time", result)
    return pause


def waiting(owner: Any, until: Until, interval: float, timeout: float | None) -> Any:
    """Return what stands in the place of an object with operations, and repeats each call.

    interval, timeout: as in `wait_for`
    """
    return _Waiting(getattr(owner, "api_client", None) or owner._client, until, interval, timeout)


class _Waiting:
    """What stands in the place of a client, too."""

    def __init__(self, client: Any, until: Until, interval: float, timeout: float | None) -> None:
        self._client = self.api_client = self
        self._calls: Any = client
        self._until = until
        self._interval = interval
        self._timeout = timeout

    def call(self, *arguments: Any, **settings: Any) -> Any:
        """Repeat a call; to be awaited where the client has to be."""
        for option in ("async_req", "_return_http_data_only", "_preload_content"):
            if option in settings.get("options", {}):
                raise TypeError(f"`{option}` does not apply to waiting")

        def call() -> Any:
            # Making a call can change its arguments.
            return self._calls.call(*map(copy.copy, arguments), **settings)

        is_async = hasattr(self._calls, "__aenter__")
        return (self._until.awaited if is_async else self._until.reached)(
            call, self._interval, self._timeout
        )


@dataclass(frozen=True, slots=True)
class Until:
    """What an operation is repeated for.

    field: where its result has its state, as a JSON pointer
    success, failure: the states that end the waiting
    factor, longest: as in `wait_for`
    """

    field: str
    success: tuple[Any, ...]
    failure: tuple[Any, ...] = ()
    factor: float = 1.0
    longest: float = 60.0

    def _state(self, result: Any) -> Any:
        return pointed(result, self.field)

    def is_reached(self, result: Any) -> bool:
        """Tell whether a result is the one."""
        return self._state(result) in self.success

    def is_missed(self, result: Any) -> bool:
        """Tell whether there is no use in waiting on."""
        return self._state(result) in self.failure

    def reached(self, call: Callable[[], Any], interval: float, timeout: float | None) -> Any:
        """Repeat a call."""
        return wait_for(call, **self._settings(interval, timeout))

    async def awaited(
        self, call: Callable[[], Awaitable[Any]], interval: float, timeout: float | None
    ) -> Any:
        """Repeat a call that has to be awaited."""
        return await wait_for_async(call, **self._settings(interval, timeout))

    def _settings(self, interval: float, timeout: float | None) -> Any:
        return {
            "until": self.is_reached,
            "failed": self.is_missed,
            "interval": interval,
            "factor": self.factor,
            "longest": self.longest,
            "timeout": timeout,
        }
