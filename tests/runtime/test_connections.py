"""How clients connect: TLS, certificates, proxies, HTTP/2, clients and transports of a program's own."""

from __future__ import annotations

import asyncio
import inspect
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import faults
import httpx2
import pytest
from faults import FaultServer

from .conftest import Modules


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def make(sdk: Modules, library: str) -> Callable[..., Any]:
    """Make a native client for an address."""

    def make(url: str, prefix: str = "", **options: Any) -> Any:
        base = getattr(sdk.native, f"Native{prefix}Client")
        api = sdk.native.Api("sample-sdk", "SAMPLE", url)
        return type("Client", (base,), {"_api": api})(**{"retries": 0, **options})

    return make


def call(client: Any, path: str = "/", **options: Any) -> Any:
    async def main() -> Any:
        result = client.call("GET", path, returns=Any, options=options)
        return await result if inspect.isawaitable(result) else result

    return asyncio.run(main())


# --- TLS

#: How the two libraries say it.
UNTRUSTED = "CERTIFICATE_VERIFY_FAILED|invalid peer certificate"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority, and a server and a client that it vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl here")
    folder = tmp_path_factory.mktemp("certificates")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")

    def openssl(command: str) -> None:
        subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)

    new = "req -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
    openssl(f"{new} -x509 -days 2 -subj /CN=authority -keyout ca.key -out ca.pem")
    for name in ("server", "client"):
        openssl(f"{new} -subj /CN={name} -keyout {name}.key -out {name}.csr")
        openssl(
            f"x509 -req -days 2 -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial "
            f"-extfile names -out {name}.pem"
        )
    return folder


class Quiet(BaseHTTPRequestHandler):
    disable_nagle_algorithm = True  # header and body are two writes

    def do_GET(self) -> None:
        peer = getattr(self.connection, "getpeercert", dict)() or {}
        names = [value for part in peer.get("subject", ()) for _, value in part]
        body = ('"' + ",".join(names) + '"').encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def https(certificates: Path) -> Iterator[Callable[..., str]]:
    """Start a server that says who its client is: `https(ask=True)` is its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(*, ask: bool = False) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
        if ask:
            context.load_verify_locations(certificates / "ca.pem")
            context.verify_mode = ssl.CERT_REQUIRED
        server = ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return f"https://localhost:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_certificates_are_checked(
    make: Callable[..., Any],
    sdk: Modules,
    https: Callable[..., str],
    certificates: Path,
    prefix: str,
) -> None:
    url, authority = https(), certificates / "ca.pem"

    with pytest.raises(sdk.errors.APIConnectionError, match=UNTRUSTED) as found:
        call(make(url, prefix, retries=5))
    assert found.value.attempts == 1
    assert call(make(url, prefix, verify=str(authority))) == ""
    assert call(make(url, prefix, verify=ssl.create_default_context(cafile=authority))) == ""
    assert call(make(url, prefix, verify=False)) == ""


def test_certificates_are_checked_however_the_scheme_is_written(
    make: Callable[..., Any], sdk: Modules, https: Callable[..., str]
) -> None:
    with pytest.raises(sdk.errors.APIConnectionError, match=UNTRUSTED):
        call(make(https().replace("https:", "HTTPS:")))


def test_a_client_shows_its_certificate(
    make: Callable[..., Any], sdk: Modules, https: Callable[..., str], certificates: Path
) -> None:
    url, files = (
        https(ask=True),
        (str(certificates / "client.pem"), str(certificates / "client.key")),
    )

    assert call(make(url, verify=str(certificates / "ca.pem"), cert=files)) == "client"
    with pytest.raises(sdk.errors.APIConnectionError):
        call(make(url, verify=str(certificates / "ca.pem")))
    configuration = sdk.configuration.Configuration(
        host=url, ssl_ca_cert=str(certificates / "ca.pem")
    )
    configuration.cert_file, configuration.key_file = files
    with sdk.api_client.ApiClient(configuration) as client:
        assert client.call("GET", "/", returns=Any) == "client"


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_the_environment_names_who_is_trusted(
    make: Callable[..., Any],
    sdk: Modules,
    https: Callable[..., str],
    certificates: Path,
    monkeypatch: pytest.MonkeyPatch,
    prefix: str,
) -> None:
    url = https()
    sdk.transport._tls_context.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates / "ca.pem"))
    assert call(make(url, prefix)) == ""
    sdk.transport._tls_context.cache_clear()


@pytest.mark.parametrize("library", ["httpx2"], indirect=True)
def test_the_tls_context_is_made_once_and_when_it_is_needed(
    make: Callable[..., Any], sdk: Modules, server: FaultServer, https: Callable[..., str]
) -> None:
    made = sdk.transport._tls_context
    made.cache_clear()
    call(make(server.url))
    assert made.cache_info().currsize == 0
    url = https()
    for _ in range(3):
        with pytest.raises(sdk.errors.APIConnectionError):
            call(make(url))
    assert made.cache_info().currsize == 1


# --- HTTP/2


def test_http2(make: Callable[..., Any], certificates: Path) -> None:
    pytest.importorskip("h2")
    from h2.config import H2Configuration
    from h2.connection import H2Connection
    from h2.events import RequestReceived

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    context.set_alpn_protocols(["h2"])
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with context.wrap_socket(connection, server_side=True) as secure:
            http = H2Connection(H2Configuration(client_side=False))
            http.initiate_connection()
            secure.sendall(http.data_to_send())
            while data := secure.recv(65536):
                for event in http.receive_data(data):
                    if isinstance(event, RequestReceived):
                        http.send_headers(event.stream_id, [(":status", "200")])
                        http.send_data(event.stream_id, b'"two"', end_stream=True)
                secure.sendall(http.data_to_send())

    threading.Thread(target=serve, daemon=True).start()
    url = f"https://localhost:{listener.getsockname()[1]}"
    with make(url, verify=str(certificates / "ca.pem"), http2=True) as client:
        assert call(client) == "two"
        assert call(client) == "two"
    listener.close()


# --- Proxies


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_proxies(make: Callable[..., Any], server: FaultServer, prefix: str) -> None:
    server.will(faults.json("by proxy"))
    proxy = server.url.replace("http://", "http://user:s3cret@")
    client = make("http://nowhere.test", prefix, proxy=proxy, proxy_headers={"X-Via": "here"})

    assert call(client, "/a") == "by proxy"
    got = server.received[0]
    assert got.target == "http://nowhere.test/a"
    assert got.headers["proxy-authorization"].startswith("Basic ")
    assert got.headers["x-via"] == "here"
    assert "s3cret" not in repr(client)


def test_the_environment_names_a_proxy(
    make: Callable[..., Any], server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.will(faults.json("by proxy"))
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", "other.test")

    assert call(make("http://nowhere.test")) == "by proxy"


def test_a_proxy_that_refuses_is_a_connection_error(
    make: Callable[..., Any], server: FaultServer, sdk: Modules
) -> None:
    server.will(faults.status(407))

    with pytest.raises(sdk.errors.APIConnectionError, match=r"ProxyError|tunnel error"):
        call(make("https://nowhere.test", proxy=server.url))


# --- What a program brings along


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_a_transport_of_ones_own_is_used_and_not_closed(
    make: Callable[..., Any], prefix: str
) -> None:
    closed: list[str] = []

    class Own(httpx2.MockTransport):
        def close(self) -> None:
            closed.append("closed")

        async def aclose(self) -> None:
            closed.append("closed")

    own = Own(lambda request: httpx2.Response(200, json=str(request.url)))
    client = make("http://nowhere.test", prefix, transport=own)

    async def main() -> Any:
        result = client.call("GET", "/a", returns=Any)
        result = await result if inspect.isawaitable(result) else result
        ended = client.close()
        if inspect.isawaitable(ended):
            await ended
        return result

    assert asyncio.run(main()) == "http://nowhere.test/a"
    assert closed == []


def test_headers_and_query_of_a_client(make: Callable[..., Any], server: FaultServer) -> None:
    client = make(server.url, headers={"X-Team": "a"}, query={"version": 2, "tag": ["x", "y"]})

    call(client, extra_query={"page": 1}, extra_headers={"x-team": "b"})

    assert server.received[0].target == "/?version=2&tag=x&tag=y&page=1"
    assert server.received[0].headers["x-team"] == "b"


def test_each_kind_of_timeout(make: Callable[..., Any], sdk: Modules, server: FaultServer) -> None:
    timeouts = sdk.settings.Timeouts(connect=1, read=0.1, write=1, pool=1)
    server.will(faults.late(1, faults.json({})))
    with pytest.raises(sdk.errors.APITimeoutError, match="ReadTimeout"):
        call(make(server.url, timeout=timeouts))

    client = make(server.url, max_connections=1, timeout=timeouts._replace(read=2, pool=0.1))
    server.will(faults.late(0.5, faults.json({})))
    busy = threading.Thread(target=call, args=(client,))
    busy.start()
    while not server.received:
        pass
    with pytest.raises(sdk.errors.APITimeoutError, match="PoolTimeout"):
        call(client)
    busy.join()
    with pytest.raises(TypeError, match="a timeout must be"):
        make(server.url, timeout="soon")


def test_a_client_does_not_reveal_how_it_connects(make: Callable[..., Any]) -> None:
    client = make("http://user:s3cret@host.test", proxy="http://u:s3cret@proxy.test")

    assert "s3cret" not in f"{client!r} {client}"
