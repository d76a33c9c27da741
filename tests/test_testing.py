"""`<package>.testing`: what programs that call a generated package are tested with."""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest
from own import Package, installed, tree_of
from platforms import ICA, Case, Connect, each_operation, each_platform, snake
from strict import ruff

HERE = Path(__file__).parent
ROOT = HERE.parent
PETSTORE = HERE / "native" / "petstore.yaml"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("petstore")
    with installed(tree_of(PETSTORE, "petstore"), "petstore", folder) as found:
        yield found


@pytest.fixture
def kit(package: Package) -> Any:
    """The names of the package that tests use."""
    import petstore
    from petstore import testing

    return SimpleNamespace(
        **{
            name: getattr(petstore, name)
            for name in ("AsyncClient", "Client", "Retry", "errors", "models")
        },
        **{name: getattr(testing, name) for name in ("ANY", "Mock", "matching")},
    )


@pytest.fixture
def mock(kit: Any) -> Any:
    return kit.Mock()


@pytest.fixture
def client(kit: Any, mock: Any) -> Iterator[Any]:
    client = kit.Client(api_key="key", transport=mock, retries=0)
    yield client
    client.close()


@pytest.fixture
def rex(kit: Any) -> Any:
    return kit.models.Pet(id=1, name="Rex")


def refusal(call: Any) -> str:
    """What a mock says about a request that it does not expect."""
    with pytest.raises(AssertionError) as caught:
        call()
    return str(caught.value)


# --- Answers


def test_a_stub_answers_with_a_model(client: Any, mock: Any, rex: Any) -> None:
    mock.pets.get(1).returns(rex)

    assert client.pets.get(1) == rex
    [request] = mock.requests
    assert (request.method, str(request.url)) == ("GET", "https://eu.petstore.test/v1/pets/1")
    assert request.headers["X-API-Key"] == "key"


def test_plain_data_is_read_as_what_is_declared(client: Any, mock: Any) -> None:
    mock.pets.get(1).returns({"id": 1, "name": "Rex"})
    mock.pets.list().returns([{"id": 1, "name": "Rex"}])

    assert client.pets.get(1).name == "Rex"
    assert [pet.id for pet in client.pets.list()] == [1]


def test_each_kind_of_answer_comes_as_it_is_declared(client: Any, mock: Any) -> None:
    mock.pets.get_photo(1).returns(b"\x89PNG")
    mock.store.place_order(pet_id=1).returns("42")
    mock.pets.replace([]).returns(None)
    mock.get_status().returns({"open": "yes"})

    photo = client.pets.with_raw_response.get_photo(1)
    order = client.store.with_raw_response.place_order(pet_id=1)
    assert (photo.parsed(), photo.headers["Content-Type"]) == (b"\x89PNG", "image/png")
    assert (order.parsed(), order.headers["Content-Type"]) == ("42", "text/plain")
    assert client.pets.replace([]) is None
    assert client.get_status() == {"open": "yes"}


def test_the_status_is_that_of_the_document_or_of_the_test(
    client: Any, mock: Any, rex: Any
) -> None:
    mock.pets.get(1).returns(rex, status=206, headers={"X-Total": "3"})
    mock.pets.replace([]).returns(None)

    raw = client.with_raw_response and client.pets.with_raw_response.get(1)
    assert (raw.status_code, raw.headers["X-Total"]) == (206, "3")
    assert client.pets.with_raw_response.replace([]).status_code == 204


@pytest.mark.parametrize("wrong", [{"id": "one"}, [], "text", None, 5])
def test_what_the_api_does_not_declare_is_refused(mock: Any, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"Pets\.get\(1\) cannot answer that: .*declares"):
        mock.pets.get(1).returns(wrong)
    with pytest.raises(ValueError, match="has no body"):
        mock.pets.replace([]).returns({"a": 1})


def test_an_error_is_the_one_that_the_status_has(kit: Any, client: Any, mock: Any) -> None:
    mock.pets.get(2).raises(404, kit.models.Problem(message="gone"), headers={"X-Request-Id": "r"})
    mock.pets.get(3).raises(502, "<html>Bad gateway</html>")
    mock.pets.get(4).raises(401)

    with pytest.raises(kit.errors.NotFoundError) as caught:
        client.pets.get(2)
    assert (caught.value.body.message, caught.value.request_id) == ("gone", "r")
    with pytest.raises(kit.errors.BadGatewayError) as caught:
        client.pets.get(3)
    assert caught.value.text == "<html>Bad gateway</html>"
    with pytest.raises(kit.errors.AuthenticationError):
        client.pets.get(4)


def test_an_error_body_is_checked_too(mock: Any) -> None:
    with pytest.raises(ValueError, match="message"):
        mock.pets.get(1).raises(404, {"wrong": 1})
    with pytest.raises(ValueError, match="200 is no error"):
        mock.pets.get(1).raises(200)


def test_a_connection_can_fail_in_each_way(kit: Any, client: Any, mock: Any, rex: Any) -> None:
    mock.pets.get(1).fails().then.fails("disconnection").then.fails("timeout")
    mock.pets.get(2).fails(KeyError("mine"))
    mock.pets.get(3).breaks(rex)

    for kind in ("APIConnectionError", "APIConnectionError", "APITimeoutError"):
        with pytest.raises(kit.errors.APIConnectionError) as caught:
            client.pets.get(1)
        assert type(caught.value).__name__ == kind
    with pytest.raises(KeyError, match="mine"):
        client.pets.get(2)
    with pytest.raises(kit.errors.APIConnectionError):
        client.pets.get(3)


# --- Sequences, delays, retries


def test_answers_come_one_after_the_other_and_the_last_stays(
    kit: Any, client: Any, mock: Any, rex: Any
) -> None:
    max_ = kit.models.Pet(id=1, name="Max")
    mock.pets.get(1).returns(rex).then.raises(404).then.returns(max_)
    mock.pets.get(2).returns_each(rex, max_)

    assert client.pets.get(1).name == "Rex"
    with pytest.raises(kit.errors.NotFoundError):
        client.pets.get(1)
    assert [client.pets.get(1).name for _ in range(2)] == ["Max", "Max"]
    assert [client.pets.get(2).name for _ in range(2)] == ["Rex", "Max"]


def test_retries_run_against_stubs(kit: Any, mock: Any, rex: Any) -> None:
    retry = kit.Retry(attempts=4, initial_delay=0)
    client = kit.Client(transport=mock, retries=retry)
    stub = mock.pets.get(1).raises(503).then.fails("timeout").then.raises(429).then.returns(rex)
    mock.pets.create(name="Rex").raises(503)

    assert client.pets.get(1) == rex
    assert len(stub.requests) == 4
    with pytest.raises(kit.errors.ServiceUnavailableError):
        client.pets.create(name="Rex")
    assert len(mock.requests) == 5
    mock.assert_all_called()


def test_a_late_answer_meets_the_callers_patience(
    kit: Any, client: Any, mock: Any, rex: Any
) -> None:
    mock.pets.get(1).after(0.2).returns(rex)
    mock.pets.get(2).after(60).returns(rex)

    started = time.monotonic()
    assert client.pets.get(1) == rex
    assert 0.2 <= time.monotonic() - started < 5
    started = time.monotonic()
    with pytest.raises(kit.errors.APITimeoutError):
        client.pets.get(2, timeout=0.05)
    assert time.monotonic() - started < 5


# --- Requests


def test_arguments_that_are_left_out_may_be_anything(client: Any, mock: Any, rex: Any) -> None:
    mock.pets.list(limit=3).returns([rex])

    assert client.pets.list(limit=3, status="sold", x_trace="t") == [rex]
    said = refusal(lambda: client.pets.list(limit=4))
    assert "unexpected request: GET https://eu.petstore.test/v1/pets?limit=4" in said
    assert "the nearest stub: Pets.list(limit=3)" in said
    assert "query `limit`: expected ['3'], got ['4']" in said


def test_every_place_of_a_request_is_compared(client: Any, mock: Any, rex: Any) -> None:
    import datetime as dt

    mock.pets.list(tags=["a", "b c"], born_after=dt.date(2024, 2, 29), x_trace="t").returns([rex])

    assert client.pets.list(tags=["a", "b c"], born_after="2024-02-29", x_trace="t") == [rex]
    for others in (
        {"tags": ["a"], "born_after": "2024-02-29", "x_trace": "t"},
        {"tags": ["a", "b c"], "born_after": "2024-03-01", "x_trace": "t"},
        {"tags": ["a", "b c"], "born_after": "2024-02-29", "x_trace": "u"},
        {"tags": ["a", "b c"], "born_after": "2024-02-29"},
    ):
        assert "unexpected" in refusal(lambda others=others: client.pets.list(**others))


def test_a_body_is_compared_field_by_field_or_as_a_whole(
    kit: Any, client: Any, mock: Any, rex: Any
) -> None:
    mock.pets.create(name="Rex").returns(rex)

    assert client.pets.create(name="Rex", tag="dog") == rex
    assert "body.name: expected 'Rex', got 'Max'" in refusal(lambda: client.pets.create(name="Max"))

    other = kit.Mock()
    other.pets.create(body=kit.models.NewPet(name="Rex")).returns(rex)
    strict = kit.Client(transport=other)
    assert strict.pets.create(name="Rex") == rex
    assert "body.tag: not expected" in refusal(lambda: strict.pets.create(name="Rex", tag="dog"))


def test_forms_and_parts_are_compared(client: Any, mock: Any) -> None:
    mock.store.place_order(pet_id=1, express=True).returns("1")
    mock.pets.upload_photos(1, photo=b"\x00\xff", caption="Über").returns(None)
    mock.pets.set_photo(1, b"png").returns(None)

    assert client.store.place_order(pet_id=1, quantity=2, express=True) == "1"
    assert client.pets.upload_photos(1, photo=b"\x00\xff", caption="Über", more=[b"1"]) is None
    assert client.pets.set_photo(1, b"png") is None
    assert "body.express" in refusal(lambda: client.store.place_order(pet_id=1, express=False))
    assert "body.caption: expected 'Über', got 'U'" in refusal(
        lambda: client.pets.upload_photos(1, photo=b"\x00\xff", caption="U")
    )
    assert "body: expected b'png', got b'gif'" in refusal(lambda: client.pets.set_photo(1, b"gif"))


def test_matchers_stand_for_several_values(kit: Any, client: Any, mock: Any, rex: Any) -> None:
    mock.pets.get(kit.ANY).returns(rex)
    mock.pets.list(limit=kit.matching(lambda limit: limit > 10)).returns([])
    mock.pets.create(name=kit.matching(str.istitle), tag=kit.ANY).returns(rex)
    mock.pets.update(kit.matching(lambda number: number % 2), name="Rex").returns(rex)

    assert client.pets.get(1) == client.pets.get(99) == rex
    assert client.pets.list(limit=50) == []
    assert client.pets.create(name="Rex") == rex
    assert client.pets.update(3, name="Rex") == rex
    assert "`limit`: expected matching(<lambda>), got '5'" in refusal(
        lambda: client.pets.list(limit=5)
    )
    assert "body.name: expected matching(istitle)" in refusal(
        lambda: client.pets.create(name="rex")
    )
    assert "path `petId`" in refusal(lambda: client.pets.update(4, name="Rex"))


def test_any_stands_for_all_arguments(client: Any, mock: Any, rex: Any) -> None:
    mock.pets.get.any().returns(rex)
    mock.pets.create.any().returns(rex)
    mock.pets.set_photo.any().returns(None)

    assert client.pets.get(7) == client.pets.create(name="x", tag="y") == rex
    assert client.pets.set_photo(7, b"bytes") is None


def test_the_stub_that_says_most_answers_and_of_equals_the_last(
    kit: Any, client: Any, mock: Any, rex: Any
) -> None:
    mock.pets.get(1).returns(rex)
    mock.pets.get(kit.ANY).raises(404)

    assert client.pets.get(1) == rex
    with pytest.raises(kit.errors.NotFoundError):
        client.pets.get(2)
    mock.pets.get(1).raises(410)
    with pytest.raises(kit.errors.GoneError):
        client.pets.get(1)


def test_an_argument_that_cannot_be_sent_is_no_stub(mock: Any) -> None:
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        mock.pets.get(0)
    with pytest.raises(TypeError):
        mock.pets.get()


def test_an_id_with_a_slash_is_one_segment(package: Package, client: Any, mock: Any) -> None:
    mock.admin.users.get("a/b c").returns({"name": "a/b c"})

    assert client.admin.users.get("a/b c").name == "a/b c"
    assert "unexpected" in refusal(lambda: client.admin.users.get("a/b"))


def test_a_request_of_another_operation_is_unexpected(client: Any, mock: Any, rex: Any) -> None:
    assert "there are no stubs" in refusal(client.pets.list)
    mock.pets.get(1).returns(rex)
    assert "operation: GET /pets/{petId}" in refusal(client.pets.list)


def test_extra_headers_and_query_are_expected_too(client: Any, mock: Any, rex: Any) -> None:
    mock.pets.get(1, extra_headers={"X-A": "1"}, extra_query={"q": "2"}).returns(rex)

    assert client.pets.get(1, extra_headers={"X-A": "1"}, extra_query={"q": "2"}) == rex
    assert "header `X-A`: expected '1', got None" in refusal(lambda: client.pets.get(1))


def test_a_stub_without_an_answer_says_so(client: Any, mock: Any) -> None:
    mock.pets.get(1)

    assert "has no answer" in refusal(lambda: client.pets.get(1))


# --- Streams


def test_a_stream_gives_its_items(kit: Any, client: Any, mock: Any, rex: Any) -> None:
    mock.store.watch_sales(kind="dog").returns([rex, rex])
    words = [kit.models.GiveAdviceResponseEventStream(word=w) for w in ("Be", "kind")]
    mock.store.give_advice_stream(question="How?").returns(words)
    mock.store.give_advice(question="How?").returns({"text": "Be kind"})

    with client.store.watch_sales(kind="dog") as stream:
        assert list(stream) == [rex, rex]
    with client.store.give_advice_stream(question="How?") as stream:
        assert [item.word for item in stream] == ["Be", "kind"]
    assert client.store.give_advice(question="How?").text == "Be kind"


def test_a_stream_can_break(kit: Any, client: Any, mock: Any, rex: Any) -> None:
    mock.store.watch_sales().breaks([rex])

    with client.store.watch_sales() as stream:
        assert next(stream) == rex
        with pytest.raises(kit.errors.APIConnectionError):
            next(stream)


def test_items_are_checked(mock: Any) -> None:
    with pytest.raises(ValueError, match="an item is not what the API declares"):
        mock.store.watch_sales().returns([{"wrong": 1}])


# --- Pages


def test_a_list_comes_in_the_pages_that_a_test_says(tmp_path: Path) -> None:
    with installed(
        tree_of(HERE / "features" / "list_pages.yaml", "paged"), "paged", tmp_path
    ) as found:
        mock = import_module("paged.testing").Mock()
        stub = mock.things.list_cursors(page_size=1).returns_each(
            {"items": [{"id": "a"}], "meta": {"next_page_token": "n"}},
            {"items": [{"id": "b"}], "meta": {}},
        )

        client = found.client("https://paged.test", transport=mock)
        assert [item.id for item in client.things.list_cursors(page_size=1)] == ["a", "b"]
        assert [r.url.params.get("page_token") for r in stub.requests] == [None, "n"]


# --- The mock


def test_async_clients_are_answered_alike(kit: Any, rex: Any) -> None:
    async def main() -> None:
        async with kit.Mock() as mock, kit.AsyncClient(transport=mock, retries=0) as client:
            mock.pets.get(1).after(0.05).returns(rex)
            mock.pets.get(2).raises(404)
            mock.pets.get(3).after(60).returns(rex)
            mock.store.watch_sales().returns([rex, rex])

            assert await asyncio.gather(*(client.pets.get(1) for _ in range(5))) == [rex] * 5
            with pytest.raises(kit.errors.NotFoundError):
                await client.pets.get(2)
            with pytest.raises(kit.errors.APITimeoutError):
                await client.pets.get(3, timeout=0.05)
            async with client.store.watch_sales() as stream:
                assert [item async for item in stream] == [rex, rex]

    asyncio.run(main())


def test_at_the_end_each_stub_was_called(kit: Any, rex: Any) -> None:
    with (
        pytest.raises(AssertionError, match=r"Pets\.get\(1\) was called 1 of 2 times"),
        kit.Mock() as mock,
    ):
        mock.pets.get(1).returns_each(rex, rex)
        kit.Client(transport=mock).pets.get(1)
    with (
        pytest.raises(AssertionError, match=r"Pets\.list\(\) was called 0 of 1 times"),
        kit.Mock() as mock,
    ):
        mock.pets.list().returns([])
    with pytest.raises(ZeroDivisionError), kit.Mock() as mock:
        mock.pets.list().returns([])
        raise ZeroDivisionError


def test_a_swallowed_surprise_comes_out_at_the_end(kit: Any) -> None:
    with (
        pytest.raises(AssertionError, match=r"unexpected request: GET .*/pets/1"),
        kit.Mock() as mock,
        suppress(AssertionError),
    ):
        kit.Client(transport=mock).pets.get(1)


def test_secrets_are_not_shown(kit: Any, mock: Any) -> None:
    client = kit.Client(api_key="geheim", transport=mock)

    said = refusal(lambda: client.pets.get(1, extra_query={"api_key": "geheim"}))
    assert "geheim" not in said


def test_threads_share_a_mock(kit: Any, client: Any, mock: Any, rex: Any) -> None:
    stub = mock.pets.get.any().returns(rex)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(client.pets.get, range(1, 201))) == [rex] * 200
    assert len(stub.requests) == len(mock.requests) == 200


def test_a_mock_is_a_transport_of_httpx_too(kit: Any, mock: Any, rex: Any) -> None:
    mock.pets.get(1).returns(rex)

    with httpx2.Client(transport=mock) as own:
        assert own.get("https://elsewhere.test/v9/pets/1").json() == {"id": 1, "name": "Rex"}
        assert kit.Client(http_client=own).pets.get(1) == rex


def test_it_is_a_fixture_of_pytest(package: Package, tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        textwrap.dedent(
            """
            import sys
            import pytest
            from petstore import Client
            from petstore.models import Pet

            assert "petstore.testing" not in sys.modules  # it costs those who do not test nothing
            from petstore.testing import Mock

            @pytest.fixture
            def mock():
                with Mock() as mock:
                    yield mock

            def test_good(mock):
                mock.pets.get(1).returns(Pet(id=1, name="Rex"))
                assert Client(transport=mock).pets.get(1).name == "Rex"

            def test_uncalled(mock):
                mock.pets.get(1).returns(Pet(id=1, name="Rex"))
            """
        )
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package.folder)},
        cwd=tmp_path,
    )

    assert "2 passed, 1 error" in done.stdout, done.stdout
    assert "was called 0 of 1 times" in done.stdout


def test_the_kit_imports_no_test_library(package: Package) -> None:
    program = (
        "import sys, petstore.testing;"
        "print({'pytest', 'unittest', 'unittest.mock', 'respx'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package.folder)},
    )

    assert done.stdout.strip() == "set()", done.stderr


# --- Types

CORRECT = """
    from typing import Iterator, assert_type

    from petstore import AsyncClient, Client, ServerSentEvent
    from petstore.models import GiveAdviceResponseEventStream, Pet
    from petstore.testing import ANY, Mock, Stub, matching

    rex = Pet(id=1, name="Rex")


    def fixture() -> Iterator[Mock]:
        with Mock() as mock:
            yield mock


    def use(mock: Mock) -> None:
        assert_type(mock.pets.get(1), Stub[Pet])
        assert_type(mock.pets.get.any().returns(rex).then.raises(404), Stub[Pet])
        mock.pets.get(ANY).returns_each(rex, rex)
        mock.pets.get(matching(lambda number: number > 1)).after(0.5).fails("timeout")
        mock.pets.list(limit=3, timeout=5).returns([rex])
        mock.pets.create(name="Rex", tag=ANY).returns(rex, status=200, headers={"X": "1"})
        mock.pets.replace([]).returns(None)
        mock.pets.get_photo(1).returns(b"png")
        mock.store.watch_sales(kind="dog").returns([rex])
        mock.store.give_advice_stream(question="?").returns([GiveAdviceResponseEventStream(word="a")])
        mock.admin.users.get("ann").raises(403, {"message": "no"}, headers={"X": "1"})
        mock.get_status().returns({"open": "yes"})
        assert_type(Client(transport=mock).pets.get(1), Pet)
        AsyncClient(transport=mock)
        mock.assert_all_called()
        assert_type(mock.requests[0].method, str)
"""
MISTAKES = """
    from petstore.models import Pet, Problem
    from petstore.testing import Mock

    mock = Mock()
    rex = Pet(id=1, name="Rex")
    mock.pets.get(1).returns(Problem(message="m"))  # wrong
    mock.pets.get(1).returns({"id": 1})  # wrong
    mock.pets.get(1).returns(None)  # wrong
    mock.pets.get(1).returns_each(rex, "Rex")  # wrong
    mock.pets.list().returns(rex)  # wrong
    mock.pets.replace([]).returns(rex)  # wrong
    mock.get_status().returns({"open": 1})  # wrong
    mock.store.watch_sales().returns(rex)  # wrong
    mock.store.watch_sales().returns([5])  # wrong
    mock.store.give_advice_stream(question="?").returns([rex])  # wrong
    mock.pets.get("1")  # wrong
    mock.pets.get()  # wrong
    mock.pets.get(1, colour="red")  # wrong
    mock.pets.list(limit="3")  # wrong
    mock.pets.gte(1)  # wrong
    mock.pets.get(1).fails("never")  # wrong
    mock.pets.get(1).raises("404")  # wrong
    mock.pets.get(1).after("1")  # wrong
"""


@pytest.fixture(scope="module")
def scripts(package: Package) -> Path:
    for name, text in (("correct", CORRECT), ("mistakes", MISTAKES)):
        (package.folder / f"{name}.py").write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    settings |= {"reportUnusedImport": False, "reportUnusedExpression": False}
    (package.folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return package.folder


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_result_of_another_type_is_refused(scripts: Path, checker: str) -> None:
    """What is correct is typed without any, and each mistake is found."""
    options = {
        "mypy": ["--strict", "--no-incremental", "--cache-dir", os.devnull],
        "pyright": ["--pythonpath", sys.executable, "-p", "pyrightconfig.json"],
    }
    said = subprocess.run(
        [
            sys.executable,
            "-m",
            checker,
            *options[checker],
            "petstore/testing.py",
            "correct.py",
            "mistakes.py",
        ],
        cwd=scripts,
        capture_output=True,
        text=True,
    ).stdout
    lines = textwrap.dedent(MISTAKES).lstrip().splitlines()
    wrong = {number for number, line in enumerate(lines, start=1) if line.endswith("# wrong")}

    assert {int(n) for n in re.findall(r"mistakes\.py:(\d+):.*error", said)} == wrong, said
    assert not re.findall(r"(?:correct|testing|expectations)\.py:\d+.*error", said), said


@pytest.mark.parametrize(
    ("media", "tags"), [("application/json", []), ("text/event-stream", ["pets"])]
)
def test_the_module_imports_what_it_uses_and_no_more(
    tmp_path: Path, media: str, tags: list[str]
) -> None:
    content = {media: {"schema": {"type": "string"}}}
    operation = {
        "operationId": "watch",
        "tags": tags,
        "responses": {"200": {"description": "OK", "content": content}},
    }
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": {"/a": {"get": operation}},
    }
    (tmp_path / "small.json").write_text(json.dumps(spec), encoding="utf-8")
    with installed(tree_of(tmp_path / "small.json", "small"), "small", tmp_path) as found:
        assert import_module(f"{found.name}.testing").Mock()

    assert ruff(tmp_path, ["small"]) == []


# --- The documented styles


def pieces(platform: Any, retries: int = 0) -> tuple[Any, Any, Any]:
    """A mock, and a client and an asynchronous client that it answers."""
    mock = platform.module("testing").Mock()
    configuration = platform.sdk.Configuration(retries=retries)
    configuration.transport = mock
    return mock, platform.sdk.ApiClient(configuration), platform.sdk.AsyncApiClient(configuration)


@each_operation
def test_every_operation_of_a_platform_is_stubbed(connect: Connect, case: Case) -> None:
    given = case.all()
    result = connect(case.platform).call(case, **given)
    mock, client, waiting = pieces(case.platform)
    stubs = getattr(mock, snake(case.api))
    getattr(stubs, case.name)(**given).returns_each(result, result)

    async def main() -> Any:
        api = getattr(case.platform.module(case.platform.apis), f"Async{case.api}")(waiting)
        return await getattr(api, case.name)(**given)

    api = getattr(case.platform.module(case.platform.apis), case.api)(client)
    assert getattr(api, case.name)(**given) == result
    assert asyncio.run(main()) == result
    mock.assert_all_called()


@each_platform
def test_documented_errors_and_surprises(platform: Any) -> None:
    mock, client, _ = pieces(platform)
    case = next(c for c in each_case(platform) if c.operation.method == "GET")
    api = getattr(platform.module(platform.apis), case.api)(client)
    exceptions = platform.module("exceptions")
    stub = getattr(getattr(mock, snake(case.api)), case.name)(**case.required())
    stub.raises(404, "nothing here").then.fails("timeout").then.fails()

    for kind, status in (
        (exceptions.NotFoundException, 404),
        (exceptions.ApiTimeoutException, 0),
        (exceptions.ApiConnectionException, 0),
    ):
        with pytest.raises(kind) as caught:
            getattr(api, case.name)(**case.required())
        assert caught.value.status == status
    mock.assert_all_called()
    _, client, _ = pieces(platform)
    api = getattr(platform.module(platform.apis), case.api)(client)
    said = refusal(lambda: getattr(api, case.name)(**case.required()))
    assert "there are no stubs" in said


def each_case(platform: Any) -> list[Case]:
    from platforms import CASES

    return [case for case in CASES if case.platform == platform]


def test_documented_credentials_and_retries_are_part_of_it() -> None:
    mock, client, _ = pieces(ICA, retries=2)
    client.configuration.api_key["Authorization"] = "key"
    page = ICA.model("TaskSummaryPagedItems")()
    stub = mock.tasks_api.list_tasks(page_size=5).raises(503, headers={"Retry-After": "0"})
    stub.then.returns(page)

    assert ICA.module("apis").TasksApi(client).list_tasks(page_size=5, names="n") == page
    assert len(stub.requests) == 2
    assert "pageSize=5" in str(mock.requests[0].url)


@pytest.mark.parametrize("style", ["native", "nextgen"])
@pytest.mark.parametrize("part", ["paths", "webhooks"])
def test_a_kit_imports_what_it_uses(style: str, part: str, tmp_path: Path) -> None:
    """A document without tags has no stubs in groups, one without operations no stubs."""
    spec = tmp_path / "plain.json"
    of = {"/a": {"get": {"operationId": "getA", "responses": {"204": {"description": "Fine"}}}}}
    document = {"openapi": "3.1.0", "info": {"title": "Plain", "version": "1"}, part: of}
    spec.write_text(json.dumps(document), encoding="utf-8")
    module = ast.parse(tree_of(spec, "plain", style)["plain/testing.py"])
    imported = {
        each.asname or each.name
        for node in module.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for each in node.names
    }
    exported = {"ANY", "Stub", "matching"}

    used = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    assert imported - exported <= used
