"""What a program sees of attempts, and puts between them: middleware, hooks, logs, spans."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import faults
import pytest
from faults import FaultServer

from .conftest import Modules


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def client_of(sdk: Modules, server: FaultServer) -> Callable[..., Any]:
    """Make a native client with a key in the query: `client_of("Async", ...)`."""

    def make(prefix: str = "", **options: Any) -> Any:
        scheme = (sdk.auth.ApiKey("api_key", "query"), {"key": "api_key"})
        api = sdk.native.Api("sample-sdk", "SAMPLE", server.url, schemes={"Key": scheme})
        made = type("Client", (getattr(sdk.native, f"Native{prefix}Client"),), {"_api": api})
        retry = sdk.retries.Retry(initial_delay=0.001)
        return made(secrets={"api_key": "s3cret"}, **{"retries": retry, **options})

    return make


def call(client: Any, method: str = "GET", path: str = "/", *arguments: Any) -> Any:
    async def main(result: Any) -> Any:
        return await result

    result = client.call(method, path, *arguments, returns=Any, security=(("Key",),))
    return asyncio.run(main(result)) if inspect.isawaitable(result) else result


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_hooks_see_each_attempt_without_credentials(
    client_of: Callable[..., Any], server: FaultServer, prefix: str
) -> None:
    seen: list[Any] = []
    server.will(faults.status(503), faults.drop, faults.json("ok"))
    client = client_of(
        prefix,
        on_request=lambda request: seen.append(request.url),
        on_response=lambda request, response: seen.append(response.status),
        on_retry=lambda request, outcome, pause: seen.append((type(outcome).__name__, pause)),
    )

    assert call(client) == "ok"
    assert [s for s in seen if not isinstance(s, tuple)] == [
        f"{server.url}/", 503, f"{server.url}/", f"{server.url}/", 200,
    ]  # fmt: skip
    retries = [s for s in seen if isinstance(s, tuple)]
    assert [name for name, _ in retries] == ["Response", "Failure"]
    assert all(0 <= pause < 0.01 for _, pause in retries)
    assert "s3cret" not in repr(seen)


def test_middleware_stands_around_each_attempt(
    client_of: Callable[..., Any], server: FaultServer, sdk: Modules
) -> None:
    seen: list[Any] = []

    def outer(request: Any, send: Any) -> Any:
        seen.append("outer")
        return send(replace(request, headers={**request.headers, "X-Signed": "yes"}))

    def inner(request: Any, send: Any) -> Any:
        try:
            response = send(request)
        except sdk.responses.Failure as failure:
            seen.append(failure.reason)
            raise
        seen.append((request.headers["X-Signed"], response.status))
        return response

    server.will(faults.drop, faults.status(500), faults.json("ok"))

    assert call(client_of(middleware=[outer, inner])) == "ok"
    assert seen[0] == "outer" and "RemoteProtocolError" in seen[1]
    assert seen[2:] == ["outer", ("yes", 500), "outer", ("yes", 200)]
    assert [r.headers["x-signed"] for r in server.received] == ["yes"] * 3


def test_middleware_may_answer_by_itself(
    client_of: Callable[..., Any], server: FaultServer, sdk: Modules
) -> None:
    kept: dict[str, Any] = {}

    async def cache(request: Any, send: Any) -> Any:
        if request.url not in kept:
            kept[request.url] = await send(request)
        return kept[request.url]

    server.will(faults.json({"n": 1}), faults.json({"n": 2}))
    client = client_of("Async", middleware=[cache])

    assert call(client) == call(client) == {"n": 1}
    assert len(server.received) == 1


def test_what_middleware_raises_reaches_the_caller(client_of: Callable[..., Any]) -> None:
    def refuse(request: Any, send: Any) -> Any:
        raise LookupError("not today")

    with pytest.raises(LookupError, match="not today"):
        call(client_of(middleware=[refuse]))


def test_documented_clients_have_the_same_hooks(sdk: Modules, server: FaultServer) -> None:
    seen: list[int] = []
    configuration = sdk.configuration.Configuration(host=server.url, retries=1)
    configuration.hooks = sdk.settings.Hooks(
        on_response=lambda _, answer: seen.append(answer.status)
    )
    server.will(faults.status(503, retry_after="0"), faults.json("ok"))

    with sdk.api_client.ApiClient(configuration) as client:
        assert client.call("GET", "/", returns=Any) == "ok"
    assert seen == [503, 200]


def test_logs_show_attempts_and_no_secrets(
    client_of: Callable[..., Any], server: FaultServer, sdk: Modules, caplog: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    server.will(faults.status(503), faults.json("ok"))

    call(client_of(), "GET", "/", sdk.call.Query("session_token", "s3cret", str))

    lines = [r.getMessage() for r in caplog.records if r.name == "sample_sdk"]
    address = f"GET {server.url}/?session_token=***"
    assert lines[0].startswith(f"{address}: 503 (")
    assert lines[1].startswith(f"{address} again in 0.00 s: 503")
    assert lines[2].startswith(f"{address}: 200 (")
    assert "s3cret" not in "".join(lines)


def test_spans_follow_the_conventions(
    client_of: Callable[..., Any],
    server: FaultServer,
    sdk: Modules,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trace = pytest.importorskip("opentelemetry.trace")
    pytest.importorskip("opentelemetry.sdk")
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    # For this test alone: to set it officially would be for good, and spans add a header to each request.
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", provider)
    server.will(faults.status(503), faults.drop, faults.json("ok"))

    with trace.get_tracer("program").start_as_current_span("program") as parent:
        call(client_of("Async"), "GET", "/pets/{petId}", sdk.call.Path("petId", "7", str))

    first, second, third = (s for s in exporter.get_finished_spans() if s.name != "program")
    assert {s.name for s in (first, second, third)} == {"GET /pets/{petId}"}
    assert first.kind is trace.SpanKind.CLIENT
    assert first.attributes == {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "url.full": f"{server.url}/pets/7",
        "url.template": "/pets/{petId}",
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert second.attributes["error.type"] == "connection"
    assert second.status.status_code is trace.StatusCode.ERROR
    assert third.attributes["http.request.resend_count"] == 2
    assert third.status.status_code is trace.StatusCode.UNSET
    for span, received in zip((first, second, third), server.received, strict=True):
        assert span.parent.span_id == parent.get_span_context().span_id
        assert f"-{span.context.span_id:016x}-" in received.headers["traceparent"]
