"""What the methods of a Waylay service share: one call, on top of `waylay-sdk-core`.

The core authenticates, sends and decodes. This module says what it is given: a path with its values
escaped, a query string in the styles of the API, the media types that an operation declares, and a
type for each answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, Literal, Required, TypedDict, cast

from httpx import Headers, QueryParams
from pydantic import BaseModel
from typing_extensions import TypeVar
from waylay.sdk import WaylayService
from waylay.sdk.api import (
    ApiClient,
    ApiValueError,
    HeaderTypes,
    HttpClientOptions,
    QueryParamTypes,
    Request,
    Response,
)
from waylay.sdk.api import Model as _Generic  # pyright: ignore[reportUnknownVariableType]
from waylay.sdk.exceptions import RestResponseParseError
from waylay.sdk.plugin import WithApiClient

from .adapters import complete, to_jsonable, to_plain
from .deprecation import warn_renamed
from .parameters import path_text, protect_dots, query_pairs, quote, quote_allowing_reserved
from .values import json_text

T = TypeVar("T", default=Any)

#: The model of the core for anything: a namespace, or a list of them.
GENERIC = cast("Any", _Generic)

#: What a body that is not JSON can be.
_TEXTS: tuple[Any, ...] = (str, bytes, Any)


class TransportOptions(TypedDict, total=False):
    """What each call takes for its request: headers, and settings that go to the HTTP client."""

    headers: HeaderTypes | None
    cookies: Mapping[str, str] | None
    timeout: float | tuple[float | None, float | None, float | None, float | None] | None
    auth: Any
    stream: bool
    follow_redirects: bool
    extensions: dict[str, Any] | None


class Decoded(TransportOptions, total=False):
    """Options of a call that returns what the operation declares."""

    raw_response: Literal[False]
    select_path: Literal[""]
    response_type: None


class Selected(TransportOptions, Generic[T], total=False):
    """Options of a call that returns a part of the answer (a JSON path), or a type of one's own."""

    raw_response: Literal[False]
    select_path: str
    response_type: type[T] | Callable[[Any], T]


class Raw(TransportOptions, total=False):
    """Options of a call that returns the HTTP response, whatever its status."""

    raw_response: Required[Literal[True]]
    select_path: str
    response_type: Any


class Options(TransportOptions, total=False):
    """Options of any call."""

    raw_response: bool
    select_path: str
    response_type: Any


@dataclass(frozen=True, slots=True)
class Path:
    """A value for the path (OpenAPI 3.0.3, "Style Values")."""

    name: str
    value: Any
    style: str = "simple"
    explode: bool = False
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """How a query parameter travels. One without this travels as `key=value`, once per value.

    required: null, and an empty array or object, is `key=`; otherwise it is left out
    """

    name: str
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    allow_empty_value: bool = False
    media_type: str | None = None
    required: bool = False


class Service(WaylayService):
    """A service whose APIs use the HTTP client that `async with client.SERVICE(options)` opens."""

    def __call__(self, http_options: HttpClientOptions | None = None) -> Any:
        super().__call__(http_options)
        for api in vars(self).values():
            if isinstance(api, WithApiClient):
                api.api_client = self.api_client
        return self


def optional(name: str) -> Any:
    """Return a module of the types distribution.

    Where that is not installed, each name in it is the generic model of the core, a namespace.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return _Untyped()


class _Untyped:
    def __getattr__(self, name: str) -> Any:
        return GENERIC


async def call(
    client: ApiClient,
    method: str,
    path: str,
    *parameters: Path | Query,
    query: QueryParamTypes | BaseModel | None = None,
    json: Any = None,
    data: Any = None,
    files: Any = None,
    content: Any = None,
    content_type: str | None = None,
    responses: Mapping[str, Any],
    accept: str = "application/json",
    renamed: tuple[str, str] | None = None,
    options: Mapping[str, Any],
) -> Any:
    """Send a request and return its answer: `Response`, a decoded body, or None where there is none.

    path: the path of the operation, with the names of its parameters in braces
    parameters: the values in the path, and the query parameters that have a style of their own
    query: parameters by wire name, or a query model
    content_type: the media type of the body, where the kind of body does not say it
    responses: a type for a status ("200"), a range ("4XX") or "default"; None for an answer without
        a body; a dict where the type depends on the media type
    renamed: an earlier name, which the caller used, and that of today
    options: those of the caller, see `Options`

    Raises ApiError for a status that is not 2xx; its `data` is the decoded body.
    """
    if renamed is not None:
        warn_renamed(*renamed)
    request_options = dict(options)
    raw_response: bool = request_options.pop("raw_response", False)
    select_path: str = request_options.pop("select_path", "")
    response_type: Any = request_options.pop("response_type", None)
    send_options = {
        name: request_options.pop(name)
        for name in ("stream", "auth", "follow_redirects")
        if name in request_options
    }
    headers = Headers({"Accept": accept} | ({"Content-Type": content_type} if content_type else {}))
    headers.update(request_options.pop("headers", None))

    core: Any = client  # partly typed
    request: Request = core.build_request(
        method,
        _path(path, parameters),
        json=to_jsonable(json),
        data=to_jsonable(data),
        files=files,
        content=content,
        headers=headers,
        **request_options,
    )
    # Not as `params`: httpx has one style only, and escapes the commas between the items of a list.
    pairs = [request.url.query.decode(), *_query(query, parameters)]
    if any(pairs):
        request.url = request.url.copy_with(query="&".join(filter(None, pairs)).encode())

    response: Response = await core.send(request, **send_options)
    if raw_response:
        return response
    stream: bool = send_options.get("stream", False)
    expected = _expected(response, responses)
    if response.is_success:
        expected = response_type or (GENERIC if select_path else expected)
    if expected is None or not response.is_success:
        await response.aread()
    if response.is_success and (
        expected is None
        or response.status_code == 204
        or not (stream or response.content or expected in _TEXTS)
    ):
        return None
    complete(expected)
    result = core.deserialize(
        response,
        response_type={str(response.status_code): expected},
        select_path=select_path,
        stream=stream,
    )
    if isinstance(result, str) and expected not in _TEXTS:
        # The core gives the text of what is not JSON, so that a proxy's page could pass for a model.
        try:
            response.json()
        except ValueError as error:
            raise RestResponseParseError("The answer is not JSON.", response=response) from error
    return result


def _path(path: str, parameters: Iterable[Path | Query]) -> str:
    """Put the values into the path. The core would leave their slashes as they are."""
    texts: dict[str, str] = {}
    for parameter in parameters:
        if isinstance(parameter, Path):
            if parameter.value is None or parameter.value == "":
                raise ApiValueError(f"The path parameter {parameter.name!r} is empty.")
            value = parameter.value if parameter.media_type is None else json_text(parameter.value)
            texts[f"{{{parameter.name}}}"] = path_text(
                parameter.name, value, parameter.style, parameter.explode
            )
    for name, text in texts.items():
        path = path.replace(name, text)
    return protect_dots(path)


def _query(
    query: QueryParamTypes | BaseModel | None, parameters: Iterable[Path | Query]
) -> list[str]:
    """Return the pairs of a query string."""
    if query is None or isinstance(query, (str, bytes)):
        return [query.decode() if isinstance(query, bytes) else query or ""]
    given: Any = to_plain(query) if isinstance(query, BaseModel) else query
    if isinstance(given, QueryParams):
        given = given.multi_items()
    items: Iterable[tuple[str, Any]] = given.items() if hasattr(given, "items") else given
    declared = {
        parameter.name: parameter for parameter in parameters if isinstance(parameter, Query)
    }
    pairs: list[str] = []
    for name, value in items:
        style = declared.get(name) or Query(name)
        if style.media_type is not None and (value is not None or style.required):
            value = json_text(value)
        escape = quote_allowing_reserved if style.allow_reserved else quote
        found: list[tuple[str, str]] = []
        if value is not None:
            found = query_pairs(name, value, style.style, style.explode, escape)
        if not found and (style.required or style.allow_empty_value):
            found = [(quote(name), "")]
        pairs += [f"{key}={text}" for key, text in found]
    return pairs


def _expected(response: Response, responses: Mapping[str, Any]) -> Any:
    """Return the type for an answer, by its status and media type."""
    status = str(response.status_code)
    keys = (status, f"{status[0]}XX", "default")
    expected: Any = next((responses[key] for key in keys if key in responses), GENERIC)
    if isinstance(expected, dict):
        types = cast("dict[str, Any]", expected)
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return types.get(media_type, next(iter(types.values())))
    return expected
