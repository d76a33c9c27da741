"""Every operation of the packages in the styles of openapi-generator, judged on the wire."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from multiprocessing.pool import ThreadPool
from typing import Any

import pytest
from blocks import redirected
from judge import Schema, example_body
from platforms import (
    ASTRONOMER,
    BY_NAME,
    CASES,
    ICA,
    LUSID,
    SIMPLE,
    TASK_ID,
    WITH_BODY,
    Case,
    Connect,
    Platform,
    Session,
    each_operation,
    each_platform,
    model_name,
    snake,
)

# --- Every operation


@each_operation
def test_required_arguments_make_a_valid_request(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    session.call(case, **case.required())

    session.judge.check()
    assert [received.operation_id for received in session.judge.requests] == [case.operation.name]


@each_operation
def test_all_arguments_make_a_valid_request(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    session.call(case, **case.all())

    session.judge.check()
    sent = set(re.findall(r"[?&](\w+)=", session.judge.last.target))
    assert sent == {p["name"] for p in case.operation.parameters if p["in"] == "query"}


@each_operation
def test_required_arguments_are_positional_in_the_order_of_the_document(
    connect: Connect, case: Case
) -> None:
    session = connect(case.platform)
    named = {
        name: f"{name}-{TASK_ID}"[-40:] if isinstance(given, str) else given
        for name, given in case.required().items()
    }

    session.call(case, *named.values())
    session.call(case, **named)

    positional, by_name = session.judge.requests
    assert positional == by_name
    for name, given in by_name.path_values.items():
        assert given == named[snake(name)]


@each_operation
def test_a_result_is_the_declared_model_with_everything_that_came(
    connect: Connect, case: Case
) -> None:
    session = connect(case.platform)

    result = session.call(case, **case.required())

    _, body = example_body(case.platform.document, case.success)
    assert type(result) is case.platform.model(model_name(case.success))
    assert case.platform.wire(result) == json.loads(body)


@each_operation
def test_the_asynchronous_class_sends_and_returns_the_same(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    waited = session.call(case, **case.all())
    result = session.awaited(case.platform.api(case, "Async"), case.name, case.all())

    session.judge.check()
    first, second = session.judge.requests
    assert first == second
    assert result == waited


@each_operation
def test_the_waiting_class_takes_an_asynchronous_client(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    result = session.awaited(case.platform.api(case), case.name, case.required())

    session.judge.check()
    assert type(result).__name__ == model_name(case.success)


@pytest.mark.parametrize("case", WITH_BODY, ids=str)
def test_a_body_can_be_a_model_built_with_snake_case_keywords(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    named = case.all()
    wire = named[case.body_name]
    node = case.platform.document.resolve(case.operation.node["requestBody"])
    named[case.body_name] = built(case.platform, model_name(node), wire)

    session.call(case, **named)

    session.judge.check()
    assert session.judge.last.json == wire


def built(platform: Platform, name: str, wire: Mapping[str, Any]) -> Any:
    """Build a model, and those within it, with keywords in snake case."""
    document = platform.document
    properties = document.properties(document.root["components"]["schemas"][name])

    def converted(schema: Schema, wired: Any) -> Any:
        if isinstance(wired, list):
            return [converted(schema["items"], item) for item in wired]
        reference = schema.get("$ref")
        return built(platform, reference.rpartition("/")[2], wired) if reference else wired

    keywords = {snake(key): converted(properties[key], wire[key]) for key in wire}
    return platform.model(name)(**keywords)


@pytest.mark.parametrize("case", WITH_BODY, ids=str)
def test_a_body_is_sent_as_json_whatever_else_is_declared(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    session.call(case, **case.all())

    assert session.judge.last.header("Content-Type") == "application/json"
    assert session.judge.last.header("Accept") == "application/json"


# --- Arguments


def test_a_slash_in_a_path_argument_is_no_separator(ica: Session) -> None:
    ica.call(BY_NAME["prior-get_task"], "a/b c?d#e%2Ff")

    assert ica.judge.sent == ["GET /v1/tasks/a%2Fb%20c%3Fd%23e%252Ff"]


def test_an_empty_last_segment_is_refused(ica: Session) -> None:
    """`GET /v1/tasks/` is not about one task."""
    with pytest.raises(ICA.sdk.ApiValueError, match="empty"):
        ica.call(BY_NAME["prior-get_task"], "")

    assert ica.judge.sent == []


def test_a_path_can_end_in_a_verb(ica: Session) -> None:
    ica.call(BY_NAME["prior-launch_task_run"], "t:1", "v")

    ica.judge.check()
    assert ica.judge.sent == ["POST /v1/tasks/t%3A1/versions/v:launch"]


@each_platform
def test_every_operation_takes_unknown_characters_in_its_path(
    connect: Connect, platform: Platform
) -> None:
    """LUSID says which characters its identifiers have, so nothing is sent there."""
    session = connect(platform)
    case = SIMPLE[platform]
    named = dict.fromkeys(case.required(), "ü/" * 15)

    if platform is LUSID:
        with pytest.raises(ValueError, match="pattern"):
            session.call(case, **named)
        assert session.judge.sent == []
    else:
        session.call(case, **named)
        session.judge.check()
        assert set(session.judge.last.path_values.values()) == {"ü/" * 15}


MOMENTS = {
    "text": ("2013-10-20T19:20:30+01:00", "2013-10-20T19%3A20%3A30%2B01%3A00"),
    "datetime": (
        datetime(2013, 10, 20, 19, 20, 30, tzinfo=timezone(timedelta(hours=1))),
        "2013-10-20T19%3A20%3A30%2B01%3A00",
    ),
    "microseconds": (
        datetime(2013, 10, 20, 19, 20, 30, 5, tzinfo=UTC),
        "2013-10-20T19%3A20%3A30.000005%2B00%3A00",
    ),
    "zulu": ("2013-10-20T19:20:30Z", "2013-10-20T19%3A20%3A30Z"),
}


@pytest.mark.parametrize(("moment", "sent"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_is_a_datetime_or_a_text(lusid: Session, moment: Any, sent: str) -> None:
    lusid.call(BY_NAME["legacy-get_task"], TASK_ID, as_at=moment)

    lusid.judge.check()
    assert lusid.judge.last.query == f"asAt={sent}"


@pytest.mark.parametrize(("moment", "sent"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_of_nextgen_is_a_datetime_or_a_text(
    astronomer: Session, moment: Any, sent: str
) -> None:
    case = BY_NAME["nextgen-list_mapped_task_instances"]

    astronomer.call(case, **case.required(), start_date_gte=moment)

    astronomer.judge.check()
    assert astronomer.judge.last.query == f"startDateGte={sent}"


def test_a_list_repeats_its_parameter(astronomer: Session) -> None:
    case = BY_NAME["nextgen-list_mapped_task_instances"]

    astronomer.call(case, **case.required(), states=["a,b", "c"], pools=[])

    astronomer.judge.check()
    assert astronomer.judge.last.query == "states=a%2Cb&states=c"


def test_parameters_keep_their_order_on_the_wire(ica: Session) -> None:
    case = BY_NAME["prior-list_tasks"]

    ica.call(case, page_token="t", names="n", sort="s", page_size=3)

    assert ica.judge.last.query == "names=n&pageSize=3&sort=s&pageToken=t"


def test_a_default_of_a_parameter_is_not_sent(ica: Session, astronomer: Session) -> None:
    ica.call(BY_NAME["prior-list_tasks"])
    case = BY_NAME["nextgen-list_mapped_task_instances"]
    astronomer.call(case, **case.required())

    assert (ica.judge.last.query, astronomer.judge.last.query) == ("", "")


def test_none_leaves_an_optional_argument_out(ica: Session) -> None:
    ica.call(BY_NAME["prior-list_tasks"], names=None, page_size=None)
    ica.call(BY_NAME["prior-update_task"], "t", body=None)

    assert ica.judge.sent == ["GET /v1/tasks", "PATCH /v1/tasks/t"]
    assert ica.judge.last.body == b""


@pytest.mark.parametrize(
    ("name", "positional"),
    [
        ("prior-list_tasks", ["names"]),
        ("prior-update_task", ["t", {"name": "n"}]),
        ("legacy-get_task", [TASK_ID, "2013-10-20T19:20:30Z"]),
    ],
)
def test_optional_arguments_of_prior_and_legacy_are_keyword_only(
    connect: Connect, name: str, positional: list[Any]
) -> None:
    case = BY_NAME[name]
    session = connect(case.platform)

    with pytest.raises(TypeError):
        session.call(case, *positional)
    assert session.judge.sent == []


def test_optional_arguments_of_nextgen_are_positional_too(astronomer: Session) -> None:
    case = BY_NAME["nextgen-list_mapped_task_instances"]

    astronomer.call(case, *case.required().values(), 5, 10)

    assert astronomer.judge.last.query == "offset=5&limit=10"


@each_operation
def test_an_unknown_argument_is_a_type_error(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    with pytest.raises(TypeError, match="colour"):
        session.call(case, **case.required(), colour="red")
    assert session.judge.sent == []


@each_operation
def test_a_missing_argument_is_a_type_error(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    for name in case.required():
        some = {key: given for key, given in case.required().items() if key != name}
        with pytest.raises(TypeError, match=name):
            session.call(case, **some)
    assert session.judge.sent == []


REFUSED = {
    "prior": {
        "no text": ("get_task", {"task_id": 5}, "ApiTypeError"),
        "none": ("get_task", {"task_id": None}, "ApiValueError"),
        "no number": ("list_tasks", {"page_size": "ten"}, "ApiTypeError"),
        "a list": ("list_tasks", {"names": ["a"]}, "ApiTypeError"),
        "no body": ("create_task", {"body": 5}, "ApiTypeError"),
    },
    "legacy": {
        "none": ("get_task", {"id": None}, "ApiValueError"),
        "too short": ("get_task", {"id": "id_example"}, "ApiValueError"),
        "too long": ("get_task", {"id": "a" * 41}, "ApiValueError"),
        "pattern": ("get_task", {"id": "_" * 30}, "ApiValueError"),
        "line break": ("get_task", {"id": "a" * 30 + "\n"}, "ApiValueError"),
        "trigger": ("update_task", {"id": TASK_ID, "trigger": "four"}, "ApiValueError"),
        "no body": ("create_task", {"create_task_request": None}, "ApiValueError"),
    },
    "nextgen": {
        "no text": ("get_mapped_task_instance", {"dag_id": 5}, "ValidationError"),
        "none": ("get_mapped_task_instance", {"dag_id": None}, "ValidationError"),
        "minimum": ("list_mapped_task_instances", {"offset": -1}, "ValidationError"),
        "maximum": ("list_mapped_task_instances", {"limit": 101}, "ValidationError"),
        "no list": ("list_mapped_task_instances", {"states": "failed"}, "ValidationError"),
        "no moment": ("list_mapped_task_instances", {"end_date_gte": "soon"}, "ValidationError"),
        "no body": ("update_task_instance", {"data": None}, "ValidationError"),
        "no object": ("update_task_instance", {"data": 5}, "ValidationError"),
        "no state": ("update_task_instance", {"data": {"isDryRun": True}}, "ValidationError"),
    },
}


@pytest.mark.parametrize(
    ("case", "wrong", "error"),
    [
        pytest.param(BY_NAME[f"{style}-{name}"], wrong, error, id=f"{style}-{fault}")
        for style, faults in REFUSED.items()
        for fault, (name, wrong, error) in faults.items()
    ],
)
def test_a_wrong_argument_is_refused_before_anything_is_sent(
    connect: Connect, case: Case, wrong: dict[str, Any], error: str
) -> None:
    session = connect(case.platform)
    named = {**case.required(), **wrong}

    with pytest.raises(Exception) as caught:
        session.call(case, **named)
    with pytest.raises(Exception) as awaited:
        session.awaited(case.platform.api(case, "Async"), case.name, named)

    assert type(caught.value) is type(awaited.value)
    assert type(caught.value).__name__ == error
    assert isinstance(caught.value, TypeError if error == "ApiTypeError" else ValueError)
    assert session.judge.sent == []


def test_another_model_is_refused_as_a_body(ica: Session) -> None:
    other = ICA.model("UpdateTaskRequest")(name="n")

    with pytest.raises(ica.sdk.ApiTypeError):
        ica.call(BY_NAME["prior-create_task"], body=other)
    assert ica.judge.sent == []


def test_bounds_are_not_checked_without_client_side_validation(lusid: Session) -> None:
    lusid.configuration.client_side_validation = False
    lusid.judge.answer(200)

    lusid.call(BY_NAME["legacy-get_task"], "short")

    assert lusid.judge.last.path.endswith("/api/tasks/short")


def test_types_are_not_checked_when_the_call_says_so(ica: Session) -> None:
    ica.call(BY_NAME["prior-get_task"], 5, _check_input_type=False)

    assert ica.judge.sent == ["GET /v1/tasks/5"]


# --- Options of a call


@each_operation
def test_async_req_runs_the_call_in_a_thread(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    thread = session.call(case, **case.all(), async_req=True)

    assert type(thread.get(10)).__name__ == model_name(case.success)
    assert thread.successful()
    session.judge.check()


@each_platform
def test_async_req_raises_when_the_result_is_taken(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.status(404)

    thread = session.call_simply(async_req=True)

    with pytest.raises(platform.module("exceptions").NotFoundException):
        thread.get(10)


@pytest.mark.parametrize("case", [c for c in CASES if c.platform is not ASTRONOMER], ids=str)
def test_prior_and_legacy_give_data_status_and_headers(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    session.judge.answer(headers={"X-Trace": "t"})

    result = session.call(case, **case.required(), _return_http_data_only=False)

    assert isinstance(result, tuple)
    data, status, headers = result
    assert type(data).__name__ == model_name(case.success)
    assert str(status) in case.operation.node["responses"]
    assert headers["x-trace"] == headers["X-Trace"] == "t"


@pytest.mark.parametrize("case", [c for c in CASES if c.platform is LUSID], ids=str)
def test_with_http_info_of_legacy_gives_a_tuple(connect: Connect, case: Case) -> None:
    session = connect(case.platform)

    data, status, headers = session.method(case, "_with_http_info")(**case.required())
    asynchronous = session.awaited(
        case.platform.api(case, "Async"), f"{case.name}_with_http_info", case.required()
    )

    assert type(data).__name__ == model_name(case.success)
    assert str(status) in case.operation.node["responses"]
    assert headers["Content-Type"] == "application/json"
    assert asynchronous[:2] == (data, status)


@pytest.mark.parametrize("case", [c for c in CASES if c.platform is ASTRONOMER], ids=str)
def test_with_http_info_of_nextgen_gives_an_api_response(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    _, body = example_body(case.platform.document, case.success)

    response = session.method(case, "_with_http_info")(**case.required())
    asynchronous = session.awaited(
        case.platform.api(case, "Async"), f"{case.name}_with_http_info", case.required()
    )

    assert type(response) is session.sdk.ApiResponse
    assert type(response.data).__name__ == model_name(case.success)
    assert (response.status_code, response.raw_data) == (200, body)
    assert response.headers["content-type"] == "application/json"
    assert asynchronous.data == response.data


def test_prior_has_no_with_http_info(ica: Session) -> None:
    api = ICA.api(BY_NAME["prior-get_task"])

    assert not [name for name in dir(api) if name.endswith("_with_http_info")]


@each_operation
def test_without_preload_content_the_response_comes_as_it_is(connect: Connect, case: Case) -> None:
    session = connect(case.platform)
    session.judge.answer(201, b"{any bytes \xff", {"X-Trace": "t"})

    response = session.call(case, **case.required(), _preload_content=False)

    assert (response.status, response.reason) == (201, "Created")
    assert response.data == response.read() == b"{any bytes \xff"
    assert response.getheader("x-trace") == response.getheaders()["X-Trace"] == "t"


@each_platform
def test_a_call_can_have_its_own_time_out(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer(delay=20)
    started = time.monotonic()

    with pytest.raises(session.sdk.ApiException, match="Timeout"):
        session.call_simply(_request_timeout=(5, 0.1))
    assert time.monotonic() - started < 5


@each_platform
def test_a_time_out_that_is_not_reached_changes_nothing(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)

    assert session.call_simply(_request_timeout=20) == session.call_simply()


def test_the_host_index_chooses_a_declared_server(ica: Session) -> None:
    with redirected(ica.judge.origin, hosts=["use1.platform.illumina.com"]):
        ica.call_simply(_host_index=0)

    ica.judge.check()
    assert ica.judge.last.header("Host") == "use1.platform.illumina.com"


def test_a_host_index_beyond_the_servers_is_refused(ica: Session) -> None:
    with pytest.raises(ica.sdk.ApiValueError, match="index 1"):
        ica.call_simply(_host_index=1)
    assert ica.judge.sent == []


@pytest.mark.parametrize("option", ["_check_input_type", "_check_return_type", "_host_index"])
@pytest.mark.parametrize("platform", [LUSID, ASTRONOMER], ids=str)
def test_options_of_prior_are_unknown_elsewhere(
    connect: Connect, platform: Platform, option: str
) -> None:
    session = connect(platform)

    with pytest.raises(TypeError, match=option):
        session.call_simply(**{option: 0})
    assert session.judge.sent == []


def test_an_unexpected_body_is_plain_data_when_the_call_does_not_check_it(ica: Session) -> None:
    ica.judge.answer(200, {"acl": "no list"})

    assert ica.call_simply(_check_return_type=False) == {"acl": "no list"}


# --- Clients


@each_platform
def test_an_api_without_a_client_uses_the_default_one(
    connect: Connect, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = connect(platform)
    monkeypatch.setattr(session.sdk.ApiClient, "_default", None)
    monkeypatch.setattr(session.sdk.Configuration, "_default", None)
    session.sdk.Configuration.set_default(session.configuration)
    case = SIMPLE[platform]

    api = platform.api(case)()
    getattr(api, case.name)(**case.required())

    session.judge.check()
    assert api.api_client is platform.api(case)().api_client
    api.api_client.close()


@each_platform
def test_a_client_is_a_context_manager_and_connects_again(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)

    with session.client as client:
        assert client is session.client
        first = session.call_simply()

    assert session.call_simply() == first


@each_platform
def test_default_headers_and_a_cookie_go_with_each_call(
    connect: Connect, platform: Platform
) -> None:
    judge = connect(platform).judge
    configuration = platform.sdk.Configuration(host=judge.url, **platform.credentials)
    client = platform.sdk.ApiClient(configuration, "X-Client", "c", cookie="a=b")
    client.set_default_header("X-More", "m")
    client.user_agent = "agent/1"

    with client:
        Session(platform, judge, client).call_simply()

    for name, text in {
        "X-Client": "c",
        "Cookie": "a=b",
        "X-More": "m",
        "User-Agent": "agent/1",
    }.items():
        assert judge.last.header(name) == text


@each_platform
def test_the_last_response_is_kept(connect: Connect, platform: Platform) -> None:
    session = connect(platform)

    session.call_simply()

    assert session.client.last_response.status == 200


@each_platform
def test_the_host_is_by_default_that_of_the_document(platform: Platform) -> None:
    configuration = platform.sdk.Configuration()

    assert configuration.host == platform.document.root["servers"][0]["url"]


@each_platform
def test_a_slash_at_the_end_of_the_host_does_not_matter(
    connect: Connect, platform: Platform
) -> None:
    session = connect(platform)
    session.configuration.host += "/"

    session.call_simply()

    session.judge.check()


@each_platform
def test_threads_can_share_a_client(connect: Connect, platform: Platform) -> None:
    session = connect(platform)

    with ThreadPool(8) as pool:
        results = pool.map(lambda _: session.call_simply(), range(40))

    session.judge.check()
    assert len(session.judge.requests) == 40
    assert all(result == results[0] for result in results)


@each_platform
def test_an_asynchronous_api_without_a_client_uses_the_default_one(
    connect: Connect, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = connect(platform)
    monkeypatch.setattr(session.sdk.AsyncApiClient, "_default", None)
    monkeypatch.setattr(session.sdk.Configuration, "_default", session.configuration)
    case = SIMPLE[platform]

    async def calling() -> None:
        api = platform.api(case, "Async")()
        await getattr(api, case.name)(**case.required())
        await api.api_client.aclose()

    asyncio.run(calling())
    session.judge.check()


@each_platform
def test_asynchronous_calls_run_at_the_same_time(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer_always(delay=0.3)
    case = SIMPLE[platform]

    async def calling() -> list[Any]:
        async with session.sdk.AsyncApiClient(session.configuration) as client:
            call = getattr(platform.api(case, "Async")(client), case.name)
            return list(await asyncio.gather(*(call(**case.required()) for _ in range(10))))

    started = time.monotonic()
    results = asyncio.run(calling())

    assert len(results) == 10
    assert time.monotonic() - started < 2


@each_platform
def test_calls_with_async_req_run_at_the_same_time(connect: Connect, platform: Platform) -> None:
    session = connect(platform)
    session.judge.answer_always(delay=0.3)

    started = time.monotonic()
    with session.sdk.ApiClient(session.configuration, pool_threads=10) as client:
        calls = Session(platform, session.judge, client)
        threads = [calls.call_simply(async_req=True) for _ in range(10)]
        results = [thread.get(10) for thread in threads]

    assert len(results) == 10
    assert time.monotonic() - started < 2
