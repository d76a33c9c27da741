"""Tiny documents, one feature each, in every style: reviewed as goldens, and executed against a judge.

A golden pins nonsense as happily as sense, so nothing is pinned that is not called as well. What goes over the wire is
a golden too, one for all styles: `golden/<feature>/wire.txt`.

`CLIENTLOOM_UPDATE_GOLDENS=1 pytest tests/test_features.py`, or `make snapshots`, writes the goldens.
"""

from __future__ import annotations

import asyncio
import dataclasses
import importlib
import inspect
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from clientloom.styles import style_names
from judge import Arguments, Judge, Operation, Schema, example_body, is_stream
from judge import value as value_of
from pydantic import BaseModel, TypeAdapter
from samples import (
    FOLDER,
    PACKAGE,
    Sample,
    feature_names,
    installed,
    named,
    plugin_arguments,
    transcript,
    tree_of,
)

GOLDEN = FOLDER / "golden"
UPDATE = os.environ.get("CLIENTLOOM_UPDATE_GOLDENS") == "1"
HOW = "If that is as it should be, run `make snapshots` and review the difference."

# Few enough to review whole, in every style; the others are pinned in one style, without what is alike everywhere.
WHOLE = (
    "discriminator",
    "inline_objects",
    "json_bodies",
    "parameter_names",
    "security_kinds",
    "statuses",
)
REVIEWED_STYLE = "prior"

# Its packages are called by the client of another distribution, which sends what it is given.
PLUGIN_STYLE = "waylay"
# A few of its packages are imported here, unless it cannot plan yet; its goldens are elsewhere.
UNFINISHED_STYLE = "native"

pytestmark = pytest.mark.filterwarnings("error")

CASES = [
    (feature, style)
    for feature in feature_names()
    for style in style_names()
    if style != UNFINISHED_STYLE or feature in WHOLE
]


def each(cases: list[tuple[str, str]]) -> pytest.MarkDecorator:
    """Run a test with a sample of each document in each style."""
    return pytest.mark.parametrize(
        "sample", cases, indirect=True, ids=map("-".join, cases), scope="module"
    )


each_sample = each(CASES)
each_called = each([case for case in CASES if case[1] != UNFINISHED_STYLE])
each_client = each([case for case in CASES if case[1] not in (PLUGIN_STYLE, UNFINISHED_STYLE)])
each_plugin = each([case for case in CASES if case[1] == PLUGIN_STYLE])


@pytest.fixture(scope="module")
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sample]:
    """A document in a style."""
    feature, style = request.param
    planned(feature, style)
    with installed(feature, style, tmp_path_factory.mktemp(f"{feature}-{style}")) as found:
        yield found


@pytest.fixture(scope="module")
def running(sample: Sample) -> Iterator[Judge]:
    """A server for the document."""
    with Judge(sample.document) as judge:
        yield judge


@pytest.fixture
def judge(running: Judge) -> Judge:
    """A server that has seen nothing yet."""
    running.reset()
    return running


def planned(feature: str, style: str) -> Mapping[str, str]:
    """The files of a package; a style that cannot plan yet is skipped."""
    try:
        return tree_of(feature, style)
    except (AttributeError, ImportError, KeyError, NotImplementedError) as error:
        if style != UNFINISHED_STYLE:
            raise
        pytest.skip(f"the style {style} cannot plan yet: {error!r}")


# --- Goldens


@each([(f, s) for f, s in CASES if s == REVIEWED_STYLE or (f in WHOLE and s != UNFINISHED_STYLE)])
def test_golden(sample: Sample) -> None:
    tree = {
        path: text
        for path, text in sample.tree.items()
        if "/_runtime/" not in path and (sample.feature in WHOLE or _is_telling(path))
    }

    compare(GOLDEN / sample.feature / sample.style, tree)


def _is_telling(path: str) -> bool:
    return (
        path == "API.txt"
        or re.fullmatch(r"\w+/(api|models?)/(?!__init__)\w+\.py", path) is not None
    )


def compare(folder: Path, tree: Mapping[str, str]) -> None:
    """Hold files against goldens; or write the goldens."""
    if UPDATE:
        update(folder, tree)
    there = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    assert sorted(there) == sorted(tree), f"{folder}: the list of files changed. {HOW}"
    for path, text in tree.items():
        assert text == there[path], f"{folder / path} changed. {HOW}"


def compare_file(path: Path, text: str) -> None:
    """Hold a text against a golden; or write the golden."""
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path} is missing. {HOW}"
    assert text == path.read_text(encoding="utf-8"), f"{path} changed. {HOW}"


def update(folder: Path, tree: Mapping[str, str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in tree:
            path.unlink()
    for name, text in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    wanted = {GOLDEN / feature for feature in feature_names()}
    wanted |= {folder / name for folder in wanted for name in (REVIEWED_STYLE, "wire.txt")}
    wanted |= {GOLDEN / feature / style for feature in WHOLE for style in style_names()}

    wanted -= {GOLDEN / feature / UNFINISHED_STYLE for feature in WHOLE}
    left = {*GOLDEN.glob("*"), *GOLDEN.glob("*/*")} - wanted
    for path in left if UPDATE else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    assert UPDATE or not left, f"{sorted(left)} belong to no document. {HOW}"


# --- What is generated runs


@each_sample
def test_every_module_is_imported_and_every_model_is_built(sample: Sample) -> None:
    modules = [importlib.import_module(name) for name in sample.modules]

    listed = set(sample.models.__all__)
    classes = {
        thing
        for module in modules
        for thing in vars(module).values()
        if inspect.isclass(thing) and thing.__module__.startswith(f"{PACKAGE}.model")
    }
    for cls in classes:
        if issubclass(cls, BaseModel):
            cls.model_rebuild()
            assert cls.__pydantic_complete__
    assert {cls.__name__ for cls in classes} == listed


@each_sample
def test_every_listed_name_is_there(sample: Sample) -> None:
    for name in sample.modules:
        module = importlib.import_module(name)
        for listed in getattr(module, "__all__", ()):
            assert getattr(module, listed) is not None


@each_sample
def test_every_component_decodes_and_survives_a_round_trip(sample: Sample) -> None:
    """What a server may send for a schema is what the model gives back."""
    schemas = sample.document.root.get("components", {}).get("schemas", {})
    by_wire_name = {_words(name): name for name in sample.models.__all__}
    for name, schema in schemas.items():
        if _words(name) in by_wire_name:
            sent = value_of(schema, sample.document)
            adapter = TypeAdapter(getattr(sample.models, by_wire_name[_words(name)]))
            assert jsonable(adapter.validate_json(json.dumps(sent))) == sent, name


def _words(name: str) -> str:
    return re.sub(r"\W|_", "", name).lower()


def with_files(sample: Sample, operation: Operation, given: Arguments) -> Arguments:
    """Give the files of a form as bytes; the judge makes texts of them."""
    if given.media_type is None or not given.media_type.startswith("multipart/"):
        return given
    content = sample.document.content(operation.node["requestBody"])
    declared = sample.document.properties(content[given.media_type]["schema"])

    def as_bytes(value: Any, schema: Schema) -> Any:
        if isinstance(value, list):
            return [as_bytes(item, schema.get("items", {})) for item in value]
        return value.encode() if schema.get("format") == "binary" else value

    body = {name: as_bytes(value, declared[name]) for name, value in given.body.items()}
    return dataclasses.replace(given, body=body)


@each_called
def test_every_operation_has_a_method(sample: Sample) -> None:
    assert set(sample.methods) == {(o.method, o.path) for o in sample.document.operations}


@each_client
@pytest.mark.parametrize("optional", [True, False], ids=["all", "required"])
def test_every_operation_is_called(sample: Sample, judge: Judge, optional: bool) -> None:
    with sample.client(judge.url) as client:
        for operation, method in sample.calls():
            given = with_files(
                sample, operation, judge.arguments(operation.name, optional=optional)
            )
            result = sample.bound(client, method)(
                **named(operation, method, given, optional=optional)
            )
            expect(sample, operation, judge, result)

    judge.check()
    assert [r.operation_id for r in judge.requests] == [o.name for o, _ in sample.calls()]
    if optional:
        texts = dict.fromkeys(map(transcript, judge.requests))
        wire = GOLDEN / sample.feature / "wire.txt"
        compare_file(wire, "\n\n".join(texts) + "\n")


@each_client
def test_every_operation_is_awaited(sample: Sample, judge: Judge) -> None:
    async def calling() -> None:
        async with sample.client(judge.url, "Async") as client:
            for operation, method in sample.calls():
                given = judge.arguments(operation.name)
                arguments = named(operation, method, given, optional=True)
                result = await sample.bound(client, method, "Async")(**arguments)
                expect(sample, operation, judge, result)

    asyncio.run(calling())

    judge.check()
    assert len(judge.requests) == len(list(sample.calls()))


@each_client
def test_models_are_sent_as_their_plain_values(sample: Sample, judge: Judge) -> None:
    """A body built from models goes over the wire as the dict it was built from."""
    with sample.client(judge.url) as client:
        for operation, method in sample.calls():
            given = judge.arguments(operation.name)
            if given.media_type is None or "json" not in given.media_type or method.body is None:
                continue
            arguments = named(operation, method, given, optional=True)
            bound = sample.bound(client, method)
            declared = body_type(sample, bound, method)
            arguments[method.body] = TypeAdapter(declared).validate_python(given.body)
            bound(**arguments)
            assert judge.last.json == given.body, operation.name

    judge.check()


def body_type(sample: Sample, bound: Any, method: Any) -> Any:
    """The type that a method checks its body against, read from its code."""
    source = inspect.getsource(bound)
    found = re.search(
        rf"Json\(\s*{method.body},\s*(.+?)(?:,\s*(?:required|media_type)=.*?)?,?\s*\),?\n",
        source,
        re.DOTALL,
    )
    assert found is not None, source
    return eval(found[1], vars(sample.module(f"api.{method.module}")))


@each_client
def test_every_declared_answer_is_decoded(sample: Sample, judge: Judge) -> None:
    exceptions = sample.module("exceptions")
    with sample.client(judge.url) as client:
        for operation, method in sample.calls():
            given = judge.arguments(operation.name, optional=False)
            arguments = named(operation, method, given, optional=False)
            for code in operation.node["responses"]:
                status = status_for(code, operation)
                judge.status(status)
                try:
                    result = sample.bound(client, method)(**arguments)
                except exceptions.ApiException as error:
                    assert error.status == status
                    assert status > 299
                    result = error.data
                else:
                    assert status < 300
                expect(sample, operation, judge, result, code)


@each_plugin
def test_every_operation_of_a_plugin_is_called(sample: Sample, judge: Judge) -> None:
    """Paths, queries and JSON are the plugin's own work; the core sends the rest as a caller gives it."""
    called = []

    async def calling() -> None:
        async with sample.client(judge.url) as client:
            for operation, method in sample.calls():
                given = judge.arguments(operation.name)
                is_json = given.media_type is None or "json" in given.media_type
                is_core = operation.method not in ("QUERY", "TRACE")  # the core has no such methods
                elsewhere = {o.bases for o in sample.document.operations} - {operation.bases}
                if is_json and is_core and not elsewhere:
                    called.append(operation.name)
                    judge.status(status_for(success(operation), operation))
                    arguments = plugin_arguments(operation, method, given)
                    result = await sample.bound(client, method)(**arguments)
                    expect(sample, operation, judge, result)

    asyncio.run(calling())

    others = re.compile(": (security|header parameter|cookie parameter|Accept)")
    assert [p for p in judge.problems if not others.search(p)] == []
    assert [r.operation_id for r in judge.requests] == called


def success(operation: Operation) -> str:
    """The status of the first answer that is no error."""
    return next((c for c in operation.node["responses"] if c[0] == "2"), "default")


def status_for(code: str, operation: Operation) -> int:
    """A status that one of the declared responses, and no other, is for."""
    if code == "default":
        return 418 if any(c[0] == "2" for c in operation.node["responses"]) else 200
    return int(code.upper().replace("XX", "77")) if "X" in code.upper() else int(code)


def expect(
    sample: Sample, operation: Operation, judge: Judge, result: Any, code: str | None = None
) -> None:
    """The result is what the server sent, nothing lost and nothing added."""
    responses = operation.node["responses"]
    code = code or success(operation)
    response: Schema = sample.document.resolve(responses.get(code, {}))
    media, body = example_body(sample.document, response, judge.last.header("Accept") or "*/*")
    if not body or code == "204" or operation.method == "HEAD":
        assert result is None
    elif media is not None and "json" in media and not is_stream(media):
        assert jsonable(result) == json.loads(body), operation.name
    elif isinstance(result, bytes):
        assert result == body
    else:
        assert result == body.decode("utf-8", "replace")


def jsonable(result: Any) -> Any:
    """Decoded values as they would be sent."""
    return TypeAdapter(Any).dump_python(result, mode="json", by_alias=True, exclude_unset=True)


# --- What a document means, where a server cannot see it


def of_feature(feature: str) -> pytest.MarkDecorator:
    """Run a test with one document in the styles that make models with a client."""
    return each([(feature, style) for style in ("prior", "legacy", "nextgen")])


def decoded(cls: Any, plain: Any) -> Any:
    """What an answer becomes."""
    return TypeAdapter(cls).validate_json(json.dumps(plain))


@of_feature("discriminator")
@pytest.mark.parametrize(
    ("union", "plain", "variant"),
    [
        ("Animal", {"petType": "kitty", "lives": 9}, "Cat"),
        ("Animal", {"petType": "dog", "lives": 1}, "Dog"),
        ("Vehicle", {"kind": "Car", "doors": 4}, "Car"),
        ("Vehicle", {"kind": "Bike", "gears": 3}, "Bike"),
    ],
)
def test_a_discriminator_tells_variants_apart(
    sample: Sample, union: str, plain: Any, variant: str
) -> None:
    found = decoded(getattr(sample.models, union), plain)

    assert type(found.root).__name__ == variant
    assert jsonable(found) == plain


@of_feature("discriminator")
@pytest.mark.parametrize("plain", [{"petType": "bird", "wings": 2}, {"lives": 1}, {}])
def test_an_unknown_variant_survives_a_round_trip(sample: Sample, plain: Any) -> None:
    assert jsonable(decoded(sample.models.Animal, plain)) == plain


@of_feature("one_of")
@pytest.mark.parametrize(
    ("plain", "variant"),
    [({"radius": 1.5}, "Circle"), ({"width": 2.0, "height": 3.0}, "Box"), ({"sides": 3}, "dict")],
)
def test_what_is_required_tells_variants_apart(sample: Sample, plain: Any, variant: str) -> None:
    found = decoded(sample.models.Shape, plain)

    assert type(found.root).__name__ == variant
    assert jsonable(found) == plain


@of_feature("enums")
def test_unknown_enum_values_survive_a_round_trip(sample: Sample) -> None:
    plain = {
        "color": "violet",
        "colors": ["red", "violet"],
        "byColor": {"a": "violet"},
        "level": 77,
        "mixed": "other",
        "inline": "middle",
        "inlineInteger": 3,
        "constant": "another",
        "unheardOf": {"deep": [1]},
    }

    found = decoded(sample.models.Thing, plain)

    assert found.color == "violet"
    assert found.colors[0] is sample.models.Color.RED
    assert jsonable(found) == plain


@of_feature("enums")
def test_values_that_python_takes_for_equal_stay_different(sample: Sample) -> None:
    """In JSON `1`, `1.0` and `true` are three values."""
    for value in ("auto", 1, 2.5, True):
        found = decoded(sample.models.Thing, {"color": "red", "mixed": value})
        assert found.mixed == value
        assert type(found.mixed) is type(value)


@of_feature("nullable")
def test_null_is_told_from_what_was_not_set(sample: Sample) -> None:
    cls = sample.models.Thing

    assert jsonable(cls(must=None, must_enum=None)) == {"must": None, "mustEnum": None}
    assert jsonable(cls(must="a", must_enum="b", may=None)) == {
        "must": "a",
        "mustEnum": "b",
        "may": None,
    }
    with pytest.raises(ValueError, match=r"mustEnum|must_enum"):
        cls(must=None)


@of_feature("defaults")
def test_a_default_is_read_and_not_sent(sample: Sample) -> None:
    """The server knows its defaults; a client that sent them would pin them."""
    found = sample.models.Thing(needed="x")

    assert found.count == 3
    assert found.size == "small"
    assert jsonable(found) == {"needed": "x"}


@of_feature("additional_properties")
def test_unknown_properties_are_kept_but_a_closed_object_is_not_made_with_them(
    sample: Sample,
) -> None:
    models = sample.models

    assert jsonable(decoded(models.Open, {"own": "a", "more": [1]})) == {"own": "a", "more": [1]}
    assert jsonable(decoded(models.Closed, {"own": "a", "new": 1})) == {"own": "a", "new": 1}
    with pytest.raises(ValueError, match="new"):
        models.Closed(own="a", new=1)


@of_feature("additional_properties")
def test_typed_additional_properties_are_decoded(sample: Sample) -> None:
    found = decoded(sample.models.Models, {"own": "a", "other": {"own": "b"}})

    assert type(found.other).__name__ == "Closed"
    assert jsonable(found) == {"own": "a", "other": {"own": "b"}}


@of_feature("recursion")
def test_a_cycle_is_built_whichever_class_comes_first(sample: Sample) -> None:
    plain = {"name": "a", "staff": [{"name": "b", "employer": {"name": "c"}}]}

    found = decoded(sample.models.Company, plain)

    assert type(found.staff[0].employer) is sample.models.Company
    assert jsonable(found) == plain
    assert jsonable(decoded(sample.models.Lists, [[], [[]]])) == [[], [[]]]


@of_feature("read_write_only")
def test_what_a_request_lacks_or_an_answer_lacks_is_not_required(sample: Sample) -> None:
    user = sample.models.User

    assert jsonable(user(name="a", password="b")) == {"name": "a", "password": "b"}
    assert decoded(user, {"id": "1", "name": "a"}).id == "1"


@of_feature("property_names")
def test_a_property_has_its_wire_name_and_its_python_name(sample: Sample) -> None:
    cls = sample.models.Thing
    for name, declared in cls.model_fields.items():
        wire = name if declared.alias is None else declared.alias
        value = 1 if "int" in str(declared.annotation) else "x"
        assert jsonable(cls(**{name: value})) == {wire: value}
        assert jsonable(cls.model_validate({wire: value})) == {wire: value}
        assert getattr(decoded(cls, {wire: value}), name) == value


@of_feature("property_names")
def test_an_undeclared_property_may_be_anything(sample: Sample) -> None:
    """A property called `*` says nothing about the others."""
    plain = {"*": "x", "unheardOf": {"a": 1}}

    assert jsonable(decoded(sample.models.Thing, plain)) == plain


@of_feature("security_choices")
def test_the_first_alternative_with_all_its_credentials_is_used(
    sample: Sample, judge: Judge
) -> None:
    configuration = sample.configuration(judge.url)
    configuration.api_key = {}
    client = importlib.import_module(PACKAGE).ApiClient(configuration)
    used = {}
    for operation, method in sample.calls():
        judge.answer(204)
        sample.bound(client, method)()
        used[operation.name] = judge.last.header("Authorization") is not None
    client.close()

    assert used == {
        "callGlobal": False,
        "callOr": True,
        "callAnd": False,
        "callAndOr": True,
        "callMaybe": False,
        "callNever": False,
    }


@of_feature("servers")
def test_a_server_is_chosen_by_its_number_and_variables(sample: Sample) -> None:
    configuration = importlib.import_module(PACKAGE).Configuration

    assert configuration().host == "https://eu.example.com:443/v1"
    assert configuration(server_variables={"region": "us"}).host == "https://us.example.com:443/v1"
    assert configuration(server_index=1).host == "https://test.example.com/base"
    with pytest.raises(ValueError, match="region"):
        _ = configuration(server_variables={"region": "moon"}).host


@of_feature("statuses")
@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, "list"), (404, "NoneType"), (418, "Problem"), (503, "str"), (500, "Problem")],
)
def test_an_error_is_decoded_by_status_and_range(
    sample: Sample, judge: Judge, status: int, kind: str
) -> None:
    exceptions = sample.module("exceptions")
    ((method,),) = [sample.methods["POST", "/jobs"]]
    with sample.client(judge.url) as client:
        judge.status(status)
        with pytest.raises(exceptions.ApiException) as caught:
            sample.bound(client, method)()

    assert caught.value.status == status
    assert type(caught.value.data).__name__ == kind


@of_feature("statuses")
@pytest.mark.parametrize(("status", "kind"), [(201, "Job"), (202, "Ticket"), (204, "NoneType")])
def test_a_success_is_decoded_by_status(
    sample: Sample, judge: Judge, status: int, kind: str
) -> None:
    ((method,),) = [sample.methods["POST", "/jobs"]]
    with sample.client(judge.url) as client:
        judge.status(status)
        result = sample.bound(client, method)()

    assert type(result).__name__ == kind


@of_feature("json_bodies")
def test_an_optional_body_may_be_left_out(sample: Sample, judge: Judge) -> None:
    ((method,),) = [sample.methods["PATCH", "/pets"]]
    with sample.client(judge.url) as client:
        sample.bound(client, method)()

    judge.check()
    assert judge.last.body == b""
    assert judge.last.header("Content-Type") is None


@of_feature("json_bodies")
def test_a_required_body_cannot_be_left_out(sample: Sample, judge: Judge) -> None:
    ((method,),) = [sample.methods["POST", "/pets"]]
    with sample.client(judge.url) as client, pytest.raises(TypeError):
        sample.bound(client, method)()

    assert judge.requests == []


@of_feature("parameter_types")
def test_bounds_are_checked_before_anything_is_sent(sample: Sample, judge: Judge) -> None:
    ((method,),) = [sample.methods["GET", "/bounds"]]
    wrong = {"limit": 0, "above": 1, "step": 7, "code": "abc", "word": "x", "few": [1, 2, 3, 4]}
    with sample.client(judge.url) as client:
        for name, value in wrong.items():
            with pytest.raises(ValueError, match=name):
                sample.bound(client, method)(**{name: value})

    assert judge.requests == []
