"""The seam to the HTTP library: the transport on httpx2, and the only module that imports it.

`httpx2` continues httpx under another name and with the same interface: for httpx itself, change
the import.

What the clients need of it is narrow, so that another library can stand here, as that in
`pyreqwest_transport.py` does:

- `Transport(connection, own)` and `AsyncTransport(connection, own)`, with `send` and `close`
  (`aclose`).
- `send(request)` makes one attempt at a request that is complete. It follows no redirect, keeps no
  cookies, and adds no header but `Accept-Encoding` and those that frame the body. It returns what
  became of it: a `Response`, or the `Failure` that says why there is none.
- The body of a request is bytes, or an `Upload` that is read while it is sent: with its length
  announced if it is known, in chunks if not. What reading it raises is raised by `send`.
- The body of an answer is read to its end, decompressed. Of a request with `stream`, the body of a
  successful answer is left on its way: `Response.source` gives it piece by piece, as it comes, and
  raises a `Failure` where it breaks off.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from contextlib import aclosing, closing
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, cast
from urllib.request import getproxies
from weakref import WeakKeyDictionary, WeakSet

import httpx2 as httpx

from .headers import HTTPHeaders
from .request import SECRET_QUERY_NAMES, Request
from .responses import AsyncSource, Failure, Outcome, Response, Source
from .settings import Connection
from .uploads import Upload

#: What a program can pass in, to send requests its own way.
HttpClient = httpx.Client
AsyncHttpClient = httpx.AsyncClient
HttpTransport = httpx.BaseTransport
AsyncHttpTransport = httpx.AsyncBaseTransport

_log = logging.getLogger(httpx.__name__)


def _arguments(connection: Connection, https: bool) -> dict[str, Any]:
    """Return the arguments of an httpx client, or of a transport."""
    size = connection.max_connections
    proxy = connection.proxy
    if isinstance(connection.verify, ssl.SSLContext):
        context = connection.verify
    elif https or proxy is not None or getproxies():
        context = _tls_context(connection.verify, connection.cert, connection.http2)
    else:
        context = _no_tls()
    return {
        "verify": context,
        "proxy": proxy and httpx.Proxy(proxy, headers=dict(connection.proxy_headers or {})),
        "limits": httpx.Limits(max_connections=size, max_keepalive_connections=size),
        "http2": connection.http2,
    }


def _proxied(connection: Connection) -> bool:
    """Whether the environment may have proxies for some addresses: a client of httpx knows which.

    Without one, requests go to the transport below the client at once. What a client does beside,
    such as keeping cookies, is of no use here and a quarter of the cost of a call.
    """
    return connection.proxy is None and bool(getproxies())


@cache
def _tls_context(
    verify: bool | str, cert: str | tuple[str, ...] | None, http2: bool
) -> ssl.SSLContext:
    """Return a TLS context; one for all clients with the same settings, as it takes 50 ms.

    http2: connections write into the context which protocols they speak
    """
    if isinstance(verify, str):
        folder = Path(verify).is_dir()
        context = ssl.create_default_context(
            cafile=None if folder else verify, capath=verify if folder else None
        )
    else:
        context = httpx.create_ssl_context(verify=verify)
    if cert is not None:
        context.load_cert_chain(*([cert] if isinstance(cert, str) else cert))
    return context


@cache
def _no_tls() -> ssl.SSLContext:
    """Return a context for connections without TLS: it trusts nobody, and takes no time."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Transport:
    """Sends requests from any thread. It connects on first use, and again after `close`.

    own: a client or a transport to send through, which is not closed here
    """

    def __init__(
        self, connection: Connection, own: HttpClient | HttpTransport | None = None
    ) -> None:
        self._connection = connection
        self._own = own
        self.forget()
        _transports.add(self)

    def forget(self) -> None:
        """Start without connections. Those that there are stay open: their owner uses them."""
        self._clients: dict[bool, HttpClient | HttpTransport] = {}
        self._lock = Lock()

    def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        content = request.content
        try:
            client = self._opened(request.url)
            native = _native(request, iter(content) if isinstance(content, Upload) else content)
            if isinstance(client, HttpTransport):
                answer = client.handle_request(native)
                _received(native, answer)
            else:
                answer = client.send(native, auth=None, follow_redirects=False, stream=True)
            if request.stream and answer.is_success:
                return _response(answer, b"", _Source(answer))
            with closing(answer):
                return _response(answer, _read(answer, request))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _failure(error)

    def _opened(self, url: str) -> HttpClient | HttpTransport:
        if self._own is not None:
            return self._own
        https = not url.startswith("http:")
        client = self._clients.get(https)
        if client is not None:
            return client
        with self._lock:
            if https not in self._clients:
                _hide_secrets_in_logs()
                kind = HttpClient if _proxied(self._connection) else httpx.HTTPTransport
                self._clients[https] = kind(**_arguments(self._connection, https))
            return self._clients[https]

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            clients, self._clients = self._clients, {}
        for client in clients.values():
            client.close()


#: All transports, for a process that has been forked.
_transports: WeakSet[Transport] = WeakSet()


def _forget_connections() -> None:
    for transport in list(_transports):
        transport.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)


class AsyncTransport:
    """Sends requests from an event loop. It connects on first use, and again after `aclose`.

    own: a client or a transport to send through, which is not closed here
    """

    def __init__(
        self, connection: Connection, own: AsyncHttpClient | AsyncHttpTransport | None = None
    ) -> None:
        self._connection = connection
        self._own = own
        # Connections of one loop cannot be used in another, nor closed when it has ended.
        self._clients: WeakKeyDictionary[object, dict[bool, AsyncHttpClient | AsyncHttpTransport]]
        self._clients = WeakKeyDictionary()

    async def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        content = request.content
        try:
            client = self._opened(request.url)
            native = _native(request, aiter(content) if isinstance(content, Upload) else content)
            if isinstance(client, AsyncHttpTransport):
                answer = await client.handle_async_request(native)
                _received(native, answer)
            else:
                answer = await client.send(native, auth=None, follow_redirects=False, stream=True)
            if request.stream and answer.is_success:
                return _response(answer, b"", _AsyncSource(answer))
            async with aclosing(answer):
                return _response(answer, await _aread(answer))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _failure(error)

    def _opened(self, url: str) -> AsyncHttpClient | AsyncHttpTransport:
        if self._own is not None:
            return self._own
        https = not url.startswith("http:")
        clients = self._clients.setdefault(asyncio.get_running_loop(), {})
        if https not in clients:
            _hide_secrets_in_logs()
            kind = AsyncHttpClient if _proxied(self._connection) else httpx.AsyncHTTPTransport
            clients[https] = kind(**_arguments(self._connection, https))
        return clients[https]

    async def aclose(self) -> None:
        """Close all connections of this loop."""
        for client in self._clients.pop(asyncio.get_running_loop(), {}).values():
            await client.aclose()


class _Source:
    """The body of an answer on its way."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            # Not in pieces of a size: to cut them anew takes longer than to receive them.
            yield from self._answer.iter_bytes()
        except httpx.HTTPError as error:
            failure = _failure(error)
        else:
            return
        # Raised from out here, because the error holds the request, with its secrets.
        raise failure

    def close(self) -> None:
        """Free the connection."""
        self._answer.close()

    def __del__(self) -> None:
        self._answer.close()


class _AsyncSource:
    """The body of an answer on its way to an event loop."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer = answer
        self._loop = asyncio.get_running_loop()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._answer.aiter_bytes():
                yield piece
        except httpx.HTTPError as error:
            failure = _failure(error)
        else:
            return
        raise failure

    async def aclose(self) -> None:
        """Free the connection."""
        await self._answer.aclose()

    def __del__(self) -> None:
        if not self._answer.is_closed and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_close_later, self._answer)


_closing: set[asyncio.Task[None]] = set()


def _close_later(answer: httpx.Response) -> None:
    """Close an answer that nobody has any more. A task that nobody has either could vanish."""
    task = asyncio.get_running_loop().create_task(answer.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


#: What httpx undoes where one of the libraries is installed.
_CODINGS = {"br": ("brotli", "brotlicffi"), "zstd": ("compression.zstd", "backports.zstd")}


@cache
def accept_encoding() -> str:
    """Return the codings that an answer can have."""
    more = [name for name, libraries in _CODINGS.items() if any(map(_installed, libraries))]
    return ", ".join(["gzip", "deflate", *more])


def decompressed(encoding: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undo what `Content-Encoding` says, piece by piece; `Failure` where a body is not that."""
    answer = httpx.Response(200, headers={"Content-Encoding": encoding}, stream=_Pieces(pieces))
    try:
        yield from answer.iter_bytes()
    except httpx.DecodingError as error:
        failure = _failure(error)
    else:
        return
    raise failure


async def async_decompressed(encoding: str, pieces: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Undo what `Content-Encoding` says of pieces that come asynchronously."""
    headers = {"Content-Encoding": encoding}
    answer = httpx.Response(200, headers=headers, stream=_AsyncPieces(pieces))
    try:
        async for piece in answer.aiter_bytes():
            yield piece
    except httpx.DecodingError as error:
        failure = _failure(error)
    else:
        return
    raise failure


class _Pieces(httpx.SyncByteStream):
    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)


class _AsyncPieces(httpx.AsyncByteStream):
    def __init__(self, pieces: AsyncIterable[bytes]) -> None:
        self._pieces = pieces

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._pieces)


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


#: Methods whose requests do not say how long their body is, if they have none.
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS", "DELETE", "TRACE"})


def _native(request: Request, content: Any) -> httpx.Request:
    headers = {"Accept-Encoding": accept_encoding(), **request.headers}
    if isinstance(request.content, Upload) and request.content.size is not None:
        headers["Content-Length"] = str(request.content.size)
    fields = [(name.encode(), _header_bytes(value)) for name, value in headers.items()]
    extensions = {"timeout": request.time_left._asdict(), "template": request.template}
    url = _address(request.url)
    server = url.server if isinstance(url, _Address) else url
    if content is not None or request.method not in _WITHOUT_BODY:
        native = httpx.Request(
            request.method, server, headers=fields, content=content, extensions=extensions
        )
    else:
        # There is no body to look at. With a stream, no field is added: that of the host has to be.
        if not any(name.lower() == b"host" for name, _ in fields):
            fields.insert(0, (b"Host", server.netloc))
        empty = httpx.ByteStream(b"")
        native = httpx.Request(
            request.method, server, headers=fields, stream=empty, extensions=extensions
        )
        native.read()
    native.url = url
    return native


class _Address(httpx.URL):
    """An address whose parts are known, as far as they are needed to send a request.

    To parse one takes a tenth of the time of a call. What else is asked of it is that of one that
    is parsed then.
    """

    def __init__(self, url: str, server: httpx.URL, path: str) -> None:
        self._url = url
        self.server = server
        self._path = path

    @property
    def raw_scheme(self) -> bytes:
        return self.server.raw_scheme

    @property
    def raw_host(self) -> bytes:
        return self.server.raw_host

    @property
    def port(self) -> int | None:
        return self.server.port

    @property
    def raw_path(self) -> bytes:
        return self._path.encode("ascii")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(httpx.URL(self._url), name)


#: An address that httpx leaves as it is.
_PLAIN = re.compile(
    r"(https?://[^/?#@]+)(?!.*/\.)(/(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)", re.ASCII
)


def _address(url: str) -> httpx.URL:
    plain = _PLAIN.fullmatch(url)
    return httpx.URL(url) if plain is None else _Address(url, _server(plain[1]), plain[2])


@lru_cache
def _server(url: str) -> httpx.URL:
    return httpx.URL(url)


def _received(request: httpx.Request, answer: httpx.Response) -> None:
    """Do for an answer what a client of httpx does, that is of use here."""
    answer.request = request
    if _log.isEnabledFor(logging.INFO):
        version, reason = answer.http_version, answer.reason_phrase
        said = (request.method, request.url, version, answer.status_code, reason)
        _log.info('HTTP Request: %s %s "%s %d %s"', *said)


def _decodes(answer: httpx.Response) -> bool:
    """Whether httpx has to decode the body; otherwise it is taken from the stream as it is."""
    return answer.is_stream_consumed or "content-encoding" in answer.headers


def _read(answer: httpx.Response, request: Request) -> bytes:
    """Read the body, not longer than the call lasts: a timeout counts for each part of it alone."""
    pieces: Iterable[bytes] = answer.iter_bytes()
    if not _decodes(answer):
        pieces = cast("httpx.SyncByteStream", answer.stream)
    if request.deadline is None:
        return b"".join(pieces)
    parts: list[bytes] = []
    for part in pieces:
        parts.append(part)
        if request.ends_within(0.0):
            raise httpx.ReadTimeout("the budget of the call")
    return b"".join(parts)


async def _aread(answer: httpx.Response) -> bytes:
    """Read the body. The time of the call is kept around the whole attempt."""
    if _decodes(answer):
        return await answer.aread()
    stream = cast("httpx.AsyncByteStream", answer.stream)
    return b"".join([piece async for piece in stream])


def _header_bytes(value: str) -> bytes:
    """Encode a header as HTTP always did, in Latin-1; what does not fit, in UTF-8."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


def _response(
    answer: httpx.Response, content: bytes, source: Source | AsyncSource | None = None
) -> Response:
    # The names in their own case, and the values as httpx decodes them.
    encoding = answer.headers.encoding
    raw = answer.headers.raw
    headers = HTTPHeaders([(name.decode("latin-1"), value.decode(encoding)) for name, value in raw])
    return Response(answer.status_code, answer.reason_phrase, headers, content, source)


# There was no connection, or no use in trying to make one.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_SENSELESS = (httpx.InvalidURL, httpx.LocalProtocolError, httpx.UnsupportedProtocol)


def _failure(error: Exception) -> Failure:
    """Say in words what went wrong. The error itself holds the request, with its secrets."""
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    timed_out = isinstance(error, httpx.TimeoutException)
    return Failure(
        f"{'no answer in time' if timed_out else 'no usable answer'} ({words})",
        timed_out=timed_out,
        sent=not isinstance(error, _UNSENT),
        final=isinstance(error, _SENSELESS) or "CERTIFICATE_VERIFY_FAILED" in words,
    )


class _HideSecrets(logging.Filter):
    """Hides API keys in the addresses that the HTTP library logs.

    Where another generated package has hidden its own before, the address is a text.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the arguments of a record."""
        if SECRET_QUERY_NAMES and isinstance(record.args, tuple):
            names = "|".join(map(re.escape, SECRET_QUERY_NAMES))
            record.args = tuple(
                re.sub(rf"([?&](?:{names})=)[^&#]*", r"\1***", str(value))
                if isinstance(value, (httpx.URL, str))
                else value
                for value in record.args
            )
        return True


@cache
def _hide_secrets_in_logs() -> None:
    _log.addFilter(_HideSecrets())
