"""A server on this machine that fails as it is told.

    with FaultServer() as server:
        server.will(status(503, retry_after="0"), drop, json({"id": 1}))

Each request takes the next of the answers, the last one for ever; `server.choose` picks one by the request instead.
An answer writes to the connection itself, so that it can be anything: half an answer, too much of one, none at all.
"""

from __future__ import annotations

import contextlib
import json as json_text
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Received:
    """A request as the server got it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


#: Answers a request; False closes the connection after it.
Answer = Callable[[socket.socket, Received], bool]


# --- Answers


def plain(code: int, body: bytes = b"", **headers: str) -> Answer:
    """An answer without a fault. `retry_after="1"` is a header."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    named = {"content-type": "application/json", **given}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    start = f"HTTP/1.1 {code} Said\r\n{head}content-length: {len(body)}\r\n\r\n".encode()

    def answer(connection: socket.socket, received: Received) -> bool:
        connection.sendall(start + (b"" if received.method == "HEAD" else body))
        return True

    return answer


def status(code: int, **headers: str) -> Answer:
    """An error with a small body."""
    return plain(code, b'{"error":"told to"}', **headers)


def json(value: Any) -> Answer:
    """A success."""
    return plain(200, json_text.dumps(value).encode())


def raw(data: bytes) -> Answer:
    """These bytes, and the end of the connection."""

    def answer(connection: socket.socket, received: Received) -> bool:
        connection.sendall(data)
        return False

    return answer


def redirect(to: str, code: int = 302) -> Answer:
    """Another place."""
    return plain(code, location=to)


def late(seconds: float, then: Answer) -> Answer:
    """An answer after a while."""

    def answer(connection: socket.socket, received: Received) -> bool:
        time.sleep(seconds)
        return then(connection, received)

    return answer


def drop(connection: socket.socket, received: Received) -> bool:
    """No answer."""
    return False


def reset(connection: socket.socket, received: Received) -> bool:
    """A part of an answer, and a reset (RST) instead of an end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def drip(connection: socket.socket, received: Received) -> bool:
    """A body that comes byte by byte, and never to its end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
    with contextlib.suppress(OSError):
        while True:
            connection.sendall(b" ")
            time.sleep(0.02)
    return False


truncate = raw(
    b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"id":'
)
cut_chunks = raw(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{")
half_json = plain(200, b'{"id": 1, "name": "Re')
too_long = raw(b'HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n{"id":1}{"id":2}')
wrong_length = raw(b'HTTP/1.1 200 OK\r\ncontent-length: nine\r\n\r\n{"id":1}')
two_lengths = raw(b'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 8\r\n\r\n{"id":1}')
not_http = raw(b"SSH-2.0-OpenSSH_9.6\r\n")
bad_gzip = plain(200, b"this is no gzip", content_encoding="gzip")
unknown_charset = plain(
    200, b'{"name":"R\xc3\xa9x"}', content_type="application/json; charset=klingon"
)
wrong_charset = plain(200, b'{"name":"R\xe9x"}', content_type="application/json; charset=utf-8")
latin = plain(200, b'{"name":"R\xe9x"}', content_type="application/json; charset=iso-8859-1")


# --- The server


class FaultServer:
    """Listens on a port of its own. `received` has all requests, `open` and `peak` count connections."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.answers: list[Answer] = [json({})]
        self.choose: Callable[[Received], Answer] = self._next
        self.accepted = self.open = self.peak = 0
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def will(self, *answers: Answer) -> Self:
        """Set the answers, and forget what has been received."""
        self.answers = list(answers)
        self.choose = self._next
        self.received = []
        return self

    def _next(self, received: Received) -> Answer:
        with self._lock:
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._connections.add(connection)
                self.accepted += 1
                self.open += 1
                self.peak = max(self.peak, self.open)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            for received in _requests(connection):
                self.received.append(received)
                if not self.choose(received)(connection, received):
                    break
        with self._lock:
            self._connections.discard(connection)
            self.open -= 1
        connection.close()

    def close(self) -> None:
        """Close the port and all connections."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes `accept`
        self._listener.close()
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _requests(connection: socket.socket) -> Iterator[Received]:
    """The requests on a connection, until the client closes it."""
    reader = connection.makefile("rb")
    while line := reader.readline():
        method, target, _ = line.decode().split(" ", 2)
        headers: dict[str, str] = {}
        while field := reader.readline().decode("latin-1").strip():
            name, _, value = field.partition(":")
            headers[name.lower()] = value.strip()
        body = b""
        if headers.get("transfer-encoding") == "chunked":
            while size := int(reader.readline(), 16):
                body += reader.read(size)
                reader.readline()
            reader.readline()
        else:
            body = reader.read(int(headers.get("content-length", 0)))
        yield Received(method, target, headers, body)
