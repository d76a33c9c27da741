"""The transport on `pyreqwest`, in place of the one in `transport.py` and with the same behaviour.

That for event loops is in `pyreqwest_async.py`.
What that library would do otherwise goes by httpx2, request by request (`request_of`), or for all
requests of a client (`_builder`). The comments there say why, and docs/runtime.md what follows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import cache, lru_cache
from http import HTTPStatus
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.request import getproxies
from weakref import WeakSet

from .headers import HTTPHeaders
from .request import Request
from .responses import AsyncSource, Failure, Outcome, Response, Source
from .settings import Connection, Timeouts
from .transport import Transport, accept_encoding, decompressed
from .uploads import Upload


@cache
def of_library(module: str) -> Any:
    """Return a module of pyreqwest, which need not be installed where this one is looked at."""
    return import_module(f"pyreqwest.{module}")


#: Larger bodies, and those that are read while they are sent, go by httpx2: here the time to read
#: counts from the start of the request, and uploads would be read in the thread of all connections.
_LARGE = 64 * 1024

#: Timeouts are those of a client there; more kinds of them than this go by httpx2.
_MOST_CLIENTS = 8

#: Seconds that a connection is kept without use, as long as httpx2 does.
_IDLE = timedelta(seconds=5)

#: What is added to requests that have none of their own.
_ADDED = frozenset({"accept", "user-agent"})

#: Methods whose requests say that they have no body.
_EXPECTING_BODY = frozenset({"PATCH", "POST", "PUT"})


def _builder(new: Callable[[], Any], connection: Connection, https: bool) -> Any | None:
    """Return what builds clients for how to connect; None where httpx2 has to connect."""
    # Trusted certificates come on top of those of the system there, never in their place.
    if not isinstance(connection.verify, bool):
        return None
    # A client of httpx2 knows which addresses the environment has proxies for.
    if connection.proxy is None and getproxies():
        return None
    builder = (
        new()
        .no_proxy()
        .follow_redirects(False)
        .referer(False)
        # Bodies are decompressed as httpx2 does it, with the header fields left as they came.
        .gzip(False)
        .brotli(False)
        .deflate(False)
        .zstd(False)
        .http2(connection.http2)
        .http1_allow_obsolete_multiline_headers_in_responses(True)
        .pool_idle_timeout(_IDLE)
        .pool_max_idle_per_host(connection.max_connections)
        # Without https there is nothing to check, and the certificates to trust take 20 ms to load.
        .danger_accept_invalid_certs(not (https and connection.verify))
    )
    if connection.cert is not None:
        files = [connection.cert] if isinstance(connection.cert, str) else connection.cert[:2]
        if len(connection.cert) > 2 and not isinstance(connection.cert, str):
            return None  # keys with a password are not read
        builder.identity_pem(b"\n".join(Path(file).read_bytes() for file in reversed(files)))
    if connection.proxy is not None:
        proxy = of_library("proxy").ProxyBuilder.all(connection.proxy)
        builder.proxy(proxy.headers(dict(connection.proxy_headers or {})))
    return builder


def request_of(client: Any, request: Request) -> Any | None:
    """Return a request as the library sends it; None where that would be another request."""
    content = request.content
    if isinstance(content, Upload) or (content is not None and len(content) > _LARGE):
        return None
    # The time of a call is counted to the end of its answer there, and that of a stream is open.
    if request.stream and request.deadline is not None:
        return None
    headers = {"Accept-Encoding": accept_encoding(), **request.headers}
    names = {name.lower() for name in headers}
    if not (names >= _ADDED and "".join(headers.values()).isascii()):
        return None
    if not content and request.method in _EXPECTING_BODY and "content-length" not in names:
        headers["Content-Length"] = "0"
    try:
        url = of_library("http").Url(request.url)
        if not _is_same(str(url), request.url):
            return None
        built = client.request(request.method, url).headers(headers)
    except ValueError:
        return None  # httpx2 says what is wrong
    if content:
        built.body_bytes(content)
    if request.deadline is not None:
        built.timeout(timedelta(seconds=max(0.001, request.deadline - monotonic())))
    return built


def _is_same(parsed: str, url: str) -> bool:
    """Whether path and query were left as they are: `..` and some characters are not.

    A user name would be sent as a credential.
    """
    path = url.find("/", 8)
    return parsed.endswith(url[path:]) and path != -1 and "@" not in url[:path]


class Clients:
    """The clients of a transport, one for each kind of timeouts, made when it is needed."""

    def __init__(self, new: Callable[[], Any], connection: Connection) -> None:
        self._new = new
        self._connection = connection
        self._clients: dict[tuple[bool, Timeouts], Any] = {}

    def get(self, request: Request) -> Any | None:
        """Return the client for a request; None where httpx2 has to send it."""
        key = (not request.url.startswith("http:"), request.timeout)
        client = self._clients.get(key)
        if client is None and len(self._clients) < _MOST_CLIENTS:
            client = self._made(*key)
            if client is not None:
                # When two threads come here at once, both get the same.
                client = self._clients.setdefault(key, client)
        return client

    def _made(self, https: bool, timeouts: Timeouts) -> Any | None:
        builder = _builder(self._new, self._connection, https)
        if builder is None:
            return None
        if timeouts.connect is not None:
            builder.connect_timeout(timedelta(seconds=timeouts.connect))
        if timeouts.read is not None:
            builder.read_timeout(timedelta(seconds=timeouts.read))
        if timeouts.pool is not None:
            builder.pool_timeout(timedelta(seconds=timeouts.pool))
        try:
            return builder.build()
        except RuntimeError:
            return None  # this process has been forked: the threads of the library are elsewhere

    def taken(self) -> list[Any]:
        """Return all clients; they are not in here any more."""
        clients, self._clients = self._clients, {}
        return list(clients.values())


class PyreqwestTransport:
    """Sends requests from any thread. It connects on first use, and again after `close`."""

    def __init__(self, connection: Connection) -> None:
        def new() -> Any:
            builder = of_library("client").SyncClientBuilder()
            return builder.max_connections(connection.max_connections)

        self._clients = Clients(new, connection)
        self._other = Transport(connection)
        _transports.add(self)

    def forget(self) -> None:
        """Start without connections, in a process that has been forked."""
        _inherited.extend(self._clients.taken())

    def send(self, request: Request) -> Outcome:
        """Send one attempt."""
        client = self._clients.get(request)
        sending = None if client is None else request_of(client, request)
        if sending is None:
            return self._other.send(request)
        try:
            if request.stream:
                return _sent(sending)
            answer = sending.build().send()
            return response_of(answer, answer.bytes().to_bytes())
        except of_library("exceptions").PyreqwestError as error:
            return failure_of(error)

    def close(self) -> None:
        """Close all connections."""
        for client in self._clients.taken():
            client.close()
        self._other.close()


#: All transports, for a process that has been forked.
_transports: WeakSet[PyreqwestTransport] = WeakSet()

#: Clients of the process that this one was forked from: to end them here would end them there.
_inherited: list[Any] = []


def _forget_connections() -> None:
    for transport in list(_transports):
        transport.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)


def _sent(built: Any) -> Outcome:
    """Send a request whose successful answer is left on its way."""
    # Nothing is read ahead: the first piece of a stream can take long to come.
    sending = built.streamed_read_buffer_limit(0).build_streamed()
    answer = sending.__enter__()
    source = _Source(sending, answer)
    if 200 <= answer.status <= 299:
        return response_of(answer, b"", source)
    try:
        return response_of(answer, answer.bytes().to_bytes())
    finally:
        source.close()


class _Source:
    """The body of an answer on its way."""

    def __init__(self, sending: Any, answer: Any) -> None:
        self._sending = sending
        self._reader = answer.body_reader
        self._encoding = encoding_of(answer)

    def __iter__(self) -> Iterator[bytes]:
        pieces = self._pieces()
        return pieces if not self._encoding else decompressed(self._encoding, pieces)

    def _pieces(self) -> Iterator[bytes]:
        try:
            while (piece := self._reader.read_chunk()) is not None:
                yield piece.to_bytes()
        except of_library("exceptions").PyreqwestError as error:
            failure = failure_of(error)
        else:
            self.close()
            return
        self.close()
        raise failure

    def close(self) -> None:
        """Free the connection."""
        sending, self._sending = self._sending, None
        if sending is not None:
            sending.__exit__(None, None, None)

    def __del__(self) -> None:
        self.close()


def encoding_of(answer: Any) -> str:
    """Return how the body is compressed, "" where it is not."""
    return ", ".join(answer.get_header_all("content-encoding"))


def response_of(answer: Any, content: bytes, source: Source | AsyncSource | None = None) -> Outcome:
    fields = _fields(answer.headers)
    if content and (encoding := encoding_of(answer)):
        try:
            content = b"".join(decompressed(encoding, iter([content])))
        except Failure as failure:
            return failure
    return Response(answer.status, _reason(answer.status), fields, content, source)


def _fields(headers: Any) -> HTTPHeaders:
    fields: list[tuple[str, str]] = []
    try:
        fields += headers.items()
    except ValueError:
        # One of them is not ASCII, which is all that is to be had.
        fields.clear()
        for name in dict.fromkeys(headers):
            with suppress(ValueError):
                fields += [(name, value) for value in headers.getall(name)]
    return HTTPHeaders([(_spelled(name), value) for name, value in fields])


@lru_cache
def _spelled(name: str) -> str:
    """Return the usual spelling of a name, which comes in small letters."""
    return name.title()


@cache
def _reason(status: int) -> str:
    """Return the usual reason phrase: that of the answer is not to be had."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


#: What is said of an attempt for which there was no connection.
_CONNECTING = "client error (Connect)"

#: Another attempt would end like this.
_SENSELESS = ("invalid peer certificate", "URL scheme is not allowed")


def failure_of(error: Any) -> Failure:
    """Say in words what went wrong. The error itself quotes the address, with its secrets."""
    details: Mapping[str, Any] = getattr(error, "details", None) or {}
    causes = [cause["message"] for cause in details.get("causes") or ()]
    timed_out = isinstance(error, of_library("exceptions").RequestTimeoutError)
    connected = _CONNECTING not in causes
    if isinstance(error, of_library("exceptions").PoolTimeoutError):
        connected, words = False, "PoolTimeout"
    elif timed_out:
        words = "ReadTimeout" if connected else "ConnectTimeout"
    else:
        # Its classes mix up what happened before and after there was a connection.
        kind = type(error).__name__ if connected else "ConnectError"
        words = f"{kind}: {causes[-1]}" if len(causes) > 1 else kind
    return Failure(
        f"{'no answer in time' if timed_out else 'no usable answer'} ({words})",
        timed_out=timed_out,
        sent=connected,
        final=any(word in words for word in _SENSELESS),
    )
