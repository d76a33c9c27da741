"""A server of lists in pages: what `features/list_pages.yaml` describes, with ten things and ways to misbehave;
and a job that goes through states, as in `features/waiting.yaml`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Query = dict[str, str]
#: Status, headers and body of an answer.
Answer = tuple[dict[str, str], Any]

SIZE = 3


class Pages:
    """Things in pages of three, unless a request wants another size. `mode` says how to misbehave."""

    def __init__(self, count: int = 10) -> None:
        self.things = [{"id": f"t{i}"} for i in range(count)]
        self.requests: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.states: list[str] = []
        self.mode = ""
        self.elsewhere = ""
        owner = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True  # header and body are two writes
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                text = self.rfile.read(length)
                owner.requests.append(f"{self.command} {self.path}")
                owner.headers.append({k.lower(): v for k, v in self.headers.items()})
                pieces = urlsplit(self.path)
                query = dict(parse_qsl(pieces.query))
                is_form = "form" in self.headers.get("Content-Type", "")
                if text:
                    query.update(parse_qsl(text.decode()) if is_form else json.loads(text))
                name = pieces.path.strip("/").split("/")[-1]
                answer: Callable[[Query], Answer] = getattr(owner, f"_{name}", owner._job)
                headers, body = answer(query)
                sent = json.dumps(body).encode()
                self.send_response(200)
                for key, value in headers.items():
                    self.send_header(key, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

        self._http = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def reset(self) -> None:
        """Forget what was received, and behave."""
        self.requests, self.headers, self.mode = [], [], ""

    def close(self) -> None:
        """Stop."""
        self._http.shutdown()
        self._http.server_close()

    def _slice(self, start: int, size: str | int | None = None) -> list[dict[str, str]]:
        return self.things[start : start + int(size or SIZE)]

    def _cursors(self, query: Query) -> Answer:
        start = int(query.get("page_token", "0"))
        size = int(query.get("page_size", SIZE))
        items = self._slice(start, size)
        following = str(start + size) if start + size < len(self.things) else None
        if self.mode == "circle" and following is None:
            following = "0"
        elif self.mode == "same":
            following = "3"
        elif self.mode == "gaps":  # an empty page between any two
            half = bool(int(query.get("page_token", "0")) % 2)
            start = int(query.get("page_token", "0")) // 2
            items = [] if half else self._slice(start * 1, SIZE)
            step = start * 2 + 1 if not half else (start + SIZE) * 2
            following = str(step) if start + SIZE < len(self.things) else None
        elif self.mode == "empty":
            items, following = [], str(start + 1)
        elif self.mode == "echo" and following is None:
            items, following = [], query.get("page_token")
        meta = {"next_page_token": following, "total": len(self.things)}
        return {}, {"items": items, "meta": meta}

    def _lasts(self, query: Query) -> Answer:
        ids = [thing["id"] for thing in self.things]
        start = ids.index(query["starting_after"]) + 1 if "starting_after" in query else 0
        items = self._slice(start, query.get("limit"))
        return {}, {"data": items, "has_more": start + len(items) < len(ids)}

    def _offsets(self, query: Query) -> Answer:
        items = self._slice(int(query.get("offset", 0)), query.get("limit"))
        body: dict[str, Any] = {"things": items}
        if self.mode != "no total":
            body["total_count"] = len(self.things)
        return {}, body

    def _arrays(self, query: Query) -> Answer:
        items = self._slice(int(query.get("skip", 0)), query.get("take"))
        headers = {} if self.mode == "no total" else {"X-Total-Count": str(len(self.things))}
        return headers, items

    def _numbers(self, query: Query) -> Answer:
        size = int(query.get("per_page", SIZE))
        items = self._slice((int(query.get("page", 1)) - 1) * size, size)
        meta = {} if self.mode == "no total" else {"total_pages": -(-len(self.things) // size)}
        return {}, {"result": {"records": items}, "meta": meta}

    def _next_url(self, path: str, query: Query) -> tuple[list[dict[str, str]], str | None]:
        start = int(query.get("after", 0))
        items = self._slice(start)
        if start + SIZE >= len(self.things):
            return items, None
        given = "".join(f"&{k}={v}" for k, v in query.items() if k != "after")
        target = f"{path}?after={start + SIZE}{given}"
        if self.mode == "elsewhere":
            return items, f"{self.elsewhere}{target}"
        return items, target if self.mode == "relative" else f"{self.url}{target}"

    def _links(self, query: Query) -> Answer:
        items, target = self._next_url("/links", query)
        other = '</links?after=0>; rel="first prev"; title="a, \\"b\\"; rel=next"'
        return {"Link": other + (f", <{target}>; rel=next" if target else "")}, items

    def _urls(self, query: Query) -> Answer:
        items, target = self._next_url("/owners/a%2Fb/urls", query)
        return {}, {"count": len(self.things), "next": target, "previous": None, "results": items}

    def _tasks(self, query: Query) -> Answer:
        headers, page = self._cursors({"page_token": query.get("pageToken", "0")})
        following = page["meta"]["next_page_token"] or ""
        return headers, {
            "items": page["items"],
            "nextPageToken": following,
            "totalItemCount": len(self.things),
        }

    def _job(self, query: Query) -> Answer:
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return {}, {"id": "7", "status": {"state": state}}

    def _searches(self, query: Query) -> Answer:
        start = int(query.get("cursor", 0))
        found = [f"{query.get('text')} {thing['id']}" for thing in self._slice(start)]
        following = str(start + SIZE) if start + SIZE < len(self.things) else None
        return {}, {"found": found, "meta": {"next": following}}
