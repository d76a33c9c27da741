"""The seam to the HTTP library, and the only module that imports it.

`httpx2` continues httpx under another name and with the same interface: for httpx itself, change
the import.

What the clients need of it is narrow, so that another library can stand here:

- `Transport(settings, own)` and `AsyncTransport(settings, own)`, with `send` and `close` (`aclose`).
- `send(request)` makes one attempt at a request that is complete. It follows no redirect, keeps no
  cookies, and adds no header but `Accept-Encoding` and those that frame the body. It returns what
  became of it: a `Response`, or the exception that says why there is none.
- The body of a request is bytes, or an `Upload` that is read while it is sent: with its length
  announced if it is known, in chunks if not. What reading it raises is raised by `send`.
- The body of an answer is read to its end, decompressed. Of a request with `stream`, the body of a
  successful answer is left on its way: `Response.source` gives it piece by piece, as it comes.
"""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
from collections.abc import AsyncIterator, Iterator
from functools import cache
from threading import Lock
from typing import Any, Protocol

import httpx2 as httpx

from .call import SECRET_QUERY_NAMES, Request
from .exceptions import ApiConnectionException, ApiTimeoutException
from .headers import HTTPHeaders
from .responses import AsyncSource, Response, Source
from .uploads import Upload

#: What a program can pass in, to send requests its own way.
HttpClient = httpx.Client
AsyncHttpClient = httpx.AsyncClient

#: What became of an attempt. A failure is returned, not raised: the caller may want to try again.
Outcome = Response | ApiConnectionException


class Settings(Protocol):
    """How to connect; the configuration of a client says it."""

    verify_ssl: bool
    ssl_ca_cert: str | None
    cert_file: str | None
    key_file: str | None
    proxy: str | None
    proxy_headers: dict[str, str] | None
    connection_pool_maxsize: int


def _arguments(settings: Settings) -> dict[str, Any]:
    """Return the arguments of an httpx client."""
    size = settings.connection_pool_maxsize
    return {
        "verify": _tls_context(
            settings.verify_ssl, settings.ssl_ca_cert, settings.cert_file, settings.key_file
        ),
        "proxy": settings.proxy and httpx.Proxy(settings.proxy, headers=settings.proxy_headers),
        "limits": httpx.Limits(max_connections=size, max_keepalive_connections=size),
    }


@cache
def _tls_context(
    verify: bool, ca_cert: str | None, cert_file: str | None, key_file: str | None
) -> ssl.SSLContext:
    """Return a TLS context; one for all clients with the same settings, as it takes 50 ms."""
    if verify and ca_cert is not None:
        context = ssl.create_default_context(cafile=ca_cert)
    else:
        context = httpx.create_ssl_context(verify=verify)
    if cert_file is not None:
        context.load_cert_chain(cert_file, key_file)
    return context


class Transport:
    """Sends requests from any thread. It connects on first use, and again after `close`.

    own: a client to send through, which is not closed here
    """

    def __init__(self, settings: Settings, own: HttpClient | None = None) -> None:
        self._settings = settings
        self._own = own
        self._client: httpx.Client | None = None
        self._lock = Lock()

    def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        content = request.content
        native = _native(request, iter(content) if isinstance(content, Upload) else content)
        try:
            answer = self._opened().send(
                native, auth=None, follow_redirects=False, stream=request.stream
            )
            if request.stream:
                if answer.is_success:
                    return _response(answer, _Source(answer))
                answer.read()
            return _response(answer)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _failure(error)

    def _opened(self) -> httpx.Client:
        if self._own is not None:
            return self._own
        with self._lock:
            if self._client is None:
                _hide_secrets_in_logs()
                self._client = httpx.Client(**_arguments(self._settings))
            return self._client

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()


class AsyncTransport:
    """Sends requests from an event loop. It connects on first use, and again after `aclose`.

    own: a client to send through, which is not closed here
    """

    def __init__(self, settings: Settings, own: AsyncHttpClient | None = None) -> None:
        self._settings = settings
        self._own = own
        self._client: httpx.AsyncClient | None = None
        self._loop: object = None

    async def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        content = request.content
        native = _native(request, aiter(content) if isinstance(content, Upload) else content)
        try:
            answer = await self._opened().send(
                native, auth=None, follow_redirects=False, stream=request.stream
            )
            if request.stream:
                if answer.is_success:
                    return _response(answer, _AsyncSource(answer))
                await answer.aread()
            return _response(answer)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _failure(error)

    def _opened(self) -> httpx.AsyncClient:
        if self._own is not None:
            return self._own
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            # Connections of a loop that has ended can neither be used nor closed.
            _hide_secrets_in_logs()
            self._client, self._loop = httpx.AsyncClient(**_arguments(self._settings)), loop
        return self._client

    async def aclose(self) -> None:
        """Close all connections."""
        client, self._client = self._client, None
        if client is not None and self._loop is asyncio.get_running_loop():
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


def _native(request: Request, content: Any) -> httpx.Request:
    connect, read = request.timeout
    headers = {"Accept-Encoding": "gzip, deflate", **request.headers}
    if isinstance(request.content, Upload) and request.content.length is not None:
        headers["Content-Length"] = str(request.content.length)
    return httpx.Request(
        request.method,
        request.url,
        headers=[(name.encode(), _header_bytes(value)) for name, value in headers.items()],
        content=content,
        extensions={"timeout": {"connect": connect, "read": read, "write": read, "pool": read}},
    )


def _header_bytes(value: str) -> bytes:
    """Encode a header as HTTP always did, in Latin-1; what does not fit, in UTF-8."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


def _response(answer: httpx.Response, source: Source | AsyncSource | None = None) -> Response:
    # `raw` has the names in their own case, `multi_items` the values decoded.
    names = [name.decode("latin-1") for name, _ in answer.headers.raw]
    values = [value for _, value in answer.headers.multi_items()]
    headers = HTTPHeaders(zip(names, values, strict=True))
    data = answer.content if source is None else b""
    return Response(answer.status_code, answer.reason_phrase, headers, data, source)


def _failure(error: Exception) -> ApiConnectionException:
    """Say in words what went wrong. The error itself holds the request, with its secrets."""
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return ApiTimeoutException(0, f"no answer in time ({words})")
    return ApiConnectionException(0, f"no usable answer ({words})")


class _HideSecrets(logging.Filter):
    """Hides API keys in the addresses that the HTTP library logs."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the arguments of a record."""
        if SECRET_QUERY_NAMES and isinstance(record.args, tuple):
            names = "|".join(map(re.escape, SECRET_QUERY_NAMES))
            record.args = tuple(
                re.sub(rf"([?&](?:{names})=)[^&#]*", r"\1***", str(value))
                if isinstance(value, httpx.URL)
                else value
                for value in record.args
            )
        return True


@cache
def _hide_secrets_in_logs() -> None:
    logging.getLogger(httpx.__name__).addFilter(_HideSecrets())
