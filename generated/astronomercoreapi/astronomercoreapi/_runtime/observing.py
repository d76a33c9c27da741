"""What a program sees of each attempt: its hooks, its log, and spans of OpenTelemetry.

Credentials are added to a request after all of these; what else could be a secret in its address is
hidden in logs and spans.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Generator
from dataclasses import replace
from importlib import import_module
from typing import Any

from .headers import redacted
from .request import Request, origin
from .responses import Failure, Outcome
from .settings import Hooks

_PACKAGE = __name__.partition("._runtime")[0]

#: The logger of the package: attempts at the level DEBUG, and what is sent again at INFO.
log = logging.getLogger(_PACKAGE)


def observed(request: Request, count: int, hooks: Hooks) -> Generator[Request, Outcome, Outcome]:
    """Yield a request, take what became of it, and let everybody know.

    count: how many requests the call has sent before
    """
    if hooks.on_request is not None:
        hooks.on_request(request)
    span = _span(request, count)
    if span is not None:
        request = _carrying(span, request)
    started = time.perf_counter()
    try:
        outcome = yield request
        if span is not None:
            _describe(span, outcome)
    finally:
        if span is not None:
            span.end()
    if log.isEnabledFor(logging.DEBUG):
        took = (time.perf_counter() - started) * 1000
        said = outcome.reason if isinstance(outcome, Failure) else outcome.status
        log.debug("%s %s: %s (%.0f ms)", request.method, redacted(request.url), said, took)
    if hooks.on_response is not None and not isinstance(outcome, Failure):
        hooks.on_response(request, outcome)
    return outcome


def retried(request: Request, outcome: Outcome, pause: float, hooks: Hooks) -> None:
    """Let everybody know that a request will be sent again."""
    why = outcome.reason if isinstance(outcome, Failure) else outcome.status
    log.info("%s %s again in %.2f s: %s", request.method, redacted(request.url), pause, why)
    if hooks.on_retry is not None:
        hooks.on_retry(request, outcome, pause)


# --- Spans, by the semantic conventions for HTTP clients


def _span(request: Request, count: int) -> Any:
    """Return a span for an attempt; None in a program that has not loaded OpenTelemetry."""
    trace = sys.modules.get("opentelemetry.trace")
    if trace is None:
        return None
    try:
        _, host, port = origin(request.url)
    except ValueError:
        return None  # it will not be sent
    attributes: dict[str, str | int] = {
        "http.request.method": request.method,
        "server.address": host or "",
        "server.port": port,
        "url.full": redacted(request.url),
        "url.template": request.template,
    }
    if count:
        attributes["http.request.resend_count"] = count
    return trace.get_tracer(_PACKAGE).start_span(
        f"{request.method} {request.template}".rstrip(),
        kind=trace.SpanKind.CLIENT,
        attributes=attributes,
    )


def _carrying(span: Any, request: Request) -> Request:
    """Return a request whose headers name the span, so that the server's spans are its children."""
    headers = dict(request.headers)
    context = sys.modules["opentelemetry.trace"].set_span_in_context(span)
    import_module("opentelemetry.propagate").inject(headers, context)
    return replace(request, headers=headers)


def _describe(span: Any, outcome: Outcome) -> None:
    if isinstance(outcome, Failure):
        problem = "timeout" if outcome.timed_out else "connection"
    else:
        span.set_attribute("http.response.status_code", outcome.status)
        problem = str(outcome.status) if outcome.status >= 400 else ""
    if problem:
        trace: Any = sys.modules["opentelemetry.trace"]
        span.set_attribute("error.type", problem)
        span.set_status(trace.StatusCode.ERROR)
