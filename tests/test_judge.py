"""The judge with tiny documents, called by plain httpx2 or by bytes on a socket."""

from __future__ import annotations

import asyncio
import base64
import socket
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest
from judge import Arguments, Judge, arguments, load, value

ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "format": "uuid", "readOnly": True},
        "name": {"type": "string", "minLength": 2, "maxLength": 20},
        "secret": {"type": "string", "writeOnly": True},
        "size": {"type": "integer", "format": "int32", "minimum": 3, "maximum": 9},
        "note": {"type": "string", "nullable": True},
        "parent": {"$ref": "#/components/schemas/Item"},
    },
}
ID: dict[str, Any] = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "minLength": 3, "maxLength": 40},
}
OK: dict[str, Any] = {
    "description": "OK",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
}
PLAIN: dict[str, Any] = {"200": {"description": "OK"}}


def document(paths: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://api.example.com/base/"}],
        "components": {"schemas": {"Item": ITEM}},
        "paths": paths,
        **more,
    }


def with_parameter(path: str = "/x", body: Any = None, **parameter: Any) -> dict[str, Any]:
    """A document with one operation that takes one parameter, or one body."""
    node: dict[str, Any] = {"operationId": "x", "responses": PLAIN}
    if parameter:
        node["parameters"] = [parameter]
    if body:
        node["requestBody"] = {"required": True, "content": body}
    return document({path: {"post" if body else "get": node}})


ITEMS = document(
    {
        "/items/{id}": {
            "parameters": [ID],
            "get": {"operationId": "getItem", "responses": {"200": OK, "404": OK, "default": OK}},
            "delete": {"operationId": "deleteItem", "responses": {"204": {"description": "gone"}}},
        },
        "/items/{id}:launch": {
            "parameters": [ID],
            "get": {"operationId": "launchItem", "responses": {"200": OK}},
        },
        "/items": {
            "post": {
                "operationId": "createItem",
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Item"}},
                        "application/*+json": {"schema": {"$ref": "#/components/schemas/Item"}},
                    },
                },
                "responses": {
                    "201": {
                        **OK,
                        "headers": {
                            "X-Count": {"schema": {"type": "integer"}},
                            "Location": {"schema": {"type": "string", "format": "uri"}},
                        },
                    }
                },
            }
        },
    }
)


@pytest.fixture
def items() -> Iterator[Judge]:
    with Judge(ITEMS) as judge:
        yield judge


def problems(judge: Judge) -> str:
    return "\n".join(judge.problems)


# --- What is asked and answered


def test_a_good_request_gets_a_valid_body(items: Judge) -> None:
    response = httpx2.get(f"{items.url}/items/abc", headers={"Accept": "application/json"})

    items.check()
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.json()["parent"]["name"] == "name_example"
    assert "secret" not in response.json()
    assert items.sent == ["GET /base/items/abc"]
    assert items.last.operation_id == "getItem"
    assert items.last.path_values == {"id": "abc"}
    assert items.url.endswith("/base")


def test_declared_headers_are_filled(items: Judge) -> None:
    response = httpx2.post(f"{items.url}/items", json={"name": "ab"})

    items.check()
    assert response.status_code == 201
    assert response.headers["x-count"] == "1"
    assert response.headers["location"].startswith("https://")
    assert items.last.json == {"name": "ab"}


def test_no_content_has_no_body(items: Judge) -> None:
    response = httpx2.delete(f"{items.url}/items/abc")

    items.check()
    assert (response.status_code, response.content) == (204, b"")
    assert "content-type" not in response.headers


@pytest.mark.parametrize(
    ("path", "operation", "identity"),
    [
        ("/items/a%2Fb", "getItem", "a/b"),
        ("/items/a%20%C3%A9", "getItem", "a é"),
        ("/%69tems/abc", "getItem", "abc"),
        ("/items/abc:launch", "launchItem", "abc"),
        ("/items/abc%3Alaunch", "launchItem", "abc"),
        ("/items/abc:lunch", "getItem", "abc:lunch"),
    ],
)
def test_paths_are_matched_after_percent_decoding(
    items: Judge, path: str, operation: str, identity: str
) -> None:
    httpx2.get(items.url + path)

    items.check()
    assert items.last.operation_id == operation
    assert items.last.path_values == {"id": identity}
    assert items.sent == [f"GET /base{path}"]


@pytest.mark.parametrize("path", ["/base/items/a/b", "/base/items/", "/items/abc", "/base/nothing"])
def test_an_unknown_path_is_a_problem(items: Judge, path: str) -> None:
    response = httpx2.get(items.origin + path)

    assert response.status_code == 422
    assert problems(items) == f"GET {path}: the document has no such operation"
    with pytest.raises(AssertionError, match="no such operation"):
        items.check()


def test_a_bad_request_is_answered_with_what_is_wrong(items: Judge) -> None:
    response = httpx2.get(f"{items.url}/items/ab?size=1", headers={"Accept": "text/html"})

    assert response.status_code == 422
    assert response.json()["problems"] == [
        "path parameter 'id': $: 'ab' is too short",
        "query parameter 'size' is not declared",
        "Accept 'text/html' asks for none of application/json",
    ]


def test_server_variables_and_servers_of_an_operation_count() -> None:
    servers = [{"url": "/{v}", "variables": {"v": {"default": "v1", "enum": ["v1", "v2"]}}}]
    own = {"get": {"responses": PLAIN, "servers": [{"url": "https://elsewhere.example.com/own"}]}}
    paths = {"/x": {"get": {"operationId": "x", "responses": PLAIN}}, "/y": own}
    with Judge(document(paths, servers=servers)) as judge:
        assert judge.url == f"{judge.origin}/v1"
        for path in ("/v1/x", "/v2/x", "/own/y"):
            httpx2.get(judge.origin + path)
        judge.check()
        assert [received.operation_id for received in judge.requests] == ["x", "x", "GET /y"]


# --- Parameters

RGB: dict[str, Any] = {
    "type": "object",
    "properties": {name: {"type": "integer"} for name in ("R", "G", "B")},
}
WORDS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
NUMBERS: dict[str, Any] = {"type": "array", "items": {"type": "integer"}}
COLOR = {"R": 100, "G": 200, "B": 150}

PATH_STYLES: list[tuple[str, bool, dict[str, Any], str, Any]] = [
    ("simple", False, {"type": "string"}, "blue", "blue"),
    ("simple", False, WORDS, "blue,a%2Cb", ["blue", "a,b"]),
    ("simple", True, WORDS, "blue,black", ["blue", "black"]),
    ("simple", False, RGB, "R,100,G,200,B,150", COLOR),
    ("simple", True, RGB, "R=100,G=200,B=150", COLOR),
    ("label", False, {"type": "string"}, ".blue", "blue"),
    ("label", False, WORDS, ".blue,black", ["blue", "black"]),
    ("label", True, WORDS, ".blue.black", ["blue", "black"]),
    ("label", False, RGB, ".R,100,G,200,B,150", COLOR),
    ("label", True, RGB, ".R=100.G=200.B=150", COLOR),
    ("matrix", False, {"type": "string"}, ";color=blue", "blue"),
    ("matrix", False, {"type": "string"}, ";color", ""),
    ("matrix", False, WORDS, ";color=blue,black", ["blue", "black"]),
    ("matrix", True, WORDS, ";color=blue;color=black", ["blue", "black"]),
    ("matrix", False, RGB, ";color=R,100,G,200,B,150", COLOR),
    ("matrix", True, RGB, ";R=100;G=200;B=150", COLOR),
]


@pytest.mark.parametrize(("style", "explode", "schema", "wire", "expected"), PATH_STYLES)
def test_path_styles(style: str, explode: bool, schema: Any, wire: str, expected: Any) -> None:
    parameter = {"name": "color", "in": "path", "required": True, "schema": schema}
    paths = with_parameter("/p/{color}", **parameter, style=style, explode=explode)
    with Judge(paths) as judge:
        httpx2.get(f"{judge.url}/p/{wire}")
        judge.check()
        assert judge.last.path_values == {"color": expected}


@pytest.mark.parametrize(
    ("style", "explode", "schema", "wire"),
    [
        ("label", False, WORDS, "blue"),
        ("label", True, RGB, ".R=100,G=200"),
        ("matrix", False, WORDS, ";colour=blue"),
        ("matrix", True, NUMBERS, ";color=1;color=b"),
        ("simple", False, RGB, "R,100,G"),
        ("simple", False, {"type": "boolean"}, "True"),
        ("simple", False, {"type": "string"}, "%FF"),
    ],
)
def test_wrong_path_styles_are_problems(style: str, explode: bool, schema: Any, wire: str) -> None:
    parameter = {"name": "color", "in": "path", "required": True, "schema": schema}
    with Judge(with_parameter("/p/{color}", **parameter, style=style, explode=explode)) as judge:
        httpx2.get(f"{judge.url}/p/{wire}")
        assert problems(judge).startswith(f"GET /base/p/{wire}: path parameter 'color':")


GOOD, BAD = True, False
QUERY_STYLES: list[tuple[str, bool, dict[str, Any], str, bool]] = [
    ("form", True, NUMBERS, "color=1&color=2", GOOD),
    ("form", True, NUMBERS, "color=1,2", BAD),
    ("form", False, NUMBERS, "color=1,2", GOOD),
    ("form", False, NUMBERS, "color=1%2C2", BAD),
    ("form", False, NUMBERS, "color=1&color=2", BAD),
    ("form", False, RGB, "color=R,100,G,200,B,150", GOOD),
    ("form", False, RGB, "color=R,100,G", BAD),
    ("form", True, RGB, "R=100&G=200&B=150", GOOD),
    ("form", True, RGB, "R=100&G=blue", BAD),
    ("form", True, RGB, "R=100&X=1", BAD),
    ("form", True, {"type": "object", "additionalProperties": NUMBERS}, "any=1", GOOD),
    ("form", True, {"type": "integer", "maximum": 9}, "color=9", GOOD),
    ("form", True, {"type": "integer", "maximum": 9}, "color=10", BAD),
    ("form", True, {"type": "boolean"}, "color=true", GOOD),
    ("form", True, {"type": "boolean"}, "color=True", BAD),
    ("form", True, {"type": "number"}, "color=1.5e3", GOOD),
    ("form", True, {"type": "string"}, "color=10", GOOD),
    ("form", True, {"type": "string", "format": "date-time"}, "color=2024-01-02T03:04:05Z", GOOD),
    ("form", True, {"type": "string", "format": "date-time"}, "color=2024-01-02+03:04", BAD),
    ("form", True, {"type": "string", "enum": ["a+b"]}, "color=a%2Bb", GOOD),
    ("form", True, {"type": "string", "enum": ["a b"]}, "color=a+b", GOOD),
    ("form", True, {"oneOf": [{"type": "integer"}, NUMBERS]}, "color=1&color=2", GOOD),
    ("form", True, {"type": "integer", "nullable": True}, "color=", GOOD),
    ("spaceDelimited", False, NUMBERS, "color=1%202", GOOD),
    ("spaceDelimited", False, NUMBERS, "color=1,2", BAD),
    ("spaceDelimited", False, RGB, "color=R%20100%20G%20200", GOOD),
    ("pipeDelimited", False, NUMBERS, "color=1|2", GOOD),
    ("pipeDelimited", False, NUMBERS, "color=1%7C2", GOOD),
    ("pipeDelimited", False, RGB, "color=R|100|G|200", GOOD),
    ("pipeDelimited", True, NUMBERS, "color=1&color=2", GOOD),
    ("deepObject", True, RGB, "color[R]=100&color[G]=200", GOOD),
    ("deepObject", True, RGB, "color%5BR%5D=100", GOOD),
    ("deepObject", True, RGB, "color[R]=blue", BAD),
    ("deepObject", True, RGB, "color[R]=1&color[R]=2", BAD),
    ("deepObject", True, NUMBERS, "color[]=1&color[]=2", GOOD),
    ("deepObject", True, NUMBERS, "color=1&color=2", BAD),
    ("deepObject", True, {"type": "array", "items": RGB}, "color[0][R]=1&color[1][R]=2", GOOD),
    ("deepObject", True, RGB, "R=100&G=200", BAD),
]


@pytest.mark.parametrize(("style", "explode", "schema", "wire", "good"), QUERY_STYLES)
def test_query_styles(style: str, explode: bool, schema: Any, wire: str, good: bool) -> None:
    parameter = {"name": "color", "in": "query", "required": True, "schema": schema}
    with Judge(with_parameter(**parameter, style=style, explode=explode)) as judge:
        answer = raw(judge, f"GET /base/x?{wire} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert (judge.problems == []) is good, judge.problems
        assert answer.startswith(b"HTTP/1.1 200" if good else b"HTTP/1.1 422")


def test_an_empty_value_needs_permission() -> None:
    parameter: dict[str, Any] = {
        "name": "tags.key",
        "in": "query",
        "style": "form",
        "schema": NUMBERS,
    }
    with Judge(with_parameter(**parameter)) as judge:
        httpx2.get(f"{judge.url}/x?tags.key")
        assert problems(judge) == "GET /base/x?tags.key: query parameter 'tags.key': " + (
            "$[0]: '' is not of type 'integer'"
        )
    with Judge(with_parameter(**parameter, allowEmptyValue=True)) as judge:
        httpx2.get(f"{judge.url}/x?tags.key")
        httpx2.get(f"{judge.url}/x?tags.key=1&tags.key=2")
        judge.check()


def test_a_missing_parameter_is_named() -> None:
    for place in ("query", "header", "cookie"):
        with Judge(with_parameter(name="a", required=True, schema={}, **{"in": place})) as judge:
            httpx2.get(f"{judge.url}/x")
            assert problems(judge) == f"GET /base/x: {place} parameter 'a': is missing"


def test_header_and_cookie_styles() -> None:
    header: dict[str, Any] = {"name": "X-Ids", "in": "header", "schema": NUMBERS}
    cookie: dict[str, Any] = {"name": "c", "in": "cookie", "schema": NUMBERS, "explode": False}
    ignored = {"name": "Authorization", "in": "header", "required": True, "schema": NUMBERS}
    node = {"parameters": [header, cookie, ignored], "responses": PLAIN}
    with Judge(document({"/x": {"get": node}})) as judge:
        httpx2.get(f"{judge.url}/x", headers={"x-ids": "1, 2", "Cookie": "z=1; c=3,4"})
        judge.check()
        httpx2.get(f"{judge.url}/x", headers={"x-ids": "1;2", "Cookie": "c=a"})
        assert "header parameter 'X-Ids'" in judge.problems[0]
        assert "cookie parameter 'c'" in judge.problems[1]


def test_a_parameter_with_content_is_json() -> None:
    content = {"application/json": {"schema": RGB}}
    with Judge(with_parameter(name="color", content=content, **{"in": "query"})) as judge:
        httpx2.get(f"{judge.url}/x", params={"color": '{"R": 1}'})
        judge.check()
        httpx2.get(f"{judge.url}/x", params={"color": '{"R": "a"}'})
        assert "'a' is not of type 'integer'" in problems(judge)


# --- Bodies


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"name": "ab", "size": 3, "note": null, "secret": "s"}', ""),
        (b'{"name": "ab", "size": 2}', "$.size: 2 is less than the minimum of 3"),
        (b'{"name": "ab", "note": 1}', "$.note: 1 is not of type 'string'"),
        (b'{"name": null}', "$.name: None"),
        (b'{"size": 3}', "'name' is a required property"),
        (b'{"name": "ab", "id": "x"}', "read-only"),
        (b'{"name": "ab", "colour": 1}', "'colour' was unexpected"),
        (b'{"name": NaN}', "NaN is not JSON"),
        (b'{"name": ', "Expecting value"),
        (b'{"name": "\xff"}', "can't decode"),
        (b"", "body: is missing"),
    ],
)
def test_json_bodies(items: Judge, body: bytes, said: str) -> None:
    headers = {"Content-Type": "application/json; charset=utf-8"}
    response = httpx2.post(f"{items.url}/items", content=body, headers=headers)

    assert said in problems(items)
    assert response.status_code == (422 if said else 201)


@pytest.mark.parametrize(
    ("media", "good"),
    [("application/json-patch+json", GOOD), ("text/plain", BAD), (None, BAD)],
)
def test_a_body_is_of_a_declared_type(items: Judge, media: str | None, good: bool) -> None:
    headers = {"Content-Type": media} if media else {}
    httpx2.post(f"{items.url}/items", content=b'{"name": "ab"}', headers=headers)

    assert (items.problems == []) is good


def test_a_body_that_is_not_declared_is_a_problem(items: Judge) -> None:
    httpx2.request("GET", f"{items.url}/items/abc", json={})

    assert problems(items).endswith("body: the operation takes none")


def test_chunked_bodies_are_read(items: Judge) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"name":'
        yield b' "ab"}'

    headers = {"Content-Type": "application/json"}
    httpx2.post(f"{items.url}/items", content=chunks(), headers=headers)

    items.check()
    assert items.last.body == b'{"name": "ab"}'


FORM = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "sizes": NUMBERS, "color": RGB},
}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("name=a+b&sizes=1&sizes=2&color=%7B%22R%22%3A1%7D", ""),
        ("name=a&sizes=b", "$[0]: 'b' is not of type 'integer'"),
        ("sizes=1", "'name' is a required property"),
        ("name=a&x=1", "the field 'x' is not declared"),
        ("name=a&name=b", "is repeated"),
    ],
)
def test_form_bodies(body: str, said: str) -> None:
    media = "application/x-www-form-urlencoded"
    with Judge(with_parameter(body={media: {"schema": FORM}})) as judge:
        httpx2.post(f"{judge.url}/x", content=body, headers={"Content-Type": media})
        assert said in problems(judge)
        assert bool(said) is bool(judge.problems)


def test_form_bodies_follow_their_encoding() -> None:
    media = "application/x-www-form-urlencoded"
    encoding = {"sizes": {"explode": False}, "color": {"style": "deepObject", "explode": True}}
    paths = with_parameter(body={media: {"schema": FORM, "encoding": encoding}})
    with Judge(paths) as judge:
        for body in ("name=a&sizes=1,2&color[R]=1", "name=a&sizes=1&sizes=2"):
            httpx2.post(f"{judge.url}/x", content=body, headers={"Content-Type": media})
        assert problems(judge) == "POST /base/x: body: field 'sizes': is repeated"


UPLOAD = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "size": {"type": "integer"},
        "color": RGB,
    },
}


def test_multipart_bodies() -> None:
    with Judge(with_parameter(body={"multipart/form-data": {"schema": UPLOAD}})) as judge:
        files: list[tuple[str, Any]] = [
            ("file", ("a.bin", b"\x00\r\n\xff\n--")),
            ("files", ("b", b"1")),
            ("files", ("c", b"2")),
            ("color", (None, b'{"R": 1}', "application/json")),
        ]
        httpx2.post(f"{judge.url}/x", data={"size": "3"}, files=files)
        judge.check()

        httpx2.post(f"{judge.url}/x", data={"size": "a", "y": "1"}, files=files[1:])
        assert "'file' is a required property" in judge.problems[0]
        assert judge.problems[1].endswith("$.size: 'a' is not of type 'integer'")
        assert "the field 'y' is not declared" in judge.problems[2]


# --- Security and Accept

SCHEMES: dict[str, Any] = {
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query": {"type": "apiKey", "in": "query", "name": "key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
    "oauth2": {"type": "oauth2", "flows": {}},
}
BASIC = "Basic " + base64.b64encode(b"me:secret").decode()


@pytest.mark.parametrize(
    ("security", "query", "headers", "good"),
    [
        ([{"basic": []}], "", {"Authorization": BASIC}, GOOD),
        ([{"basic": []}], "", {"Authorization": "Basic me:secret"}, BAD),
        ([{"basic": []}], "", {"Authorization": "Bearer t"}, BAD),
        ([{"bearer": []}], "", {"Authorization": "bearer t"}, GOOD),
        ([{"bearer": []}], "", {"Authorization": "Bearer"}, BAD),
        ([{"oauth2": ["read"]}], "", {"Authorization": "Bearer t"}, GOOD),
        ([{"oauth2": ["read"]}], "", {}, BAD),
        ([{"header": []}], "", {"x-key": "k"}, GOOD),
        ([{"header": []}], "?X-Key=k", {}, BAD),
        ([{"query": []}], "?key=k", {}, GOOD),
        ([{"query": []}], "", {"key": "k"}, BAD),
        ([{"cookie": []}], "", {"Cookie": "a=b; session=s"}, GOOD),
        ([{"cookie": []}], "", {}, BAD),
        ([{"basic": []}, {"header": []}], "", {"X-Key": "k"}, GOOD),
        ([{"basic": [], "header": []}], "", {"X-Key": "k"}, BAD),
        ([{"basic": []}, {}], "", {}, GOOD),
        ([], "", {}, GOOD),
    ],
)
def test_security(security: Any, query: str, headers: dict[str, str], good: bool) -> None:
    components = {"securitySchemes": SCHEMES}
    node = {"responses": PLAIN, "security": security}
    with Judge(document({"/x": {"get": node}}, components=components)) as judge:
        httpx2.get(f"{judge.url}/x{query}", headers=headers)
        assert (judge.problems == []) is good, judge.problems


def test_the_security_of_the_document_is_the_default() -> None:
    components = {"securitySchemes": SCHEMES}
    paths = {"/x": {"get": {"responses": PLAIN}}}
    security: list[Any] = [{"basic": [], "header": []}, {"oauth2": []}]
    with Judge(document(paths, components=components, security=security)) as judge:
        httpx2.get(f"{judge.url}/x")
        assert problems(judge) == (
            "GET /base/x: security: no credentials for 'basic' and no credentials for 'header', "
            "or no credentials for 'oauth2'"
        )


def test_the_accept_header_chooses_the_answer() -> None:
    paged = {"schema": {"type": "object", "properties": {"total": {"type": "integer"}}}}
    content = {"application/json": {"schema": NUMBERS}, "application/vnd.paged+json": paged}
    responses = {"200": {"description": "OK", "content": content}}
    with Judge(document({"/x": {"get": {"responses": responses}}})) as judge:
        for accept, expected in {
            "*/*": [1],
            "application/json": [1],
            "application/vnd.paged+json": {"total": 1},
            "application/json;q=0.5, application/vnd.paged+json": {"total": 1},
            "text/html, application/*;q=0.1": [1],
        }.items():
            assert httpx2.get(f"{judge.url}/x", headers={"Accept": accept}).json() == expected
        judge.check()


# --- Scripts and faults


def test_scripted_answers_come_in_their_order(items: Judge) -> None:
    items.status(404)
    items.answer(503)
    items.answer(500, body="<h1>no</h1>", content_type="text/html", headers={"Retry-After": "1"})
    items.answer(body=None)
    items.answer(404, body="a JSON string")
    items.answer(200, body=b"\xff\xfe")

    def get() -> httpx2.Response:
        return httpx2.get(f"{items.url}/items/abc")

    for status in (404, 503):
        response = get()
        assert (response.status_code, response.json()["name"]) == (status, "name_example")
    response = get()
    assert (response.text, response.headers["retry-after"]) == ("<h1>no</h1>", "1")
    assert response.headers["content-type"] == "text/html"
    assert get().json() is None
    assert get().json() == "a JSON string"
    assert get().content == b"\xff\xfe"
    assert get().status_code == 200
    items.check()


def test_a_script_wins_over_the_verdict(items: Judge) -> None:
    items.answer_always(418, body={})

    assert [httpx2.get(f"{items.url}/nothing").status_code for _ in range(2)] == [418, 418]
    assert len(items.problems) == 2

    items.reset()
    assert (items.requests, items.problems) == ([], [])
    assert httpx2.get(f"{items.url}/items/abc").status_code == 200


def test_a_status_that_is_not_declared_has_no_body(items: Judge) -> None:
    items.status(500)
    response = httpx2.delete(f"{items.url}/items/abc")

    assert (response.status_code, response.content) == (500, b"")


def test_faults(items: Judge) -> None:
    items.drop()
    with pytest.raises(httpx2.RemoteProtocolError, match="disconnected"):
        httpx2.get(f"{items.url}/items/abc")

    items.truncate(3)
    with pytest.raises(httpx2.RemoteProtocolError, match="complete message body"):
        httpx2.get(f"{items.url}/items/abc")

    items.answer(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
    assert httpx2.get(f"{items.url}/items/abc").text == "hi"

    items.answer(raw=b"not HTTP at all\r\n\r\n")
    with pytest.raises(httpx2.RemoteProtocolError):
        httpx2.get(f"{items.url}/items/abc")

    items.answer(delay=5)
    with pytest.raises(httpx2.ReadTimeout):
        httpx2.get(f"{items.url}/items/abc", timeout=0.05)
    items.check()


def test_a_route_stands_beside_the_document(items: Judge) -> None:
    items.route("POST", "/accounts/v1/tokens", {"token": "t"})
    url = f"{items.origin}/accounts/v1/tokens?grant_type=client_credentials"

    assert httpx2.post(url).json() == {"token": "t"}
    items.check()
    assert items.sent == ["POST /accounts/v1/tokens?grant_type=client_credentials"]


# --- Values

DEEP: dict[str, Any] = {
    "type": "object",
    "properties": {
        "kind": {"$ref": "#/components/schemas/Shape"},
        "tree": {"$ref": "#/components/schemas/Tree"},
        "map": {"type": "object", "additionalProperties": {"type": "number"}},
        "free": {"type": "object"},
        "any": {},
        "both": {"allOf": [{"$ref": "#/components/schemas/Tree"}, {"required": ["size"]}]},
        "when": {"type": "string", "format": "date-time"},
        "tight": {
            "type": "string",
            "minLength": 30,
            "maxLength": 40,
            "pattern": r"^[a-zA-Z0-9\-]+$",
        },
        "version": {"type": "string", "pattern": r"\d+\.\d+\.\d+"},
        "code": {"type": "string", "pattern": "^(?:[A-Z]{3}|x)-[^a-z]\\w*$"},
        "even": {"type": "integer", "multipleOf": 4, "minimum": 5, "exclusiveMinimum": True},
        "share": {"type": "number", "minimum": 0, "maximum": 1, "exclusiveMaximum": True},
        "set": {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"type": "string"}},
        "none": {"type": "array", "maxItems": 0, "items": {"type": "string"}},
        "level": {"type": "string", "nullable": True, "enum": [None, "low", "high"]},
    },
}
SHAPES: dict[str, Any] = {
    "Shape": {
        "oneOf": [{"$ref": "#/components/schemas/Circle"}, {"$ref": "#/components/schemas/Square"}],
        "discriminator": {"propertyName": "type", "mapping": {"round": "Circle"}},
    },
    "Circle": {
        "type": "object",
        "properties": {"type": {"type": "string"}, "r": {"type": "number"}},
    },
    "Square": {"type": "object", "properties": {"type": {"type": "string"}}},
    "Tree": {
        "type": "object",
        "properties": {
            "size": {"type": "integer"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        },
    },
    "Deep": DEEP,
    "Pet": {
        "type": "object",
        "required": ["petType"],
        "discriminator": {"propertyName": "petType", "mapping": {"c": "Cat"}},
        "properties": {"petType": {"type": "string"}},
    },
    "Cat": {
        "allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"enum": [9]}}}]
    },
    "Either": {
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
        "properties": {"a": {}, "b": {}},
    },
}


def test_values_satisfy_their_schemas() -> None:
    made = value(DEEP, document({}, components={"schemas": SHAPES}))

    assert made == {
        "kind": {"type": "round", "r": 1.5},
        "tree": {"size": 1, "children": [{"size": 1}]},
        "map": {"key": 1.5},
        "free": {"key": "key_example"},
        "any": "any_example",
        "both": {"size": 1, "children": [{"size": 1}]},
        "when": "2024-02-29T12:34:56Z",
        "tight": "a" * 30,
        "version": "0.0.0",
        "code": "AAA-A",
        "even": 8,
        "share": 0.75,
        "set": ["set_example", "set1_example", "set2_example"],
        "none": [],
        "level": "low",
    }


def test_values_of_unions_match_one_branch_only() -> None:
    whole = document({}, components={"schemas": SHAPES})

    assert value({"$ref": "#/components/schemas/Either"}, whole) == {"a": "a_example"}
    assert value({"$ref": "#/components/schemas/Cat"}, whole) == {"petType": "c", "lives": 9}


def test_values_follow_json_schema_in_openapi_3_1() -> None:
    schema = {
        "type": ["null", "object"],
        "properties": {
            "fixed": {"const": "f"},
            "maybe": {"anyOf": [{"type": "null"}, {"type": "integer", "exclusiveMinimum": 7}]},
            "pair": {"prefixItems": [{"type": "boolean"}, {"type": "integer"}], "type": "array"},
            "anything": True,
            "id": {"type": "string", "readOnly": True},
        },
        "required": ["id"],
    }
    whole = {**document({}), "openapi": "3.1.0"}

    assert value(schema, whole) == {
        "fixed": "f",
        "maybe": 8,
        "pair": [True, 1],
        "anything": "anything_example",
        "id": "id_example",
    }
    assert "id" not in value(schema, whole, direction="request")


def test_openapi_3_1_keeps_read_only_out_of_requests() -> None:
    schema: dict[str, Any] = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "n": {"type": ["integer", "null"]},
        },
    }
    paths = with_parameter(body={"application/json": {"schema": schema}})
    with Judge({**paths, "openapi": "3.1.0"}) as judge:
        httpx2.post(f"{judge.url}/x", json={"n": None})
        judge.check()
        httpx2.post(f"{judge.url}/x", json={"id": "x"})
        assert "read-only" in problems(judge)


def test_arguments_are_valid_and_named_as_on_the_wire(items: Judge) -> None:
    assert items.arguments("getItem").parameters == {"id": "id_example"}

    made = items.arguments("createItem")
    assert made.media_type == "application/json"
    assert made.body["secret"] == "secret_example"
    assert made.body["size"] == 3
    assert "id" not in made.body
    httpx2.post(f"{items.url}/items", json=made.body)
    items.check()


def test_optional_arguments_can_be_left_out() -> None:
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 5}}
    other = {"name": "id", "in": "header", "schema": {"type": "integer"}}
    node = {"operationId": "x", "parameters": [ID, limit, other], "responses": PLAIN}
    whole = load(document({"/x/{id}": {"get": node}}))

    made = arguments(whole.operation("x"), whole)
    assert made == Arguments({"id": "id_example", "limit": 5, "header.id": 1}, None, None)
    made = arguments(whole.operation("GET /x/{id}"), whole, optional=False)
    assert made.parameters == {"id": "id_example"}


def test_documents_are_read_from_yaml_and_json(tmp_path: Path) -> None:
    page = tmp_path / "a.yaml"
    page.write_text(
        "openapi: 3.0.3\n"
        "info: {title: t, version: '1'}\n"
        "paths:\n"
        "  /x:\n"
        "    get: {responses: {200: {description: OK, content: {application/json: {schema:\n"
        "      {type: string, enum: [on, 2024-01-01]}}}}}}\n"
    )
    with Judge(page) as judge:
        assert judge.url == judge.origin
        assert httpx2.get(f"{judge.url}/x").json() == "on"
        judge.check()


def test_a_fault_of_the_judge_is_seen() -> None:
    impossible = {"type": "string", "minLength": 5, "enum": ["a"]}
    content = {"application/json": {"schema": impossible}}
    responses = {"200": {"description": "OK", "content": content}}
    with Judge(document({"/x": {"get": {"responses": responses}}})) as judge:
        assert httpx2.get(f"{judge.url}/x").status_code == 500
        assert "no valid value found" in problems(judge)


# --- The server


def raw(judge: Judge, text: str) -> bytes:
    """Send bytes as they are and read all that comes back."""
    port = int(judge.origin.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(text.encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_connections_are_kept_alive(items: Judge) -> None:
    with httpx2.Client(base_url=items.url) as client:
        extensions = [client.get("/items/abc").extensions["network_stream"] for _ in range(3)]
        assert len({id(stream) for stream in extensions}) == 1
    items.check()


def test_async_clients_and_many_threads_are_served(items: Judge) -> None:
    async def main() -> list[int]:
        async with httpx2.AsyncClient(base_url=items.url) as client:
            calls = [client.get(f"/items/abc{n}") for n in range(50)]
            return [response.status_code for response in await asyncio.gather(*calls)]

    assert set(asyncio.run(main())) == {200}
    assert len(set(items.sent)) == 50
    items.check()


def test_it_stops_quickly_with_open_connections() -> None:
    took = []
    for _ in range(3):
        with httpx2.Client() as client:
            with Judge(ITEMS) as judge:
                client.get(f"{judge.url}/items/abc")
                started = time.perf_counter()
            took.append(time.perf_counter() - started)
            with pytest.raises(httpx2.TransportError):
                client.get(f"{judge.url}/items/abc")
    assert min(took) < 0.05


def test_nothing_is_logged(items: Judge, capfd: pytest.CaptureFixture[str]) -> None:
    httpx2.get(f"{items.url}/items/abc")
    raw(items, "nonsense\r\n\r\n")
    items.drop()
    with pytest.raises(httpx2.RemoteProtocolError):
        httpx2.get(f"{items.url}/items/abc")

    assert capfd.readouterr() == ("", "")


def test_a_judged_request_is_cheap(items: Judge) -> None:
    with httpx2.Client(base_url=items.url) as client:
        client.get("/items/abc")
        started = time.process_time()
        for _ in range(50):
            client.get("/items/abc")
        assert (time.process_time() - started) / 50 < 0.005
