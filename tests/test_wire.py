"""What generated packages send and read, by documents of `wire/`, against a server that keeps what it gets."""

from __future__ import annotations

import email.parser
import email.policy
import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from own import Package, installed, tree_of
from runtime.conftest import Received, Server

HERE = Path(__file__).parent / "wire"


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "media_types.yaml", "media")
    with installed(tree, "media", tmp_path_factory.mktemp("media")) as found:
        yield found


def parts(got: Received) -> list[EmailMessage]:
    content_type = got.header("Content-Type") or ""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + got.body)
    return [cast("EmailMessage", part) for part in message.iter_parts()]


# --- Media types


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (None, b'{"name":"Rex","tags":["a","b"]}'),
        ("application/json", b'{"name":"Rex","tags":["a","b"]}'),
        ("application/x-www-form-urlencoded", b"name=Rex&tags=a&tags=b"),
    ],
)
def test_a_caller_chooses_the_media_type(
    media: Package, server: Server, content_type: str | None, body: bytes
) -> None:
    server.will(200, '{"name": "Rex"}')
    chosen = {} if content_type is None else {"content_type": content_type}
    with media.client(server.url) as client:
        client.pets.create(name="Rex", tags=["a", "b"], **chosen)
        client.pets.create(body={"name": "Rex", "tags": ["a", "b"]}, **chosen)
        client.pets.create(body=media.root.models.Pet(name="Rex", tags=["a", "b"]), **chosen)

    assert [r.body for r in server.received] == [body] * 3
    assert server.last.header("Content-Type") == (content_type or "application/json")


def test_parts_have_the_headers_of_their_encoding(media: Package, server: Server) -> None:
    server.will(200, '{"name": "Rex"}')
    with media.client(server.url) as client:
        client.pets.create(name="a,b", content_type="multipart/form-data")

    (part,) = parts(server.last)
    assert (part["Content-Type"], part["X-K"], part.get_content()) == ("text/csv", "5", "a,b")


def test_text_beside_json(media: Package, server: Server) -> None:
    server.will(200, '{"name": "Rex"}')
    with media.client(server.url) as client:
        client.pets.create(body="name\nä", content_type="text/csv")

    assert server.last.body == "name\nä".encode()
    assert server.last.header("Content-Type") == "text/csv; charset=utf-8"


def test_a_media_type_that_the_operation_does_not_take_is_refused(
    media: Package, server: Server
) -> None:
    with (
        media.client(server.url) as client,
        pytest.raises(ValueError, match="content_type must be one of application/json, "),
    ):
        client.pets.create(name="Rex", content_type="application/xml")
    assert server.received == []


def test_json_lines(media: Package, server: Server) -> None:
    server.will(204)
    pets = [media.root.models.Pet(name="Rex"), {"name": "Tom"}]
    with media.client(server.url) as client:
        client.pets.add_lines(body=pets)
        client.pets.add_lines(body=iter(pets))

    assert [r.body for r in server.received] == [b'{"name":"Rex"}\n{"name":"Tom"}\n'] * 2
    assert server.last.header("Content-Type") == "application/jsonl"


def test_parts_by_position(media: Package, server: Server) -> None:
    server.will(200, "7", content_type="text/plain")
    with media.client(server.url) as client:
        result = client.pets.add_mixed(
            body=[{"name": "Rex"}, b"png", ("tom.png", b"more", None, {"X-K": "1"})]
        )

    assert result == 7
    assert (server.last.header("Content-Type") or "").startswith("multipart/mixed; boundary=")
    first, second, third = parts(server.last)
    assert (first["Content-Type"], first["Content-Disposition"]) == ("application/json", None)
    assert json.loads(cast("bytes", first.get_payload(decode=True))) == {"name": "Rex"}
    assert (second["Content-Type"], second.get_payload(decode=True)) == ("image/png", b"png")
    assert third["Content-Disposition"] == 'attachment; filename="tom.png"'
    assert third["X-K"] == "1"


def test_a_query_as_a_whole(media: Package, server: Server) -> None:
    server.will(200, '{"name": "Rex"}')
    with media.client(server.url) as client:
        client.pets.create(name="Rex", selector={"a": 1})

    assert server.last.query == "%7B%22a%22%3A1%7D"


def test_no_body_has_no_content_type(media: Package, server: Server) -> None:
    server.will(204)
    with media.client(server.url) as client:
        client.pets.add_lines()

    assert (server.last.body, server.last.header("Content-Type")) == (b"", None)
