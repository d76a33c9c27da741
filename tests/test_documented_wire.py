"""The documented styles: answers that come item by item, answers as they come, and XML."""

from __future__ import annotations

import asyncio
import gc
import shutil
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from own import Package, installed, tree_of
from runtime.conftest import Server
from runtime.scripted import RESET, Scripted, answer
from runtime.scripted import chunked as chunked_as
from test_wire import parts

SPEC = Path(__file__).parent / "wire" / "chat.yaml"
EVENTS = "text/event-stream"


@pytest.fixture(params=["prior", "nextgen"], scope="module")
def chat(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    name = f"chat_{request.param}"
    with installed(tree_of(SPEC, name, request.param), name, tmp_path_factory.mktemp(name)) as it:
        yield it


@pytest.fixture
def scripted() -> Iterator[Callable[..., Scripted]]:
    running: list[Scripted] = []

    def start(*scripts: Any) -> Scripted:
        running.append(Scripted(*scripts))
        return running[-1]

    yield start
    for each in running:
        each.close()


def begun(*chunks: bytes, media_type: str = "application/octet-stream") -> bytes:
    """The begin of an answer."""
    return chunked_as(*chunks, media_type=media_type, end=False)


def api(chat: Package, url: str, prefix: str = "") -> Any:
    root: Any = chat.root
    configuration = root.Configuration(host=url)
    module = import_module(f"{root.__name__}.api.chat_api")
    client = getattr(root, f"{prefix}ApiClient")(configuration)
    return getattr(module, f"{prefix}ChatApi")(client)


def collected(stream: Any) -> list[Any]:
    if not hasattr(stream, "__anext__"):
        return list(stream)

    async def main() -> list[Any]:
        async with stream as opened:
            return [item async for item in opened]

    return asyncio.run(main())


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_items_as_they_come(chat: Package, server: Server, prefix: str) -> None:
    server.will(
        200, 'data: {"delta":"a"}\n\ndata: {"delta":"b"}\n\ndata: [DONE]\n\n', content_type=EVENTS
    )

    found = collected(api(chat, server.url, prefix).create_chat_stream({"text": "hi"}))

    assert [type(each).__name__ for each in found] == ["Chunk", "Chunk"]
    assert [each.delta for each in found] == ["a", "b"]
    assert server.last.body == b'{"text":"hi","stream":true}'
    assert server.last.header("Accept") == EVENTS


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_lines_and_events(chat: Package, server: Server, prefix: str) -> None:
    server.will(200, '{"delta":"a"}\n{"delta":"b"}\n', content_type="application/jsonl")
    found = collected(api(chat, server.url, prefix).get_log_stream(None))
    assert [each.delta for each in found] == ["a", "b"]
    assert server.last.query == "stream=true&n="

    server.will(200, "event: a\ndata: 1\n\n", content_type=EVENTS)
    (event,) = collected(api(chat, server.url, prefix).get_events_stream())
    assert (event.event, event.data) == ("a", "1")


def test_the_same_operation_as_a_whole(chat: Package, server: Server) -> None:
    server.will(200, '{"text":"hello"}')

    assert api(chat, server.url).create_chat({"text": "hi"}).text == "hello"
    assert server.last.body == b'{"text":"hi"}'
    assert server.last.header("Accept") == "application/json"


def test_faults_of_streams(
    chat: Package, server: Server, scripted: Callable[..., Scripted]
) -> None:
    root: Any = chat.root
    server.will(400, '{"why":"no"}')
    with pytest.raises(root.ApiException) as caught:
        api(chat, server.url).create_chat_stream({})
    assert (caught.value.status, caught.value.data.why) == (400, "no")

    with pytest.raises(root.OpenApiException, match="does not apply to a stream"):
        api(chat, server.url).create_chat_stream({}, _preload_content=False)

    server.will(200, "data: 1\n\n", content_type=EVENTS)
    with pytest.raises(root.ApiException, match="not what the API declares"):
        list(api(chat, server.url).create_chat_stream({}))

    broken = scripted([begun(b'data: {"delta":"a"}\n\n', media_type=EVENTS), RESET])
    stream = api(chat, broken.url).create_chat_stream({})
    assert next(stream).delta == "a"
    with pytest.raises(root.ApiException) as caught:
        next(stream)
    assert (caught.value.status, caught.value.method) == (0, "POST")


def test_a_stream_that_is_asked_for_again(chat: Package, scripted: Callable[..., Scripted]) -> None:
    first = answer(b"retry: 1\nid: 7\ndata: a\n\n", media_type=EVENTS)
    server = scripted([first], [answer(status="204 No Content")])

    found = collected(api(chat, server.url).get_events_stream(_reconnect=True))

    assert [event.data for event in found] == ["a"]
    assert server.header("last-event-id") == "7"


def test_answers_are_read_while_they_come(
    chat: Package, scripted: Callable[..., Scripted], tmp_path: Path
) -> None:
    more = threading.Event()
    server = scripted([begun(b"first\nse"), more, b"5\r\ncond\n\r\n0\r\n\r\n"])

    with api(chat, server.url).get_file(_preload_content=False) as response:
        assert (response.status, response.reason, response.closed) == (200, "OK", False)
        assert response.read(3) == b"fir"
        assert response.readline() == b"st\n"
        more.set()
        with (tmp_path / "x").open("wb") as file:
            shutil.copyfileobj(response, file)
        assert (response.read(1), list(response.stream())) == (b"", [])

    assert (tmp_path / "x").read_bytes() == b"second\n"
    assert response.closed


def test_open_answers_in_all_forms(chat: Package, server: Server) -> None:
    server.will(200, '{"text":"ä"}', x_a="1")
    tasks = api(chat, server.url)

    response = tasks.create_chat({}, _preload_content=False)
    assert response.json() == {"text": "ä"}
    assert response.data == response.read()
    assert response.getheader("X-A") == "1"
    with_info = tasks.create_chat({}, _preload_content=False, _return_http_data_only=False)
    if isinstance(with_info, tuple):
        data, status, headers = with_info
    else:
        data, status, headers = with_info.data, with_info.status_code, with_info.headers
        assert with_info.raw_data == '{"text":"ä"}'.encode()
    assert (data.data, status, headers["X-A"]) == ('{"text":"ä"}'.encode(), 200, "1")
    assert list(tasks.create_chat({}, _preload_content=False)) == ['{"text":"ä"}'.encode()]
    assert b"".join(tasks.create_chat({}, _preload_content=False).stream(2)) == data.data


def test_open_answers_are_awaited(chat: Package, server: Server) -> None:
    server.will(200, '{"text":"a"}')
    tasks = api(chat, server.url, "Async")

    async def main() -> None:
        async with await tasks.create_chat({}, _preload_content=False) as response:
            with pytest.raises(RuntimeError, match="has not been read"):
                response.data  # noqa: B018
            assert await response.read(2) == b'{"'
            assert await response.read() == b'text":"a"}'
        response = await tasks.create_chat({}, _preload_content=False)
        assert (await response.json(), response.data) == ({"text": "a"}, b'{"text":"a"}')
        response = await tasks.create_chat({}, _preload_content=False)
        assert b"".join([piece async for piece in response]) == b'{"text":"a"}'

    asyncio.run(main())


def test_an_open_answer_that_breaks(chat: Package, scripted: Callable[..., Scripted]) -> None:
    server = scripted([begun(b"abc"), RESET])
    root: Any = chat.root

    with pytest.raises(root.ApiException) as caught:
        api(chat, server.url).get_file(_preload_content=False).read()

    assert (caught.value.status, caught.value.method) == (0, "GET")


def test_a_forgotten_answer_frees_its_connection(
    chat: Package, scripted: Callable[..., Scripted]
) -> None:
    server = scripted([begun(b"abc"), threading.Event()])
    root: Any = chat.root
    configuration = root.Configuration(host=server.url)
    configuration.connection_pool_maxsize = 1
    module = import_module(f"{root.__name__}.api.chat_api")
    tasks = module.ChatApi(root.ApiClient(configuration))

    for _ in range(3):
        tasks.get_file(_preload_content=False, _request_timeout=2).read(1)
        tasks.api_client.last_response = None
        gc.collect()


# --- XML


PET = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<pet id="1"><name>Rex</name>'
    b"<tagList><tag>a</tag><tag>b</tag></tagList></pet>"
)


def test_xml_is_typed(chat: Package, server: Server) -> None:
    root: Any = chat.root
    pet = root.models.Pet(id=1, name="Rex", tags=["a", "b"])
    server.will(200, PET, content_type="application/xml")
    tasks = api(chat, server.url)

    for body in (pet, {"id": 1, "name": "Rex", "tags": ["a", "b"]}, PET.decode(), PET):
        assert tasks.add_pet(body) == pet
        assert server.last.body == PET


@pytest.mark.parametrize("as_model", [True, False])
def test_parts_in_xml(chat: Package, server: Server, as_model: bool) -> None:
    root: Any = chat.root
    server.will(204)
    pet: Any = {"id": 1, "name": "Rex", "tags": ["a", "b"]}
    if as_model:
        pet = root.models.Pet(**pet)

    api(chat, server.url).upload_pet(body={"meta": pet, "pets": [pet, PET.decode()]})

    found = [
        (part.get_param("name", header="content-disposition"), part) for part in parts(server.last)
    ]
    assert [name for name, _ in found] == ["meta", "pets", "pets"]
    assert [part.get_content_type() for _, part in found] == [
        "application/xml",
        "text/xml",
        "text/xml",
    ]
    assert all(part.get_payload(decode=True) == PET for _, part in found)


def test_null_is_a_body(chat: Package, server: Server) -> None:
    server.will(204)
    tasks = api(chat, server.url)
    tasks.put_nothing(None)
    assert server.last.body == b"null"
    tasks.put_nothing("a")
    assert server.last.body == b'"a"'


# --- Tests of programs


def test_stubs_of_streams(chat: Package) -> None:
    root: Any = chat.root
    testing = import_module(f"{root.__name__}.testing")
    with testing.Mock() as mock:
        mock.chat_api.create_chat_stream({"text": "hi"}).returns([{"delta": "a"}, {"delta": "b"}])
        mock.chat_api.add_pet(testing.ANY).returns(root.models.Pet(id=1))
        tasks = api(chat, "http://x.test")
        tasks.api_client.configuration.transport = mock

        assert [each.delta for each in tasks.create_chat_stream({"text": "hi"})] == ["a", "b"]
        assert tasks.add_pet({"name": "x"}).id == 1
