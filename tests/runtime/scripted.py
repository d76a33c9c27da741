"""A server whose answers are bytes on a connection, so that they can be wrong in every way."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterable

#: What is done with a connection after a request: bytes to send, pauses until something happens, a reset.
Step = bytes | threading.Event | str

RESET = "reset"


class Scripted:
    """Answers each request with the next script, and hangs up; the last script for ever."""

    def __init__(self, *scripts: Iterable[Step] | Callable[[str], Iterable[Step]]) -> None:
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self._scripts = list(scripts)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def header(self, name: str, nth: int = -1) -> str | None:
        """A header of a request."""
        for line in self.heads[nth].split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                head = self._read(connection)
                if head is None:
                    return
                script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
                for step in script(head) if callable(script) else script:
                    if isinstance(step, bytes):
                        connection.sendall(step)
                    elif isinstance(step, threading.Event):
                        step.wait(10)
                    else:
                        # Closing with this option is a reset, without an orderly end.
                        linger = struct.pack("ii", 1, 0)
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                        return
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                return

    def _read(self, connection: socket.socket) -> str | None:
        """Read a request; None if there is none."""
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return None
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        text = head.decode("latin-1")
        self.heads.append(text)
        length = int(self.header("content-length") or 0)
        while len(body) < length:
            body += connection.recv(65536)
        self.bodies.append(body)
        return text


def answer(
    body: bytes = b"",
    *headers: str,
    status: str = "200 OK",
    length: int | None = None,
    media_type: str = "application/octet-stream",
) -> bytes:
    """An answer that announces its length, rightly unless another one is given."""
    announced = len(body) if length is None else length
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {media_type}",
        f"Content-Length: {announced}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def chunked(*chunks: bytes, media_type: str, end: bool = True) -> bytes:
    """An answer in chunks, without its end if that is wanted."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nTransfer-Encoding: chunked\r\n"
    head += "Connection: close\r\n\r\n"
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head.encode() + body + (b"0\r\n\r\n" if end else b"")
