"""A package around the runtime, and servers on this machine for it to call."""

from __future__ import annotations

import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from .scripted import Scripted

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"
SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package with the runtime in it, importable as `sample_sdk`."""
    folder = tmp_path_factory.mktemp("site")
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SAMPLE, folder / "sample_sdk", ignore=unwanted)
    shutil.copytree(RUNTIME, folder / "sample_sdk" / "_runtime", ignore=unwanted)
    sys.path.insert(0, str(folder))
    return folder


class Modules:
    """The modules of the sample package by name: `sdk.call` is `sample_sdk._runtime.call`."""

    def __getattr__(self, name: str) -> Any:
        if name in ("models", "configuration", "api_client", "api"):
            return import_module(f"sample_sdk.{name}")
        if name == "root":
            return import_module("sample_sdk")
        return import_module(f"sample_sdk._runtime.{name}")


@pytest.fixture
def sdk(package: Path) -> Modules:
    return Modules()


@dataclass
class Received:
    """A request as a server got it."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) <= 1, f"{name} was sent {len(values)} times"
        return values[0] if values else None

    @property
    def line(self) -> str:
        return f"{self.method} {self.target}"

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]


@dataclass
class Answer:
    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0


class Server:
    """Keeps what it receives, and answers what it is told to: the last answer for ever."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.answers: list[Answer] = [Answer(headers={"Content-Type": "application/json"})]
        server = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True  # header and body are two writes
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                self.close_connection = True
                super().handle_one_request()

            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):
                    return self.answer
                raise AttributeError(name)

            def answer(self) -> None:
                target = self.requestline.split(" ")[1]
                body = self._body()
                server.received.append(
                    Received(self.command, target, list(self.headers.items()), body)
                )
                answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
                time.sleep(answer.delay)
                self.send_response(answer.status)
                headers = {"Content-Length": str(len(answer.body)), **answer.headers}
                for name, value in headers.items():
                    if value:
                        self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.body)

            def _body(self) -> bytes:
                if self.headers.get("Transfer-Encoding") == "chunked":
                    chunks = b""
                    while size := int(self.rfile.readline(), 16):
                        chunks += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                    return chunks
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))

            def log_message(self, *_: Any) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: Any) -> None:
                pass

        self._http = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def will(self, status: int = 200, body: bytes | str = b"", **headers: str) -> Server:
        """Set the answer to everything; `content_type="text/plain"` is a header."""
        self.answers = []
        return self.then(status, body, **headers)

    def then(
        self, status: int = 200, body: bytes | str = b"", delay: float = 0.0, **headers: str
    ) -> Server:
        """Add an answer after those that are set."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        if body and "Content-Type" not in named:
            named["Content-Type"] = "application/json"
        raw = body.encode() if isinstance(body, str) else body
        self.answers.append(Answer(status, raw, named, delay))
        return self

    @property
    def last(self) -> Received:
        return self.received[-1]

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def other_server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def refused() -> Iterator[str]:
    """An address that refuses connections: its port is taken, so no other server can get it."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{silent.getsockname()[1]}"


@pytest.fixture
def raw_server() -> Iterator[Callable[[bytes], str]]:
    """A server that answers bytes as they are and hangs up: `raw_server(b"...")` is its address."""
    listeners: list[socket.socket] = []

    def start(answer: bytes) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for listener in listeners:
        listener.close()


@pytest.fixture
def client(sdk: Modules, server: Server, library: str) -> Iterator[Any]:
    """A client of the style `prior` for the server."""
    with sdk.api_client.ApiClient(sdk.configuration.Configuration(host=server.url)) as made:
        yield made


@pytest.fixture
def scripted() -> Iterator[Callable[..., Scripted]]:
    """Start a server with scripts for its answers."""
    running: list[Scripted] = []

    def start(*scripts: Any) -> Scripted:
        running.append(Scripted(*scripts))
        return running[-1]

    yield start
    for each in running:
        each.close()


@pytest.fixture
def native(sdk: Modules, library: str) -> Iterator[Callable[..., Any]]:
    """Make clients of the style `native`: `native(url)`, `native(url, asynchronous=True)`."""
    made: list[Any] = []

    def make(url: str, *, asynchronous: bool = False, **options: Any) -> Any:
        base = sdk.native.NativeAsyncClient if asynchronous else sdk.native.NativeClient
        api = sdk.native.Api("sample-sdk", "SAMPLE", "http://localhost")
        client = type("Client", (base,), {"_api": api})(base_url=url, **options)
        if not asynchronous:
            made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def send(client: Any, server: Server) -> Callable[..., Received]:
    """Make a call with some arguments, and return what the server received."""

    def call(*arguments: Any, path: str = "/", method: str = "GET", **options: Any) -> Received:
        client.call(method, path, *arguments, returns=None, options=options)
        return server.last

    return call
