"""Parameters on the wire: the tables of the OpenAPI specification, and RFC 3986."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from .conftest import Modules, Received

Send = Callable[..., Received]

STRING = "blue"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}

# OpenAPI 3.0.4, "Style Examples" (3.0.3 has the same but for label without explode, where it is
# not what RFC 6570 says, and for the percent-encoding of delimiters).
PATHS = [
    ("matrix", False, "", ";color"),
    ("matrix", False, STRING, ";color=blue"),
    ("matrix", False, ARRAY, ";color=blue,black,brown"),
    ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix", True, "", ";color"),
    ("matrix", True, STRING, ";color=blue"),
    ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
    ("label", False, STRING, ".blue"),
    ("label", False, ARRAY, ".blue,black,brown"),
    ("label", False, OBJECT, ".R,100,G,200,B,150"),
    ("label", True, STRING, ".blue"),
    ("label", True, ARRAY, ".blue.black.brown"),
    ("label", True, OBJECT, ".R=100.G=200.B=150"),
    ("simple", False, "", ""),
    ("simple", False, STRING, "blue"),
    ("simple", False, ARRAY, "blue,black,brown"),
    ("simple", False, OBJECT, "R,100,G,200,B,150"),
    ("simple", True, STRING, "blue"),
    ("simple", True, ARRAY, "blue,black,brown"),
    ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ("matrix", True, ["", "a"], ";color;color=a"),
    ("label", True, ["a b"], ".a%20b"),
    ("simple", False, ["a,b", "c"], "a%2Cb,c"),
]

QUERIES = [
    ("form", False, "", "color="),
    ("form", False, STRING, "color=blue"),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, "", "color="),
    ("form", True, STRING, "color=blue"),
    ("form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("form", True, OBJECT, "R=100&G=200&B=150"),
    ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    # What the tables leave open.
    ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("pipeDelimited", False, STRING, "color=blue"),
    ("deepObject", True, STRING, "color=blue"),
    ("deepObject", True, {"a": {"b": 1}, "c": [2]}, "color%5Ba%5D%5Bb%5D=1&color%5Bc%5D%5B%5D=2"),
    ("deepObject", True, ARRAY, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
    ("deepObject", True, ["a", None], "color%5B%5D=a"),
    ("deepObject", True, [{"a": [1]}, {"a": 3}], "color%5B0%5D%5Ba%5D%5B%5D=1&color%5B1%5D%5Ba%5D=3"),
    ("deepObject", True, [], ""),
    ("form", True, [], ""),
    ("form", False, [], ""),
    ("form", True, {}, ""),
    ("form", True, ["a", None], "color=a"),
    ("form", False, ["a", None], "color=a"),
    ("form", True, {"a": 1, "b": None}, "a=1"),
    ("form", True, {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
    ("form", False, ["a,b", "c&d"], "color=a%2Cb,c%26d"),
    ("form", True, None, ""),
]  # fmt: skip

HEADERS = [
    (False, STRING, "blue"),
    (False, ARRAY, "blue,black,brown"),
    (False, OBJECT, "R,100,G,200,B,150"),
    (True, STRING, "blue"),
    (True, ARRAY, "blue,black,brown"),
    (True, OBJECT, "R=100,G=200,B=150"),
]

COOKIES = [
    ("form", False, STRING, "color=blue"),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, STRING, "color=blue"),
    ("form", True, ARRAY, "color=blue; color=black; color=brown"),
    ("form", True, OBJECT, "R=100; G=200; B=150"),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), PATHS)
def test_path_styles(
    sdk: Modules, send: Send, style: str, explode: bool, value: Any, expected: str
) -> None:
    argument = sdk.call.Path("color", value, Any, style=style, explode=explode)

    assert send(argument, path="/x/{color}/y").target == f"/x/{expected}/y"


@pytest.mark.parametrize(("style", "explode", "value", "expected"), QUERIES)
def test_query_styles(
    sdk: Modules, send: Send, style: str, explode: bool, value: Any, expected: str
) -> None:
    argument = sdk.call.Query("color", value, Any, style=style, explode=explode)

    assert send(argument).query == expected


@pytest.mark.parametrize(("explode", "value", "expected"), HEADERS)
def test_header_styles(sdk: Modules, send: Send, explode: bool, value: Any, expected: str) -> None:
    argument = sdk.call.Header("X-Color", value, Any, explode=explode)

    assert send(argument).header("X-Color") == expected


@pytest.mark.parametrize(("style", "explode", "value", "expected"), COOKIES)
def test_cookie_styles(
    sdk: Modules, send: Send, style: str, explode: bool, value: Any, expected: str
) -> None:
    argument = sdk.call.Cookie("color", value, Any, style=style, explode=explode)

    assert send(argument).header("Cookie") == expected


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a/b", "a%2Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("...", "..."),
        ("../../etc", "..%2F..%2Fetc"),
        ("a b+c", "a%20b%2Bc"),
        ("ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80"),
        ("-._~", "-._~"),
        ("{other}", "%7Bother%7D"),
        ("a\\b", "a%5Cb"),
        ("a;b=c,d:e@f!$&'()*", "a%3Bb%3Dc%2Cd%3Ae%40f%21%24%26%27%28%29%2A"),
    ],
)
def test_a_path_value_stays_one_segment(sdk: Modules, send: Send, value: str, segment: str) -> None:
    got = send(
        sdk.call.Path("id", value, str), sdk.call.Path("other", "z", str), path="/v1/{id}/{other}"
    )

    assert got.target == f"/v1/{segment}/z"


def test_dots_of_two_parameters_make_no_segment_that_means_something(
    sdk: Modules, send: Send
) -> None:
    got = send(sdk.call.Path("a", ".", str), sdk.call.Path("b", ".", str), path="/v1/{a}{b}")

    assert got.target == "/v1/%2E%2E"


def test_reserved_characters_in_a_path_only_as_far_as_they_are_harmless(
    sdk: Modules, send: Send
) -> None:
    argument = sdk.call.Path("p", "a:b;c=d/e?f#g", str, allow_reserved=True)

    assert send(argument, path="/{p}").target == "/a:b;c=d%2Fe%3Ff%23g"


def test_a_caller_can_open_the_path_for_slashes(sdk: Modules, client: Any, server: Any) -> None:
    client.configuration.safe_chars_for_path_param = "/?%"
    client.call("GET", "/{p}", sdk.call.Path("p", "a/b?c%d", str), returns=None)

    assert server.last.target == "/a/b%3Fc%25d"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a b", "a%20b"),
        ("a+b&c=d", "a%2Bb%26c%3Dd"),
        ("/?:@#[]", "%2F%3F%3A%40%23%5B%5D"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (3.5, "3.5"),
        (1e-07, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (Decimal("1E+3"), "1000"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC), "2020-01-02T03%3A04%3A05%2B00%3A00"),
        (
            datetime(2013, 10, 20, 19, 20, 30, 5, timezone(timedelta(hours=1))),
            "2013-10-20T19%3A20%3A30.000005%2B01%3A00",
        ),
        (timedelta(days=1, hours=2), "P1DT2H"),
    ],
)
def test_query_values(sdk: Modules, send: Send, value: Any, expected: str) -> None:
    assert send(sdk.call.Query("q", value, type(value))).query == f"q={expected}"


def test_enums_models_and_root_models_are_their_wire_values(sdk: Modules, send: Send) -> None:
    status = sdk.models.TaskStatus
    task = sdk.models.Task(name="n", correlation_ids=["a", "b"])
    specification = sdk.models.TaskSpecification({"k": "v"})

    assert send(sdk.call.Query("s", status.DONE, status)).query == "s=done"
    assert send(sdk.call.Query("s", status("new"), status)).query == "s=new"
    assert send(sdk.call.Query("s", "done", status)).query == "s=done"
    assert (
        send(sdk.call.Query("f", task, Any, style="deepObject")).query
        == "f%5Bname%5D=n&f%5BcorrelationIds%5D%5B%5D=a&f%5BcorrelationIds%5D%5B%5D=b"
    )
    assert send(sdk.call.Query("f", specification, Any)).query == "k=v"
    assert send(sdk.call.Query("f", [task], Any)).query.startswith("f=%7B%22name%22%3A%22n%22")


def test_allow_reserved_leaves_what_does_not_change_the_address(sdk: Modules, send: Send) -> None:
    value = ":/?[]@!$'()*,;= %2F%zz #&+"
    got = send(sdk.call.Query("q", value, str, allow_reserved=True))

    assert got.query == "q=:/?%5B%5D@!$'()*,;=%20%2F%25zz%20%23%26%2B"


def test_allow_empty_value(sdk: Modules, send: Send) -> None:
    query = sdk.call.Query

    assert send(query("a", "", int, allow_empty_value=True)).query == "a="
    assert send(query("a", [], list[str], allow_empty_value=True)).query == "a="
    assert send(query("a", None, str, allow_empty_value=True)).query == ""
    # Styles that have no empty value ignore it (OpenAPI 3.2, Parameter Object).
    deep = query("a", {}, dict[str, str], style="deepObject", allow_empty_value=True)
    assert send(deep).query == ""


def test_content_typed_parameters_are_json_text(sdk: Modules, send: Send) -> None:
    value = {"lat": 1.5, "name": "ä b"}
    text = '{"lat":1.5,"name":"\\u00e4 b"}'
    quoted = "%7B%22lat%22%3A1.5%2C%22name%22%3A%22%5Cu00e4%20b%22%7D"

    def argument(kind: Any, name: str) -> Any:
        return kind(name, value, Any, media_type="application/json")

    assert send(argument(sdk.call.Query, "q")).query == f"q={quoted}"
    assert send(argument(sdk.call.Path, "p"), path="/{p}").target == f"/{quoted}"
    assert send(argument(sdk.call.Header, "X-Q")).header("X-Q") == text
    assert send(argument(sdk.call.Cookie, "q")).header("Cookie") == f"q={quoted}"
    assert (
        send(sdk.call.Query("q", "a b", str, media_type="application/json")).query
        == "q=%22a%20b%22"
    )
    assert send(sdk.call.Query("q", "a b", str, media_type="text/plain")).query == "q=a%20b"


def test_several_parameters_keep_their_order(sdk: Modules, send: Send) -> None:
    query = sdk.call.Query

    assert (
        send(query("b", 1, int), query("a", None, str), query("a.b[]", "x", str)).query
        == "b=1&a.b%5B%5D=x"
    )


def test_cookies_of_all_sources_share_one_header(sdk: Modules, client: Any, server: Any) -> None:
    client.cookie = "own=1"
    client.configuration.api_key["CookieKey"] = "s3"
    client.call(
        "GET", "/", sdk.call.Cookie("c", "a b;", str), returns=None, security=(("CookieKey",),)
    )

    assert server.last.header("Cookie") == "own=1; c=a%20b%3B; session=s3"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_a_header_value_cannot_start_another_header(sdk: Modules, send: Send, value: str) -> None:
    with pytest.raises(sdk.exceptions.ApiValueError, match="line break"):
        send(sdk.call.Header("X-Trace", value, str))


def test_headers_hold_any_text(sdk: Modules, send: Send) -> None:
    assert send(sdk.call.Header("X-T", "é", str)).header("X-T") == "é"
    received = send(sdk.call.Header("X-T", "€", str)).header("X-T")
    assert received is not None
    assert received.encode("latin-1").decode() == "€"


def test_a_path_parameter_is_required(sdk: Modules, send: Send) -> None:
    with pytest.raises(sdk.exceptions.ApiValueError, match="`taskId`"):
        send(sdk.call.Path("taskId", None, str), path="/{taskId}")


def test_a_required_query_parameter_is_required(sdk: Modules, send: Send) -> None:
    with pytest.raises(sdk.exceptions.ApiValueError, match="`q`"):
        send(sdk.call.Query("q", None, str, required=True))
