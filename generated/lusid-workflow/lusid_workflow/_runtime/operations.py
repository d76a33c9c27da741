"""Variants of a generated method: the same call, with more in its result or to be awaited."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from .headers import HTTPHeaders
from .responses import Response

P = ParamSpec("P")
R = TypeVar("R")


class ApiResponse(Generic[R]):
    """A result with the response that it was read from."""

    __slots__ = ("_raw", "data", "headers", "status_code")

    def __init__(
        self, status_code: int, headers: HTTPHeaders, data: R, raw_data: bytes | Response
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        self.data = data
        self._raw = raw_data

    @property
    def raw_data(self) -> bytes:
        """The body; an answer that is on its way is read for it."""
        return self._raw if isinstance(self._raw, bytes) else self._raw.data

    def __repr__(self) -> str:
        return f"<ApiResponse {self.status_code} {self.data!r}>"


def awaitable(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, R]]:
    """Return a method as it is with an asynchronous client: its result has to be awaited.

    It is the same function. What differs is the client that `call` is called on, and the type.
    """
    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, R]]", operation)


def with_http_info(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], tuple[R, int, HTTPHeaders]]:
    """Return a method that gives (data, status, headers)."""
    return cast("Callable[Concatenate[Any, P], tuple[R, int, HTTPHeaders]]", _with_all(operation))


def with_api_response(
    operation: Callable[Concatenate[Any, P], R],
) -> Callable[Concatenate[Any, P], ApiResponse[R]]:
    """Return a method that gives an `ApiResponse`."""
    return cast("Callable[Concatenate[Any, P], ApiResponse[R]]", _with_all(operation))


def _with_all(operation: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(operation)
    def method(*arguments: Any, **options: Any) -> Any:
        options.setdefault("_return_http_data_only", False)
        return operation(*arguments, **options)

    method.__name__ += "_with_http_info"
    method.__qualname__ += "_with_http_info"
    return method
