"""Clients and configurations: the surfaces that are documented."""

from __future__ import annotations

import asyncio
import base64
import copy
import json
import logging
import pickle
import threading
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from pydantic import ValidationError

from .conftest import Modules, Received, Server


@pytest.fixture
def tasks(sdk: Modules, client: Any) -> Any:
    return sdk.root.TasksApi(client)


# What a generated method does


def test_a_method_sends_its_request_and_returns_its_model(
    sdk: Modules, tasks: Any, server: Server
) -> None:
    server.will(body='{"name":"a"}')

    assert tasks.get_task("a/b") == sdk.models.Task(name="a")
    assert server.last.line == "GET /tasks/a%2Fb"
    assert server.last.header("Accept") == "application/json"
    assert (server.last.header("User-Agent") or "").startswith("sample-sdk/0 ")
    assert server.last.header("Host") == server.url.removeprefix("http://")
    assert server.last.header("Content-Type") is None


def test_optional_arguments(sdk: Modules, tasks: Any, server: Server) -> None:
    server.will(body="[]")
    tasks.list_tasks(
        limit=5,
        since=datetime(2020, 1, 2, tzinfo=UTC),
        status=["done", sdk.models.TaskStatus.RUNNING],
    )

    assert (
        server.last.query == "limit=5&since=2020-01-02T00%3A00%3A00%2B00%3A00&status=done,running"
    )
    tasks.list_tasks(since="2013-10-20T19:20:30+01:00")
    assert server.last.query == "since=2013-10-20T19%3A20%3A30%2B01%3A00"
    tasks.list_tasks()
    assert server.last.line == "GET /tasks"


def test_bodies_and_headers_of_a_method(sdk: Modules, tasks: Any, server: Server) -> None:
    server.will(204)

    assert tasks.update_task("t", body={"correlationIds": []}, trace="x") is None
    assert server.last.line == "PATCH /tasks/t:update"
    assert (server.last.header("X-Trace"), server.last.body) == ("x", b'{"correlationIds":[]}')


def test_status_and_headers_of_a_call(sdk: Modules, tasks: Any, server: Server) -> None:
    server.will(201, "{}", x_count="7")
    task = sdk.models.Task()

    for result in (
        tasks.get_task_with_http_info("t"),
        tasks.get_task("t", _return_http_data_only=False),
    ):
        data, status, headers = result
        assert (data, status, headers["X-Count"]) == (task, 201, "7")
    assert tasks.get_task_with_http_info("t", _return_http_data_only=True) == task
    assert tasks.get_task_with_http_info.__name__ == "get_task_with_http_info"
    assert "Return a task" in tasks.get_task_with_http_info.__doc__


def test_nextgen_gives_a_response_object(sdk: Modules, server: Server) -> None:
    server.will(200, b"\x01", content_type="application/octet-stream")
    client = sdk.api_client.NextgenApiClient(sdk.configuration.Configuration(host=server.url))
    tools = sdk.root.ToolsApi(client)

    result = tools.upload_with_http_info(b"data")

    assert (result.status_code, result.data, result.raw_data) == (200, b"\x01", b"\x01")
    assert result.headers["content-type"] == "application/octet-stream"
    assert server.last.body == b"data"


@pytest.mark.parametrize("style", ["ApiClient", "LegacyApiClient", "NextgenApiClient"])
def test_an_unknown_option_is_a_type_error(sdk: Modules, server: Server, style: str) -> None:
    client = getattr(sdk.api_client, style)(sdk.configuration.Configuration(host=server.url))

    with pytest.raises(TypeError, match="got an unexpected keyword argument 'limt'") as caught:
        sdk.root.TasksApi(client).list_tasks(limt=3)

    assert isinstance(caught.value, sdk.exceptions.ApiTypeError)
    assert server.received == []


def test_options_of_another_style_are_unknown(sdk: Modules, tasks: Any) -> None:
    with pytest.raises(TypeError, match="_headers"):
        tasks.get_task("t", _headers={})


# What is checked before anything is sent


def test_prior_reports_types_and_values(sdk: Modules, tasks: Any, server: Server) -> None:
    with pytest.raises(sdk.exceptions.ApiTypeError, match="`taskId`"):
        tasks.get_task(5)
    with pytest.raises(sdk.exceptions.ApiTypeError, match="`limit`"):
        tasks.list_tasks(limit="many")
    with pytest.raises(sdk.exceptions.ApiValueError, match="`since`"):
        tasks.list_tasks(since="yesterday")
    with pytest.raises(sdk.exceptions.ApiValueError, match=r"`limit`.*less than or equal to 100"):
        tasks.list_tasks(limit=101)
    assert server.received == []
    server.will(body="[]")
    tasks.list_tasks(limit="many", _check_input_type=False)
    assert server.last.query == "limit=many"
    tasks.api_client.configuration.disabled_client_side_validations = "minLength,maximum"
    tasks.list_tasks(limit=101)
    assert server.last.query == "limit=101"


def test_values_are_sent_as_they_were_written(sdk: Modules, client: Any, server: Server) -> None:
    query = sdk.call.Query
    arguments = [
        query("a", 5.0, int),
        query("b", "7", int),
        query("c", "yes", bool),
        query("d", 5, float),
        query("e", (1, 2), list[int]),
    ]
    client.call("GET", "/", *arguments, returns=None)

    assert server.last.query == "a=5&b=7&c=true&d=5&e=1&e=2"


def test_legacy_checks_no_types(sdk: Modules, server: Server) -> None:
    server.will(body="[]")
    client = sdk.api_client.LegacyApiClient(sdk.configuration.Configuration(host=server.url))
    tasks = sdk.root.TasksApi(client)

    tasks.list_tasks(since="yesterday")
    assert server.last.query == "since=yesterday"
    with pytest.raises(sdk.exceptions.ApiValueError):
        tasks.list_tasks(limit=-1)
    client.configuration.client_side_validation = False
    tasks.list_tasks(limit=-1)
    assert server.last.query == "limit=-1"


def test_nextgen_raises_validation_errors(sdk: Modules, server: Server) -> None:
    client = sdk.api_client.NextgenApiClient(sdk.configuration.Configuration(host=server.url))
    tasks = sdk.root.TasksApi(client)

    for call, kind in [
        (lambda: tasks.get_task(5), "string_type"),
        (lambda: tasks.get_task(None), "missing"),
        (lambda: tasks.list_tasks(limit=101), "limits"),
        (lambda: tasks.update_task("t", body={"latestVersion": {}}), "missing"),
    ]:
        with pytest.raises(ValidationError) as caught:
            call()
        assert caught.value.errors()[0]["type"] == kind
    assert server.received == []
    tasks.update_task("t", body={"correlation_ids": ["a"]})
    assert json.loads(server.last.body) == {"correlationIds": ["a"]}


def test_errors_of_arguments_do_not_quote_values(sdk: Modules, server: Server) -> None:
    for style in ("ApiClient", "NextgenApiClient"):
        client = getattr(sdk.api_client, style)(sdk.configuration.Configuration(host=server.url))
        with pytest.raises(ValueError) as caught:
            client.call("GET", "/", sdk.call.Query("q", "s3cret", datetime), returns=None)
        assert "s3cret" not in str(caught.value)
        assert caught.value.__context__ is None


# Options of a call


def test_async_req_runs_in_a_thread(sdk: Modules, tasks: Any, server: Server) -> None:
    server.will(body='{"name":"a"}').answers[0].delay = 0.05
    before = threading.active_count()

    running = tasks.get_task("t", async_req=True)

    assert not running.ready()
    running.wait()
    assert running.get() == sdk.models.Task(name="a")
    assert threading.active_count() > before
    failing = tasks.get_task_with_http_info("t", async_req=True)
    assert failing.get(timeout=5)[1] == 200
    server.will(404)
    with pytest.raises(sdk.exceptions.NotFoundException):
        tasks.get_task("t", async_req=True).get()


def test_a_sync_call_uses_no_thread(tasks: Any, server: Server) -> None:
    tasks.get_task("t")
    # The rest are threads of the server of this test.
    assert not any("Pool" in type(t).__name__ or "pool" in t.name for t in threading.enumerate())
    assert tasks.api_client._pool is None


@pytest.mark.parametrize("timeout", [0.1, (0.5, 0.1)])
def test_timeouts(sdk: Modules, tasks: Any, server: Server, timeout: Any) -> None:
    server.will(body="{}").answers[0].delay = 0.6
    started = time.monotonic()

    with pytest.raises(sdk.exceptions.ApiTimeoutException) as caught:
        tasks.get_task("t", _request_timeout=timeout)

    assert time.monotonic() - started < 0.5
    assert caught.value.status == 0
    assert isinstance(caught.value, sdk.exceptions.ApiException)
    assert "no answer in time" in caught.value.reason
    assert pickle.loads(pickle.dumps(caught.value)).reason == caught.value.reason


def test_a_timeout_of_the_client(sdk: Modules, tasks: Any, server: Server) -> None:
    tasks.api_client.configuration.request_timeout = 0.05
    server.will(body="{}").answers[0].delay = 0.3

    with pytest.raises(sdk.exceptions.ApiTimeoutException):
        tasks.get_task("t")
    tasks.get_task("t", _request_timeout=5)
    with pytest.raises(sdk.exceptions.ApiTypeError):
        tasks.get_task("t", _request_timeout="5")


def test_the_retries_of_one_call(sdk: Modules, client: Any, tasks: Any, server: Server) -> None:
    client.configuration.retries = sdk.retries.Retry(initial_delay=0.0)
    server.will(503).then(200, "{}")

    with pytest.raises(sdk.exceptions.ServiceException) as caught:
        tasks.get_task("t", _retries=0)

    assert caught.value.attempts == len(server.received) == 1
    server.will(503).then(200, "{}")
    tasks.get_task("t")
    client.configuration.retries = 0
    server.will(503).then(200, "{}")
    tasks.get_task("t", _retries=sdk.retries.Retry(attempts=2, initial_delay=0.0))


def test_an_http_client_of_ones_own(sdk: Modules, server: Server) -> None:
    configuration = sdk.configuration.Configuration(host=server.url)
    server.will(200, "{}")
    with httpx2.Client(headers={"X-Own": "1"}) as own:
        configuration.http_client = own
        with sdk.api_client.ApiClient(configuration) as client:
            sdk.root.TasksApi(client).get_task("t")
        sdk.root.TasksApi(client).get_task("t")
        assert not own.is_closed

    async def main() -> None:
        async with httpx2.AsyncClient() as own:
            configuration.http_client = own
            async with sdk.api_client.AsyncApiClient(configuration) as client:
                await sdk.root.AsyncTasksApi(client).get_task("t")
            assert not own.is_closed

    asyncio.run(main())
    assert len(server.received) == 3


def test_the_server_of_one_call(sdk: Modules, tasks: Any, server: Server) -> None:
    servers = (
        sdk.configuration.Server(server.url + "/a"),
        sdk.configuration.Server(server.url + "/b"),
    )
    tasks.api_client.configuration.servers = servers
    tasks.get_task("t", _host_index=1)

    assert server.last.line == "GET /b/tasks/t"


def test_credentials_headers_and_content_type_of_one_call(sdk: Modules, server: Server) -> None:
    client = sdk.api_client.LegacyApiClient(
        sdk.configuration.Configuration(host=server.url, username="u", password="p")
    )
    tasks = sdk.root.TasksApi(client)

    tasks.get_task(
        "t",
        _request_auth={"in": "header", "key": "X-Key", "value": "k"},
        _headers={"accept": "text/csv", "X-Own": "1"},
    )
    got = server.last
    assert (got.header("X-Key"), got.header("X-Own"), got.header("Authorization")) == (
        "k",
        "1",
        None,
    )
    assert got.header("Accept") == "text/csv"
    tasks.update_task("t", body={}, _content_type="application/merge-patch+json")
    assert server.last.header("Content-Type") == "application/merge-patch+json"
    for place, read in [("query", lambda g: g.query), ("cookie", lambda g: g.header("Cookie"))]:
        tasks.get_task("t", _request_auth={"in": place, "key": "k", "value": "a b"})
        assert read(server.last) == "k=a%20b"
    with pytest.raises(sdk.exceptions.ApiValueError):
        tasks.get_task("t", _request_auth={"in": "body", "key": "k", "value": "v"})


# Clients


def test_a_client_works_before_within_and_after_with_blocks(sdk: Modules, server: Server) -> None:
    client = sdk.root.ApiClient(sdk.configuration.Configuration(host=server.url))
    tasks = sdk.root.TasksApi(client)
    tasks.get_task("1")
    with client:
        tasks.get_task("2")
        tasks.get_task("2", async_req=True).get()
    tasks.get_task("3")
    with client as same:
        assert same is client
        tasks.get_task("4")
    client.close()
    client.close()

    assert [got.target[-1] for got in server.received] == ["1", "2", "2", "3", "4"]


def test_default_headers(sdk: Modules, server: Server) -> None:
    client = sdk.root.ApiClient(
        sdk.configuration.Configuration(host=server.url), "X-A", "1", cookie="c=1", pool_threads=2
    )
    client.set_default_header("X-B", "2")
    client.default_headers["accept"] = "text/plain"
    client.user_agent = "me/1"
    sdk.root.TasksApi(client).get_task("t")

    got = server.last
    assert [got.header(n) for n in ("X-A", "X-B", "Cookie", "User-Agent", "Accept")] == [
        "1",
        "2",
        "c=1",
        "me/1",
        "text/plain",
    ]
    assert client.user_agent == "me/1"


def test_the_default_client(sdk: Modules, client: Any, server: Server) -> None:
    api_client = sdk.root.ApiClient
    api_client.set_default(client)
    try:
        sdk.root.TasksApi().get_task("t")
        assert server.last.line == "GET /tasks/t"
        assert api_client.get_default() is client
    finally:
        api_client.set_default(None)
    assert api_client.get_default() is api_client.get_default()
    assert sdk.api_client.LegacyApiClient.get_default() is not api_client.get_default()
    api_client.set_default(None)


def test_sanitize_for_serialization(sdk: Modules, client: Any) -> None:
    value = {"t": sdk.models.Task(correlation_ids=["a"]), "d": datetime(2020, 1, 2), "n": None}

    assert client.sanitize_for_serialization(value) == {
        "t": {"correlationIds": ["a"]},
        "d": "2020-01-02T00:00:00",
        "n": None,
    }


def test_threads_share_a_client(sdk: Modules, tasks: Any, server: Server) -> None:
    server.will(body='{"name":"a"}')
    results: list[str] = []

    def use(number: int) -> None:
        for _ in range(5):
            results.append(tasks.get_task(f"t{number}").name)

    threads = [threading.Thread(target=use, args=(n,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert results == ["a"] * 80


@pytest.mark.parametrize("host", ["{url}/workflow", "{url}/workflow/", "{url}/workflow//"])
def test_the_host_can_have_a_path(sdk: Modules, tasks: Any, server: Server, host: str) -> None:
    tasks.api_client.configuration.host = host.format(url=server.url)
    tasks.get_task("t")

    assert server.last.target == "/workflow/tasks/t"


# Configurations


def test_servers_and_their_variables(sdk: Modules) -> None:
    configuration = sdk.root.Configuration
    assert configuration().host == "https://api.example.com/v1"
    assert configuration(server_index=1).host == "https://eu.example.com/v1"
    chosen = configuration(server_index=1, server_variables={"region": "us", "base": "v2"})
    assert chosen.host == "https://us.example.com/v2"
    with pytest.raises(ValueError, match="invalid value mars"):
        _ = configuration(server_index=1, server_variables={"region": "mars"}).host
    with pytest.raises(ValueError, match="Invalid index 5"):
        configuration().get_host_from_settings(5)
    assert (
        configuration().get_host_from_settings(1, {"region": "us"}) == "https://us.example.com/v1"
    )
    settings = configuration().get_host_settings()
    assert settings[0]["url"] == "https://api.example.com/v1"
    assert settings[1]["variables"]["region"]["enum_values"] == ["eu", "us"]
    chosen.host = "https://mine"
    assert chosen.host == "https://mine"


def test_default_configurations(sdk: Modules) -> None:
    configuration = sdk.root.Configuration
    mine = configuration(host="https://mine", api_key={"Bearer": "k"})
    configuration.set_default(mine)
    try:
        assert configuration.get_default_copy().host == "https://mine"
        assert configuration.get_default() is not mine
        made = sdk.root.ApiClient()
        made.configuration.api_key["Bearer"] = "other"
        assert configuration.get_default().api_key == {"Bearer": "k"}
    finally:
        configuration.set_default(None)


def test_configurations_can_be_copied(sdk: Modules) -> None:
    lock = threading.Lock()

    class Tokens:
        def __init__(self) -> None:
            self.lock = lock

        def get(self) -> str:
            return "t"

    configuration = sdk.root.Configuration(access_token=Tokens().get, api_key={"a": "b"})
    copied = copy.deepcopy(configuration)
    copied.api_key["a"] = "c"

    assert configuration.api_key == {"a": "b"}
    assert copied.access_token() == "t"


def test_what_a_configuration_says_of_itself(sdk: Modules) -> None:
    configuration = sdk.root.Configuration(
        username="u", password="s3cret", access_token="s3cret", api_key={"HeaderKey": "s3cret"}
    )

    assert "s3cret" not in repr(configuration) + configuration.to_debug_report()
    assert "Version of the API: 1.2.3" in configuration.to_debug_report()
    settings = configuration.auth_settings()
    assert settings["Basic"] == {
        "type": "basic",
        "in": "header",
        "key": "Authorization",
        "value": configuration.get_basic_auth_token(),
    }
    assert settings["oauth2"]["value"] == "Bearer s3cret"
    assert settings["HeaderKey"]["value"] == configuration.get_api_key_with_prefix("HeaderKey")
    assert "QueryKey" not in settings
    assert configuration.get_api_key_with_prefix("none") is None
    assert configuration.get_api_key_with_prefix("none", alias="HeaderKey") == "s3cret"


def test_debug_turns_on_the_logs(sdk: Modules) -> None:
    sdk.root.Configuration(debug=True)
    try:
        assert logging.getLogger("sample_sdk").level == logging.DEBUG
    finally:
        logging.getLogger("sample_sdk").setLevel(logging.NOTSET)
        logging.getLogger("httpx2").setLevel(logging.NOTSET)


# Credentials


def authorized(
    sdk: Modules, server: Server, *security: tuple[str, ...], **settings: Any
) -> Received:
    hook = settings.pop("refresh_api_key_hook", None)
    configuration = sdk.root.Configuration(host=server.url, **settings)
    configuration.refresh_api_key_hook = hook
    with sdk.root.ApiClient(configuration) as client:
        client.call("GET", "/?x=1", returns=None, security=security)
    return server.last


def test_security_schemes(sdk: Modules, server: Server) -> None:
    basic = "Basic " + base64.b64encode("ü:p:w".encode()).decode()
    got = authorized(sdk, server, ("Basic",), username="ü", password="p:w")
    assert got.header("Authorization") == basic
    for scheme in ("Token", "oauth2", "oidc"):
        got = authorized(sdk, server, (scheme,), access_token="t")
        assert got.header("Authorization") == "Bearer t"
    got = authorized(
        sdk, server, ("Bearer",), api_key={"Bearer": "k"}, api_key_prefix={"Bearer": "Bearer"}
    )
    assert got.header("Authorization") == "Bearer k"
    assert (
        authorized(sdk, server, ("HeaderKey",), api_key={"HeaderKey": "k"}).header("X-Api-Key")
        == "k"
    )
    assert (
        authorized(sdk, server, ("QueryKey",), api_key={"QueryKey": "a&b"}).query == "x=1&key=a%26b"
    )
    got = authorized(sdk, server, ("CookieKey",), api_key={"CookieKey": "a;b"})
    assert got.header("Cookie") == "session=a%3Bb"
    got = authorized(sdk, server, ("CookieKey",), api_key={"CookieKey": "a+/=%.b"})
    assert got.header("Cookie") == "session=a+/=%.b"
    with pytest.raises(sdk.exceptions.ApiValueError, match="colon"):
        authorized(sdk, server, ("Basic",), username="a:b")


def test_alternatives_of_security(sdk: Modules, server: Server) -> None:
    both = ("Token", "QueryKey")
    got = authorized(
        sdk, server, both, ("HeaderKey",), access_token="t", api_key={"HeaderKey": "k"}
    )
    assert (got.header("X-Api-Key"), got.header("Authorization")) == ("k", None)
    got = authorized(sdk, server, both, ("HeaderKey",), access_token="t", api_key={"QueryKey": "q"})
    assert (got.header("Authorization"), got.query) == ("Bearer t", "x=1&key=q")
    assert authorized(sdk, server, both).header("Authorization") is None
    for alternatives in [((), ("Token",)), (("Token",), ())]:  # anonymous is allowed
        got = authorized(sdk, server, *alternatives, access_token="t")
        assert got.header("Authorization") == "Bearer t"
    got = authorized(
        sdk, server, ("Token",), ("HeaderKey",), access_token="t", api_key={"HeaderKey": "k"}
    )
    assert (got.header("X-Api-Key"), got.header("Authorization")) == ("k", None)  # the last one


def test_tokens_may_be_functions(sdk: Modules, server: Server) -> None:
    numbers = iter("123456")
    assert (
        authorized(sdk, server, ("Token",), access_token=lambda: next(numbers)).header(
            "Authorization"
        )
        == "Bearer 1"
    )
    got = authorized(
        sdk,
        server,
        ("Bearer",),
        api_key={"Bearer": lambda: next(numbers)},
        api_key_prefix={"Bearer": "Key"},
    )
    assert got.header("Authorization") == "Key 2"

    def refresh(configuration: Any) -> None:
        configuration.api_key["HeaderKey"] = "fresh"

    got = authorized(sdk, server, ("HeaderKey",), refresh_api_key_hook=refresh)
    assert got.header("X-Api-Key") == "fresh"

    async def slow() -> str:
        return "t"

    with pytest.raises(sdk.exceptions.ApiTypeError, match="asynchronous client"):
        authorized(sdk, server, ("Token",), access_token=slow)


def test_secrets_are_not_shown(
    sdk: Modules, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    keys = {"QueryKey": "s3cret", "HeaderKey": "s3cret", "CookieKey": "s3cret"}
    with caplog.at_level(logging.DEBUG):
        authorized(sdk, server, tuple(keys), api_key=keys)
    assert "key=s3cret" in server.last.query

    assert "key=***" in caplog.text
    assert "s3cret" not in caplog.text
    credential = sdk.auth.Credential("header", "X", "s3cret")
    request = sdk.request.Request(
        "GET", "http://x/?k=s3cret", {"X": "s3cret"}, (), None, (1, 1), (credential,)
    )
    assert "s3cret" not in repr(credential) + repr(request) + str(request)


def test_secrets_are_hidden_after_another_package_has_hidden_its_own(
    sdk: Modules, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    def hide(record: logging.LogRecord) -> bool:
        assert isinstance(record.args, tuple)
        record.args = tuple(str(a) if isinstance(a, httpx2.URL) else a for a in record.args)
        return True

    logger = logging.getLogger("httpx2")
    logger.filters.insert(0, hide)
    try:
        with caplog.at_level(logging.INFO):
            authorized(sdk, server, ("QueryKey",), api_key={"QueryKey": "s3cret"})
    finally:
        logger.filters.remove(hide)

    assert "key=***" in caplog.text
    assert "s3cret" not in caplog.text


# Redirects


def test_redirects_keep_credentials_at_home(sdk: Modules, server: Server) -> None:
    server.answers = []
    server.then(302, location="/moved?y=1").then(200, "{}")
    authorized(
        sdk, server, ("Token", "QueryKey", "CookieKey"),
        access_token="t", api_key={"QueryKey": "q", "CookieKey": "c"},
    )  # fmt: skip

    got = server.last
    assert got.target == "/moved?y=1&key=q"
    assert (got.header("Authorization"), got.header("Cookie")) == ("Bearer t", "session=c")


def test_redirects_take_no_secret_to_another_host(
    sdk: Modules, server: Server, other_server: Server
) -> None:
    server.will(302, location=other_server.url + "/elsewhere")
    keys = {"QueryKey": "s3cret", "CookieKey": "s3cret", "HeaderKey": "s3cret"}
    configuration = sdk.root.Configuration(host=server.url, access_token="s3cret", api_key=keys)
    client = sdk.root.ApiClient(configuration, "X-Custom", "s3cret", cookie="a=s3cret")
    client.call(
        "GET", "/", sdk.call.Header("X-Own", "s3cret", str), sdk.call.Cookie("c", "s3cret", str),
        returns=None, security=(("Token", *keys),),
    )  # fmt: skip

    got = other_server.last
    assert got.line == "GET /elsewhere"
    assert "s3cret" not in repr(got)
    assert got.header("Accept") == "application/json"


def test_redirects_of_requests_that_change_something(
    sdk: Modules, client: Any, server: Server, other_server: Server
) -> None:
    def post(status: int, location: str) -> list[str]:
        del server.received[:], other_server.received[:]
        server.answers = []
        server.then(status, location=location).then(200, "{}")
        try:
            client.call("POST", "/a", sdk.call.Json({"b": 1}, Any), returns=None)
        except sdk.exceptions.ApiException as error:
            return [str(error.status)]
        got = server.last
        return [got.line, got.body.decode(), str(got.header("Content-Type"))]

    assert post(303, "/b") == ["GET /b", "", "None"]
    assert post(307, "/b") == ["POST /b", '{"b":1}', "application/json"]
    assert post(308, "/b") == ["POST /b", '{"b":1}', "application/json"]
    assert post(302, "/b") == ["302"]
    assert post(307, other_server.url) == ["307"]
    assert other_server.received == []


@pytest.mark.parametrize(
    "location", ["ftp://x/", "file:///etc/passwd", "http://x:y/", "http://[x/"]
)
def test_redirects_stay_with_http(sdk: Modules, client: Any, server: Server, location: str) -> None:
    server.will(302, location=location)

    with pytest.raises(sdk.exceptions.ApiException) as caught:
        client.call("GET", "/", returns=None)

    assert (caught.value.status, len(server.received)) == (302, 1)


def test_endless_redirects_end(sdk: Modules, client: Any, server: Server) -> None:
    server.will(302, location="/")

    with pytest.raises(sdk.exceptions.ApiConnectionException, match="more than 10 redirects"):
        client.call("GET", "/", returns=None)

    assert len(server.received) == 11


# Faults


FAULTS: list[tuple[bytes | None, str]] = [
    (None, "ConnectError"),
    (b"", "RemoteProtocolError"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{", "RemoteProtocolError"),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{", "RemoteProtocolError"),
    (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "DecodingError"),
    (b"not http\r\n\r\n", "RemoteProtocolError"),
]


@pytest.mark.parametrize(("answer", "reason"), FAULTS)
def test_no_usable_answer(
    sdk: Modules,
    raw_server: Callable[[bytes], str],
    refused: str,
    answer: bytes | None,
    reason: str,
) -> None:
    host = refused if answer is None else raw_server(answer)
    configuration = sdk.root.Configuration(host=host, api_key={"HeaderKey": "s3cret"})

    def check(error: Any) -> None:
        assert isinstance(error, sdk.exceptions.ApiException)
        assert type(error).__name__ == "ApiConnectionException"
        assert (error.status, error.body, error.headers) == (0, None, None)
        assert reason in error.reason
        assert error.__cause__ is error.__context__ is None
        assert "s3cret" not in str(error)

    with sdk.root.ApiClient(configuration) as client, pytest.raises(Exception) as caught:
        client.call("GET", "/", returns=Any, security=(("HeaderKey",),))
    check(caught.value)

    async def main() -> None:
        async with sdk.root.AsyncApiClient(configuration) as client:
            await client.call("GET", "/", returns=Any, security=(("HeaderKey",),))

    with pytest.raises(Exception) as caught:
        asyncio.run(main())
    check(caught.value)


@pytest.mark.parametrize("host", ["", "/relative", "ftp://x", "http://[bad", "http://x:port"])
def test_a_host_that_cannot_be_called(sdk: Modules, host: str) -> None:
    client = sdk.root.ApiClient(sdk.root.Configuration(host=host))

    with pytest.raises(sdk.exceptions.ApiConnectionException) as caught:
        client.call("GET", "/a", returns=None)
    assert caught.value.status == 0


def test_the_client_is_usable_after_a_fault(
    sdk: Modules, client: Any, server: Server, raw_server: Callable[[bytes], str]
) -> None:
    good, client.configuration.host = server.url, raw_server(b"")
    for _ in range(3):
        with pytest.raises(sdk.exceptions.ApiConnectionException):
            client.call("GET", "/", returns=None)
    client.configuration.host = good
    client.call("GET", "/", returns=None)


# Asynchronous clients


def with_async_client(
    sdk: Modules, server: Server, use: Callable[[Any], Awaitable[Any]], **settings: Any
) -> Any:
    async def main() -> Any:
        configuration = sdk.root.Configuration(host=server.url, **settings)
        async with sdk.root.AsyncApiClient(configuration) as client:
            return await use(client)

    return asyncio.run(main())


def test_async_methods(sdk: Modules, server: Server) -> None:
    server.will(body='{"name":"a"}', x_count="7")
    task = sdk.models.Task(name="a")

    async def use(client: Any) -> None:
        tasks = sdk.root.AsyncTasksApi(client)
        assert await tasks.get_task("a/b") == task
        assert (await tasks.get_task_with_http_info("t"))[1] == 200
        assert await sdk.root.TasksApi(client).get_task("t") == task
        many = await asyncio.gather(*(tasks.get_task(str(n)) for n in range(50)))
        assert many == [task] * 50
        with pytest.raises(TypeError, match="unexpected keyword argument"):
            await tasks.get_task("t", limt=1)

    with_async_client(sdk, server, use)
    assert server.received[0].line == "GET /tasks/a%2Fb"


def test_async_errors_and_redirects(sdk: Modules, server: Server) -> None:
    server.answers = []
    server.then(302, location="/x").then(404, '{"code":"c"}')

    async def use(client: Any) -> None:
        with pytest.raises(sdk.exceptions.NotFoundException) as caught:
            await sdk.root.AsyncTasksApi(client).get_task("t")
        assert caught.value.data.code == "c"

    with_async_client(sdk, server, use)
    assert [got.target for got in server.received] == ["/tasks/t", "/x"]


def test_async_tokens_and_timeouts(sdk: Modules, server: Server) -> None:
    async def token() -> str:
        await asyncio.sleep(0)
        return "t"

    async def use(client: Any) -> None:
        for value in (token, lambda: "t", "t"):
            client.configuration.access_token = value
            await client.call("GET", "/", returns=None, security=(("Token",),))
            assert server.last.header("Authorization") == "Bearer t"
        server.will(body="{}").answers[0].delay = 0.3
        with pytest.raises(sdk.exceptions.ApiTimeoutException):
            await sdk.root.AsyncTasksApi(client).get_task("t", _request_timeout=0.05)

    with_async_client(sdk, server, use)


def test_an_async_client_works_in_one_loop_after_another(sdk: Modules, server: Server) -> None:
    client = sdk.root.AsyncApiClient(sdk.root.Configuration(host=server.url))

    async def use() -> None:
        await client.call("GET", "/", returns=None)

    asyncio.run(use())
    asyncio.run(use())

    async def close() -> None:
        await use()
        await client.close()
        await use()
        await client.aclose()
        await client.aclose()

    asyncio.run(close())
    assert len(server.received) == 4


def test_async_content_is_streamed(sdk: Modules, server: Server) -> None:
    async def chunks() -> Any:
        for chunk in (b"a", b"b"):
            yield chunk

    async def use(client: Any) -> None:
        await client.call("PUT", "/", sdk.call.Content(chunks(), "text/csv"), returns=None)

    with_async_client(sdk, server, use)
    assert server.last.body == b"ab"
    assert server.last.header("Content-Type") == "text/csv"


def test_a_cancelled_call_leaves_the_client_usable(sdk: Modules, server: Server) -> None:
    server.will(body="{}").answers[0].delay = 0.3

    async def use(client: Any) -> None:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.call("GET", "/1", returns=None), 0.05)
        server.will(body="{}")
        await client.call("GET", "/2", returns=None)

    with_async_client(sdk, server, use)
