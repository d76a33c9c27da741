"""An authorization server on this machine (RFC 6749, RFC 8628, RFC 8414), and an API behind it.

It is written without any part of the runtime: what a client gets wrong, it refuses.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

CLIENT_ID = "the client"
CLIENT_SECRET = "s3:cr%t+&/é"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class Authority:
    """Issues tokens, and answers API calls that carry a valid one.

    methods: how clients may prove who they are
    lifetime: the `expires_in` of tokens; None says nothing
    delay: seconds that each token takes
    pending: what the token endpoint says to a device before it lets it in
    """

    def __init__(self) -> None:
        self.methods = ["client_secret_basic", "client_secret_post"]
        self.lifetime: float | str | None = 3600
        self.delay = 0.0
        self.rotates = True
        self.pending: list[str] = []
        self.device_answer: dict[str, Any] = {}
        self.valid: set[str] = set()
        self.refresh_tokens: set[str] = {"refresh-0"}
        self.forms: list[dict[str, str]] = []
        self.calls: list[tuple[str, str | None]] = []
        self.discoveries = 0
        self.answers: list[tuple[int, bytes]] = []
        self.always_401 = False
        self._issued = 0
        self._lock = threading.Lock()
        authority = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True  # header and body are two writes
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                path = urlsplit(self.path).path
                if path in ("/token", "/renew", "/device"):
                    self._answer(*authority._asked(path, self.headers, body))
                else:
                    self._call()

            def do_GET(self) -> None:
                if urlsplit(self.path).path.startswith("/.well-known/"):
                    authority.discoveries += 1
                    self._answer(200, authority._metadata())
                else:
                    self._call()

            def do_PUT(self) -> None:
                self._call()

            def do_DELETE(self) -> None:
                self._call()

            def _call(self) -> None:
                value = self.headers.get("Authorization")
                authority.calls.append((self.path, value))
                if authority.always_401 or (value or "").partition(" ")[2] not in authority.valid:
                    self._answer(401, {"message": "no"})
                else:
                    self._answer(200, {"ok": True})

            def _answer(self, status: int, content: Any) -> None:
                raw = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: Any) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, *_: Any) -> None:
                pass

        self._http = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self.token_url = f"{self.url}/token"
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def grants(self) -> list[str]:
        """The grants that were asked for at the token endpoint."""
        return [form["grant_type"] for form in self.forms if "grant_type" in form]

    def revoke(self) -> None:
        """Let no access token be valid any longer."""
        self.valid.clear()

    def _metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "token_endpoint": self.token_url,
            "device_authorization_endpoint": f"{self.url}/device",
            "token_endpoint_auth_methods_supported": self.methods,
        }

    def _asked(self, path: str, headers: Any, body: bytes) -> tuple[int, Any]:
        assert headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert headers["Accept"] == "application/json"
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        time.sleep(self.delay)
        with self._lock:
            self.forms.append({**form, "(path)": path})
            if self.answers:
                return self.answers.pop(0)
            problem = self._refused(form, headers.get("Authorization"))
            if problem is not None:
                description = f"{problem} for {form.get('password', CLIENT_SECRET)}"
                status = 401 if problem == "invalid_client" else 400
                return status, {"error": problem, "error_description": description}
            return 200, self._device() if path == "/device" else self._token(form)

    def _refused(self, form: dict[str, str], authorization: str | None) -> str | None:
        secret = form.get("client_secret")
        client = form.get("client_id")
        method = "client_secret_post"
        if authorization is not None:
            if secret is not None:
                return "invalid_request"  # RFC 6749, 2.3: one method at a time
            scheme, _, pair = authorization.partition(" ")
            assert scheme == "Basic"
            client, _, secret = map(unquote_plus, base64.b64decode(pair).decode().partition(":"))
            method = "client_secret_basic"
        if secret is not None and method not in self.methods:
            return "invalid_client"
        grant = form.get("grant_type")
        if grant == "client_credentials" or secret is not None:
            if (client, secret) != (CLIENT_ID, CLIENT_SECRET):
                return "invalid_client"
        elif client not in (CLIENT_ID, None):
            return "invalid_client"
        if grant == "password" and (form["username"], form["password"]) != ("ann", "p&ss wörd"):
            return "invalid_grant"
        if grant == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return "invalid_grant"
            if self.rotates:
                self.refresh_tokens.remove(form["refresh_token"])
        if grant == DEVICE_GRANT:
            if form.get("device_code") != "device-1" or client != CLIENT_ID:
                return "invalid_grant"
            if self.pending:
                return self.pending.pop(0)
        return None

    def _token(self, form: dict[str, str]) -> dict[str, Any]:
        self._issued += 1
        token = f"token-{self._issued}"
        self.valid.add(token)
        answer: dict[str, Any] = {"access_token": token, "token_type": "bearer"}
        if self.lifetime is not None:
            answer["expires_in"] = self.lifetime
        if form["grant_type"] != "client_credentials" and self.rotates:
            answer["refresh_token"] = f"refresh-{self._issued}"
            self.refresh_tokens.add(answer["refresh_token"])
        if "scope" in form:
            answer["scope"] = form["scope"]
        return answer

    def _device(self) -> dict[str, Any]:
        return {
            "device_code": "device-1",
            "user_code": "ABCD-EFGH",
            "verification_uri": f"{self.url}/let-in",
            "expires_in": 600,
            "interval": 0,
            **self.device_answer,
        }
