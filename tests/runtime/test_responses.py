"""Answers: decoded by status and media type, and what they raise."""

from __future__ import annotations

import gc
import gzip
import json
import pickle
from typing import Any

import pytest

from .conftest import Modules, Server


def get(client: Any, returns: Any, responses: dict[str, Any] | None = None, **options: Any) -> Any:
    return client.call("GET", "/", returns=returns, responses=responses or {}, options=options)


def test_json_becomes_the_declared_type(sdk: Modules, client: Any, server: Server) -> None:
    server.will(body='[{"name":"a","latestVersion":{"version":"1"}}]')

    (task,) = get(client, list[sdk.models.Task])

    assert task.version.version == "1"
    assert type(task) is sdk.models.Task


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "application/JSON; charset=utf-8",
        "application/problem+json",
        "text/json",
        "",
    ],
)
def test_json_by_any_name(client: Any, server: Server, content_type: str) -> None:
    server.will(body='{"a":1}', content_type=content_type)

    assert get(client, dict[str, int]) == {"a": 1}


def test_what_is_new_survives_a_round_trip(sdk: Modules, client: Any, server: Server) -> None:
    """Unknown fields, enum values and variants of a union fail no call and are sent back."""
    wire = {
        "status": "paused",
        "priority": 7,
        "shape": {"kind": "circle"},
        "specification": {"kind": "new", "n": [1]},
        "latestVersion": {"version": "1", "execution": {"name": "NOT-valid", "more": True}},
    }
    server.will(body=json.dumps(wire))

    task = get(client, sdk.models.Task)
    client.call("PUT", "/", sdk.call.Json(task, sdk.models.Task), returns=None)

    assert task.status == "paused"
    assert isinstance(task.status, sdk.models.TaskStatus)
    assert task.priority == 7
    assert task.shape == {"kind": "circle"}
    assert task.specification["kind"] == "new"
    assert json.loads(server.last.body) == wire


def test_unknown_fields_can_be_dropped(sdk: Modules, client: Any, server: Server) -> None:
    client.configuration.discard_unknown_keys = True
    server.will(body='{"name":"a","new":1,"latestVersion":{"version":"1","new":2}}')

    assert get(client, sdk.models.Task).to_dict() == {"name": "a", "version": {"version": "1"}}


@pytest.mark.parametrize(
    ("status", "declared"),
    [
        (200, "returns"),
        (201, "201"),
        (202, "2XX"),
    ],
)
def test_the_most_specific_status_wins(
    client: Any, server: Server, status: int, declared: str
) -> None:
    server.will(status, '{"a":1}')
    types: dict[str, Any] = {
        "returns": dict[str, int],
        "201": dict[str, float],
        "2XX": dict[str, str],
    }
    responses = {"201": types["201"], "default": None}
    if declared == "2XX":
        responses["2XX"] = dict[str, Any]
        types["2XX"] = dict[str, Any]

    value = get(client, types["returns"], responses)

    assert value == {"a": 1}
    assert type(value["a"]) is (float if declared == "201" else int)


def test_the_media_type_chooses_among_types(sdk: Modules, client: Any, server: Server) -> None:
    responses: dict[str, Any] = {
        "200": {
            "application/json": list[str],
            "application/vnd.paged+json": dict[str, Any],
            "text/*": str,
        }
    }

    server.will(body='{"items":[]}', content_type="application/vnd.paged+json")
    assert get(client, None, responses) == {"items": []}
    server.will(body='["a"]')
    assert get(client, None, responses) == ["a"]
    server.will(body="a", content_type="text/csv")
    assert get(client, None, responses) == "a"
    server.will(body='["b"]', content_type="application/other")
    assert get(client, None, responses) == ["b"]


@pytest.mark.parametrize("status", [200, 204, 205])
def test_no_body_is_none(sdk: Modules, client: Any, server: Server, status: int) -> None:
    server.will(status, b"", content_length="" if status == 204 else "0")

    assert get(client, sdk.models.Task) is None


def test_head_has_no_body(sdk: Modules, client: Any, server: Server) -> None:
    server.will(body="{}")

    assert client.call("HEAD", "/", returns=sdk.models.Task) is None


def test_text_and_bytes(client: Any, server: Server) -> None:
    server.will(body="é".encode("latin-1"), content_type="text/plain; charset=iso-8859-1")
    assert get(client, str) == "é"
    assert get(client, bytes) == b"\xe9"
    server.will(body='"json"')
    assert get(client, str) == "json"
    server.will(body="plain", content_type="application/x-thing")
    assert get(client, str) == "plain"
    server.will(body=b"\x00", content_type="application/x-thing")
    assert get(client, Any) == b"\x00"
    server.will(body="<p>", content_type="text/html")
    assert get(client, Any) == "<p>"
    server.will(body="x", content_type="text/plain; charset=no-such")
    assert get(client, str) == "x"


def test_json_in_another_charset_or_with_a_mark(client: Any, server: Server) -> None:
    server.will(body='"é"'.encode("latin-1"), content_type="application/json; charset=latin-1")
    assert get(client, str) == "é"
    server.will(body='"é"'.encode("utf-8-sig"))
    assert get(client, str) == "é"


def test_compressed_bodies(client: Any, server: Server) -> None:
    server.will(body=gzip.compress(b'{"a":1}'), content_encoding="gzip")

    assert get(client, dict[str, int]) == {"a": 1}
    assert "gzip" in (server.last.header("Accept-Encoding") or "")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"code":', "application/json"),
        (b"[1]", "application/json"),
        (b"<html>", "text/html"),
        (b'"\xff"', "application/json"),
        (b"\xff\xfe", "application/octet-stream"),
    ],
)
def test_a_success_that_cannot_be_decoded(
    sdk: Modules, client: Any, server: Server, body: bytes, content_type: str
) -> None:
    server.will(200, body, content_type=content_type, x_request="r1")

    with pytest.raises(sdk.exceptions.ApiDecodeException) as caught:
        get(client, sdk.models.ErrorResponse)

    error = caught.value
    assert isinstance(error, sdk.exceptions.ApiException)
    assert error.status == 200
    assert error.headers["X-Request"] == "r1"
    assert error.body == body.decode("utf-8", "replace")
    assert "not what the API declares" in error.reason
    assert error.__context__ is None


def test_a_body_that_does_not_fit_can_be_had_as_plain_data(
    sdk: Modules, client: Any, server: Server
) -> None:
    server.will(body='{"code":5}')
    assert get(client, sdk.models.ErrorResponse, _check_return_type=False) == {"code": 5}
    server.will(body='{"code":')
    with pytest.raises(sdk.exceptions.ApiDecodeException):
        get(client, sdk.models.ErrorResponse, _check_return_type=False)


STATUSES = [
    (400, "BadRequestException"),
    (401, "UnauthorizedException"),
    (403, "ForbiddenException"),
    (404, "NotFoundException"),
    (409, "ConflictException"),
    (418, "ApiException"),
    (422, "UnprocessableEntityException"),
    (500, "ServiceException"),
    (503, "ServiceException"),
    (304, "ApiException"),
    (302, "ApiException"),
]


@pytest.mark.parametrize(("status", "name"), STATUSES)
def test_a_class_for_each_status(
    sdk: Modules, client: Any, server: Server, status: int, name: str
) -> None:
    server.will(status, '{"code":"c"}' if status != 304 else "", x_id="1")

    with pytest.raises(sdk.exceptions.ApiException) as caught:
        get(client, str, {"default": sdk.models.ErrorResponse})

    error = caught.value
    assert type(error).__name__ == name
    assert error.status == status
    if status != 304:
        assert error.data == sdk.models.ErrorResponse(code="c")
        assert error.body == '{"code":"c"}'
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (copy.status, copy.reason, copy.body) == (status, error.reason, error.body)
    assert copy.headers["x-id"] == "1"
    assert str(copy) == str(error)


def test_error_bodies_by_status(sdk: Modules, client: Any, server: Server) -> None:
    responses = {"404": str, "4XX": sdk.models.ErrorResponse, "default": dict[str, Any]}

    def data(status: int, body: str, **headers: str) -> Any:
        server.will(status, body, **headers)
        with pytest.raises(sdk.exceptions.ApiException) as caught:
            get(client, None, responses)
        assert caught.value.body == (body or "")
        return caught.value.data

    assert data(404, '"no task"') == "no task"
    assert data(400, '{"code":"c"}').code == "c"
    assert data(500, '{"a":1}') == {"a": 1}
    assert data(500, "<h1>oops</h1>", content_type="text/html") is None
    assert data(400, '{"message":"no code"}') is None
    assert data(400, "") is None


def test_an_error_reads_as_it_always_did_and_hides_secrets(
    sdk: Modules, client: Any, server: Server
) -> None:
    server.will(404, '{"code":"c"}', set_cookie="session=s3cret", x_auth_token="s3cret", x_ok="yes")

    with pytest.raises(sdk.exceptions.ApiException) as caught:
        get(client, None)

    text = str(caught.value)
    assert text.startswith("(404)\nReason: Not Found\nHTTP response headers: HTTPHeaders({")
    assert text.endswith('HTTP response body: {"code":"c"}\n')
    assert "'X-Ok': 'yes'" in text
    assert "s3cret" not in text + repr(caught.value)
    assert caught.value.headers["set-cookie"] == "session=s3cret"


def test_exceptions_are_made_as_the_originals(sdk: Modules) -> None:
    e = sdk.exceptions
    error = e.ApiException(404, "Not Found")
    assert (error.status, error.reason, error.body, error.headers) == (404, "Not Found", None, None)
    assert str(error) == "(404)\nReason: Not Found\n"
    assert e.ApiException(status=0, reason="r").status == 0
    response = sdk.responses.Response(500, "x", sdk.headers.HTTPHeaders([("A", "b")]), b"body")
    error = e.ApiException(http_resp=response)
    assert (error.status, error.reason, error.body, error.headers["a"]) == (500, "x", "body", "b")
    for name, base in [
        ("Type", TypeError),
        ("Value", ValueError),
        ("Attribute", AttributeError),
        ("Key", KeyError),
    ]:
        kind = getattr(e, f"Api{name}Error")
        made = kind("wrong", ["a", 0])
        assert isinstance(made, base)
        assert isinstance(made, e.OpenApiException)
        assert "wrong at ['a'][0]" in str(made)
        copy = pickle.loads(pickle.dumps(made))
        assert (str(copy), copy.path_to_item) == (str(made), ["a", 0])


def test_the_answer_as_it_came(client: Any, server: Server, sdk: Modules) -> None:
    server.will(201, b"\x00raw", x_a="1", content_type="application/x")

    raw = get(client, sdk.models.Task, _preload_content=False)

    assert (raw.status, raw.reason, raw.data) == (201, "Created", b"\x00raw")
    assert raw.headers["X-A"] == raw.getheaders()["x-a"] == raw.getheader("x-A") == "1"
    assert raw.getheader("none", "d") == "d"
    assert (raw.read(1), raw.read(), raw.read()) == (b"\x00", b"raw", b"")
    assert client.last_response is raw
    server.will(404)
    with pytest.raises(sdk.exceptions.NotFoundException):
        get(client, sdk.models.Task, _preload_content=False)


def test_headers(sdk: Modules) -> None:
    headers = sdk.headers.HTTPHeaders([("Set-Cookie", "a=1"), ("set-cookie", "b=2"), ("X", "y")])

    assert headers["SET-COOKIE"] == "a=1, b=2"
    assert headers.getlist("set-cookie") == ["a=1", "b=2"]
    assert headers.getlist("none") == []
    assert dict(headers) == {"Set-Cookie": "a=1, b=2", "X": "y"}
    assert "x" in headers
    assert "z" not in headers
    assert len(headers) == 2
    assert repr(headers) == "HTTPHeaders({'Set-Cookie': '***', 'X': 'y'})"
    assert pickle.loads(pickle.dumps(headers)) == headers


@pytest.mark.parametrize("running", [True, False])
@pytest.mark.parametrize("wrong", [b"", b"x"])
def test_a_large_answer_leaves_the_garbage_collector_as_it_was(
    sdk: Modules, running: bool, wrong: bytes
) -> None:
    text = b"[" + b'{"a": [1]},' * 20_000 + b'{"a": [2]}]' + wrong
    before = gc.isenabled()
    collections = gc.get_stats()[0]["collections"]
    (gc.enable if running else gc.disable)()
    try:
        if wrong:
            with pytest.raises(ValueError, match="Invalid JSON"):
                sdk.adapters.from_json(list[dict[str, list[int]]], text)
        else:
            found = sdk.adapters.from_json(list[dict[str, list[int]]], text)
            assert (len(found), found[-1]) == (20_001, {"a": [2]})
        assert gc.isenabled() == running
        assert gc.get_stats()[0]["collections"] < collections + 20
    finally:
        (gc.enable if before else gc.disable)()
