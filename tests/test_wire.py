"""What generated packages send and read, by documents of `wire/`, against a server that keeps what it gets."""

from __future__ import annotations

import asyncio
import email.parser
import email.policy
import gzip
import json
import zlib
from collections.abc import Iterator
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
from own import Package, installed, tree_of
from runtime.conftest import Received, Server

HERE = Path(__file__).parent / "wire"


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "media_types.yaml", "media")
    with installed(tree, "media", tmp_path_factory.mktemp("media")) as found:
        yield found


@pytest.fixture(scope="module")
def xml(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with installed(
        tree_of(HERE / "xml.yaml", "pets_xml"), "pets_xml", tmp_path_factory.mktemp("xml")
    ) as found:
        yield found


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "families.yaml", "families")
    with installed(tree, "families", tmp_path_factory.mktemp("families")) as found:
        yield found


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "servers.yaml", "servers")
    with installed(tree, "servers", tmp_path_factory.mktemp("servers")) as found:
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


# --- XML

PET = (
    '<pet xmlns="urn:pets" id="7"><name>Rex &amp; Co</name><born>2020-01-02</born><kind><label>dog</label></kind>'
    "<photoUrls><photoUrl>a</photoUrl><photoUrl>b</photoUrl></photoUrls><tag>x</tag><tag>y</tag>"
    '<p:owner xmlns:p="urn:people">Ann</p:owner><parents><pet id="8"><name>Max</name></pet></parents></pet>'
)
FIELDS = {
    "id": 7,
    "name": "Rex & Co",
    "born": "2020-01-02",
    "category": {"label": "dog"},
    "photoUrls": ["a", "b"],
    "tags": ["x", "y"],
    "owner": "Ann",
    "parents": [{"id": 8, "name": "Max"}],
}


def test_models_are_sent_and_read_as_xml(xml: Package, server: Server) -> None:
    server.will(200, PET, content_type="application/xml")
    with xml.client(server.url) as client:
        found = client.pets.create(body=FIELDS)
        again = client.pets.create(body=found)
        fields = {"photo_urls" if n == "photoUrls" else n: v for n, v in FIELDS.items()}
        client.pets.create(**fields)

    assert {r.body.decode().partition("\n")[2] for r in server.received} == {PET}
    assert server.last.header("Content-Type") == "application/xml"
    assert server.last.header("Accept") == "application/xml, application/problem+xml"
    assert found == again == xml.root.models.Pet(**FIELDS)
    assert found.parents[0].id == 8


def test_xml_as_text_is_sent_as_it_is(xml: Package, server: Server) -> None:
    server.will(200, PET, content_type="application/xml")
    with xml.client(server.url) as client:
        client.pets.create(body="<pet/>")

    assert server.last.body == b"<pet/>"


def test_lists_have_an_element_around_them(xml: Package, server: Server) -> None:
    server.will(200, f"<pets>{PET}{PET}</pets>", content_type="text/xml; charset=utf-8")
    with xml.client(server.url) as client:
        pets = client.pets.list()
        client.pets.replace(pets, content_type="application/xml")

    assert [pet.name for pet in pets] == ["Rex & Co"] * 2
    assert server.last.body.decode().partition("\n")[2] == f"<pets>{PET}{PET}</pets>"


def test_errors_in_xml_are_typed(xml: Package, server: Server) -> None:
    answer = "<Problem><reason>no</reason></Problem>"
    server.will(422, answer, content_type="application/problem+xml")
    with (
        xml.client(server.url) as client,
        pytest.raises(xml.root.UnprocessableEntityError) as caught,
    ):
        client.pets.create(id=1, name="Rex")

    assert caught.value.body == xml.root.models.Problem(reason="no")


@pytest.mark.parametrize("answer", ["<pet>", "<pet><name>Rex</name></pet>", "no", "<!DOCTYPE a>"])
def test_an_answer_that_is_not_the_declared_xml(xml: Package, server: Server, answer: str) -> None:
    server.will(200, answer, content_type="application/xml")
    with (
        xml.client(server.url) as client,
        pytest.raises(xml.root.APIResponseValidationError),
    ):
        client.pets.create(id=1, name="Rex")


def test_xml_without_a_schema_is_text(xml: Package, server: Server) -> None:
    server.will(200, "<note/>", content_type="application/xml")
    with xml.client(server.url) as client:
        assert client.notes.add(body="<note/>") == "<note/>"


def test_only_packages_with_xml_depend_on_a_parser(xml: Package, media: Package) -> None:
    assert "defusedxml" in xml.tree["pyproject.toml"]
    assert "pets_xml/_runtime/xml.py" in xml.tree
    assert "defusedxml" not in media.tree["pyproject.toml"]
    assert "media/_runtime/xml.py" not in media.tree


# --- Discriminators


def test_a_base_is_read_as_its_child(families: Package, server: Server) -> None:
    models = families.root.models
    cat, dog = {"petType": "kitty", "lives": 9}, {"petType": "Dog", "barks": True}
    pet, fish = {"petType": "Pet", "name": "x"}, {"petType": "Fish", "fins": 2}
    server.will(200, json.dumps([cat, dog, pet, fish]))
    with families.client(server.url) as client:
        found = client.pets.list()
        server.will(200, json.dumps(cat))
        sent = client.pets.create(body=models.Cat(pet_type="kitty", lives=9))
        client.pets.create(body=dog)

    assert [type(each) for each in found] == [models.Cat, models.Dog, models.Pet, dict]
    assert found[0].lives == 9
    assert found[3] == fish
    assert isinstance(sent, models.Cat)
    assert [json.loads(r.body) for r in server.received[1:]] == [cat, dog]


def test_the_fields_of_a_base_are_arguments(families: Package, server: Server) -> None:
    server.will(200, '{"petType": "Dog", "barks": true}')
    with families.client(server.url) as client:
        dog = client.pets.create(pet_type="Dog", name="Rex")
        assert server.last.body == b'{"petType":"Dog","name":"Rex"}'
        client.pets.create(body=dog)
        assert server.last.body == b'{"petType":"Dog","barks":true}'


def test_a_family_of_any_size_is_read_as_its_children(families: Package, server: Server) -> None:
    models = families.root.models
    server.will(200, '[{"kind": "Beast24", "size24": 1}, {"kind": "Beast"}, {"kind": "new"}]')
    with families.client(server.url) as client:
        found = client.beasts.add(body={"kind": "Beast3", "size3": 1})

    assert server.last.body == b'{"kind":"Beast3","size3":1}'
    assert [type(each.root) for each in found] == [models.Beast24, models.Beast, dict]


def test_what_has_no_known_discriminator_is_what_the_document_says(
    families: Package, server: Server
) -> None:
    models = families.root.models
    server.will(200, '[{"form": "round"}, {"form": "new", "size": 1}, {"size": 2}]')
    with families.client(server.url) as client:
        found = client.things.list()

    kinds = [type(getattr(each, "root", each)) for each in found]
    assert kinds == [models.Circle, models.Square, models.Square]


def test_a_discriminator_decides_within_lists_and_dicts(families: Package, server: Server) -> None:
    models = families.root.models
    shapes = [{"form": "even", "size": 1}, {"form": "round", "size": 2}, {"form": "new", "size": 3}]
    zoo = {
        "id": "z",
        "star": {"petType": "Dog"},
        "pets": [{"petType": "kitty"}],
        "shapes": shapes,
        "byName": {"a": shapes[0], "b": shapes[1]},
    }
    server.will(200, json.dumps(zoo))
    with families.client(server.url) as client:
        found = client.zoo.get()

    assert [type(each) for each in found.shapes] == [models.Square, models.Circle, dict]
    assert [type(each) for each in found.by_name.values()] == [models.Square, models.Circle]
    assert (type(found.star), type(found.pets[0])) == (models.Dog, models.Cat)
    assert json.loads(found.to_json()) == zoo


def test_what_answers_always_have_is_required_in_models_of_answers(families: Package) -> None:
    assert families.root.models.Zoo.model_fields["id"].is_required()
    assert not families.root.models.Pet.model_fields["secret"].is_required()


# --- Servers, methods, compression


def test_a_caller_chooses_the_server(servers: Package, server: Server) -> None:
    server.will(204)
    host = server.url.removeprefix("http://")
    make = servers.root.Client
    for options, target in (
        ({}, "/v1/a"),
        ({"server": 0}, "/v1/a"),
        ({"server": "sandbox"}, "/sandbox/acme/a"),
        ({"server": 1, "tenant": "t 1"}, "/sandbox/t%201/a"),
        ({"base_url": f"{server.url}/other/"}, "/other/a"),
    ):
        with make(host=host, **options) as client:
            client.things.get_a()
        assert server.last.target == target
    assert make(server=2).base_url == "http://localhost/relative"
    with pytest.raises(ValueError, match="server must be a number below 3"):
        make(server=3)
    with pytest.raises(ValueError, match="scheme must be one of http, https"):
        make(scheme="ftp")


def test_operations_have_servers_of_their_own(servers: Package, server: Server) -> None:
    server.will(204)
    with servers.root.Client(host=server.url.removeprefix("http://")) as client:
        client.things.get_b()
        client.things.post_b()
        client.things.link_b()
        client.things.query_b(body="a")

    assert [r.line for r in server.received] == [
        "GET /files/b",
        "POST /uploads/b",
        "LINK /files/b",
        "QUERY /files/b",
    ]


def test_tags_have_parents(servers: Package, server: Server) -> None:
    server.will(204)
    with servers.root.Client(base_url=server.url) as client:
        client.shop.orders.lines.list()
        client.two.one.list()

    assert [r.target for r in server.received] == ["/l", "/o"]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_answers_can_be_compressed(families: Package, server: Server, coding: str) -> None:
    text = json.dumps([{"petType": "Dog", "barks": True}]).encode()
    server.will(200, compressed(coding, text), content_encoding=coding)
    with families.client(server.url) as client:
        (dog,) = client.pets.list()

    assert dog.barks is True
    assert coding in (server.last.header("Accept-Encoding") or "").split(", ")


def compressed(coding: str, text: bytes) -> bytes:
    if coding == "gzip":
        return gzip.compress(text)
    if coding == "deflate":
        return zlib.compress(text)
    library = pytest.importorskip({"br": "brotli", "zstd": "backports.zstd"}[coding])
    return cast("bytes", library.compress(text))


# --- Bytes in texts


@pytest.fixture(scope="module")
def native_chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "chat.yaml", "native_chat")
    with installed(tree, "native_chat", tmp_path_factory.mktemp("native_chat")) as found:
        yield found


RAW = b"\x00\xffraw"
TEXT = "AP9yYXc="


def test_base64_is_bytes(native_chat: Package, server: Server) -> None:
    pet: Any = native_chat.root.models.Pet

    for made in (pet(icon=RAW), pet(icon=TEXT), pet.from_json(f'{{"icon": "{TEXT}"}}')):
        assert made.icon == RAW
        assert (made.to_json(), made.to_dict()) == (f'{{"icon":"{TEXT}"}}', {"icon": RAW})
    assert pet(icon="AP9y\nYXc").icon == RAW
    wrong = pet.from_json('{"icon": "###"}')
    assert (wrong.icon, wrong.to_json()) == ("###", '{"icon":"###"}')

    document = f'<?xml version="1.0" encoding="UTF-8"?>\n<pet><icon>{TEXT}</icon></pet>'.encode()
    server.will(200, document, content_type="application/xml")
    with native_chat.client(server.url) as client:
        assert client.chat.add_pet(icon=RAW).icon == RAW
    assert server.last.body == document


def test_parts_by_what_the_schema_says_of_texts(native_chat: Package, server: Server) -> None:
    server.will(204)
    with native_chat.client(server.url) as client:
        client.chat.upload_pet(icon=RAW, blob=RAW, any={"a": 1}, note="x")

    icon, blob, other, note = parts(server.last)
    assert (icon["Content-Type"], icon["Content-Transfer-Encoding"]) == ("image/png", "base64")
    assert icon.get_payload() == TEXT
    assert (blob["Content-Type"], blob.get_payload(decode=True)) == (
        "application/octet-stream",
        RAW,
    )
    assert (other["Content-Type"], note["Content-Type"]) == ("application/json", None)


def test_events_of_several_kinds_of_json(native_chat: Package, server: Server) -> None:
    event = "event: {}\ndata: {}\n\n"
    server.will(
        200,
        event.format("chunk", '{"delta":"a"}') + event.format("pet", '{"id":1}') + "data: bye\n\n",
        content_type="text/event-stream",
    )
    with native_chat.client(server.url) as client:
        found = [each.data for each in client.chat.watch()]

    kinds = [type(each).__name__ for each in found]
    assert kinds == ["Chunk", "Pet", "str"]


def test_the_events_of_the_specification(native_chat: Package, server: Server) -> None:
    server.will(
        200,
        "event: addString\ndata: This data is formatted\ndata: across two lines\nretry: 5\n\n"
        "event: addInt64\ndata: 1234\nunknownField: this is ignored\n\n"
        ': This is a comment\nevent: addJSON\ndata: {"foo": 42}\n\n',
        content_type="text/event-stream",
    )
    with native_chat.client(server.url) as client:
        first, second, third = client.chat.watch_example()

    assert (first.data, first.retry) == ("This data is formatted\nacross two lines", 5)
    assert (second.event, second.data) == ("addInt64", "1234")
    assert third.data.foo == 42


def test_ranges_of_media_types(native_chat: Package, server: Server) -> None:
    def problem(body: str, content_type: str) -> Any:
        server.will(400, body, content_type=content_type)
        with (
            native_chat.client(server.url) as client,
            pytest.raises(native_chat.root.APIStatusError) as caught,
        ):
            client.chat.get_ranges()
        return caught.value.body

    assert problem('{"why": "no"}', "application/problem+json").why == "no"
    assert problem("no", "text/html") == "no"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_streams_as_they_came(native_chat: Package, server: Server, asynchronous: bool) -> None:
    body = '{"delta":"a"}\n{"delta":"b"}\n'
    server.will(200, body, content_type="application/jsonl", x_a="1")

    async def main() -> None:
        async with native_chat.root.AsyncClient(base_url=server.url) as client:
            raw = await client.chat.with_raw_response.get_log(None)
            assert [each.delta for each in raw.parsed()] == ["a", "b"]
            async with client.chat.with_streaming_response.get_log(None) as response:
                assert [line async for line in response.iter_lines()] == body.split()

    if asynchronous:
        asyncio.run(main())
        return
    with native_chat.client(server.url) as client:
        raw = client.chat.with_raw_response.get_log(None)
        assert (raw.text, raw.headers["X-A"]) == (body, "1")
        assert [type(each).__name__ for each in raw.parsed()] == ["Chunk", "Chunk"]
        with client.chat.with_streaming_response.get_log(None) as response:
            assert (response.status_code, list(response.iter_lines())) == (200, body.split())
        with client.chat.with_streaming_response.get_log(None) as response:
            assert [each.delta for each in response.parsed()] == ["a", "b"]
        with pytest.raises(TypeError, match="reconnect"):
            client.chat.with_raw_response.watch(reconnect=True)
        server.will(200, "{1}\n", content_type="application/jsonl")
        broken = client.chat.with_raw_response.get_log(None)
        with pytest.raises(native_chat.root.APIResponseValidationError):
            broken.parsed()


def test_stubs_see_values_in_every_style(native_chat: Package) -> None:
    testing = import_module("native_chat.testing")
    given = {
        "names": ["a,b", "c"],
        "kinds": ["x", "z"],
        "deep": {"a": {"b": "1"}, "c": "2"},
        "free": {"k": "v"},
        "where": {"n": [1]},
        "x_tags": ["50%", "t"],
    }
    seen: list[Any] = []

    def noted(value: Any) -> bool:
        seen.append(value)
        return True

    with testing.Mock() as mock:
        anything = {name: testing.matching(noted) for name in given}
        lines = [{"text": testing.matching(noted)}, testing.ANY]
        mock.chat.find(testing.matching(noted), **anything, body=lines).returns(None)
        client = native_chat.root.Client(transport=mock)
        client.chat.find([1, 2], **given, body=[{"text": "t"}, {"text": "u"}])

    assert seen == [[1, 2], *given.values(), "t"]
