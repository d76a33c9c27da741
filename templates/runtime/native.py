"""The clients: `call`, on which every generated method stands, and what the methods share.

A call is one generator, `_exchange`: it yields each request to be sent and is given what became of
it. The two clients differ in how they send, and in nothing else.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Coroutine, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Generic,
    Self,
    TypeAlias,
    TypedDict,
    TypeVar,
    Unpack,
    cast,
)
from urllib.parse import urljoin, urlsplit

from .adapters import adapter
from .arguments import ContentTypes, FileTypes, Json, Omit, omit
from .auth import ApiKey, Basic, Credential, Scheme, Secret
from .call import Argument, Checks, Draft, Request, set_header
from .errors import (
    APIConnectionError,
    APITimeoutError,
    redacted,
    request_id,
    status_error,
    validation_failure,
)
from .exceptions import (
    ApiConnectionException,
    ApiDecodeException,
    ApiTimeoutException,
)
from .headers import HTTPHeaders
from .lazy import version
from .native_paging import paged
from .paging import AsyncPager, Page, Pager, Paging
from .parameters import protect_dots, query_pairs
from .responses import Response, decode, decode_error
from .values import is_array

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from .transport import (
        AsyncHttpClient,
        AsyncTransport,
        HttpClient,
        Outcome,
        Transport,
    )

__all__ = [
    "AsyncPager",
    "ContentTypes",
    "FileTypes",
    "Omit",
    "Page",
    "Pager",
    "RawResponse",
    "RequestOptions",
    "Timeout",
    "omit",
]

M = TypeVar("M")
R = TypeVar("R")
T = TypeVar("T")

MAX_REDIRECTS = 10

#: Seconds to wait for a connection, and for each part of an answer.
DEFAULT_TIMEOUT: Final = (10.0, 300.0)

#: Seconds; or a pair: for the connection, and for each part of an answer. None waits for ever.
Timeout: TypeAlias = float | tuple[float | None, float | None] | None


class RequestOptions(TypedDict, total=False):
    """What every method takes beside its own arguments.

    timeout: seconds to wait for the connection and for each part of the answer, or a pair of those
    extra_headers: headers to add, or to send instead of those that the method sends
    extra_query: parameters to add to the query
    base_url: the address of the API, for this call
    """

    timeout: Timeout
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    base_url: str


_OPTIONS = RequestOptions.__optional_keys__


class CallSettings(TypedDict, total=False):
    """What a method says about its call, beside the arguments.

    responses: types for particular answers: by "404", "4XX" or "default", and then, where a mapping
        is given, by media type
    security: alternatives, each of them names of security schemes that go together
    accept: the media types that can be read; JSON by default
    base_url: the address of the API, where it is not the client's
    deprecated, deprecated_arguments: what to warn of
    options: those of the caller
    """

    responses: Mapping[str, Any]
    security: tuple[tuple[str, ...], ...]
    accept: str
    base_url: str
    deprecated: str
    deprecated_arguments: Mapping[str, Any]
    options: Mapping[str, Any]


# --- The clients


@dataclass(frozen=True, slots=True)
class Api:
    """What a document says about where the API is and who may call it.

    distribution: the installed distribution, for its version
    environment: how the names of its environment variables begin
    url: the address of the API, with its variables in braces
    variables: by name: the keyword argument for it, the default, and the choices if it has some
    schemes: the security schemes by name, each with the keyword arguments of its secrets
    """

    distribution: str
    environment: str
    url: str
    variables: Mapping[str, tuple[str, str, tuple[str, ...]]] = field(
        default_factory=dict[str, Any]
    )
    schemes: Mapping[str, tuple[Scheme, tuple[str, ...]]] = field(default_factory=dict[str, Any])

    def base_url(self, given: str | None, chosen: Mapping[str, str | None]) -> str:
        """Return the address to call: the one given, that of the environment, or the document's."""
        address = given or self.from_environment("base_url")
        if address is not None:
            return address.rstrip("/")
        address = self.url
        for name, (keyword, default, choices) in self.variables.items():
            value = chosen.get(keyword) or default
            if choices and value not in choices:
                raise ValueError(f"{keyword} must be one of {', '.join(choices)}")
            address = address.replace(f"{{{name}}}", value)
        return address.rstrip("/")

    def from_environment(self, keyword: str) -> str | None:
        """Return the environment's value for a keyword argument; None if it has none."""
        return os.environ.get(f"{self.environment}_{keyword.upper()}") or None

    def credentials(self, given: Mapping[str, Secret | None]) -> dict[str, Credential]:
        """Return the credentials that are given, or in the environment, by security scheme."""
        found: dict[str, Credential] = {}
        for name, (scheme, keywords) in self.schemes.items():
            secrets = [given.get(k) or self.from_environment(k) for k in keywords]
            credential = scheme.credential(name, _configured(scheme, secrets))
            if credential is not None:
                found[name] = credential
        return found


@dataclass(frozen=True, slots=True)
class _Configured:
    """The secrets for one security scheme."""

    username: str | None = None
    password: str | None = None
    access_token: Secret | None = None
    key: Secret | None = None

    def api_key_and_prefix(self, name: str) -> tuple[Secret | None, str | None]:
        """Return the API key."""
        return self.key, None


def _configured(scheme: Scheme, secrets: list[Any]) -> Any:
    if isinstance(scheme, Basic):
        return _Configured(username=secrets[0], password=secrets[1])
    if isinstance(scheme, ApiKey):
        return _Configured(key=secrets[0])
    return _Configured(access_token=secrets[0])


@dataclass(slots=True)
class _Settings:
    """How to connect."""

    verify_ssl: bool = True
    ssl_ca_cert: str | None = None
    cert_file: str | None = None
    key_file: str | None = None
    proxy: str | None = None
    proxy_headers: dict[str, str] | None = None
    connection_pool_maxsize: int = 100


@dataclass(frozen=True, slots=True)
class _Call:
    """A request, and what its answer is read as."""

    request: Request
    returns: Any
    responses: Mapping[str, Any]

    def decoded(self, response: Response) -> Any:
        """Return the body of a successful answer."""
        try:
            return decode(response, self.returns, self.responses)
        except ApiDecodeException as error:
            problem = str(error.reason)
        url = redacted(self.request.url)
        raise validation_failure(response, problem, self.request.method, url)


class RawResponse(Generic[R]):
    """A successful answer as it came.

    content: the body
    """

    __slots__ = ("_call", "_response", "content", "headers", "method", "status_code", "url")

    def __init__(self, call: _Call, response: Response) -> None:
        self._call = call
        self._response = response
        self.status_code = response.status
        self.headers: HTTPHeaders = response.headers
        self.content = response.data
        self.method = call.request.method
        self.url = redacted(call.request.url)

    @property
    def text(self) -> str:
        """The body as text."""
        return self._response.text

    @property
    def request_id(self) -> str | None:
        """What the API calls this request; None if it says nothing."""
        return request_id(self.headers)

    def parsed(self) -> R:
        """Return what the method returns without `with_raw_response`."""
        return cast("R", self._call.decoded(self._response))

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code} ({self.method} {self.url})>"


class _Client:
    """What both clients share: everything but sending."""

    _api: ClassVar[Api]

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        secrets: Mapping[str, Secret | None] = {},
        variables: Mapping[str, str | None] = {},
    ) -> None:
        #: The address of the API.
        self.base_url = self._api.base_url(base_url, variables)
        self._credentials = self._api.credentials(secrets)
        self._timeout = _timeouts(timeout)
        self._headers: dict[str, str] = {}
        for header, value in (headers or {}).items():
            set_header(self._headers, header, value)
        self._closed = False
        self._blocks = 0
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {redacted(self.base_url)}>"

    def _prepare(
        self,
        method: str,
        path: str,
        arguments: tuple[Argument, ...],
        returns: Any,
        settings: CallSettings,
    ) -> _Call:
        """Check the arguments, and make the request of a call."""
        options = settings.get("options", {})
        for option in options:
            if option not in _OPTIONS:
                raise TypeError(f"got an unexpected keyword argument '{option}'")
        if "deprecated" in settings:
            _warn(f"{settings['deprecated']} is deprecated")
        for name, value in settings.get("deprecated_arguments", {}).items():
            if value is not omit:
                _warn(f"the argument `{name}` is deprecated")

        # Some documents tell operations of one path apart by a fragment, or by a query.
        draft = Draft(path.partition("#")[0], Checks("pydantic"))
        for argument in arguments:
            if argument.value is None and isinstance(argument, Json):
                draft.body = argument.body(None)  # null, which is not nothing
                continue
            if argument.value is omit:
                argument.value = None
            argument.write(draft)
        for name, value in options.get("extra_query", {}).items():
            draft.query += query_pairs(name, value, "form", explode=True)

        # The more particular wins: the client's headers, the call's parameters, its options.
        headers = {
            "Accept": settings.get("accept", "application/json"),
            "User-Agent": _user_agent(self._api.distribution),
        }
        if draft.body is not None:
            headers["Content-Type"] = draft.body.content_type
        for given in (self._headers, draft.headers, options.get("extra_headers", {})):
            for name, value in given.items():
                set_header(headers, name, value)

        address = options.get("base_url") or self._address(settings.get("base_url"))
        url = address.rstrip("/") + protect_dots(draft.path)
        if draft.query:
            url += ("&" if "?" in url else "?") + "&".join(map("=".join, draft.query))

        request = Request(
            method,
            url,
            headers,
            tuple(draft.cookies),
            None if draft.body is None else draft.body.content,
            _timeouts(options["timeout"]) if "timeout" in options else self._timeout,
            self._chosen(settings.get("security", ()), options.get("extra_headers", {})),
        )
        return _Call(request, returns, settings.get("responses", {}))

    def _address(self, own: str | None) -> str:
        """Return the address for an operation that has one of its own.

        Where that is on the server of the document, it moves with the address of the client.
        """
        if own is None:
            return self.base_url
        here, document = urlsplit(own), urlsplit(self._api.url)
        if here.netloc and here.netloc != document.netloc:
            return own
        return urljoin(self.base_url, here.path or "/")

    def _chosen(
        self, security: tuple[tuple[str, ...], ...], given: Mapping[str, str]
    ) -> tuple[Credential, ...]:
        """Return the credentials of the first alternative that is configured in full.

        given: headers of the call, which may be credentials of its own
        """
        own = {name.lower() for name in given}
        for names in security:
            if all(name in self._credentials for name in names):
                found = (self._credentials[name] for name in names)
                return tuple(
                    c for c in found if c.location != "header" or c.name.lower() not in own
                )
        return ()  # the server knows best whether it needs credentials

    def _exchange(self, call: _Call) -> Generator[Request, Outcome, Response]:
        """Yield each request of a call, take what became of it, and return a successful answer."""
        if self._closed:
            raise RuntimeError(f"{self!r} is closed")
        request = call.request
        redirects = 0
        while True:
            outcome = yield request
            method, url = request.method, redacted(request.url)
            if isinstance(outcome, ApiConnectionException):
                timed_out = isinstance(outcome, ApiTimeoutException)
                kind = APITimeoutError if timed_out else APIConnectionError
                raise kind(f"{outcome.reason} ({method} {url})", method=method, url=url)
            following = request.redirected(outcome.status, outcome.headers.get("location"))
            if following is None or redirects == MAX_REDIRECTS:
                break
            request, redirects = following, redirects + 1
        if 200 <= outcome.status <= 299:
            return outcome
        raise status_error(outcome, _error_body(outcome, call.responses), method, url)


def _error_body(response: Response, responses: Mapping[str, Any]) -> Any:
    """Return the body as the model that is declared for it, else as plain data, else as text."""
    if not response.data:
        return None
    body = decode_error(response, responses)
    if body is not None:
        return body
    try:
        return adapter(Any).validate_json(response.json_bytes)
    except ValueError:
        return response.text


@cache
def _user_agent(distribution: str) -> str:
    return f"{distribution}/{version(distribution)} (Python)"


def _timeouts(value: Any) -> tuple[float | None, float | None]:
    """Return the seconds to wait for a connection and for each read."""
    if is_array(value) and len(value) == 2:
        connect, read = value
        return connect, read
    if value is None or isinstance(value, (int, float)):
        return value, value
    raise TypeError("timeout must be a number of seconds, or a pair (connect, read)")


def _warn(message: str) -> None:
    """Warn of what is deprecated, at the line outside of this package that uses it."""
    package = __file__.removesuffix("native.py").rstrip("/\\").removesuffix("_runtime")
    frame, level = sys._getframe(1), 2  # pyright: ignore[reportPrivateUsage]
    while frame.f_back is not None and frame.f_code.co_filename.startswith(package):
        frame, level = frame.f_back, level + 1
    warnings.warn(message, DeprecationWarning, stacklevel=level)


class NativeClient(_Client):
    """Calls an API. One client serves any number of threads.

    It connects on the first call. The end of a `with` block frees the connections; the client can
    be used on, until `close`. An HTTP client that was passed in is never closed here.
    """

    def __init__(self, *, http_client: HttpClient | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self._http_client = http_client
        self._transport: Transport | None = None

    def __enter__(self) -> Self:
        with self._lock:
            self._blocks += 1
        return self

    def __exit__(self, *exception: object) -> None:
        with self._lock:
            self._blocks -= 1
            outermost = self._blocks == 0
        if outermost:
            self._disconnect()

    def close(self) -> None:
        """Close all connections, for good."""
        self._closed = True
        self._disconnect()

    def _disconnect(self) -> None:
        with self._lock:
            transport, self._transport = self._transport, None
        if transport is not None:
            transport.close()

    def _connected(self) -> Transport:
        from .transport import Transport

        with self._lock:
            if self._transport is None:
                self._transport = Transport(_Settings(), self._http_client)
            return self._transport

    @property
    def _client(self) -> Self:
        return self

    def call(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> R:
        """Make a call and return its result; every method does, and so can a program.

        arguments: the parameters and the body
        returns: the type of the body of any successful answer
        settings: see `CallSettings`
        """
        prepared = self._prepare(method, path, arguments, returns, settings)
        return cast("R", prepared.decoded(self._send(prepared)))

    def call_raw(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> RawResponse[R]:
        """Make a call and return its answer as it came. The arguments are those of `call`."""
        prepared = self._prepare(method, path, arguments, returns, settings)
        return RawResponse(prepared, self._send(prepared))

    def paged(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[M],
        paging: Paging,
        items: Callable[[M], Iterable[T] | None],
        **settings: Unpack[CallSettings],
    ) -> Pager[T, M]:
        """Make a call for a list that comes in pages, and return what walks them.

        paging: what leads from a page to the next
        items: where a page has its items
        """
        return cast(
            "Pager[T, M]",
            paged(Pager, self.call_raw, method, path, arguments, returns, paging, items, settings),
        )

    def _send(self, call: _Call) -> Response:
        exchange = self._exchange(call)
        request = next(exchange)
        while True:
            values = [credential.value() for credential in request.credentials]
            outcome = self._connected().send(request.authorized(values))
            try:
                request = exchange.send(outcome)
            except StopIteration as end:
                return cast("Response", end.value)


class NativeAsyncClient(_Client):
    """Calls an API from an event loop.

    It connects on the first call. The end of an `async with` block frees the connections; the
    client can be used on, until `close`. An HTTP client that was passed in is never closed here.
    """

    def __init__(self, *, http_client: AsyncHttpClient | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self._http_client = http_client
        self._transport: AsyncTransport | None = None

    async def __aenter__(self) -> Self:
        self._blocks += 1
        return self

    async def __aexit__(self, *exception: object) -> None:
        self._blocks -= 1
        if self._blocks == 0:
            await self._disconnect()

    async def close(self) -> None:
        """Close all connections, for good."""
        self._closed = True
        await self._disconnect()

    async def _disconnect(self) -> None:
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()

    def _connected(self) -> AsyncTransport:
        from .transport import AsyncTransport

        if self._transport is None:
            self._transport = AsyncTransport(_Settings(), self._http_client)
        return self._transport

    @property
    def _client(self) -> Self:
        return self

    def call(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> Coroutine[Any, Any, R]:
        """Make a call, whose result has to be awaited. See `NativeClient.call`."""
        return self._result(self._prepare(method, path, arguments, returns, settings))

    def call_raw(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> Coroutine[Any, Any, RawResponse[R]]:
        """Make a call, whose answer has to be awaited and comes as it is. See `call`."""
        return self._raw(self._prepare(method, path, arguments, returns, settings))

    def paged(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[M],
        paging: Paging,
        items: Callable[[M], Iterable[T] | None],
        **settings: Unpack[CallSettings],
    ) -> AsyncPager[T, M]:
        """Return what walks a list that comes in pages. See `NativeClient.paged`."""
        return cast(
            "AsyncPager[T, M]",
            paged(
                AsyncPager, self.call_raw, method, path, arguments, returns, paging, items, settings
            ),
        )

    async def _result(self, call: _Call) -> Any:
        return call.decoded(await self._send(call))

    async def _raw(self, call: _Call) -> Any:
        return RawResponse[Any](call, await self._send(call))

    async def _send(self, call: _Call) -> Response:
        exchange = self._exchange(call)
        request = next(exchange)
        while True:
            values = [await credential.value_async() for credential in request.credentials]
            outcome = await self._connected().send(request.authorized(values))
            try:
                request = exchange.send(outcome)
            except StopIteration as end:
                return cast("Response", end.value)
