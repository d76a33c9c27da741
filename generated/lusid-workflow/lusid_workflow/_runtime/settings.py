"""How a client connects and what it does around each attempt: what all clients can be told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, TypedDict

from .exceptions import ApiTypeError
from .values import is_array

if TYPE_CHECKING:
    import ssl

    from .request import Request
    from .responses import Outcome, Response
    from .retries import Retry
    from .transport import AsyncHttpClient, AsyncHttpTransport, HttpClient, HttpTransport


class Timeouts(NamedTuple):
    """Seconds to wait; None is for ever.

    connect: for a connection
    read, write: for each part of an answer, and of a request
    pool: for a connection that others use, when there can be no more
    """

    connect: float | None = 10.0
    read: float | None = 300.0
    write: float | None = 300.0
    pool: float | None = 300.0

    def within(self, seconds: float) -> Timeouts:
        """Return these, with none of them longer than this."""
        return Timeouts(*(seconds if own is None else min(own, seconds) for own in self))


#: Seconds for everything; or a pair: for the connection, and for each part of an answer; or
#: `Timeouts`. None waits for ever.
Timeout: TypeAlias = float | tuple[float | None, float | None] | Timeouts | None

DEFAULT_TIMEOUT: Final = (10.0, 300.0)


def timeouts(value: Any) -> Timeouts:
    """Return the seconds to wait for each thing, from what a caller wrote."""
    if isinstance(value, Timeouts):
        return value
    if value is None or isinstance(value, (int, float)):
        return Timeouts(value, value, value, value)
    if is_array(value) and len(value) == 2:
        connect, read = value
        return Timeouts(connect, read, read, read)
    raise ApiTypeError("a timeout must be a number of seconds, or a pair (connect, read)")


@dataclass(frozen=True, slots=True)
class Connection:
    """How to connect.

    verify: whether certificates of servers are checked; or a file or a folder with those to trust;
        or a TLS context, which then decides all of it
    cert: what the client shows: a file with certificate and key, or the two files, and a password
    proxy: its address; by default the environment says (HTTPS_PROXY, NO_PROXY)
    http2: whether HTTP/2 is spoken where the server can; that needs the package `h2`
    max_connections: how many there are at a time
    """

    verify: bool | str | ssl.SSLContext = True
    cert: str | tuple[str, ...] | None = None
    proxy: str | None = None
    proxy_headers: Mapping[str, str] | None = None
    http2: bool = False
    max_connections: int = 100


#: Gets a request and what sends it on, and returns an answer: that of `send`, or another. `send`
#: raises `Failure` where no answer came, and can be called more than once, or not at all.
Middleware: TypeAlias = "Callable[[Request, Callable[[Request], Response]], Response]"
AsyncMiddleware: TypeAlias = (
    "Callable[[Request, Callable[[Request], Awaitable[Response]]], Awaitable[Response]]"
)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a program does around each attempt. Credentials are added to a request after that.

    middleware: the first is the outermost
    on_request: gets each request before it is sent
    on_response: gets each request with its answer
    on_retry: gets a request that will be sent again, why, and in how many seconds
    """

    middleware: Sequence[Any] = ()
    on_request: Callable[[Request], object] | None = None
    on_response: Callable[[Request, Response], object] | None = None
    on_retry: Callable[[Request, Outcome, float], object] | None = None


#: What can send the requests; see `library.py`.
Library: TypeAlias = Literal["httpx2", "pyreqwest"]


class _Options(TypedDict, total=False):
    base_url: str | None
    server: int | str | None
    timeout: Timeout
    headers: Mapping[str, str] | None
    query: Mapping[str, Any] | None
    retries: int | Retry
    idempotency_header: str | None
    verify: bool | str | ssl.SSLContext
    cert: str | tuple[str, ...] | None
    proxy: str | None
    proxy_headers: Mapping[str, str] | None
    http2: bool
    max_connections: int
    on_request: Callable[[Request], object] | None
    on_response: Callable[[Request, Response], object] | None
    on_retry: Callable[[Request, Outcome, float], object] | None


class ClientOptions(_Options, total=False):
    """What a client takes beside the secrets and the variables of its document.

    base_url: the address of the API
    server: which address of the document it is: its position (0 is the first), name or address
    timeout: seconds to wait for a connection and for each part of an answer, or a pair of those, or
        `Timeouts`
    headers, query: headers and query parameters of every request
    retries: how often a request is sent again, 2 by default; or a `Retry`
    idempotency_header: the name of a header that gets a key, one per call, so that calls that
        change something can be sent again; where the API declares `Idempotency-Key`, it is that
    verify, cert, proxy, proxy_headers, http2, max_connections: see `Connection`
    middleware, on_request, on_response, on_retry: see `Hooks`
    http_client: sends the requests; it is not closed here, and knows itself how to connect
    transport: the library that sends the requests, "httpx2" or "pyreqwest", of which the latter is
        used by default where it is installed; or what sends them below httpx2, not closed here
    """

    middleware: Sequence[Middleware]
    http_client: HttpClient | None
    transport: HttpTransport | Library | None


class AsyncClientOptions(_Options, total=False):
    """What a client takes beside the secrets and the variables of its document.

    As in `ClientOptions`; middleware, HTTP client and transport are asynchronous ones, and
    "pyreqwest" sends the requests only where it is asked for.
    """

    middleware: Sequence[AsyncMiddleware]
    http_client: AsyncHttpClient | None
    transport: AsyncHttpTransport | Library | None
