"""The clients: `call`, on which every generated method stands, and what the methods share."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import fields
from functools import cache, partial
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, Unpack, cast
from urllib.parse import urljoin, urlsplit

from .answers import RawResponse, decoded, origin_of, reading_of, successful
from .arguments import ContentTypes, FileTypes, Omit, omit
from .auth import Credential
from .call import Argument, Draft, set_idempotency_key
from .call_options import CallSettings, RequestOptions, StreamOptions
from .checks import Checks
from .credentials import credentials
from .deprecation import warn, warn_renamed
from .exchange import AsyncDriver, Call, Driver, left_open
from .headers import redacted
from .lazy import version
from .native_paging import paged
from .pagers import AsyncPager, Page, Pager
from .paging import Paging
from .parameters import protect_dots, query_pairs
from .request import Request, set_header
from .responses import Failure, Outcome, Response
from .retries import Retry
from .servers import Api, Server
from .settings import (
    DEFAULT_TIMEOUT,
    AsyncClientOptions,
    AsyncMiddleware,
    ClientOptions,
    Connection,
    Hooks,
    Middleware,
    Timeout,
    Timeouts,
    timeouts,
)

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from .downloads import AsyncStreamingResponse, StreamingResponse
    from .streaming import AsyncStream, Stream

__all__ = [
    "Api",
    "AsyncClientOptions",
    "AsyncMiddleware",
    "AsyncPager",
    "ClientOptions",
    "ContentTypes",
    "Failure",
    "FileTypes",
    "Middleware",
    "Omit",
    "Outcome",
    "Page",
    "Pager",
    "RawResponse",
    "Request",
    "RequestOptions",
    "Response",
    "Retry",
    "Server",
    "StreamOptions",
    "Timeout",
    "Timeouts",
    "omit",
]

M = TypeVar("M")
R = TypeVar("R")
T = TypeVar("T")


_CHECKS = Checks("pydantic")
_CALL_OPTIONS = RequestOptions.__optional_keys__
_STREAM_OPTIONS = StreamOptions.__optional_keys__
_OPTIONS = ClientOptions.__optional_keys__


class _Client:
    """What both clients share: everything but sending."""

    _api: ClassVar[Api]

    def __init__(
        self,
        secrets: Mapping[str, Any],
        variables: Mapping[str, str | None],
        options: Mapping[str, Any],
    ) -> None:
        for option in options:
            if option not in _OPTIONS:
                raise TypeError(f"got an unexpected keyword argument '{option}'")
        #: The address of the API.
        server = options.get("server")
        self.base_url = self._api.base_url(options.get("base_url"), variables, server)
        self._variables = variables
        self._credentials = credentials(
            self._api.schemes, secrets, self._api.from_environment, self.base_url
        )
        self._timeout = timeouts(options.get("timeout", DEFAULT_TIMEOUT))
        self._retry = Retry.of(options.get("retries", Retry()))
        self._hooks = Hooks(**_picked(Hooks, options))
        self._connection = Connection(**_picked(Connection, options))
        self._idempotency_header: str | None = options.get("idempotency_header")
        self._query: Mapping[str, Any] = options.get("query") or {}
        #: Those of the program: they go before what a method accepts and the type of a body.
        self._headers: dict[str, str] = {}
        headers: Mapping[str, str] = options.get("headers") or {}
        for header, value in headers.items():
            set_header(self._headers, header, value)
        self._closed = False
        #: One for each `with` block that the client is in.
        self._blocks: list[None] = []

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {redacted(self.base_url)}>"

    def _prepare(
        self,
        method: str,
        path: str,
        arguments: tuple[Argument, ...],
        returns: Any,
        settings: CallSettings,
        known: frozenset[str] = _CALL_OPTIONS,
    ) -> Call:
        """Check the arguments, and make the request of a call."""
        options = settings.get("options", {})
        for option in options:
            if option not in known:
                raise TypeError(f"got an unexpected keyword argument '{option}'")
        if "deprecated" in settings:
            warn(f"{settings['deprecated']} is deprecated")
        if "renamed" in settings:
            warn_renamed(*settings["renamed"])
        for name, value in settings.get("deprecated_arguments", {}).items():
            if value is not omit:
                warn(f"the argument `{name}` is deprecated")

        # Some documents tell operations of one path apart by a fragment, or by a query.
        draft = Draft(path.partition("#")[0], _CHECKS)
        for argument in arguments:
            argument.write(draft)
        if "template" not in settings:
            for extra in (self._query, options.get("extra_query", {})):
                for name, value in extra.items():
                    if value is not None:
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
            timeouts(options["timeout"]) if "timeout" in options else self._timeout,
            self._chosen(settings.get("security", ()), options.get("extra_headers", {})),
            set_idempotency_key(headers, method, arguments, self._idempotency_header),
            template=settings.get("template", path),
        )
        retry = Retry.of(options["retries"]) if "retries" in options else self._retry
        return Call(request, returns, settings.get("responses", {}), retry, self._hooks)

    def _address(self, own: str | None) -> str:
        """Return the address for an operation that has one of its own.

        Where that is on the server of the document, it moves with the address of the client.
        """
        if own is None:
            return self.base_url
        variables = [self._api.variables, *(server.variables for server in self._api.servers)]
        for found in reversed(variables):  # those of the first address win
            own = Server(own, variables=found).address(self._variables)
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
        if not security:
            return ()
        own = {name.lower() for name in given}
        for names in filter(None, security):
            if all(name in self._credentials for name in names):
                found = (self._credentials[name] for name in names)
                return tuple(
                    c for c in found if c.location != "header" or c.name.lower() not in own
                )
        return ()  # the server knows best whether it needs credentials

    def _check_open(self) -> None:
        if self._closed:
            raise RuntimeError(f"{self!r} is closed")


@cache
def _user_agent(distribution: str) -> str:
    return f"{distribution}/{version(distribution)} (Python)"


def _picked(settings: type[Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that are fields of a class."""
    return {f.name: options[f.name] for f in fields(settings) if f.name in options}


class NativeClient(_Client):
    """Calls an API. One client serves any number of threads.

    It connects on the first call. The end of a `with` block frees the connections; the client can
    be used on, until `close`. An HTTP client that was passed in is never closed here.
    """

    def __init__(
        self,
        *,
        secrets: Mapping[str, Any] = {},
        variables: Mapping[str, str | None] = {},
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(secrets, variables, options)
        own = options.get("http_client") or options.get("transport")
        self._driver = Driver(lambda: self._connection, own)

    def __enter__(self) -> Self:
        self._blocks.append(None)
        return self

    def __exit__(self, *exception: object) -> None:
        self._blocks.pop()
        if not self._blocks:
            self._driver.close()

    def close(self) -> None:
        """Close all connections, for good."""
        self._closed = True
        self._driver.close()

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
        return cast("R", decoded(prepared, self._send(prepared)))

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

    def call_open(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> StreamingResponse[R]:
        """Make a call and return its answer while it is on its way. See `call`."""
        from .downloads import StreamingResponse

        prepared = self._prepare(method, path, arguments, returns, settings)
        origin = origin_of(prepared, self._open)
        return StreamingResponse(origin, partial(decoded, prepared))

    def call_stream(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> Stream[R]:
        """Make a call and return the items of its answer as they come.

        returns: the type of an item
        settings: see `CallSettings`; `accept` is the media type of the stream
        """
        from .streaming import Stream

        prepared = self._prepare(method, path, arguments, returns, settings, _STREAM_OPTIONS)
        return Stream(origin_of(prepared, self._open), reading_of(prepared, settings))

    def _send(self, call: Call) -> Response:
        self._check_open()
        return successful(call, self._driver.run(call))

    def _open(self, call: Call, headers: Mapping[str, str]) -> Response:
        return self._send(left_open(call, headers))


class NativeAsyncClient(_Client):
    """Calls an API from an event loop.

    It connects on the first call. The end of an `async with` block frees the connections; the
    client can be used on, until `close`. An HTTP client that was passed in is never closed here.
    """

    def __init__(
        self,
        *,
        secrets: Mapping[str, Any] = {},
        variables: Mapping[str, str | None] = {},
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        super().__init__(secrets, variables, options)
        own = options.get("http_client") or options.get("transport")
        self._driver = AsyncDriver(lambda: self._connection, own)

    async def __aenter__(self) -> Self:
        self._blocks.append(None)
        return self

    async def __aexit__(self, *exception: object) -> None:
        self._blocks.pop()
        if not self._blocks:
            await self._driver.close()

    async def close(self) -> None:
        """Close all connections, for good."""
        self._closed = True
        await self._driver.close()

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

    def call_open(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> AsyncStreamingResponse[R]:
        """Make a call, whose answer is there while it is on its way. See `NativeClient.call_open`.

        It is made when that is awaited, or used in `async with`.
        """
        from .downloads import AsyncStreamingResponse

        prepared = self._prepare(method, path, arguments, returns, settings)
        origin = origin_of(prepared, self._open)
        return AsyncStreamingResponse(origin, partial(decoded, prepared))

    def call_stream(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        **settings: Unpack[CallSettings],
    ) -> AsyncStream[R]:
        """Make a call, the items of whose answer come one by one. See `NativeClient.call_stream`.

        It is made when that is awaited, iterated, or used in `async with`.
        """
        from .streaming import AsyncStream

        prepared = self._prepare(method, path, arguments, returns, settings, _STREAM_OPTIONS)
        return AsyncStream(origin_of(prepared, self._open), reading_of(prepared, settings))

    async def _result(self, call: Call) -> Any:
        return decoded(call, await self._send(call))

    async def _raw(self, call: Call) -> Any:
        return RawResponse[Any](call, await self._send(call))

    async def _send(self, call: Call) -> Response:
        self._check_open()
        return successful(call, await self._driver.run(call))

    async def _open(self, call: Call, headers: Mapping[str, str]) -> Response:
        return await self._send(left_open(call, headers))
