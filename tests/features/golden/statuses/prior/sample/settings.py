# Made by clientloom from features/statuses.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""What a configuration can hold: retries, timeouts, and hooks around each attempt."""

from ._runtime.client import (
    AsyncMiddleware,
    Failure,
    Hooks,
    Middleware,
    Request,
    Response,
    Retry,
    Timeouts,
)

__all__ = [
    "AsyncMiddleware",
    "Failure",
    "Hooks",
    "Middleware",
    "Request",
    "Response",
    "Retry",
    "Timeouts",
]
