"""Lists that come in pages, of a Waylay service: `iter_*` methods on top of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import parse_qsl

from httpx import QueryParams
from pydantic import BaseModel
from waylay.sdk.api import ApiClient, Response
from waylay.sdk.exceptions import RestResponseParseError

from .adapters import to_plain
from .headers import HTTPHeaders
from .pagers import AsyncPager, Source, Walk
from .paging import Answer, Asked, Cursor, Offset, PageNumber


@dataclass(slots=True)
class _Given:
    """A query parameter and its value."""

    name: str
    value: Any
    type: Any = Any


class _Recording:
    """What stands in the place of an API, and of its client, to see the answers."""

    def __init__(self, client: ApiClient) -> None:
        self.api_client = self
        self._client = client
        self.response: Response | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    async def send(self, *arguments: Any, **options: Any) -> Response:
        """Send a request, and keep its answer."""
        client: Any = self._client  # partly typed
        self.response = await client.send(*arguments, **options)
        return cast("Response", self.response)


def iterate(
    client: ApiClient,
    operation: Callable[..., Any],
    paging: Cursor | Offset | PageNumber,
    items: Callable[[Any], Iterable[Any] | None],
    arguments: tuple[Any, ...],
    query: Any,
    options: Mapping[str, Any],
) -> AsyncPager[Any, Any]:
    """Return what walks a list of which `operation` gives a page.

    paging: what leads from a page to the next
    items: where a page has its items
    arguments, query, options: those of the operation
    """

    async def send(asked: Asked) -> tuple[Any, Response | None]:
        recording = _Recording(client)
        pairs = [(given.name, given.value) for given in asked.arguments if given.value is not None]
        body = await operation(recording, *arguments, query=pairs, **options)
        return body, recording.response

    def read(asked: Asked, result: tuple[Any, Response]) -> Answer[Any]:
        body, response = result

        def error(problem: str) -> Exception:
            return RestResponseParseError(problem, response=response)

        def at(url: str) -> Asked:
            raise error(f"a page has an address, which is not followed: {url}")

        headers = HTTPHeaders(response.headers.multi_items())
        return Answer(body, headers, str(response.url), error, at)

    given = [_Given(name, value) for name, value in _pairs(query)]
    if not any(each.name == paging.parameter for each in given):
        given.append(_Given(paging.parameter, None))
    return AsyncPager(Source(send, read), Walk(paging, items, Asked("", tuple(given))))


def _pairs(query: Any) -> Iterable[tuple[str, Any]]:
    """Return the parameters of a query by wire name, in whatever form it is given."""
    if query is None:
        return ()
    if isinstance(query, (str, bytes)):
        text = query.decode() if isinstance(query, bytes) else query
        return parse_qsl(text, keep_blank_values=True)
    if isinstance(query, QueryParams):
        return query.multi_items()
    plain = to_plain(query) if isinstance(query, BaseModel) else query
    return cast("Iterable[tuple[str, Any]]", plain.items() if hasattr(plain, "items") else plain)
