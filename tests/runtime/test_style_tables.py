"""The tables of the OpenAPI specification and the examples of RFC 6570, each as a test.

OpenAPI 3.2.1, "Style Examples" (3.0.4 and 3.1.1 differ in the column `undefined` of path styles,
which 3.2.1 put right by RFC 6570), "Parameter Object Examples"; RFC 6570, sections 3.2.2 to 3.2.9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Modules, Received

Send = Callable[..., Received]

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}

# in, style, explode, then what is sent for a string, an array, and an object; None is "n/a"
STYLES = [
    ("path", "matrix", False, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
    ("path", "matrix", True, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
    ("path", "label", False, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    ("path", "label", True, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    ("path", "simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("path", "simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("header", "simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("header", "simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("query", "form", False, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    ("query", "form", True, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
    ("query", "spaceDelimited", False, None, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
    ("query", "pipeDelimited", False, None, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("query", "deepObject", False, None, None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("query", "deepObject", True, None, None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("cookie", "cookie", False, "color=blue", None, None),
    ("cookie", "cookie", True, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ("cookie", "form", True, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "style", "explode", "string", "array", "object_"), STYLES)
def test_style_examples(
    sdk: Modules,
    send: Send,
    place: str,
    style: str,
    explode: bool,
    string: str | None,
    array: str | None,
    object_: str | None,
) -> None:
    for value, expected in (("blue", string), (ARRAY, array), (OBJECT, object_)):
        if expected is not None:
            assert sent(sdk, send, place, value, style=style, explode=explode) == expected


def sent(sdk: Modules, send: Send, place: str, value: Any, **style: Any) -> str | None:
    kind = getattr(sdk.call, place.title())
    argument = kind("color", value, Any, **style)
    if place == "path":
        return send(argument, path="/{color}/x").target.removeprefix("/").removesuffix("/x")
    got = send(argument)
    return got.query if place == "query" else got.header("color" if place == "header" else "Cookie")


@pytest.mark.parametrize("value", [[], {}])
def test_an_empty_array_or_object_is_undefined(sdk: Modules, send: Send, value: Any) -> None:
    for style in ("matrix", "label", "simple"):
        for explode in (False, True):
            assert sent(sdk, send, "path", value, style=style, explode=explode) == ""
    assert sent(sdk, send, "query", value) == ""
    assert sent(sdk, send, "query", value, allow_empty_value=True) == "color="
    assert sent(sdk, send, "cookie", value) is None


# OpenAPI 3.2.1, "Style Examples": the column `undefined`, and texts that are empty
EMPTY = [
    ("path", "matrix", "", ";color"),
    ("path", "label", "", "%2E"),  # a segment of its own: "." would mean "here"
    ("path", "simple", "", ""),
    ("header", "simple", "", ""),
    ("query", "form", "color=", "color="),
    ("query", "spaceDelimited", "color=", "color="),
    ("query", "pipeDelimited", "color=", "color="),
    ("query", "deepObject", "color=", "color="),
    ("cookie", "cookie", "color=", "color="),
    ("cookie", "form", "color=", "color="),
]


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize(("place", "style", "undefined", "empty"), EMPTY)
def test_what_is_empty(
    sdk: Modules,
    send: Send,
    place: str,
    style: str,
    undefined: str,
    empty: str,
    explode: bool,
) -> None:
    how = {"style": style, "explode": explode}
    assert sent(sdk, send, place, "", **how) == empty
    for value in ([], {}):
        assert sent(sdk, send, place, value, **how, required=True) == undefined
    if place == "path":
        return
    assert sent(sdk, send, place, None, **how, required=True, nullable=True) == undefined
    for value in (None, [], {}):
        left_out = "" if place == "query" or (place == "header" and value is not None) else None
        assert sent(sdk, send, place, value, **how) == left_out
    with pytest.raises(sdk.exceptions.ApiValueError, match="it is required"):
        sent(sdk, send, place, None, **how, required=True)


def test_null_of_a_media_type(sdk: Modules, send: Send) -> None:
    def query(kind: Any, media_type: str) -> str:
        argument = kind("q", None, Any, media_type=media_type, required=True, nullable=True)
        return send(argument).query

    assert query(sdk.call.Query, "application/json") == "q=null"
    assert query(sdk.call.Query, "text/plain") == "q="
    assert query(sdk.call.QueryString, "application/json") == "null"
    assert query(sdk.call.QueryString, "application/x-www-form-urlencoded") == ""


# RFC 6570, section 3.2, with its variables; `{+x}` and `{#x}` have no counterpart in OpenAPI.
VALUES: dict[str, Any] = {
    "count": ["one", "two", "three"],
    "dom": ["example", "com"],
    "dub": "me/too",
    "hello": "Hello World!",
    "half": "50%",
    "var": "value",
    "who": "fred",
    "base": "http://example.com/home/",
    "path": "/foo/bar",
    "list": ["red", "green", "blue"],
    "keys": {"semi": ";", "dot": ".", "comma": ","},
    "v": 6,
    "x": 1024,
    "y": 768,
    "empty": "",
    "empty_keys": {},
}

RFC_6570 = [
    ("path", "simple", False, "count", "one,two,three"),
    ("path", "simple", True, "count", "one,two,three"),
    ("path", "simple", False, "hello", "Hello%20World%21"),
    ("path", "simple", False, "half", "50%25"),
    ("path", "simple", False, "empty", ""),
    ("path", "simple", False, "keys", "semi,%3B,dot,.,comma,%2C"),
    ("path", "simple", True, "keys", "semi=%3B,dot=.,comma=%2C"),
    ("path", "label", False, "who", ".fred"),
    ("path", "label", False, "half", ".50%25"),
    ("path", "label", True, "dom", ".example.com"),
    ("path", "label", False, "empty", "."),
    ("path", "label", False, "list", ".red,green,blue"),
    ("path", "label", True, "list", ".red.green.blue"),
    ("path", "label", False, "keys", ".semi,%3B,dot,.,comma,%2C"),
    ("path", "label", True, "keys", ".semi=%3B.dot=..comma=%2C"),
    ("path", "label", True, "empty_keys", ""),
    ("path", "matrix", False, "who", ";who=fred"),
    ("path", "matrix", False, "half", ";half=50%25"),
    ("path", "matrix", False, "empty", ";empty"),
    ("path", "matrix", False, "hello", ";hello=Hello%20World%21"),
    ("path", "matrix", False, "list", ";list=red,green,blue"),
    ("path", "matrix", True, "list", ";list=red;list=green;list=blue"),
    ("path", "matrix", False, "keys", ";keys=semi,%3B,dot,.,comma,%2C"),
    ("path", "matrix", True, "keys", ";semi=%3B;dot=.;comma=%2C"),
    ("query", "form", False, "who", "who=fred"),
    ("query", "form", False, "half", "half=50%25"),
    ("query", "form", False, "empty", "empty="),
    ("query", "form", False, "list", "list=red,green,blue"),
    ("query", "form", True, "list", "list=red&list=green&list=blue"),
    ("query", "form", False, "keys", "keys=semi,%3B,dot,.,comma,%2C"),
    ("query", "form", True, "keys", "semi=%3B&dot=.&comma=%2C"),
    ("query", "form", True, "empty_keys", ""),
]


@pytest.mark.parametrize(("place", "style", "explode", "name", "expected"), RFC_6570)
def test_rfc_6570(
    sdk: Modules, send: Send, place: str, style: str, explode: bool, name: str, expected: str
) -> None:
    kind = getattr(sdk.call, place.title())
    argument = kind(name, VALUES[name], Any, style=style, explode=explode)
    if place == "path":
        assert send(argument, path=f"/a{{{name}}}/z").target == f"/a{expected}/z"
    else:
        assert send(argument).query == expected


@pytest.mark.parametrize(
    ("value", "in_query", "in_path"),
    [
        ("Hello World!", "Hello%20World!", "Hello%20World!"),
        ("50%", "50%25", "50%25"),
        (
            "http://example.com/home/",
            "http://example.com/home/",
            "http:%2F%2Fexample.com%2Fhome%2F",
        ),
        ("%41%zz", "%41%25zz", "%41%25zz"),
        ("a&b+c", "a%26b%2Bc", "a&b+c"),
        ("a[b]?c#d", "a%5Bb%5D?c%23d", "a%5Bb%5D%3Fc%23d"),
    ],
)
def test_allow_reserved_is_reserved_expansion_as_far_as_the_place_permits(
    sdk: Modules, send: Send, value: str, in_query: str, in_path: str
) -> None:
    query = sdk.call.Query("q", value, str, allow_reserved=True)
    path = sdk.call.Path("p", value, str, allow_reserved=True)

    assert send(query).query == f"q={in_query}"
    assert send(path, path="/{p}").target == f"/{in_path}"


# Parameter Object Examples


def test_cookies_of_the_style_cookie_are_sent_as_they_are(sdk: Modules, send: Send) -> None:
    value = {"greeting": "Hello%2C%20world!", "code": 42}
    argument = sdk.call.Cookie("cookie", value, Any, style="cookie")

    assert send(argument).header("Cookie") == "greeting=Hello%2C%20world!; code=42"


def test_other_cookies_are_percent_encoded(sdk: Modules, send: Send) -> None:
    argument = sdk.call.Cookie("greeting", "Hello, world!", str)

    assert send(argument).header("Cookie") == "greeting=Hello%2C%20world%21"


@pytest.mark.parametrize("value", ["a; admin=1", "a\r\nb", "a\0"])
def test_no_cookie_adds_another(sdk: Modules, send: Send, value: str) -> None:
    with pytest.raises(sdk.exceptions.ApiValueError, match="cookie"):
        send(sdk.call.Cookie("c", value, str, style="cookie"))


def test_a_form_as_the_whole_query(sdk: Modules, send: Send) -> None:
    value = {"foo": "a + b", "bar": True}
    form = "application/x-www-form-urlencoded"

    got = send(sdk.call.QueryString("metadata", value, Any, media_type=form))

    assert got.query == "foo=a+%2B+b&bar=true"


def test_json_as_the_whole_query(sdk: Modules, send: Send) -> None:
    value = {"numbers": [1, 2], "flag": None}

    got = send(sdk.call.QueryString("json", value, Any, media_type="application/json"))

    assert got.query == "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"


def test_text_as_the_whole_query(sdk: Modules, send: Send) -> None:
    value = "$.a.b[1:1]"

    got = send(sdk.call.QueryString("selector", value, str, media_type="application/jsonpath"))

    assert got.query == "%24.a.b%5B1%3A1%5D"


def test_the_whole_query_can_be_left_out(sdk: Modules, send: Send) -> None:
    argument = sdk.call.QueryString("json", None, Any, media_type="application/json")

    assert send(argument).target == "/"


def test_content_typed_values(sdk: Modules, send: Send) -> None:
    def query(value: Any, media_type: str) -> str:
        return send(sdk.call.Query("q", value, Any, media_type=media_type)).query

    coordinates = {"lat": 40.6, "long": -73.9}
    assert query(coordinates, "application/json") == "q=%7B%22lat%22%3A40.6%2C%22long%22%3A-73.9%7D"
    assert query({"a": "b c"}, "application/x-www-form-urlencoded") == "q=a%3Db%2Bc"
    assert query(True, "text/plain") == "q=true"
    assert query("<a/>", "application/xml") == "q=%3Ca%2F%3E"
