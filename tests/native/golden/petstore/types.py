# Made by clientloom from native/petstore.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""Types that arguments and results have, for annotations."""

from ._runtime.native import (
    AsyncClientOptions,
    AsyncMiddleware,
    ClientOptions,
    ContentTypes,
    Failure,
    FileTypes,
    Middleware,
    Omit,
    Outcome,
    RawResponse,
    Request,
    RequestOptions,
    Response,
    Retry,
    Timeout,
    Timeouts,
)

__all__ = [
    "AsyncClientOptions",
    "AsyncMiddleware",
    "ClientOptions",
    "ContentTypes",
    "Failure",
    "FileTypes",
    "Middleware",
    "Omit",
    "Outcome",
    "RawResponse",
    "Request",
    "RequestOptions",
    "Response",
    "Retry",
    "Timeout",
    "Timeouts",
]
