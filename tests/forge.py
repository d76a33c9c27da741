"""A server on 127.0.0.1 that keeps the comments of a pull request, as GitHub's REST API does."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token"
BOT = "github-actions[bot]"
PER_PAGE = 3
"""As many comments are on a page; GitHub may give fewer than a program asks for."""


@dataclass
class Forge:
    """The pull request 7 of the repository `boats/api`."""

    url: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    read_only: bool = False

    def write(self, body: str, author: str) -> dict[str, Any]:
        """Add a comment."""
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "body": body, "user": {"login": author}})
        return self.comments[-1]

    def answer(
        self, method: str, target: str, token: str, data: Any
    ) -> tuple[int, Any, dict[str, str]]:
        """What GitHub answers, and changes."""
        self.calls.append(f"{method} {urlsplit(target).path}")
        if token != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}, {}
        if method != "GET" and self.read_only:
            return 403, {"message": "Resource not accessible by integration"}, {}
        if method != "GET" and len(data["body"]) > 65_536:
            return 422, {"message": "Body is too long"}, {}
        path = urlsplit(target).path
        if path == "/repos/boats/api/issues/7/comments":
            if method == "POST":
                return 201, self.write(data["body"], BOT), {}
            page = int(parse_qs(urlsplit(target).query).get("page", ["1"])[0])
            shown = self.comments[(page - 1) * PER_PAGE : page * PER_PAGE]
            more = page * PER_PAGE < len(self.comments)
            link = f'<{self.url}{path}?per_page=100&page={page + 1}>; rel="next", <x>; rel="last"'
            return 200, shown, {"Link": link} if more else {}
        for comment in self.comments:
            if method == "PATCH" and path == f"/repos/boats/api/issues/comments/{comment['id']}":
                comment["body"] = data["body"]
                return 200, comment, {}
        return 404, {"message": "Not Found"}, {}


@contextmanager
def running() -> Iterator[Forge]:
    """A forge that answers as long as the context is open."""
    forge = Forge()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            data = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization") or ""
            status, answer, headers = forge.answer(self.command, self.path, token, data)
            body = json.dumps(answer).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = handle_any

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
