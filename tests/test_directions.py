"""`readOnly` and `writeOnly`: what answers bring, what requests take, and what of a fetched model is sent back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from own import Package, installed, tree_of
from pydantic import ValidationError
from runtime.conftest import Server

HERE = Path(__file__).parent / "wire"
USER = {
    "id": "1",
    "name": "a",
    "createdAt": "2020-01-01T00:00:00Z",
    "profile": {"views": 3},
    "new": 1,
}
SENT_USER = {"name": "a", "new": 1}

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(HERE / "directions.yaml", "directions")
    with installed(tree, "directions", tmp_path_factory.mktemp("directions")) as found:
        yield found


@pytest.fixture
def client(package: Package, server: Server) -> Iterator[Any]:
    with package.client(server.url) as found:
        yield found


def sent(server: Server) -> Any:
    return json.loads(server.last.body)


def test_an_answer_has_what_requests_have_not_and_needs_nothing_else(
    client: Any, server: Server
) -> None:
    server.will(200, json.dumps(USER))
    user = client.users.get("1")

    assert (user.id, user.profile.views) == ("1", 3)
    assert "password" not in type(user).model_fields
    assert type(user).model_fields["id"].is_required()


def test_a_request_takes_what_answers_have_not(
    package: Package, client: Any, server: Server
) -> None:
    server.will(201, json.dumps(USER))
    made = package.root.models.UserInputRequest(name="b", password="p")
    bodies: list[dict[str, Any]] = [
        {"name": "b", "password": "p"},
        {"body": made},
        {"body": {"name": "b", "password": "p"}},
    ]
    for body in bodies:
        client.users.create(**body)
        assert sent(server) == {"name": "b", "password": "p"}
    with pytest.raises(ValidationError, match="password"):
        client.users.create(name="b")
    assert "id" not in type(made).model_fields


def test_what_was_fetched_is_sent_back_without_what_is_only_read(
    package: Package, client: Any, server: Server
) -> None:
    server.will(200, json.dumps(USER))
    user = client.users.get("1")
    client.users.replace("1", body=user)
    assert sent(server) == SENT_USER

    client.users.replace("1", body={**user.to_dict(), "password": "p"})
    assert sent(server) == {**SENT_USER, "password": "p"}

    class Own(package.root.models.User):  # type: ignore[name-defined, misc]
        pass

    client.users.replace("1", body=Own(id="1", name="c"))
    assert sent(server) == {"name": "c"}
    assert user.id == "1"


def test_what_was_fetched_is_sent_back_within_lists_unions_and_cycles(
    package: Package, client: Any, server: Server
) -> None:
    person = {**USER, "kind": "user"}
    bot, unknown = {"kind": "bot", "serial": 1}, {"kind": "new", "z": 1}
    plain = {
        "lead": USER,
        "members": [person, bot, unknown],
        "parent": {"lead": USER, "members": []},
        "input": {"a": "b"},
    }
    expected = {
        "lead": SENT_USER,
        "members": [{**SENT_USER, "kind": "user"}, bot, unknown],
        "parent": {"lead": SENT_USER, "members": []},
        "input": {"a": "b"},
    }
    server.will(200, json.dumps(plain))
    team = client.teams.get("1")
    client.teams.replace("1", body=team)
    assert sent(server) == expected
    client.teams.replace(
        "1", lead=team.lead, members=team.members, parent=team.parent, input=team.input
    )
    assert sent(server) == expected
    models = package.root.models
    made = models.TeamInputRequest(lead=team.lead, members=team.members, parent=team.parent)
    assert type(made.lead) is models.UserInputRequest
    client.teams.replace("1", body=made)
    assert sent(server) == {name: expected[name] for name in ("lead", "members", "parent")}


def test_one_class_serves_both_ways_where_nothing_is_demanded(
    package: Package, client: Any, server: Server
) -> None:
    server.will(200, json.dumps({"text": "t", "stars": 4}))
    note = client.notes.get()
    assert note.stars == 4
    for body in (note, note.to_dict(), package.root.models.Note(text="t", stars=1)):
        client.notes.put(body=body)
        assert sent(server) == {"text": "t"}
    assert not hasattr(package.root.models, "NoteInput")


def test_what_tells_variants_apart_is_sent_whatever_is_said_of_it(
    package: Package, client: Any, server: Server
) -> None:
    models = package.root.models
    assert models.Bot.model_fields["kind"].is_required()
    assert not hasattr(models, "BotInput")


def test_a_class_of_the_document_keeps_its_name(package: Package) -> None:
    models = package.root.models
    assert list(models.UserInput.model_fields) == ["other"]
    assert list(models.TeamInput.model_fields) == ["a"]


def test_a_stub_is_made_and_asked_like_the_api(package: Package) -> None:
    models = package.root.models
    testing = __import__("directions.testing", fromlist=["Mock"])
    user = models.User(id="1", name="a")
    with testing.Mock() as mock:
        mock.users.get("1").returns(user)
        mock.users.replace("1", body=user).returns(user)
        mock.teams.replace("1", lead=user, members=[]).returns(models.Team(lead=user, members=[]))
        with package.root.Client(transport=mock, base_url="http://a") as client:
            found = client.users.get("1")
            client.users.replace("1", body=found)
            client.teams.replace("1", lead=found, members=[])
        with pytest.raises(ValueError, match="id"):
            mock.users.get("2").returns(models.UserInputRequest(name="a", password="p"))
        mock._stubs.pop()


def test_no_keyword_no_trace(tmp_path: Path) -> None:
    text = (HERE / "directions.yaml").read_text()
    text = text.replace("readOnly: true, ", "").replace(", readOnly: true", "")
    (tmp_path / "plain.yaml").write_text(text.replace(", writeOnly: true", ""))
    tree = tree_of(tmp_path / "plain.yaml", "plain")
    written = "".join(text for path, text in tree.items() if "_runtime" not in path)
    assert "sent_as" not in written
    assert "never_sent" not in written
    assert "fetched_as" not in written


@pytest.mark.parametrize(("style", "body"), [("nextgen", {"text": "t"}), ("legacy", None)])
def test_the_documented_styles_send_what_their_originals_do(
    style: str, body: Any, server: Server, tmp_path: Path
) -> None:
    """`nextgen` leaves out what is only read; before it, a model was sent as it is."""
    note = {"text": "t", "stars": 4}
    package = f"notes_{style}"
    server.will(200, json.dumps(note))
    with installed(tree_of(HERE / "directions.yaml", package, style), package, tmp_path) as found:
        configuration = found.root.Configuration(host=server.url)
        with found.root.ApiClient(configuration) as client:
            notes = found.root.NotesApi(client)
            notes.put_note(notes.get_note())

    assert sent(server) == (body or note)
