"""Lists that come in pages, of the documented calling styles: `iter_*` methods made from others."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from urllib.parse import urljoin

from .addresses import at
from .call import Draft, Path
from .checks import Checks
from .client import DocumentedAsyncClient, DocumentedClient
from .exceptions import ApiDecodeException, ApiTypeError
from .headers import HTTPHeaders
from .operations import ApiResponse
from .pagers import AsyncPager, Pager, Source, Walk
from .paging import Answer, Asked, Paging

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M")

#: Options that change what a call returns, which an iteration has to know.
_EXCLUDED = ("async_req", "_return_http_data_only", "_preload_content", "_check_return_type")


def iterate(
    operation: Callable[Concatenate[Any, P], M],
    paging: Paging,
    items: Callable[[M], Iterable[T] | None],
) -> Callable[Concatenate[Any, P], Pager[T, M]]:
    """Return a method that gives all items of a list, of which `operation` gives a page.

    paging: what leads from a page to the next
    items: where a page has its items
    """

    def method(self: Any, *arguments: Any, **options: Any) -> Any:
        return cast("Callable[..., Any]", operation)(
            _Paged(self.api_client, paging, items), *arguments, **options
        )

    return cast("Callable[Concatenate[Any, P], Pager[T, M]]", method)


def awaitable_pager(
    operation: Callable[Concatenate[Any, P], Pager[T, M]],
) -> Callable[Concatenate[Any, P], AsyncPager[T, M]]:
    """Return an `iter_*` method as it is with an asynchronous client: for `async for`."""
    return cast("Callable[Concatenate[Any, P], AsyncPager[T, M]]", operation)


class _Paged:
    """What stands in the place of an API, and of its client, for a method of pages."""

    def __init__(self, client: Any, paging: Paging, items: Callable[[Any], Any]) -> None:
        self.api_client = self
        self._client: DocumentedClient | DocumentedAsyncClient = client
        self._paging = paging
        self._items = items

    def call(
        self,
        method: str,
        path: str,
        *arguments: Any,
        options: Mapping[str, Any] = {},
        **settings: Any,
    ) -> Any:
        """Return a pager instead of a page."""
        for option in _EXCLUDED:
            if option in options:
                raise ApiTypeError(f"`{option}` does not apply to an iteration")
        client = self._client
        given = {**options, "_return_http_data_only": False}

        def send(asked: Asked) -> Any:
            own = dict(settings, options=given)
            if asked.address is not None:
                own["server"] = asked.address
                own["options"] = {n: v for n, v in given.items() if n != "_host_index"}
            return client.call(method, asked.path, *asked.fresh(), **own)

        def read(
            asked: Asked, result: ApiResponse[Any] | tuple[Any, int, HTTPHeaders]
        ) -> Answer[Any]:
            if isinstance(result, ApiResponse):
                body, status, headers = result.data, result.status_code, result.headers
            else:
                body, status, headers = result

            def error(problem: str) -> Exception:
                reason = f"{problem} ({method} {path})"
                return ApiDecodeException(status, reason, headers=headers)

            return Answer(
                body, headers, _url(client, asked, settings, given), error, partial(at, asked)
            )

        kind = (
            AsyncPager[Any, Any] if isinstance(client, DocumentedAsyncClient) else Pager[Any, Any]
        )
        return kind(Source(send, read), Walk(self._paging, self._items, Asked(path, arguments)))


def _url(client: Any, asked: Asked, settings: Mapping[str, Any], options: Mapping[str, Any]) -> str:
    """Return where a page came from, for the links in it."""
    configuration = client.configuration
    host: str = configuration.host
    if asked.address is not None:
        host = asked.address
    elif options.get("_host_index") is not None:
        host = configuration.get_host_from_settings(options["_host_index"])
    elif settings.get("server") is not None:
        host = urljoin(host, settings["server"])
    draft = Draft(asked.path, Checks("value", types=False, limits=False))
    for argument in asked.arguments:
        if isinstance(argument, Path):
            copy.copy(argument).write(draft)
    return host.rstrip("/") + draft.path
