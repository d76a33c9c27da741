"""`clientloom impact` on programs that use a package: it finds the lines that mypy finds with the new package.

Lines that break end with `# breaks`; mypy, which has both packages, is the judge of that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from textwrap import dedent

import pytest
from clientloom.cli import main
from clientloom.config import Client
from clientloom.pipeline import generate
from diff_cases import (
    Spec,
    add_parameter,
    add_property,
    base,
    in_operation,
    in_parameter,
    in_schema,
    query,
    remove_parameter,
    rename_property,
    rename_schema,
    set_in,
    string,
)

NATIVE: Mapping[str, str] = {
    "shop/__init__.py": "",
    "shop/clients.py": """
        from __future__ import annotations

        from collections.abc import Iterator
        from contextlib import contextmanager

        import things
        from things import AsyncClient, Client


        def connect(key: str) -> Client:
            return Client(api_key=key)


        @contextmanager
        def connected() -> Iterator[Client]:
            with Client() as found:
                yield found


        shared = connect("a")
        """,
    "shop/report.py": """
        import things
        from shop import clients
        from shop.clients import connect, shared
        from things import models
        from things.models import Color, Owner  # breaks
        from things.models import Thing as Item


        def names(limit: int) -> list[str]:
            client = connect("k")
            found = client.things.list(limit=limit, filter="a")  # breaks
            return [each.name.upper() for each in found]  # breaks


        def total(items: list[Item]) -> float:
            return sum(item.size or 0 for item in items)  # breaks


        def describe(item: Item) -> str:
            if item.color == Color.RED:  # breaks
                return "red"
            owner = item.owner
            return owner.email if owner is not None else ""


        def mail(person: Owner) -> str:  # breaks
            return person.email


        def remove(thing_id: str) -> None:
            shared.things.delete(thing_id)  # breaks
            clients.shared.things.delete(thing_id)  # breaks
            remover = shared.things.delete  # breaks
            remover(thing_id)


        def first() -> str:
            with things.Client() as client:
                page = client.notes.list("a", 1)  # breaks
                client.notes.list("a", page=2, size=3)
                return page.first.body.texts[0]


        def make() -> models.NewThing:
            return models.NewThing(name="a", shade=models.Shade.DARK)  # breaks


        def load(thing_id: str) -> object:
            return shared.things.get(thing_id)  # breaks


        def unrelated() -> list[str]:
            class Other:
                size = 1

            other = Other()
            return [str(other.size)]
        """,
    "shop/service.py": """
        from things import AsyncClient, Client


        class Service:
            def __init__(self, client: Client) -> None:
                self._client = client
                self._things = client.things

            def find(self, thing_id: str) -> float | None:
                thing = self._things.get(thing_id)  # breaks
                return thing.size  # breaks

            def again(self) -> None:
                for thing in self._client.things.list(limit=5):
                    print(thing.size)  # breaks


        class Worker:
            client: AsyncClient

            async def run(self, thing_id: str) -> None:
                async with AsyncClient() as client:
                    thing = await client.things.get(thing_id)  # breaks
                    print(thing.size)  # breaks
                await self.client.things.delete(thing_id)  # breaks
        """,
}

DOCUMENTED: Mapping[str, str] = {
    "job.py": """
        import things
        from things.api.notes_api import NotesApi
        from things.api.things_api import ThingsApi
        from things.models import Owner  # breaks

        configuration = things.Configuration(host="https://one.example")


        def run(number: int) -> None:
            with things.ApiClient(configuration) as api_client:
                api = ThingsApi(api_client)
                notes = NotesApi(api_client)
                for thing in api.list_things(limit=5):
                    print(thing.size)  # breaks
                api.list_things()  # breaks
                notes.list_notes("a", number)  # breaks
                notes.list_notes("a", page=number)
                thing = api.get_thing("a")  # breaks
                print(thing.size)  # breaks
                print(Owner(email="a"))  # breaks
        """,
}


def new_spec() -> Spec:
    spec = deepcopy(base())
    for edit in (
        in_operation("getThing", set_in("operationId", "fetchThing")),
        lambda s: s["paths"]["/things/{thingId}"].pop("delete"),
        remove_parameter("listThings", "filter"),
        in_parameter("listThings", "limit", set_in("required", True)),
        in_parameter("listNotes", "page", set_in("required", False)),
        rename_schema("Owner", "Person"),
        rename_property("Thing", "size", "theSize"),
        in_schema("Color", set_in("enum", ["green", "blue"])),
        add_property("NewThing", "extra", string(), required=True),
        in_schema("Thing", set_in("properties.name.nullable", True)),
        add_parameter("listThings", query("deep", {"type": "boolean"})),
    ):
        edit(spec)
    return spec


class Setting:
    """A program, both documents, and both packages under one name."""

    def __init__(self, folder: Path, style: str, app: Mapping[str, str]) -> None:
        self.folder, self.style, self.app = folder, style, app
        for side, spec in (("old", base()), ("new", new_spec())):
            document = folder / f"{side}.json"
            document.write_text(json.dumps(spec))
            client = Client("things", document, style, "things", "things", "1.0.0")
            for name, text in generate(client).items():
                file = folder / side / name.partition("/")[2]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
        for name, text in app.items():
            file = folder / "app" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text).lstrip("\n"))

    @property
    def marked(self) -> set[str]:
        return {
            f"{name}:{number}"
            for name in self.app
            for number, line in enumerate((self.folder / "app" / name).read_text().splitlines(), 1)
            if line.endswith("# breaks")
        }

    def mypy(self, side: str) -> set[str]:
        """The lines that mypy complains about."""
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", os.devnull, "."],
            cwd=self.folder / "app",
            env={**os.environ, "MYPYPATH": str(self.folder / side)},
            capture_output=True,
            text=True,
            check=False,
        )
        return {
            ":".join(line.split(":")[:2]) for line in done.stdout.splitlines() if ": error:" in line
        }


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    return Setting(tmp_path_factory.mktemp("native"), "native", NATIVE)


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    return Setting(tmp_path_factory.mktemp("documented"), "prior", DOCUMENTED)


def impact(
    setting: Setting, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> list[dict[str, object]]:
    monkeypatch.chdir(setting.folder)
    code = main(
        [
            "impact",
            "--app",
            "app",
            "old.json",
            "new.json",
            "--style",
            setting.style,
            "--format",
            "json",
        ]
    )
    assert code == 1
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
    return found


@pytest.mark.parametrize("style", ["native", "documented"])
def test_the_lines_are_those_that_mypy_finds(
    style: str,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setting: Setting = request.getfixturevalue(style)
    found = impact(setting, capsys, monkeypatch)
    lines = {f"{str(f['file']).removeprefix('app/')}:{f['line']}" for f in found}

    assert setting.mypy("old") == set()
    assert lines == setting.marked, "\n".join(
        f"{f['line']} {f['code']}: {f['sentence']}" for f in found
    )
    assert lines >= setting.mypy("new")


PLUGIN: Mapping[str, str] = {
    "job.py": """
        from things.models import Color
        from things.queries.notes_api import ListNotesQuery
        from things.queries.things_api import ListThingsQuery
        from waylay.sdk.client import WaylayClient


        async def run() -> None:
            waylay = WaylayClient.from_profile()
            for each in await waylay.things.things.list_things(query=ListThingsQuery(filter="a")):  # breaks
                print(each.size, each.color == Color.GREEN)  # breaks
            await waylay.things.things.delete_thing("a")  # breaks
            await waylay.things.notes.list_notes("a", query=ListNotesQuery(page=1))
        """,
}


def test_plugins_are_followed_through_the_client_of_their_core(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = Setting(tmp_path, "waylay", PLUGIN)
    found = impact(setting, capsys, monkeypatch)
    lines = {f"{str(f['file']).removeprefix('app/')}:{f['line']}" for f in found}

    assert lines == setting.marked, "\n".join(f"{f['line']} {f['sentence']}" for f in found)


def test_each_line_says_what_to_write(
    native: Setting, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(native.folder)
    code = main(["impact", "--app", "app/shop/service.py", "old.json", "new.json"])
    lines = capsys.readouterr().out.splitlines()

    assert code == 1
    assert lines[:3] == [
        "app/shop/service.py:10:17: self._things.get(thing_id) (warning)",
        "  `client.things.get` is now `client.things.fetch`. The earlier name still works, deprecated.",
        "  Write `client.things.fetch(...)` for `client.things.get(...)`, which ends with the next major version.",
    ]
    assert lines[-1] == "6 lines in 1 file."


def test_a_program_that_nothing_breaks_is_told_so(
    native: Setting, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(native.folder)

    assert main(["impact", "--app", "app/shop/clients.py", "old.json", "new.json"]) == 0
    assert "Nothing in this program" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("app.py", "def\n", "app.py:1:4: this is not Python"),
        ("notes.md", "x", "there is no Python here"),
    ],
)
def test_what_is_no_program_is_said(
    name: str,
    text: str,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / name).write_text(text)
    for side in ("old", "new"):
        (tmp_path / f"{side}.json").write_text(json.dumps(base()))
    code = main(["impact", "--app", "app", "old.json", "new.json"])

    assert code == 2
    assert message in capsys.readouterr().err
