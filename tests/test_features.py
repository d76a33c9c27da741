"""Tiny documents, one feature each, in every style: reviewed as goldens, and executed against a judge.

A golden pins nonsense as happily as sense, so nothing is pinned that is not called as well. What goes over the wire is
a golden too, one for all styles: `golden/<feature>/wire.txt`.

`CLIENTLOOM_UPDATE_GOLDENS=1 pytest tests/test_features.py`, or `make snapshots`, writes the goldens.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from clientloom.styles import style_names
from judge import REQUEST, Judge, Operation, Schema, example_body
from judge import value as value_of
from pydantic import BaseModel, TypeAdapter
from samples import FOLDER, PACKAGE, Sample, feature_names, installed, named, transcript, tree_of

GOLDEN = FOLDER / "golden"
UPDATE = os.environ.get("CLIENTLOOM_UPDATE_GOLDENS") == "1"
HOW = "If that is as it should be, run `make snapshots` and review the difference."

# Few enough to review whole, in every style; the others are pinned in one style, without what is alike everywhere.
WHOLE = ("discriminator", "inline_objects", "json_bodies", "parameter_names", "security_kinds", "statuses")
REVIEWED_STYLE = "prior"

# A style that has templates and no plan yet.
UNFINISHED = frozenset({"waylay"})

pytestmark = pytest.mark.filterwarnings("error")


def planned(feature: str, style: str) -> Mapping[str, str]:
    """The files of a package; a style that cannot plan yet is skipped."""
    if style not in UNFINISHED:
        return tree_of(feature, style)
    try:
        return tree_of(feature, style)
    except (KeyError, ImportError, AttributeError, NotImplementedError) as error:
        pytest.skip(f"the style {style} cannot plan yet: {error!r}")


CASES = [(feature, style) for feature in feature_names() for style in style_names()]


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sample]:
    """Each document in each style."""
    feature, style = request.param
    planned(feature, style)
    if style in UNFINISHED:
        pytest.skip(f"the packages of the style {style} are called in a test of their own")
    with installed(feature, style, tmp_path_factory.mktemp(f"{feature}-{style}")) as found:
        yield found


@pytest.fixture(scope="module")
def running(sample: Sample) -> Iterator[Judge]:
    """A server for the document."""
    with Judge(sample.document) as judge:
        yield judge


@pytest.fixture
def judge(running: Judge) -> Iterator[Judge]:
    """A server that has seen nothing yet."""
    running.reset()
    return running


# --- Goldens


@pytest.mark.parametrize(("feature", "style"), CASES, ids=map("-".join, CASES))
def test_golden(feature: str, style: str) -> None:
    if feature not in WHOLE and style != REVIEWED_STYLE:
        pytest.skip(f"reviewed in the style {REVIEWED_STYLE}")
    tree = {
        path: text
        for path, text in planned(feature, style).items()
        if "/_runtime/" not in path and (feature in WHOLE or _is_telling(path))
    }

    compare(GOLDEN / feature / style, tree)


def _is_telling(path: str) -> bool:
    return path == "API.txt" or re.fullmatch(r"\w+/(api|models?)/(?!__init__)\w+\.py", path) is not None


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
    wanted = {feature: {REVIEWED_STYLE, "wire.txt"} for feature in feature_names()}
    wanted |= {feature: {*style_names(), "wire.txt"} for feature in WHOLE}

    assert {path.name for path in GOLDEN.iterdir()} == set(wanted)
    for path in GOLDEN.glob("*/*"):
        assert path.name in wanted[path.parent.name]


# --- What is generated runs


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


def test_every_listed_name_is_there(sample: Sample) -> None:
    for name in sample.modules:
        module = importlib.import_module(name)
        for listed in getattr(module, "__all__", ()):
            assert getattr(module, listed) is not None


def test_every_component_decodes_and_survives_a_round_trip(sample: Sample) -> None:
    """What a server may send for a schema is what the model gives back."""
    schemas = sample.document.root.get("components", {}).get("schemas", {})
    by_wire_name = {_words(name): name for name in sample.models.__all__}
    for name, schema in schemas.items():
        cls = getattr(sample.models, by_wire_name.get(_words(name), ""), None)
        if cls is None:
            continue
        sent = value_of(schema, sample.document)
        adapter = TypeAdapter(cls)
        assert jsonable(adapter.validate_json(json.dumps(sent))) == sent, name


def _words(name: str) -> str:
    return re.sub(r"\W|_", "", name).lower()


def test_every_operation_has_a_method(sample: Sample) -> None:
    assert set(sample.methods) == {(o.method, o.path) for o in sample.document.operations}


@pytest.mark.parametrize("optional", [True, False], ids=["all", "required"])
def test_every_operation_is_called(sample: Sample, judge: Judge, optional: bool) -> None:
    with sample.client(judge.url) as client:
        for operation, method in sample.calls():
            given = judge.arguments(operation.name, optional=optional)
            result = sample.bound(client, method)(**named(operation, method, given, optional=optional))
            expect(sample, operation, judge, result)

    judge.check()
    assert [r.operation_id for r in judge.requests] == [o.name for o, _ in sample.calls()]
    if optional:
        texts = dict.fromkeys(map(transcript, judge.requests))
        wire = GOLDEN / sample.feature / "wire.txt"
        compare_file(wire, "\n\n".join(texts) + "\n")


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
    found = re.search(rf"Json\(\s*{method.body},\s*(.+?)(?:,\s*(?:required|media_type)=.*?)?,?\s*\),?\n", source, re.DOTALL)
    assert found is not None, source
    return eval(found[1], vars(sample.module(f"api.{method.module}")))


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
    code = code or next((c for c in responses if c[0] == "2"), "default")
    response: Schema = sample.document.resolve(responses.get(code, {}))
    media, body = example_body(sample.document, response, judge.last.header("Accept") or "*/*")
    if not body or code == "204" or operation.method == "HEAD":
        assert result is None
    elif media is not None and "json" in media:
        assert jsonable(result) == json.loads(body), operation.name
    elif isinstance(result, bytes):
        assert result == body
    else:
        assert result == body.decode("utf-8", "replace")


def jsonable(result: Any) -> Any:
    """Decoded values as they would be sent."""
    return TypeAdapter(Any).dump_python(result, mode="json", by_alias=True, exclude_unset=True)
