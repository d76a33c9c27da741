"""An HTTP server that costs its clients nothing: canned answers, in a process of its own. Prints its port."""

from __future__ import annotations

import json
import socket
import threading

ITEM = {
    "id": 7,
    "name": "Seven",
    "source": "seven",
    "tags": ["a", "b"],
    "size": {"width": 1.5, "height": 2.5},
    "created_at": "2026-01-02T03:04:05Z",
}
ONE = json.dumps(ITEM).encode()
MANY = json.dumps([{**ITEM, "id": index} for index in range(7400)]).encode()
"""About a megabyte."""


def _answer(body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


ANSWERS = {True: _answer(MANY), False: _answer(ONE)}


def serve(connection: socket.socket) -> None:
    """Answer requests without a body until the client is gone."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    pending = b""
    while data := connection.recv(65_536):
        pending += data
        while b"\r\n\r\n" in pending:
            request, _, pending = pending.partition(b"\r\n\r\n")
            connection.sendall(
                ANSWERS[request.startswith(b"GET /items ") or b"GET /items?" in request[:11]]
            )


def main() -> None:
    """Serve until the process is ended."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=[connection], daemon=True).start()


if __name__ == "__main__":
    main()
