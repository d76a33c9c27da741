"""Request bodies on the wire."""

from __future__ import annotations

import email.parser
import email.policy
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import pytest

from .conftest import Modules, Received, Server

Send = Callable[..., Received]


def post(send: Send, body: Any, **options: Any) -> Received:
    return send(body, method="POST", **options)


def json_of(got: Received) -> Any:
    assert got.header("Content-Type") == "application/json"
    return json.loads(got.body)


def test_a_model_is_sent_by_wire_names_without_what_was_never_set(sdk: Modules, send: Send) -> None:
    task = sdk.models.Task(correlation_ids=["a"], version={"version": "1"}, name=None, extra=1)

    assert json_of(post(send, sdk.call.Json(task, sdk.models.Task))) == {
        "correlationIds": ["a"],
        "latestVersion": {"version": "1"},
        "name": None,
        "extra": 1,
    }


def test_a_dict_is_sent_as_given_with_models_in_it(sdk: Modules, send: Send) -> None:
    body = {
        "name": None,
        "any": [sdk.models.Task(correlation_ids=[]), sdk.models.TaskStatus.DONE],
        "when": datetime(2020, 1, 2, tzinfo=UTC),
        "id": UUID(int=1),
        "amount": Decimal("1.50"),
        "text": "ä\u2028</script>",
    }

    assert json_of(post(send, sdk.call.Json(body, sdk.models.Task))) == {
        "name": None,
        "any": [{"correlationIds": []}, "done"],
        "when": "2020-01-02T00:00:00Z",
        "id": "00000000-0000-0000-0000-000000000001",
        "amount": "1.50",
        "text": "ä\u2028</script>",
    }


@pytest.mark.parametrize("value", [[], {}, "", 0, False])
def test_empty_json_values_are_sent(sdk: Modules, send: Send, value: Any) -> None:
    assert json_of(post(send, sdk.call.Json(value, Any))) == value


def test_lists_and_root_models(sdk: Modules, send: Send) -> None:
    root = sdk.models.TaskSpecification(sdk.models.TaskVersion(version="1"))

    assert json_of(post(send, sdk.call.Json([root], list[Any]))) == [{"version": "1"}]


def test_no_body_has_no_content_type(sdk: Modules, send: Send) -> None:
    got = post(send, sdk.call.Json(None, sdk.models.Task))

    assert got.body == b""
    assert got.header("Content-Type") is None
    assert got.header("Content-Length") == "0"


def test_a_required_body_is_required(sdk: Modules, send: Send) -> None:
    for argument in (
        sdk.call.Json(None, Any, required=True),
        sdk.call.Content(None, "text/plain", required=True),
        sdk.call.Multipart(None, Any, required=True),
    ):
        with pytest.raises(sdk.exceptions.ApiValueError, match="`body`"):
            post(send, argument)


def test_other_json_media_types(sdk: Modules, send: Send) -> None:
    got = post(send, sdk.call.Json({}, Any, media_type="application/json-patch+json"))

    assert got.header("Content-Type") == "application/json-patch+json"


def test_forms(sdk: Modules, send: Send) -> None:
    value = {
        "id": "a b+c&d=e",
        "tags": ["x", "y z"],
        "address": {"zip": "1+2", "city": "Ä"},
        "flag": True,
        "none": None,
        "empty": "",
    }
    got = post(send, sdk.call.Form(value, dict[str, Any]))

    assert got.header("Content-Type") == "application/x-www-form-urlencoded"
    assert got.body.startswith(b"id=a+b%2Bc%26d%3De&tags=x&tags=y+z&address=%7B")
    assert parse_qsl(got.body.decode(), keep_blank_values=True) == [
        ("id", "a b+c&d=e"),
        ("tags", "x"),
        ("tags", "y z"),
        ("address", '{"zip":"1+2","city":"\\u00c4"}'),
        ("flag", "true"),
        ("empty", ""),
    ]


def test_forms_by_the_encoding_object(sdk: Modules, send: Send) -> None:
    encoding = {
        "csv": sdk.call.Encoding(style="form", explode=False),
        "pipes": sdk.call.Encoding(style="pipeDelimited", explode=False),
        "deep": sdk.call.Encoding(style="deepObject", explode=True),
        "flat": sdk.call.Encoding(explode=True),
        "json": sdk.call.Encoding("application/json"),
        "open": sdk.call.Encoding(style="form", allow_reserved=True),
    }
    value = {
        "csv": ["a", "b,c"],
        "pipes": [1, 2],
        "deep": {"a": 1},
        "flat": {"k": "v"},
        "json": "text",
        "open": "a/b",
    }
    got = post(send, sdk.call.Form(value, Any, encoding=encoding))

    assert got.body.decode() == (
        "csv=a,b%2Cc&pipes=1%7C2&deep%5Ba%5D=1&k=v&json=%22text%22&open=a/b"
    )


def test_a_model_as_form(sdk: Modules, send: Send) -> None:
    task = sdk.models.Task(name="n", correlation_ids=["a", "b"])

    assert post(send, sdk.call.Form(task, sdk.models.Task)).body == (
        b"name=n&correlationIds=a&correlationIds=b"
    )


def parts(got: Received) -> list[tuple[str | None, str | None, str | None, bytes]]:
    """Name, file name, content type and content of each part, read by the standard library."""
    content_type = got.header("Content-Type")
    assert content_type is not None
    assert content_type.startswith("multipart/")
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + got.body
    )
    found: list[tuple[str | None, str | None, str | None, bytes]] = []
    for part in message.iter_parts():
        disposition = part["Content-Disposition"].params
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append(
            (disposition.get("name"), disposition.get("filename"), part["Content-Type"], content)
        )
    return found


def test_multipart(sdk: Modules, send: Send, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"from disk")
    binary = "application/octet-stream"
    with path.open("rb") as opened:
        got = post(
            send,
            sdk.call.Multipart(
                {
                    "id": UUID(int=1),
                    "raw": b"\x00\r\n--x",
                    "opened": opened,
                    "path": path,
                    "memory": io.BytesIO(b"memory"),
                    "named": ("a.png", b"png", "image/png"),
                    "pair": ("b.txt", "text"),
                    "files": [b"1", ("two", b"2")],
                    "children": ["x", "y"],
                    "address": {"city": "Ä"},
                    "addresses": [{"a": 1}, {"b": 2}],
                    "none": None,
                },
                dict[str, Any],
            ),
        )

    assert parts(got) == [
        ("id", None, None, b"00000000-0000-0000-0000-000000000001"),
        ("raw", "raw", binary, b"\x00\r\n--x"),
        ("opened", "notes.txt", binary, b"from disk"),
        ("path", "notes.txt", binary, b"from disk"),
        ("memory", "memory", binary, b"memory"),
        ("named", "a.png", "image/png", b"png"),
        ("pair", "b.txt", binary, b"text"),
        ("files", "files", binary, b"1"),
        ("files", "two", binary, b"2"),
        ("children", None, None, b"x"),
        ("children", None, None, b"y"),
        ("address", None, "application/json", b'{"city":"\\u00c4"}'),
        ("addresses", None, "application/json", b'{"a":1}'),
        ("addresses", None, "application/json", b'{"b":2}'),
    ]


def test_multipart_by_the_encoding_object(sdk: Modules, send: Send) -> None:
    encoding = {
        "image": sdk.call.Encoding("image/png, image/jpeg"),
        "any": sdk.call.Encoding("image/*"),
        "list": sdk.call.Encoding("application/json"),
        "text": sdk.call.Encoding("text/csv"),
        "deep": sdk.call.Encoding(style="deepObject", explode=True),
    }
    value = {"image": b"1", "any": b"2", "list": [1, 2], "text": "a,b", "deep": {"é": [1]}}
    got = post(send, sdk.call.Multipart(value, Any, encoding=encoding))

    assert parts(got) == [
        ("image", "image", "image/png", b"1"),
        ("any", "any", "application/octet-stream", b"2"),
        ("list", None, "application/json", b"1"),
        ("list", None, "application/json", b"2"),
        ("text", None, "text/csv", b"a,b"),
        ("deep[é][]", None, None, b"1"),
    ]


def test_names_of_parts_cannot_start_a_header(sdk: Modules, send: Send) -> None:
    got = post(send, sdk.call.Multipart({'a"\r\nX: y': ('f"\n.txt', b"")}, Any))

    assert b'name="a%22%0D%0AX: y"; filename="f%22%0A.txt"\r\n' in got.body


def test_a_model_as_multipart(sdk: Modules, send: Send) -> None:
    task = sdk.models.Task(name="n", version={"version": "1"})

    assert parts(post(send, sdk.call.Multipart(task, sdk.models.Task))) == [
        ("name", None, None, b"n"),
        ("latestVersion", None, "application/json", b'{"version":"1"}'),
    ]


@pytest.mark.parametrize(
    ("value", "media_type", "content_type", "content"),
    [
        (b"\x00\xff", "application/octet-stream", "application/octet-stream", b"\x00\xff"),
        (bytearray(b"ab"), "image/png", "image/png", b"ab"),
        (memoryview(b"ab"), "*/*", "application/octet-stream", b"ab"),
        ("é", "text/plain", "text/plain; charset=utf-8", "é".encode()),
        ("e", "text/plain", "text/plain", b"e"),
        ("é", "text/plain; charset=latin-1", "text/plain; charset=latin-1", b"\xe9"),
        ("é", "*/*", "text/plain; charset=utf-8", "é".encode()),
        ("<a/>", "application/xml", "application/xml", b"<a/>"),
        (lambda: io.BytesIO(b"file"), "image/*", "application/octet-stream", b"file"),
        (lambda: io.StringIO("é"), "text/csv", "text/csv", "é".encode()),
        (lambda: iter([b"a", "b"]), "text/csv", "text/csv", b"ab"),
        (b"", "text/csv", "text/csv", b""),
    ],
)
def test_content_is_sent_as_it_is(
    sdk: Modules, send: Send, value: Any, media_type: str, content_type: str, content: bytes
) -> None:
    # What can be read once is made here, because there is a run for each library.
    got = post(send, sdk.call.Content(value() if callable(value) else value, media_type))

    assert got.header("Content-Type") == content_type
    assert got.body == content


def test_a_text_is_a_form_that_is_encoded(sdk: Modules, send: Send) -> None:
    got = post(send, sdk.call.Form("a=b+c&d=%C3%A9", str))

    assert got.header("Content-Type") == "application/x-www-form-urlencoded"
    assert got.body == b"a=b+c&d=%C3%A9"


def test_what_is_no_content_is_refused(sdk: Modules, send: Send) -> None:
    with pytest.raises(sdk.exceptions.ApiTypeError, match="cannot send int"):
        post(send, sdk.call.Content(3, "text/plain"))
    with pytest.raises(sdk.exceptions.ApiTypeError, match="made of an object, not of list"):
        post(send, sdk.call.Form([1], Any))


def test_a_body_of_another_type_is_refused(sdk: Modules, send: Send) -> None:
    with pytest.raises(sdk.exceptions.ApiTypeError, match="body"):
        post(send, sdk.call.Json("text", sdk.models.Task))
    with pytest.raises(sdk.exceptions.ApiTypeError, match="body"):
        post(send, sdk.call.Json(sdk.models.ErrorResponse(code="x"), sdk.models.Task))


def test_a_dict_with_open_files_passes_every_style(sdk: Modules, server: Server) -> None:
    client = sdk.api_client.NextgenApiClient(sdk.configuration.Configuration(host=server.url))
    body = {"name": io.BytesIO(b"x")}
    client.call("POST", "/", sdk.call.Multipart(body, sdk.models.Task), returns=None)

    assert b'filename="name"' in server.last.body


@pytest.mark.parametrize(
    ("encoding", "name", "expected"),
    [
        ("image/png, image/jpeg", "a.jpg", "image/jpeg"),
        ("image/png, image/jpeg", "a.png", "image/png"),
        ("image/png, image/jpeg", "a", "image/png"),
        ("image/*", "a.gif", "image/gif"),
        ("image/*", "a.txt", "application/octet-stream"),
        ("*/*", "a.txt", "text/plain"),
        ("image/png", "a.jpg", "image/png"),
        ("", "a.jpg", "application/octet-stream"),
    ],
)
def test_a_file_has_the_media_type_of_its_name_where_several_are_allowed(
    sdk: Modules, send: Send, encoding: str, name: str, expected: str
) -> None:
    how = {"f": sdk.bodies.Encoding(content_type=encoding or None)}

    got = send(sdk.call.Multipart({"f": (name, b"x")}, Any, encoding=how), method="POST")

    assert f"Content-Type: {expected}\r\n".encode() in got.body
