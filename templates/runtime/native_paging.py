"""Lists that come in pages, of a client with resources: how its pages are sent for and read."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from .addresses import at
from .errors import APIResponseValidationError
from .pagers import AsyncPager, Pager, Source, Walk
from .paging import Answer, Asked, Paging

if TYPE_CHECKING:
    from .answers import RawResponse
    from .downloads import AsyncStreamingResponse, StreamingResponse

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M")


def paged(
    kind: type[Any],
    call_raw: Callable[..., Any],
    method: str,
    path: str,
    arguments: tuple[Any, ...],
    returns: Any,
    paging: Paging,
    items: Callable[[Any], Iterable[Any] | None],
    settings: Mapping[str, Any],
) -> Any:
    """Return a pager, of the kind that belongs to a client and its `call_raw`."""

    def send(asked: Asked) -> Any:
        given = dict(settings)
        if asked.again:  # once is enough
            given.pop("deprecated", None)
            given.pop("deprecated_arguments", None)
        if asked.address is not None:
            given["template"] = path
            given["options"] = {**settings.get("options", {}), "base_url": asked.address}
        return call_raw(method, asked.path, *asked.fresh(), returns=returns, **given)

    return kind(Source(send, _read), Walk(paging, items, Asked(path, arguments)))


def _read(asked: Asked, raw: RawResponse[M]) -> Answer[M]:
    def error(problem: str) -> Exception:
        return APIResponseValidationError(
            f"{problem} ({raw.method} {raw.url})",
            method=raw.method,
            url=raw.url,
            status_code=raw.status_code,
            headers=raw.headers,
            text=raw.text,
        )

    return Answer(raw.parsed(), raw.headers, raw.url, error, partial(at, asked))


# --- The variants of a method whose result comes in pages


def awaitable_pager(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], AsyncPager[T, M]]:
    """Return a method of an `AsyncResource`: for `async for`, or to be awaited."""
    return cast("Callable[Concatenate[Any, P], AsyncPager[T, M]]", operation)


def raw_page(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], RawResponse[M]]:
    """Return a method of a `RawResource`: its result is the first page as it came."""
    return cast("Callable[Concatenate[Any, P], RawResponse[M]]", operation)


def awaitable_raw_page(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[M]]]:
    """Return a method of a `RawResource`, to be awaited."""
    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, RawResponse[M]]]", operation)


def streamed_page(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], StreamingResponse[M]]:
    """Return a method of a `StreamingResource`: its result is the first page on its way."""
    return cast("Callable[Concatenate[Any, P], StreamingResponse[M]]", operation)


def awaitable_streamed_page(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], AsyncStreamingResponse[M]]:
    """Return a method of a `StreamingResource`, to be awaited or used in `async with`."""
    return cast("Callable[Concatenate[Any, P], AsyncStreamingResponse[M]]", operation)
