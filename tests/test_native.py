"""The style `native`: what a caller sees, in a package for `native/petstore.yaml`, called against a judge."""

from __future__ import annotations

import asyncio
import io
import json
import os
import pickle
import re
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import httpx2
import pytest
from clientloom.cli import main
from clientloom.config import Client as ClientConfig
from clientloom.document import load as load_document
from clientloom.parse import parse
from clientloom.plan.native_client import CLIENT_OPTIONS
from clientloom.plan.native_names import Resource, resources
from judge import Judge
from own import Package, installed, tree_of
from pydantic import ValidationError

HERE = Path(__file__).parent / "native"
PETSTORE = HERE / "petstore.yaml"
GOLDEN = HERE / "golden"
UPDATE = os.environ.get("CLIENTLOOM_UPDATE_GOLDENS") == "1"
HOW = "If that is as it should be, run `make snapshots` and review the difference."

pytestmark = pytest.mark.filterwarnings("error")

PET = {"id": 1, "name": "Rex"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with installed(
        tree_of(PETSTORE, "petstore"), "petstore", tmp_path_factory.mktemp("petstore")
    ) as found:
        yield found


@pytest.fixture(scope="module")
def petstore(package: Package) -> Any:
    return package.root


@pytest.fixture(scope="module")
def running(package: Package) -> Iterator[Judge]:
    with Judge(PETSTORE) as judge:
        yield judge


@pytest.fixture
def judge(running: Judge) -> Iterator[Judge]:
    running.reset()
    yield running
    running.check()


@pytest.fixture
def client(petstore: Any, judge: Judge) -> Iterator[Any]:
    client = petstore.Client(api_key="key", base_url=judge.url, retries=0)
    yield client
    client.close()


# --- The package


def test_golden(package: Package) -> None:
    tree = {path: text for path, text in package.tree.items() if "/_runtime/" not in path}
    if UPDATE:
        for old in sorted(GOLDEN.rglob("*.*")):
            if old.is_file() and old.relative_to(GOLDEN).as_posix() not in tree:
                old.unlink()
        for path, text in tree.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    there = {
        p.relative_to(GOLDEN).as_posix(): p.read_text(encoding="utf-8")
        for p in GOLDEN.rglob("*")
        if p.is_file()
    }

    assert sorted(there) == sorted(tree), HOW
    for path, text in tree.items():
        assert text == there[path], f"{path} changed. {HOW}"


def test_the_package_is_imported_without_its_libraries(package: Package) -> None:
    program = """
        import sys
        import petstore
        petstore.Client, petstore.errors, petstore.NotFoundError, petstore.omit, petstore.types
        client = petstore.Client(api_key="k")
        print([name for name in ("pydantic", "httpx2", "httpx") if name in sys.modules])
        print(petstore.models.Pet(id=1, name="Rex"))
    """

    assert run(program, package.folder) == ["[]", "name='Rex' id=1"]


def run(program: str, folder: Path) -> list[str]:
    """The lines that a program prints, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_package_is_small(package: Package) -> None:
    lines = sum(text.count("\n") for path, text in package.tree.items() if path.endswith(".py"))

    assert lines < 12_100


def test_the_options_of_clients_are_never_names_of_secrets(petstore: Any) -> None:
    options = petstore.types.ClientOptions.__optional_keys__

    assert options == CLIENT_OPTIONS == petstore.types.AsyncClientOptions.__optional_keys__
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        petstore.Client(colour="red")


# --- Arguments


def test_required_arguments_are_positional_or_named(client: Any, judge: Judge) -> None:
    assert client.pets.get(42).name == client.pets.get(pet_id=42).name
    assert judge.sent == ["GET /v1/pets/42"] * 2


def test_optional_arguments_are_named(client: Any, judge: Judge) -> None:
    client.pets.list(
        limit=3, status="sold", tags=["a", "b"], born_after="2024-02-29", x_trace="t", timeout_=5
    )

    assert judge.sent == [
        "GET /v1/pets?limit=3&status=sold&tags=a,b&bornAfter=2024-02-29&timeout=5"
    ]
    assert judge.last.header("X-Trace") == "t"
    with pytest.raises(TypeError):
        client.pets.list(3)


def test_an_omitted_argument_is_not_sent_and_none_is_null(
    client: Any, petstore: Any, judge: Judge
) -> None:
    judge.answer_always(200, PET)
    client.pets.update(1, tag=None, name=petstore.omit)
    client.pets.update(1, name="Rex")
    client.pets.update(1)

    assert [r.body for r in judge.requests] == [b'{"tag":null}', b'{"name":"Rex"}', b""]
    assert judge.requests[0].header("Content-Type") == "application/merge-patch+json"
    assert judge.requests[2].header("Content-Type") is None


def test_none_leaves_a_parameter_out(client: Any, judge: Judge) -> None:
    client.pets.list(limit=None)

    assert judge.sent == ["GET /v1/pets"]


def test_a_body_is_keywords_or_a_model_or_a_dict(client: Any, petstore: Any, judge: Judge) -> None:
    models = petstore.models
    judge.answer_always(201, PET)
    client.pets.create(
        name="Rex", born_on="2024-02-29", owner={"name": "Ann"}, list_=["bones"], timeout_=1
    )
    client.pets.create(
        body=models.NewPet(
            name="Rex",
            born_on="2024-02-29",
            owner=models.User(name="Ann"),
            list_=["bones"],
            timeout=1,
        )
    )
    client.pets.create(
        body={
            "name": "Rex",
            "bornOn": "2024-02-29",
            "owner": {"name": "Ann"},
            "list": ["bones"],
            "timeout": 1,
        }
    )

    bodies = [r.json for r in judge.requests]
    assert bodies[0] == bodies[1] == bodies[2]


def test_a_body_is_not_given_twice(client: Any, judge: Judge) -> None:
    with pytest.raises(TypeError, match="excludes name"):
        client.pets.create(body={"name": "Rex"}, name="Max")

    assert judge.sent == []


def test_missing_fields_are_listed_before_anything_is_sent(client: Any, judge: Judge) -> None:
    with pytest.raises(ValidationError, match="name\n  Field required"):
        client.pets.create(tag="dog")
    with pytest.raises(ValidationError, match="name\n  Field required"):
        client.pets.create()
    with pytest.raises(ValidationError, match="photo\n  Field required"):
        client.pets.upload_photos(1, caption="me")

    assert judge.sent == []


def test_a_list_is_one_argument(client: Any, judge: Judge) -> None:
    client.pets.replace([{"name": "Rex"}, {"name": "Max"}])

    assert judge.last.json == [{"name": "Rex"}, {"name": "Max"}]


def test_a_read_only_field_is_no_argument(client: Any) -> None:
    with pytest.raises(TypeError, match="id"):
        client.pets.create(name="Rex", id=3)


def test_forms_take_fields(client: Any, judge: Judge) -> None:
    assert client.store.place_order(pet_id=3, express=True) == "body_example"
    assert judge.last.body == b"petId=3&express=true"


@pytest.mark.parametrize("kind", ["bytes", "path", "file", "named"])
def test_files_come_in_many_forms(client: Any, judge: Judge, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "rex.png"
    path.write_bytes(b"picture")
    photo: Any = {
        "bytes": b"picture",
        "path": path,
        "file": io.BytesIO(b"picture"),
        "named": ("rex.png", b"picture", "image/png"),
    }[kind]
    client.pets.upload_photos(1, photo=photo, caption="me", more=[b"1", b"2"])

    assert judge.last.body.count(b"Content-Disposition") == 4
    assert b"\r\n\r\npicture\r\n" in judge.last.body
    assert b"Content-Type: image/png" in judge.last.body


def test_content_is_sent_as_it_is(client: Any, judge: Judge) -> None:
    client.pets.set_photo(1, b"\x00picture")

    assert judge.last.body == b"\x00picture"
    assert judge.last.header("Content-Type") == "image/png"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda client: client.pets.get(0),
        lambda client: client.pets.get("one"),
        lambda client: client.pets.get(None),
        lambda client: client.pets.list(limit=101),
        lambda client: client.pets.create(name=""),
        lambda client: client.pets.create(name="Rex", weight=-1),
        lambda client: client.pets.create(body={"name": ["Rex"]}),
    ],
)
def test_arguments_are_checked(client: Any, judge: Judge, wrong: Callable[[Any], Any]) -> None:
    with pytest.raises(ValidationError):
        wrong(client)

    assert judge.sent == []


def test_unknown_arguments_are_refused(client: Any, judge: Judge) -> None:
    with pytest.raises(TypeError, match="'colour'"):
        client.pets.get(1, colour="red")

    assert judge.sent == []


def test_deprecated_operations_and_arguments_warn_where_they_are_used(
    client: Any, judge: Judge
) -> None:
    with pytest.warns(DeprecationWarning, match=re.escape("pets.delete is deprecated")) as found:
        client.pets.delete(1)
    assert found[0].filename == __file__
    with pytest.warns(DeprecationWarning, match="the argument `kind` is deprecated") as found:
        client.pets.list(kind="cat")
    assert found[0].filename == __file__
    client.pets.list()


# --- Options


def test_options_of_a_call(client: Any, judge: Judge) -> None:
    client.get_status(extra_headers={"X-Mine": "1", "Accept": "application/json"}, timeout=(1, 2))
    client.pets.get(1, extra_headers={"x-api-key": "other"})

    assert judge.requests[0].header("X-Mine") == "1"
    assert judge.requests[1].header("X-API-Key") == "other"


def test_extra_query_is_added(client: Any, running: Judge) -> None:
    with pytest.raises(Exception, match="'a' is not declared"):
        client.pets.get(1, extra_query={"a": ["b c", 2]})

    assert running.sent == ["GET /v1/pets/1?a=b%20c&a=2"]
    running.reset()


def test_another_address_for_a_call(petstore: Any, judge: Judge) -> None:
    with petstore.Client(api_key="k", base_url="http://localhost:1/none") as client:
        client.pets.get(1, base_url=judge.url)

    assert judge.sent == ["GET /v1/pets/1"]


# --- Clients


def test_the_address_comes_from_the_document(
    petstore: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Client = petstore.Client
    assert Client().base_url == "https://eu.petstore.test/v1"
    assert Client(region="us", version="v2").base_url == "https://us.petstore.test/v2"
    assert Client(base_url="http://here/").base_url == "http://here"
    with pytest.raises(ValueError, match="region must be one of eu, us"):
        Client(region="asia")
    monkeypatch.setenv("PETSTORE_BASE_URL", "http://there/v1")
    assert Client().base_url == "http://there/v1"
    assert Client(base_url="http://here").base_url == "http://here"


def test_secrets_come_from_arguments_or_the_environment(
    petstore: Any, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_API_KEY", "of the environment")
    with petstore.Client(base_url=judge.url) as client:
        client.pets.get(1)
    with petstore.Client(base_url=judge.url, api_key=lambda: "of a function") as client:
        client.pets.get(1)

    assert [r.header("X-API-Key") for r in judge.requests] == [
        "of the environment",
        "of a function",
    ]


def test_the_first_alternative_that_is_configured_is_used(petstore: Any, judge: Judge) -> None:
    with petstore.Client(base_url=judge.url, token="t") as client:
        client.admin.users.get("a/b")
    with petstore.Client(base_url=judge.url, token="t", username="u", password="p") as client:
        client.admin.users.get("..")
        client.get_status()

    assert [r.header("Authorization") for r in judge.requests] == ["Bearer t", "Basic dTpw", None]
    assert judge.sent[:2] == ["GET /v1/admin/users/a%2Fb", "GET /v1/admin/users/%2E%2E"]


def test_secrets_are_not_shown(petstore: Any, judge: Judge) -> None:
    with petstore.Client(
        base_url=judge.url, api_key="secret", headers={"X-Token": "secret"}
    ) as client:
        judge.answer(404, {"message": "no"})
        with pytest.raises(petstore.NotFoundError) as found:
            client.pets.get(1)

    assert (
        "secret"
        not in f"{client!r} {client.pets!r} {found.value!r} {found.value} {vars(found.value)}"
    )
    assert "word" not in repr(petstore.Client(base_url="https://user:word@host/"))


def test_a_client_works_before_within_and_after_blocks_until_it_is_closed(
    petstore: Any, judge: Judge
) -> None:
    client = petstore.Client(api_key="k", base_url=judge.url)
    client.pets.get(1)
    with client:
        client.pets.get(2)
        with client:
            client.pets.get(3)
        client.pets.get(4)
    client.pets.get(5)
    with client:
        client.pets.get(6)
    client.close()
    client.close()

    assert len(judge.requests) == 6
    with pytest.raises(RuntimeError, match="closed"):
        client.pets.get(7)


def test_an_http_client_of_ones_own_is_used_and_not_closed(petstore: Any) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=PET)

    own = httpx2.Client(transport=httpx2.MockTransport(answer))
    with petstore.Client(api_key="k", http_client=own) as client:
        assert client.pets.get(7).name == "Rex"
    client.close()

    assert not own.is_closed
    assert str(seen[0].url) == "https://eu.petstore.test/v1/pets/7"
    own.close()


def test_headers_of_a_client_are_those_of_every_request(petstore: Any, judge: Judge) -> None:
    with petstore.Client(
        api_key="k", base_url=judge.url, headers={"X-Mine": "1", "user-agent": "me"}
    ) as client:
        client.pets.get(1)

    assert judge.last.header("X-Mine") == "1"
    assert judge.last.header("User-Agent") == "me"


def test_threads_share_a_client(client: Any, judge: Judge) -> None:
    threads = [threading.Thread(target=client.pets.get, args=(n,)) for n in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(judge.sent) == [f"GET /v1/pets/{n}" for n in range(1, 9)]


def test_everything_can_be_awaited(petstore: Any, judge: Judge) -> None:
    async def calling() -> None:
        async def token() -> str:
            return "t"

        client = petstore.AsyncClient(api_key="k", token=token, base_url=judge.url)
        async with client:
            pet = await client.pets.create(name="Rex")
            assert isinstance(pet, petstore.models.Pet)
            users = await asyncio.gather(*(client.admin.users.get(n) for n in ("a", "b")))
            assert [type(user).__name__ for user in users] == ["User", "User"]
            raw = await client.pets.with_raw_response.get(1)
            assert raw.parsed() == await client.pets.get(1)
            assert (await client.with_raw_response.get_status()).status_code == 200
            judge.answer(404, {"message": "no"})
            with pytest.raises(petstore.NotFoundError):
                await client.pets.get(1)
        await client.get_status()
        await client.close()
        with pytest.raises(RuntimeError, match="closed"):
            await client.get_status()

    asyncio.run(calling())


# --- Answers


def test_raw_answers(client: Any, judge: Judge) -> None:
    judge.answer(200, [PET], headers={"X-Total": "1", "X-Request-Id": "r1"})
    raw = client.pets.with_raw_response.list(limit=1)

    assert (raw.status_code, raw.headers["x-total"], raw.request_id) == (200, "1", "r1")
    assert json.loads(raw.content) == json.loads(raw.text) == [PET]
    assert raw.parsed()[0].name == "Rex"


def test_unknown_values_are_kept(client: Any, judge: Judge) -> None:
    judge.answer(200, {**PET, "status": "new", "colour": "red"})
    pet = client.pets.get(1)

    assert pet.status == "new"
    assert pet.to_dict() == {**PET, "status": "new", "colour": "red"}


def test_unions_are_told_apart(client: Any, petstore: Any, judge: Judge) -> None:
    judge.answer(200, [{"kind": "dog", "tricks": ["sit"]}, {"kind": "cat"}, {"kind": "bird"}])
    dog, cat, bird = client.store.get_search()

    assert isinstance(dog, petstore.models.Dog)
    assert isinstance(cat, petstore.models.Cat)
    assert bird == {"kind": "bird"}


# --- Errors


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (405, "MethodNotAllowedError"),
        (408, "RequestTimeoutError"),
        (410, "GoneError"),
        (412, "PreconditionFailedError"),
        (413, "ContentTooLargeError"),
        (415, "UnsupportedMediaTypeError"),
        (501, "InternalServerError"),
        (502, "BadGatewayError"),
        (503, "ServiceUnavailableError"),
        (504, "GatewayTimeoutError"),
    ],
)
def test_a_class_for_each_status(
    client: Any, petstore: Any, judge: Judge, status: int, name: str
) -> None:
    judge.answer(status, {"message": "no", "code": 7}, headers={"X-Request-Id": "r1"})
    with pytest.raises(petstore.APIStatusError) as found:
        client.pets.list(limit=2)

    error = pickle.loads(pickle.dumps(found.value))
    assert type(error) is getattr(petstore.errors, name)
    assert (error.status_code, error.request_id, error.method) == (status, "r1", "GET")
    assert error.url.endswith("/pets?limit=2")
    assert error.body == petstore.models.Problem(message="no", code=7)
    assert json.loads(error.text) == {"message": "no", "code": 7}
    assert str(error).startswith(f"{status} ")


def test_an_undeclared_error_body_is_data_or_text(client: Any, petstore: Any, judge: Judge) -> None:
    judge.answer(400, {"detail": "no"})
    judge.answer(400, b"oops", content_type="text/plain")
    judge.answer(400, b"", content_type="text/plain")
    bodies = []
    for _ in range(3):
        with pytest.raises(petstore.BadRequestError) as found:
            client.pets.get(1)
        bodies.append(found.value.body)

    assert bodies == [{"detail": "no"}, "oops", None]


def test_connection_errors(client: Any, petstore: Any, judge: Judge) -> None:
    judge.drop()
    with pytest.raises(petstore.APIConnectionError) as found:
        client.pets.get(1)
    assert not isinstance(found.value, petstore.APITimeoutError)
    assert pickle.loads(pickle.dumps(found.value)).method == "GET"
    judge.answer(200, PET, delay=5)
    with pytest.raises(petstore.APITimeoutError):
        client.pets.get(1, timeout=0.2)


def test_an_answer_that_is_not_what_the_document_says(
    client: Any, petstore: Any, judge: Judge
) -> None:
    judge.answer(200, {"name": "Rex"})
    with pytest.raises(petstore.APIResponseValidationError, match="Field required at id") as found:
        client.pets.get(1)

    assert pickle.loads(pickle.dumps(found.value)).text == '{"name": "Rex"}'


def test_secrets_in_addresses_are_hidden(petstore: Any) -> None:
    def fail(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(500)

    own = httpx2.Client(transport=httpx2.MockTransport(fail))
    client = petstore.Client(base_url="https://user:word@host/v1", http_client=own, retries=0)
    with pytest.raises(petstore.InternalServerError) as found:
        client.get_status(extra_query={"api_key": "hidden", "page": 2})

    assert found.value.url == "https://***@host/v1/status?api_key=***&page=2"
    assert "hidden" not in str(found.value)
    own.close()


# --- Pages


def programs(package: Package) -> Iterator[tuple[str, str]]:
    for path, text in package.tree.items():
        if path.endswith(".md"):
            for program in re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
                yield path, program


def test_every_program_of_every_page_runs(package: Package, judge: Judge) -> None:
    found = list(programs(package))
    assert len(found) > 20
    for path, program in found:
        made = re.sub(r"(Client\()", rf"\1base_url={judge.url!r}, ", program)
        done = io.StringIO()
        names: dict[str, Any] = {"__name__": "__main__", "print": partial(print, file=done)}
        if "pets.delete" in program:
            with pytest.warns(DeprecationWarning):
                exec(made, names)
        else:
            exec(compile(made, path, "exec"), names)


def test_every_link_leads_somewhere(package: Package) -> None:
    for path, text in package.tree.items():
        if not path.endswith(".md"):
            continue
        for link in re.findall(r"\]\(([^)]*)\)", text):
            target, _, anchor = link.partition("#")
            page = os.path.normpath(PurePosixPath(path).parent / target) if target else path
            assert page in package.tree, f"{path}: {link}"
            assert not anchor or f'<a id="{anchor}">' in package.tree[page], f"{path}: {link}"


def test_docstrings_lead_to_their_page(package: Package, petstore: Any) -> None:
    pets = sys.modules["petstore.resources.pets"].Pets
    text = pets.list.__doc__

    assert "docs/resources/pets.md#list" in text
    assert ":param limit: How many (at least 1, at most 100, default 20)" in text
    assert ":raises RateLimitError: 429, Something is wrong" in text
    assert "docs/resources/pets.md" in package.tree


# --- Types

CORRECT = """
    from collections.abc import Coroutine
    from pathlib import Path
    from typing import Any, TypedDict, assert_type

    import petstore
    from petstore import (
        AsyncClient,
        AsyncStream,
        AsyncStreamingResponse,
        Client,
        NotFoundError,
        RawResponse,
        ServerSentEvent,
        Stream,
        StreamingResponse,
        models,
        omit,
    )
    from petstore.types import FileTypes, RequestOptions

    class Owner(TypedDict):
        name: str

    class Rex(TypedDict, total=False):
        name: str
        owner: Owner

    with Client(api_key="k", region="eu") as client:
        pet = assert_type(client.pets.get(42), models.Pet)
        assert_type(client.pets.get(pet_id=42, timeout=3), models.Pet)
        assert_type(client.pets.list(limit=3, status="sold", kind="bird"), list[models.Pet])
        client.pets.list(status=models.Status.SOLD, born_after="2024-02-29", limit=omit)
        assert_type(client.pets.create(name="Rex", tag=None, owner={"name": "Ann"}), models.Pet)
        client.pets.create(body=models.NewPet(name="Rex", owner=models.User(name="Ann")))
        rex: Rex = {"name": "Rex", "owner": {"name": "Ann"}}
        client.pets.create(body=rex)
        client.pets.create(name="Rex", owner=rex["owner"])
        client.pets.replace([rex])
        client.store.count(body=models.Count(total=1))
        client.pets.create(body={"name": "Rex"}, timeout=(1, None), extra_headers={"X": "1"})
        client.pets.replace([models.NewPet(name="Rex"), {"name": "Max"}])
        assert_type(client.pets.get_photo(1), bytes)
        photo: FileTypes = ("rex.png", Path("rex.png"))
        assert_type(client.pets.upload_photos(1, photo=photo, more=[b"1", Path("2")]), None)
        client.pets.set_photo(1, open("rex.png", "rb"))
        assert_type(client.store.place_order(pet_id=3), str)
        assert_type(client.admin.users.get("a"), models.User)
        raw = assert_type(client.pets.with_raw_response.get(42), RawResponse[models.Pet])
        assert_type(raw.parsed(), models.Pet)
        assert_type(client.get_status(), dict[str, str])
        assert_type(client.with_raw_response.get_status().status_code, int)
        with client.store.watch_sales(kind="dog", reconnect=True, timeout=5) as sales:
            assert_type(sales, Stream[models.Pet])
            for sold in sales:
                assert_type(sold, models.Pet)
            assert_type(sales.last_event_id, str)
            assert_type(sales.event, ServerSentEvent | None)
        for bit in client.store.give_advice_stream(question="Which?"):
            assert_type(bit.word, str)
        assert_type(client.store.give_advice(question="Which?").text, str)
        with client.pets.with_streaming_response.get_photo(1) as opened:
            assert_type(opened, StreamingResponse[bytes])
            assert_type(opened.headers["ETag"], str)
            opened.stream_to_file("rex.png", progress=lambda done, total: print(done, total))
        pet_again = client.pets.with_streaming_response.get(1).parsed()
        assert_type(pet_again, models.Pet)
        client.pets.set_photo(1, Path("rex.png"))
        client.pets.set_photo(1, (chunk for chunk in [b"a", b"b"]))
        for found in client.store.get_search(filter={"color": "red"}):
            if isinstance(found, models.Dog):
                assert_type(found.tricks, list[str] | None)
    assert_type(pet.owner, models.User | None)
    options: RequestOptions = {"timeout": None}
    client.pets.get(1, **options)
    try:
        client.pets.get(1)
    except NotFoundError as error:
        assert_type(error.status_code, int)
        assert_type(error.request_id, str | None)
    except petstore.APIError as error:
        assert_type(error.message, str)


    async def main() -> None:
        async with AsyncClient(token=lambda: "t") as client:
            call = client.pets.get(42)
            assert_type(await assert_type(call, Coroutine[Any, Any, models.Pet]), models.Pet)
            assert_type(await client.pets.create(name="Rex"), models.Pet)
            assert_type(await client.pets.with_raw_response.get(1), RawResponse[models.Pet])
            assert_type(await client.get_status(), dict[str, str])
            async with client.store.watch_sales() as sales:
                assert_type(sales, AsyncStream[models.Pet])
                async for sold in sales:
                    assert_type(sold, models.Pet)
            advice = await client.store.give_advice_stream(question="Which?")
            assert_type((await anext(advice)).word, str)
            async with client.pets.with_streaming_response.get_photo(1) as opened:
                assert_type(opened, AsyncStreamingResponse[bytes])
                assert_type(await opened.read(), bytes)
                async for line in opened.iter_lines():
                    assert_type(line, str)
                assert_type(await opened.stream_to_file(Path("a"), resume=True), Path)
"""
MISTAKES = """
    from petstore import AsyncClient, Client, models
    from petstore import Clients  # wrong

    client = Client()
    Client("k")  # wrong
    Client(region="asia")  # wrong
    Client(colour="red")  # wrong
    client.pet  # wrong
    client.pets.get()  # wrong
    client.pets.get("42")  # wrong
    client.pets.get(None)  # wrong
    client.pets.get(1, 2)  # wrong
    client.pets.get(1, timeout="soon")  # wrong
    client.pets.get(1, colour="red")  # wrong
    client.pets.get(1).nme  # wrong
    client.pets.list(5)  # wrong
    client.pets.list(limit="5")  # wrong
    client.pets.list(limit=None)  # wrong
    client.pets.create("Rex")  # wrong
    client.pets.create(name=5)  # wrong
    client.pets.create(name=None)  # wrong
    client.pets.create(body=models.User(name="Ann"))  # wrong
    client.pets.create(name="Rex", id=5)  # wrong
    client.pets.replace({"name": "Rex"})  # wrong
    client.pets.with_raw_response.get(1).name  # wrong
    len(client.pets.get(1).tag)  # wrong
    client.pets.get(1, reconnect=True)  # wrong
    client.store.watch_sales().name  # wrong
    next(client.store.watch_sales()).nme  # wrong
    client.store.give_advice(question="Which?", stream=True)  # wrong
    client.pets.with_streaming_response.get_photo(1).parsed().name  # wrong
    client.pets.with_streaming_response.get_photo(1).stream_to_file()  # wrong
    models.NewPet()  # wrong


    async def main() -> None:
        async with AsyncClient() as client:
            client.pets.get(1).name  # wrong
            await client.pets.get("1")  # wrong
            for _ in client.store.watch_sales():  # wrong
                pass
            (await client.store.watch_sales()).name  # wrong
"""


@pytest.fixture(scope="module")
def scripts(package: Package) -> Path:
    for name, text in (("correct", CORRECT), ("mistakes", MISTAKES)):
        (package.folder / f"{name}.py").write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportUnusedExpression": False,
    }
    settings |= {"reportUnusedCoroutine": False, "reportUnusedImport": False}
    (package.folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return package.folder


def mypy(folder: Path, *targets: str) -> str:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-incremental",
        "--cache-dir",
        os.devnull,
        *targets,
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def pyright(folder: Path, *targets: str) -> str:
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--pythonpath",
        sys.executable,
        "-p",
        "pyrightconfig.json",
        *targets,
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_the_package_and_its_users_are_typed_and_mistakes_are_found(
    scripts: Path, checker: Callable[..., str]
) -> None:
    said = checker(scripts, "petstore", "correct.py", "mistakes.py")
    found = set(re.findall(r"(\S+\.pyi?):(\d+):.*error", said))
    lines = textwrap.dedent(MISTAKES).lstrip().splitlines()
    wrong = [number for number, line in enumerate(lines, start=1) if line.endswith("# wrong")]

    assert {(Path(file).name, int(number)) for file, number in found} == {
        ("mistakes.py", number) for number in wrong
    }, said


# --- Names


def named(operations: list[tuple[str, str, str | None]], tag: str) -> list[str]:
    """The names of the methods for operations: method, path, operationId."""
    return list(_resource(operations, tag).methods.values())


def _resource(operations: list[tuple[str, str, str | None]], tag: str) -> Resource:
    from clientloom.api import Api, Operation
    from clientloom.document import Location

    where = Location(Path("x.yaml"), ())
    made = tuple(
        Operation(
            id=name or f"{method.lower()} {path}",
            method=method,
            path=path,
            tags=(tag,) if tag else (),
            location=where,
        )
        for method, path, name in operations
    )
    root = resources(Api("", "", "", (), (), made, {}, ()))
    found = [r for r in root.descendants() if r.operations]
    return found[0] if found else root


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("pets", "listPets", "list"),
        ("Pets", "pets_list", "list"),
        ("pet", "getPetById", "get_by_id"),
        ("pets", "listAllPets", "list_all"),
        ("pets", "deletePet", "delete"),
        ("pets", "PetsController_findAll", "find_all"),
        ("pets", "v1.pets.list", "list"),
        ("orders", "getUserOrders", "get_user_orders"),
        ("auditlog", "listAuditLogs", "list"),
        ("pull requests", "pulls/list", "pulls_list"),
        ("Pull Requests", "listPullRequests", "list"),
        ("categories", "getCategory", "get"),
        ("pets api", "createPet", "create"),
        ("imports", "imports_import", "import_"),
        ("pets", "pets", "pets"),
        ("pets", "petsById", "pets_by_id"),
        ("store", "placeOrder", "place_order"),
        ("core_v1", "listCoreV1NamespacedPod", "list_namespaced_pod"),
        ("", "listPets", "list_pets"),
        ("", "close", "close_"),
    ],
)
def test_the_noun_of_the_resource_is_dropped(tag: str, name: str, expected: str) -> None:
    assert named([("GET", "/x", name)], tag) == [expected]


def test_operations_that_would_have_one_name_keep_their_own() -> None:
    forwards = [("GET", "/a", "getPet"), ("GET", "/b", "getPets"), ("GET", "/c", "listPets")]

    assert named(forwards, "pets") == ["get_pet", "get_pets", "list"]
    assert named(forwards[::-1], "pets") == ["list", "get_pets", "get_pet"]


def test_without_an_operation_id_method_and_path_decide() -> None:
    paths = [
        ("GET", "/v1/pets", "list"),
        ("POST", "/v1/pets", "create"),
        ("GET", "/v1/pets/{id}", "get"),
        ("PUT", "/v1/pets/{id}", "replace"),
        ("PATCH", "/v1/pets/{id}", "update"),
        ("DELETE", "/v1/pets/{id}", "delete"),
        ("GET", "/v1/pets/{id}/toys", "list_toys"),
        ("POST", "/v1/pets/{id}/toys", "create_toy"),
        ("GET", "/v1/pets/{id}/toys/{toy}", "get_toy"),
        ("POST", "/v1/pets/{id}/feed", "feed"),
        ("GET", "/v1/pets/{id}/photo", "get_photo"),
        ("GET", "/v1/inventory", "get_inventory"),
    ]

    assert named([(m, p, None) for m, p, _ in paths], "pets") == [name for *_, name in paths]


def test_the_whole_path_decides_where_there_is_no_resource_or_two_would_have_one_name() -> None:
    paths = [
        ("GET", "/api/v2/accounts/{id}/payments", "list_account_payments"),
        ("GET", "/api/v2/payments", "list_payments"),
        ("GET", "/api/v2/users", "list_users"),
        ("POST", "/api/v2/users", "create_user"),
        ("GET", "/api/v2/users/{id}", "get_user"),
        ("POST", "/api/v2/login", "login"),
        ("GET", "/", "get"),
    ]
    names = [name for *_, name in paths]

    assert named([(m, p, None) for m, p, _ in paths], "") == names
    assert named([(m, p, None) for m, p, _ in paths[:2]], "payments") == names[:2]


@pytest.mark.parametrize(
    ("tag", "method", "path", "name", "expected"),
    [
        ("items", "GET", "/items/{item_id}", "read_item_items__item_id__get", "read"),
        ("", "GET", "/items/", "read_items_items__get", "read_items"),
        ("documents", "POST", "/documents", "post-documents", "create"),
        ("documents", "GET", "/documents/{id}", "get-documents-id", "get"),
        ("Capital", "GET", "/grants", "get-grants", "list_grants"),
        ("pets", "DELETE", "/pets/{petId}", "petsPetIdDelete", "delete"),
        ("files", "GET", "/v3/files", "drive.files.list", "list"),
        ("projects", "GET", "/v1/{name}", "repo.projects.sources.get", "sources_get"),
        ("", "GET", "/settings", "getSettings", "get_settings"),
    ],
)
def test_an_operation_id_of_method_and_path_says_no_more_than_these(
    tag: str, method: str, path: str, name: str, expected: str
) -> None:
    assert named([(method, path, name)], tag) == [expected]


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("admin/users", "admin.users"),
        ("admin.users", "admin.users"),
        ("Admin/API Keys", "admin.api_keys"),
        ("import", "import_"),
        ("call", "call_"),
        ("v1.0", "v1_0"),
        ("and/or!", "and_or"),
    ],
)
def test_tags_become_attributes(tag: str, path: str) -> None:
    assert _resource([("GET", "/x", "get")], tag).path == path


# --- The command


def test_a_document_is_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"

    assert main(["generate", str(PETSTORE), "-o", str(out)]) == 0
    assert re.search(r"petstore +\d+ files, \d+ added", capsys.readouterr().out)
    assert (out / "petstore" / "petstore" / "_client.py").is_file()
    assert 'version = "1.2.3"' in (out / "petstore" / "pyproject.toml").read_text()
    assert main(["generate", str(PETSTORE), "-o", str(out)]) == 0
    assert "up to date" in capsys.readouterr().out
    assert main(["check", str(PETSTORE), "-o", str(out)]) == 0


def test_what_the_document_no_longer_has_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, out = tmp_path / "petstore.yaml", tmp_path / "out"
    spec.write_text(PETSTORE.read_text(encoding="utf-8"), encoding="utf-8")
    main(["generate", str(spec), "-o", str(out)])
    mine = out / "petstore" / "petstore" / "mine.py"
    mine.write_text("# not generated", encoding="utf-8")
    text = spec.read_text(encoding="utf-8").replace("admin/users", "people")
    spec.write_text(text, encoding="utf-8")
    main(["generate", "--prune-aliases", str(spec), "-o", str(out)])

    resources_there = {path.name for path in (out / "petstore/petstore/resources").glob("*.py")}
    assert resources_there == {"__init__.py", "people.py", "pets.py", "store.py"}
    assert mine.is_file()


def test_names_can_be_given(tmp_path: Path) -> None:
    code = main(
        [
            "generate",
            str(PETSTORE),
            "-o",
            str(tmp_path),
            "--package",
            "pet_client",
            "--distribution",
            "pets",
            "--style",
            "prior",
            "--package-version",
            "2.0",
        ]
    )

    assert code == 0
    assert (tmp_path / "pets" / "pet_client" / "api_client.py").is_file()
    assert 'version = "2.0"' in (tmp_path / "pets" / "pyproject.toml").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--style", "none"],
        ["--package", "not-a-name"],
        ["--distribution", "!"],
        ["--package-version", "x"],
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", str(PETSTORE), "-o", str(tmp_path), *arguments]) == 1
    assert capsys.readouterr().err.startswith(f"{arguments[0].replace('package-', '')}: ")


def test_a_title_of_any_kind_gives_a_name(tmp_path: Path) -> None:
    for title in ("日本語", "3 Pets!", "class", ""):
        spec = tmp_path / "api.json"
        spec.write_text(
            json.dumps({"openapi": "3.0.3", "info": {"title": title, "version": "1"}, "paths": {}})
        )
        assert main(["generate", str(spec), "-o", str(tmp_path / "out"), "-q"]) == 0

    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "client",
        "value-3-pets",
        "api",
        "clientloom.lock",
        ".clientloom",
    }


def test_the_plan_is_pure(tmp_path: Path) -> None:
    config = ClientConfig("x", PETSTORE, "native", "petstore", "petstore", "1.0.0", tmp_path)
    api = parse(load_document(config.spec))

    assert [r.path for r in resources(api).descendants()] == [
        "pets",
        "store",
        "admin",
        "admin.users",
    ]
