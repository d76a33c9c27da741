"""A document renames something: code that was written before still runs, and type-checks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from clientloom.cli import main
from clientloom.config import Client
from clientloom.pipeline import Package, build
from clientloom.renames import NO_HISTORY, History
from judge import Judge
from own import installed

OLD = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "http://localhost"}]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - {name: petId, in: path, required: true, schema: {type: integer}}
        - {name: season, in: query, required: true, schema: {type: string}}
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: pageSize, in: query, schema: {type: integer}}
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
    post:
      operationId: createPet
      tags: [pets]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"201": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        petName: {type: string}
        mood: {$ref: "#/components/schemas/Mood"}
    Mood:
      type: string
      enum: [awake, sleeping]
"""

OPERATION = (("listPets", "indexPets"),)
TAG = (("tags: [pets]", "tags: [zoo]"),)
SCHEMA = (("    Pet:", "    Animal:"), ('schemas/Pet"', 'schemas/Animal"'))
FIELD = (("petName: {", "nickName: {x-clientloom-renamed-from: petName, "),)
MEMBER = (
    ("enum: [awake, sleeping]", "enum: [awake, asleep]"),
    ("      enum:", "      x-clientloom-renamed-values: {asleep: sleeping}\n      enum:"),
)
REQUIRED = (
    ("/{petId}:", "/{number}:"),
    ("name: petId", "name: number"),
    ("name: season", "x-clientloom-renamed-from: season, name: when"),
)
REQUIRED_FIELD = (
    ("required: [id]", "required: [number]"),
    ("        id: {", "        number: {x-clientloom-renamed-from: id, "),
)
ARGUMENT = (("pageSize, in: query", "limit, x-clientloom-renamed-from: pageSize, in: query"),)
EVERYTHING = (*OPERATION, *TAG, *SCHEMA, *FIELD, *MEMBER, *ARGUMENT)
NEEDED = (*REQUIRED, *REQUIRED_FIELD)


Changes: TypeAlias = tuple[tuple[str, str], ...]


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def made(
    folder: Path,
    text: str,
    former: History = NO_HISTORY,
    style: str = "native",
    version: str = "1.0.0",
) -> Package:
    spec = folder / "zoo.yaml"
    spec.write_text(text)
    client = Client("zoo", spec, style, "zoo", "zoo-sdk", version)
    return build(client, former)


def names(package: Package) -> set[tuple[str, str]]:
    return {(alias.kind, alias.name) for alias in package.history.aliases}


@pytest.fixture
def renamed(tmp_path: Path) -> Callable[..., Package]:
    """Return a function that gives a package of the old document, regenerated from a changed one."""

    def renamed(
        *changes: tuple[str, str], style: str = "native", version: str = "1.0.0"
    ) -> Package:
        former = made(tmp_path, OLD, style=style).history
        return made(tmp_path, changed(OLD, *changes), former, style, version)

    return renamed


def placed(package: Package) -> dict[str, str]:
    """The files of the distribution, without its folder."""
    return {path.partition("/")[2]: text for path, text in package.tree.items()}


@pytest.fixture
def zoo(renamed: Callable[..., Package], tmp_path: Path) -> Iterator[Any]:
    """The package in which everything has another name, of the style `native`."""
    with installed(placed(renamed(*EVERYTHING)), "zoo", tmp_path / "site") as found:
        yield found.root


@pytest.fixture
def judge(tmp_path: Path) -> Iterator[Judge]:
    spec = tmp_path / "now.yaml"
    spec.write_text(changed(OLD, *EVERYTHING))
    with Judge(spec) as running:
        yield running


def warned(use: Callable[[], Any]) -> tuple[Any, str]:
    """The result, and the only warning, which is at a line of this file."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = use()
    assert [(each.category, each.filename) for each in found] == [(DeprecationWarning, __file__)]
    return result, str(found[0].message)


# --- Which names live on


EXPECTED: list[tuple[Changes, set[tuple[str, str]]]] = [
    (OPERATION, {("operation", "pets.list")}),
    (TAG, {("operation", f"pets.{name}") for name in ("list", "create", "get")}),
    (REQUIRED, {("argument", "petId"), ("argument", "season")}),
    (REQUIRED_FIELD, {("part", "id")}),
    (SCHEMA, {("schema", "Pet")}),
    (FIELD, {("part", "pet_name")}),
    (MEMBER, {("part", "SLEEPING")}),
    (ARGUMENT, {("argument", "pageSize")}),
    ((("pageSize", "limit"),), set()),
    ((("petName:", "nickName:"),), set()),
    ((("sleeping", "asleep"),), set()),
    ((*SCHEMA, ("petName:", "nickName:")), set()),
    (
        (("    Mood:", "    Humour:"), ('schemas/Mood"', 'schemas/Humour"'), ("petName:", "nick:")),
        {("schema", "Mood")},
    ),
    ((("/pets:", "/animals:"),), set()),
    ((("        id: {type: integer}\n", "        id: {type: string}\n"),), set()),
    (
        (("petName: {", "petName: {x-clientloom-name: name, "),),
        {("part", "pet_name")},
    ),
    (
        (
            *SCHEMA,
            ("petName:", "nickName:"),
            ("    Animal:", "    Animal:\n      x-clientloom-renamed-from: Pet"),
        ),
        {("schema", "Pet")},
    ),
    (
        (
            ("/pets:", "/zoo:"),
            ("listPets", "index\n      x-clientloom-renamed-from: listPets"),
        ),
        {("operation", "pets.list")},
    ),
    (
        (
            ("/pets:", "/zoo:"),
            ("listPets", "index\n      x-clientloom-renamed-from: GET /pets"),
        ),
        {("operation", "pets.list")},
    ),
]


@pytest.mark.parametrize(("changes", "expected"), EXPECTED)
def test_what_is_renamed_beyond_doubt_keeps_its_earlier_name(
    renamed: Callable[..., Package],
    changes: Changes,
    expected: set[tuple[str, str]],
) -> None:
    assert names(renamed(*changes)) == expected


def test_two_schemas_of_one_shape_are_not_guessed(tmp_path: Path) -> None:
    twins = OLD + "    Cat: &toy\n      type: object\n      properties: {a: {type: string}}\n"
    twins += "    Dog:\n      type: object\n      properties: {a: {type: string}}\n"
    former = made(tmp_path, twins).history
    now = changed(twins, ("    Cat: &toy", "    Lion:"), ("    Dog:", "    Wolf:"))

    assert names(made(tmp_path, now, former)) == set()


def test_an_unused_document_renames_nothing(tmp_path: Path) -> None:
    first = made(tmp_path, OLD)
    second = made(tmp_path, OLD, first.history)

    assert second.history == first.history
    assert second.tree == first.tree


def test_names_stay_when_nothing_changes_again(
    renamed: Callable[..., Package], tmp_path: Path
) -> None:
    first = renamed(*EVERYTHING)
    second = made(tmp_path, changed(OLD, *EVERYTHING), first.history, version="1.4.0")

    assert second.history == first.history
    tree = {path: text.replace('"1.4.0"', '"1.0.0"') for path, text in second.tree.items()}
    assert tree == first.tree


def test_each_of_several_earlier_names_lives_on(tmp_path: Path) -> None:
    package = made(tmp_path, OLD)
    for name in ("indexPets", "scanPets"):
        package = made(tmp_path, OLD.replace("listPets", name), package.history)

    assert names(package) == {("operation", "pets.list"), ("operation", "pets.index")}

    back = made(tmp_path, OLD, package.history)
    assert names(back) == {("operation", "pets.index"), ("operation", "pets.scan")}


@pytest.mark.parametrize(("version", "lives"), [("1.9.0", True), ("2.0.0", False)])
def test_names_end_with_the_major_version(
    renamed: Callable[..., Package], tmp_path: Path, version: str, lives: bool
) -> None:
    first = renamed(*EVERYTHING)
    later = made(tmp_path, changed(OLD, *EVERYTHING), first.history, version=version)

    assert names(later) == (names(first) if lives else set())


def test_a_name_that_something_else_has_now_is_no_alias(tmp_path: Path) -> None:
    former = made(tmp_path, OLD).history
    other = changed(
        OLD, ("operationId: listPets", "operationId: indexPets"), ("createPet", "listPets")
    )

    package = made(tmp_path, other, former)

    assert names(package) == {("operation", "pets.create")}


# --- Old code against the new package


def test_methods(zoo: Any, judge: Judge) -> None:
    with zoo.Client(base_url=judge.url, retries=0) as client:
        for view in (
            client.pets,
            client.pets.with_raw_response,
            client.pets.with_streaming_response,
        ):
            _, message = warned(partial(view.list, limit=3))
            assert message == "pets.list is deprecated: it is zoo.index_pets now"
        assert client.zoo.index_pets().id is not None


def test_awaited_methods(zoo: Any, judge: Judge) -> None:
    import asyncio

    async def use() -> None:
        async with zoo.AsyncClient(base_url=judge.url, retries=0) as client:
            await client.pets.list(limit=3)

    _, message = warned(lambda: asyncio.run(use()))
    assert message == "pets.list is deprecated: it is zoo.index_pets now"


def test_classes(zoo: Any) -> None:
    found, message = warned(lambda: zoo.models.Pet)
    assert found is zoo.models.Animal
    assert message == "zoo.models.Pet is deprecated: it is Animal now"
    assert "Pet" not in zoo.models.__all__

    module, message = warned(lambda: __import__("zoo.models.pet", fromlist=["Pet"]))
    assert module.Pet is zoo.models.Animal
    assert message == "zoo.models.pet.Pet is deprecated: it is Animal now"


def test_fields(zoo: Any) -> None:
    animal, message = warned(lambda: zoo.models.Animal(id=1, pet_name="Rex"))
    assert message == "Animal.pet_name is deprecated: it is nick_name now"
    assert animal.to_dict() == {"id": 1, "nickName": "Rex"}
    assert warned(lambda: animal.pet_name)[0] == "Rex"

    warned(lambda: setattr(animal, "pet_name", "Max"))
    assert animal.nick_name == "Max"
    assert animal.to_dict() == {"id": 1, "nickName": "Max"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        animal.nick_name = "Rex"
        assert zoo.models.Animal.from_dict({"id": 1, "nickName": "Rex"}) == animal
        assert not hasattr(animal, "absent")


def test_arguments(zoo: Any, judge: Judge) -> None:
    with zoo.Client(base_url=judge.url, retries=0) as client:
        _, message = warned(lambda: client.zoo.index_pets(page_size=3))
        assert message == "the argument `page_size` is deprecated: it is `limit` now"
        assert judge.requests[-1].query == "limit=3"

        _, message = warned(lambda: client.zoo.create_pet(id=1, pet_name="Rex"))
        assert message == "the argument `pet_name` is deprecated: it is `nick_name` now"
        assert json.loads(judge.requests[-1].body) == {"id": 1, "nickName": "Rex"}


def test_arguments_that_must_be_given(renamed: Callable[..., Package], tmp_path: Path) -> None:
    spec = tmp_path / "now.yaml"
    spec.write_text(changed(OLD, *NEEDED))
    package = placed(renamed(*NEEDED))
    with installed(package, "zoo", tmp_path / "site") as found, Judge(spec) as judge:
        pet = found.root.models.Pet
        with found.root.Client(base_url=judge.url, retries=0) as client:
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                client.pets.get(pet_id=3, season="winter")
            assert len(said) == 2
            client.pets.get(3, "winter")
            with pytest.raises(TypeError, match="earlier name"):
                client.pets.get(3, when="a", season="b")
            with pytest.raises(TypeError, match="number"):
                client.pets.get(when="a")
        assert [r.target for r in judge.requests[-2:]] == ["/pets/3?when=winter"] * 2
        assert warned(lambda: pet(id=3))[0].number == 3


def test_arguments_of_documented_styles(
    renamed: Callable[..., Package], judge: Judge, tmp_path: Path
) -> None:
    with installed(placed(renamed(*ARGUMENT, style="nextgen")), "zoo", tmp_path / "site") as found:
        api = import_module("zoo.api.pets_api")
        with found.root.ApiClient(found.root.Configuration(host=judge.url)) as client:
            _, message = warned(lambda: api.PetsApi(client).list_pets(page_size=3))
    assert message == "the argument `page_size` is deprecated: it is `limit` now"
    assert judge.requests[-1].query == "limit=3"


def test_members(zoo: Any) -> None:
    found, message = warned(lambda: zoo.models.Mood.SLEEPING)
    assert found is zoo.models.Mood.ASLEEP
    assert message == "Mood.SLEEPING is deprecated: it is ASLEEP now"
    assert [member.name for member in zoo.models.Mood] == ["AWAKE", "ASLEEP"]


@pytest.mark.parametrize("style", ["prior", "legacy", "nextgen"])
def test_documented_styles(
    renamed: Callable[..., Package], judge: Judge, tmp_path: Path, style: str
) -> None:
    package = renamed(*EVERYTHING, style=style)
    with installed(placed(package), "zoo", tmp_path / "site") as found:
        root = found.root
        api = import_module("zoo.api.pets_api")
        with root.ApiClient(root.Configuration(host=judge.url)) as client:
            result, message = warned(lambda: api.PetsApi(client).list_pets(limit=3))
        models = import_module("zoo.models")
        assert message == "list_pets is deprecated: it is ZooApi.index_pets now"
        assert type(result) is models.Animal
        assert warned(lambda: models.Pet)[0] is models.Animal
        folder = "model" if style == "prior" else "models"
        assert (
            warned(lambda: __import__(f"zoo.{folder}.pet", fromlist=["Pet"]))[0].Pet
            is models.Animal
        )


CALLER = """\
from zoo import AsyncClient, Client
from zoo.models import Mood, Pet
from zoo.models.pet import Pet as Same


def use(client: Client) -> Pet:
    pet: Same = client.pets.list(page_size=3)  # deprecated
    raw: Pet = client.pets.with_raw_response.list().parsed()
    client.pets.create(mood=Mood.SLEEPING, id=1, pet_name="Rex")  # deprecated
    made = Pet(id=1, pet_name="Rex")  # deprecated
    text: str | None = made.pet_name  # deprecated
    made.pet_name = text  # deprecated
    client.zoo.get_pet(pet_id=3, season="winter")  # deprecated
    return pet or raw


async def wait(client: AsyncClient) -> Pet:
    await client.zoo.get_pet(3, season="winter")
    return await client.pets.list(page_size=3)
"""

TODAY = """\
from zoo import AsyncClient, Client
from zoo.models import Animal, Mood


def use(client: Client) -> Animal:
    client.zoo.create_pet(mood=Mood.ASLEEP, id=1, nick_name="Rex")
    made = Animal(id=1, nick_name="Rex")
    made.nick_name = made.nick_name
    client.zoo.get_pet(3, "winter")
    return client.zoo.index_pets(limit=3)


async def wait(client: AsyncClient) -> Animal:
    return await client.zoo.index_pets(limit=3)
"""

DOCUMENTED = """\
from zoo import ApiClient
from zoo.api.pets_api import AsyncPetsApi, PetsApi
from zoo.api.zoo_api import ZooApi
from zoo.models import Mood, Pet


def use(client: ApiClient) -> Pet:
    mood = Mood.SLEEPING  # deprecated
    made = Pet(id=1, pet_name="Rex", mood=mood)  # deprecated
    PetsApi(client).create_pet(pet=made)  # deprecated
    text: str | None = made.pet_name  # deprecated
    print(text, ZooApi(client).get_pet(pet_id=3, season="winter"))  # deprecated
    return PetsApi(client).list_pets(page_size=3)  # deprecated


async def wait(api: AsyncPetsApi) -> Pet:
    return await api.list_pets(page_size=3)
"""

PLUGIN = """\
from zoo.api.pets_api import PetsApi
from zoo.queries.pets_api import ListPetsQuery
from zoo.queries.zoo_api import GetPetQuery
from zoo.api.zoo_api import ZooApi
from zoo.models import Mood, Pet


async def use(pets: PetsApi, zoo: ZooApi) -> Pet:
    await zoo.get_pet(pet_id=3, query=GetPetQuery(season="winter"))  # deprecated
    await zoo.get_pet(3, query={"when": "winter"}, raw_response=True)
    text: str | None = Pet(id=1, pet_name="Rex", mood=Mood.SLEEPING).pet_name  # deprecated
    print(text)
    return await pets.list_pets(query=ListPetsQuery(page_size=3))  # deprecated
"""


def checked(tool: str, *arguments: str, folder: Path) -> str:
    command = [sys.executable, "-m", tool, *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if result.returncode == 0 else result.stdout + result.stderr


@pytest.mark.parametrize(
    ("style", "callers"),
    [("native", (CALLER, TODAY)), ("nextgen", (DOCUMENTED,)), ("waylay", (PLUGIN,))],
    ids=["native", "nextgen", "waylay"],
)
def test_code_of_before_type_checks_and_checkers_mark_what_is_deprecated(
    renamed: Callable[..., Package], tmp_path: Path, style: str, callers: tuple[str, ...]
) -> None:
    folder = tmp_path / "typed"
    for path, text in placed(renamed(*EVERYTHING, *REQUIRED, style=style)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    names = [f"caller{number}.py" for number in range(len(callers))]
    for name, caller in zip(names, callers, strict=True):
        (folder / name).write_text(caller)
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    cache = f"--cache-dir={tmp_path / 'cache'}"

    strict = ("--strict", "--explicit-package-bases", cache)
    assert checked("mypy", *strict, *names, "zoo", folder=folder) == ""
    options = ("--pythonpath", sys.executable, "--outputjson")
    said = checked("pyright", *options, *names, "zoo", folder=folder)
    problems = json.loads(said)["generalDiagnostics"] if said else []
    assert [p for p in problems if p["rule"] != "reportDeprecated"] == []
    # Of methods that are awaited, checkers keep the types and not the mark.
    marked = {(Path(p["file"]).name, p["range"]["start"]["line"]) for p in problems}
    expected = {
        (name, number)
        for name, caller in zip(names, callers, strict=True)
        for number, line in enumerate(caller.splitlines())
        if "# deprecated" in line
    }
    assert marked == expected


def test_what_must_be_given_can_be_given_by_either_name(
    renamed: Callable[..., Package], tmp_path: Path
) -> None:
    caller = """\
from zoo import Client
from zoo.models import Pet


def use(client: Client) -> None:
    client.pets.get(3, season="winter")
    client.pets.get(pet_id=3, when="winter")
    client.pets.get(number=3, season="winter")
    client.pets.get(3, "winter")
    Pet(id=3, pet_name="Rex")
    Pet(number=3)
    client.pets.get(3)  # wrong
    client.pets.get(season="winter")  # wrong
    client.pets.get(3, "winter", season="winter")  # wrong
    Pet(pet_name="Rex")  # wrong
    Pet(id=3, number=3)  # wrong
"""
    folder = tmp_path / "typed"
    for path, text in placed(renamed(*NEEDED)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "caller.py").write_text(caller)

    said = checked(
        "mypy", "--strict", "--no-error-summary", f"--cache-dir={tmp_path / 'cache'}", "caller.py",
        folder=folder,
    )  # fmt: skip
    wrong = [i for i, line in enumerate(caller.splitlines(), 1) if "# wrong" in line]
    assert sorted({int(n) for n in re.findall(r"caller\.py:(\d+): error", said)}) == wrong


# --- What a reader sees


@pytest.mark.parametrize("style", ["native", "nextgen", "waylay"])
def test_the_surface_marks_earlier_names(renamed: Callable[..., Package], style: str) -> None:
    package = renamed(*EVERYTHING, style=style)
    lines = [
        line
        for path, text in package.tree.items()
        if path.endswith("API.txt")
        for line in text.splitlines()
        if " = deprecated(" in line
    ]
    way = {"native": "resources.pets.Pets.list", "nextgen": "api.pets_api.PetsApi.list_pets"}

    assert any(line.startswith("zoo.models.Pet = deprecated(Animal)") for line in lines)
    assert any(line.endswith("Animal.pet_name = deprecated(nick_name)") for line in lines)
    assert any(line.endswith("Mood.SLEEPING = deprecated(ASLEEP)") for line in lines)
    assert any(way.get(style, "PetsApi.list_pets") in line for line in lines)


def test_documentation_says_what_a_name_is_now(renamed: Callable[..., Package]) -> None:
    tree = placed(renamed(*EVERYTHING))

    assert (
        "Deprecated: this is the earlier name of `zoo.index_pets`." in tree["zoo/resources/pets.py"]
    )
    assert "this is the earlier name of" in tree["docs/resources/pets.md"]
    page = tree["docs/models/Animal.md"]
    assert "Earlier names, deprecated: `Pet`" in page
    assert "`pet_name`, which is `nick_name` now" in page
    assert "`SLEEPING`, which is `ASLEEP` now" in tree["docs/models/Mood.md"]


# --- The command and the lock

CONFIG = """\
[clients.zoo]
spec = "zoo.yaml"
style = "native"
package = "zoo"
distribution = "zoo-sdk"
version = "1.0.0"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    (tmp_path / "zoo.yaml").write_text(OLD)
    assert main(["generate"]) == 0
    return tmp_path


def kept(project: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((project / "clientloom.lock").read_text())
    names: dict[str, Any] = found["clients"]["zoo"]["names"]
    return names


def test_the_lock_knows_the_names(project: Path) -> None:
    found = kept(project)

    assert found["operations"]["GET /pets"] == {
        "id": "listPets",
        "names": {"pets": "pets.list"},
        "arguments": ["query:pageSize"],
    }
    assert found["schemas"]["#/components/schemas/Pet"]["name"] == "Pet"
    assert found["schemas"]["#/components/schemas/Pet"]["parts"]["petName"] == "pet_name"
    assert found["schemas"]["#/components/schemas/Mood"]["parts"]["sleeping"] == "SLEEPING"
    assert found["aliases"] == []


def test_prune_ends_the_names(project: Path) -> None:
    (project / "zoo.yaml").write_text(changed(OLD, *EVERYTHING))
    assert main(["generate"]) == 0
    assert {alias["name"] for alias in kept(project)["aliases"]} == {
        "Pet", "SLEEPING", "pageSize", "pet_name", "pets.create", "pets.get", "pets.list",
    }  # fmt: skip
    lock = (project / "clientloom.lock").read_bytes()
    assert main(["check"]) == 0
    assert main(["generate"]) == 0
    assert (project / "clientloom.lock").read_bytes() == lock

    assert main(["generate", "--prune-aliases"]) == 0

    assert kept(project)["aliases"] == []
    assert "deprecated(" not in (project / "generated/zoo-sdk/API.txt").read_text()
    assert not (project / "generated/zoo-sdk/zoo/resources/pets.py").exists()
    assert main(["check"]) == 0
    # A marker that is still there does not bring them back.
    (project / "zoo.yaml").write_text(changed(OLD, *EVERYTHING) + "# later\n")
    assert main(["generate"]) == 0
    assert kept(project)["aliases"] == []


# --- What `diff` and `impact` say of names


def committed(folder: Path, message: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    for command in (
        ("init", "-q", "-b", message),
        ("add", "-A"),
        (*identity, "commit", "-qm", message),
    ):
        subprocess.run(["git", *command], cwd=folder, check=False, capture_output=True)


def reported(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, set[str]]:
    """The kinds of facts that are reported for callers, and the bump."""
    capsys.readouterr()
    assert main(["diff", *words, "--format", "json"]) == 0
    (client,) = json.loads(capsys.readouterr().out)["clients"]
    lines = [c["sentence"] for c in client["changes"]]
    return {
        "bump": {client["bump"]},
        "callers": {c["callers"] for c in client["changes"]},
        "said": set(lines),
    }


def test_a_name_that_lives_on_is_a_warning_and_its_end_breaks(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(project, "one")
    (project / "zoo.yaml").write_text(changed(OLD, *EVERYTHING, *REQUIRED))
    before = reported(capsys, "one")
    assert main(["generate"]) == 0
    told = capsys.readouterr().out
    alive = reported(capsys, "one")

    assert before == alive, "what `generate` would keep is what it kept"
    assert alive["bump"] == {"minor"} and alive["callers"] == {"warning"}
    assert "`Pet` is now `Animal`. The earlier name still works, deprecated." in alive["said"]
    assert "`Pet` is `Animal` now; the earlier name stays, deprecated" in told

    subprocess.run(["git", "checkout", "-qb", "two"], cwd=project, check=True)
    committed(project, "two")
    assert reported(capsys, "two")["said"] == set()
    assert main(["generate", "--prune-aliases"]) == 0
    ended, pruned = reported(capsys, "two"), reported(capsys, "one")

    assert ended["bump"] == pruned["bump"] == {"major"}
    assert "`Pet`, the earlier name of `Animal`, is gone." in ended["said"]
    assert "`SLEEPING`, the earlier name of `Mood.ASLEEP`, is gone." in ended["said"]
    assert (
        "`client.pets.list`, the earlier name of `client.zoo.index_pets`, is gone." in ended["said"]
    )
    assert "`Pet` is now `Animal`." in pruned["said"]


def test_the_next_major_version_ends_names(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "zoo.yaml").write_text(changed(OLD, *SCHEMA))
    assert main(["generate"]) == 0
    committed(project, "one")
    (project / "clientloom.toml").write_text(CONFIG.replace("1.0.0", "2.0.0"))

    assert "`Pet`, the earlier name of `Animal`, is gone." in reported(capsys, "one")["said"]
    main(["check", "--why"])
    assert "no longer there: the earlier name `Pet`" in capsys.readouterr().out


def test_packages_tell_what_lives_on(
    project: Path, renamed: Callable[..., Package], capsys: pytest.CaptureFixture[str]
) -> None:
    for name, package in (("old", renamed()), ("new", renamed(*EVERYTHING, *REQUIRED))):
        for path, text in placed(package).items():
            (project / name / path).parent.mkdir(parents=True, exist_ok=True)
            (project / name / path).write_text(text)
    found = reported(capsys, "old", "new")

    assert found["bump"] == {"minor"}
    assert {
        "`Pet` is now `Animal`. The earlier name still works, deprecated.",
        "`Pet.pet_name` is now `Animal.nick_name`. The earlier name still works, deprecated.",
        "`Mood.SLEEPING` is now `Mood.ASLEEP`. The earlier name still works, deprecated.",
        "`Pets.list` is now `zoo.index_pets`. The earlier name still works, deprecated.",
        "`page_size` of `Pets.list` is now `limit`. The earlier name still works, deprecated.",
    } <= found["said"]


def test_impact_lists_earlier_names_as_warnings_until_they_end(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "app.py").write_text(
        "from zoo import Client\nfrom zoo.models import Mood\n"
        "client = Client()\nclient.pets.list(page_size=3)\nprint(Mood.SLEEPING, client.pets.create().pet_name)\n"
    )
    committed(project, "one")
    (project / "zoo.yaml").write_text(changed(OLD, *EVERYTHING))
    assert main(["generate"]) == 0
    capsys.readouterr()

    assert main(["impact", "--app", "app.py", "one"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "app.py:4:1: client.pets.list(page_size=3) (warning)" in lines
    assert "app.py:5:7: Mood.SLEEPING (warning)" in lines

    subprocess.run(["git", "checkout", "-qb", "two"], cwd=project, check=True)
    committed(project, "two")
    assert main(["generate", "--prune-aliases"]) == 0
    capsys.readouterr()
    assert main(["impact", "--app", "app.py", "two"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "app.py:4:1: client.pets.list(page_size=3)" in lines
    assert "app.py:5:7: Mood.SLEEPING" in lines
