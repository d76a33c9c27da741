"""When a request is sent again, and after how long."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .exceptions import ApiTypeError, ApiValueError
from .responses import Failure, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .request import Request
    from .responses import Outcome

#: What is sent again by default: of answers these, and whatever got no complete answer.
RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})

#: Methods that do the same when they are sent twice (RFC 9110, 9.2.2).
IDEMPOTENT_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT", "QUERY", "TRACE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """How often a request is sent, and how long to wait in between.

    Before the attempt number n + 1, it is a random time between nothing and the lesser of
    `initial_delay * 2 ** (n - 1)` and `maximum_delay`; or what the answer asks for (Retry-After).

    A request of another method than `methods` is sent again only if it carries an idempotency key,
    or if there was no connection to send it on. One whose body cannot be read twice never is.

    attempts: how often a request is sent at most, the first time included
    statuses: the answers after which it is sent again; 409 is one that some APIs add
    methods: those that may be sent twice
    initial_delay, maximum_delay: seconds
    maximum_retry_after: seconds; an answer that asks for more is final
    budget: seconds for the whole call, with all attempts and delays; None is for ever
    """

    attempts: int = 3
    statuses: frozenset[int] = RETRIED_STATUSES
    methods: frozenset[str] = IDEMPOTENT_METHODS
    initial_delay: float = 0.5
    maximum_delay: float = 8.0
    maximum_retry_after: float = 60.0
    budget: float | None = None

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ApiValueError("attempts must be at least 1: the first is one of them")

    @classmethod
    def of(cls, value: Retry | int) -> Retry:
        """Return the policy; a number is how often a request is sent again."""
        if isinstance(value, Retry):
            return value
        if not isinstance(value, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError("retries must be a number or a Retry")
        return cls(attempts=int(value) + 1)

    def pause(self, request: Request, outcome: Outcome, attempt: int) -> float | None:
        """Return the seconds to wait before the next attempt; None where there is to be none."""
        if isinstance(outcome, Response) and outcome.status not in self.statuses:
            return None
        if attempt >= self.attempts or not request.replayable:
            return None
        repeatable = request.has_key or request.method in self.methods
        if isinstance(outcome, Failure):
            if outcome.final or (outcome.sent and not repeatable):
                return None
        elif not repeatable:
            return None
        else:
            told = retry_after(outcome.headers)
            if told is not None:
                return told if told <= self.maximum_retry_after else None
        longest = min(self.maximum_delay, self.initial_delay * 2.0 ** min(attempt - 1, 30))
        return random.uniform(0.0, longest)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer asks to wait: a number of them, or until a date.

    RFC 9110, 10.2.3; `retry-after-ms` is not in any standard, but more exact.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        text = headers.get(name, "").strip()
        if text.replace(".", "", 1).isdecimal():
            return float(text) * unit
    return _until(headers.get("retry-after"))


def _until(date: str | None) -> float | None:
    if date is None:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(date).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def documented(value: Any) -> Retry:
    """Return the policy for `configuration.retries`, as scripts for the originals set it.

    None: a connection that cannot be made is tried three times again, as there. A number is how
    often a request is sent again. An object of urllib3's class is read as what it says.
    """
    if value is None:
        return Retry(attempts=4, methods=frozenset(), initial_delay=0.1)
    if isinstance(value, (int, Retry)):
        return Retry.of(value)
    if not hasattr(value, "status_forcelist"):
        raise ApiTypeError("retries must be None, a number, or a Retry")
    total = value.total if value.total is not None else max(value.connect or 0, value.read or 0)
    methods = value.allowed_methods
    asked = value.RETRY_AFTER_STATUS_CODES if value.respect_retry_after_header else ()
    return Retry(
        attempts=int(total) + 1,
        statuses=frozenset({*(value.status_forcelist or ()), *asked}),
        methods=IDEMPOTENT_METHODS | {"PATCH", "POST"} if not methods else frozenset(methods),
        initial_delay=value.backoff_factor,
    )
