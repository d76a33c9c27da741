"""Every tiny document of `features/`, in the style `native`: each operation called against a judge, sync and async."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from blocks import python_blocks, run
from judge import Judge, Operation, load
from own import Method, Package, installed, tree_of
from pydantic import BaseModel, TypeAdapter

FEATURES = Path(__file__).parent / "features"
# OpenAPI 3.0.3, Parameter Object: a header parameter of these names is ignored.
IGNORED = frozenset({"accept", "content-type", "authorization"})

pytestmark = [
    pytest.mark.filterwarnings("error"),
    pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning"),
]


@pytest.fixture(scope="module", params=sorted(path.stem for path in FEATURES.glob("*.yaml")))
def feature(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def package(feature: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(FEATURES / f"{feature}.yaml", "own_sample")
    with installed(tree, "own_sample", tmp_path_factory.mktemp(feature)) as found:
        yield found


@pytest.fixture(scope="module")
def running(feature: str, package: Package) -> Iterator[Judge]:
    with Judge(load(FEATURES / f"{feature}.yaml")) as judge:
        yield judge


@pytest.fixture
def judge(running: Judge) -> Judge:
    running.reset()
    return running


def calls(package: Package, judge: Judge) -> Iterator[tuple[Operation, Method]]:
    methods = package.methods
    for operation in judge.document.operations:
        for method in methods[operation.method, operation.path]:
            yield operation, method


def arguments(
    judge: Judge, operation: Operation, method: Method, *, optional: bool
) -> dict[str, Any]:
    """The arguments of a method, by their Python names."""
    given = judge.arguments(operation.name, optional=optional)
    declared = [p for p in operation.parameters if optional or p.get("required")]
    found = {
        method.parameters[p["in"], p["name"]]: value
        for p, value in zip(declared, given.parameters.values(), strict=True)
        if not (p["in"] == "header" and p["name"].lower() in IGNORED)
        # A method that asks for a stream, or for none, says so itself.
        and not (p["name"] == "stream" and (p["in"], p["name"]) not in method.parameters)
    }
    if given.media_type is not None:
        assert method.body is not None
        found[method.body] = given.body
    return found


def test_modules_import_and_models_build(package: Package) -> None:
    modules = [importlib.import_module(name) for name in package.modules]
    classes = {v for m in modules for v in vars(m).values() if inspect.isclass(v)}
    for cls in classes:
        if issubclass(cls, BaseModel) and cls.__module__.startswith("own_sample.models"):
            cls.model_rebuild()
            assert cls.__pydantic_complete__


def test_no_operation_is_dropped(package: Package, judge: Judge) -> None:
    assert set(package.methods) == {(o.method, o.path) for o in judge.document.operations}


@pytest.mark.parametrize("optional", [True, False], ids=["all", "required"])
def test_every_operation_is_called(package: Package, judge: Judge, optional: bool) -> None:
    with package.client(judge.url) as client:
        for operation, method in calls(package, judge):
            given = arguments(judge, operation, method, optional=optional)
            result = package.bound(client, method)(**given)
            if method.streams:
                with result as stream:
                    assert len(list(stream)) == 2

    judge.check()
    assert [r.operation_id for r in judge.requests] == [o.name for o, _ in calls(package, judge)]


def stub_methods(group: Any) -> Iterator[tuple[str, Any]]:
    """The stubs of a mock, by the name of the method that they are of."""
    for name in dir(group):
        found = getattr(group, name) if not name.startswith("_") else None
        if hasattr(found, "any"):
            yield found._operation.__qualname__, found
        elif hasattr(found, "_mock"):
            yield from stub_methods(found)


def answer_of(result: Any) -> Any:
    """What a stub returns for a result: of a stream its items, of pages the first."""
    if hasattr(result, "first"):
        return result.first.body
    return list(result) if hasattr(result, "last_event_id") else result


def test_every_operation_is_stubbed(package: Package, judge: Judge) -> None:
    """A stub knows the request that its method makes, and answers what the API does."""
    mock = importlib.import_module("own_sample.testing").Mock()
    stubs = dict(stub_methods(mock))
    with package.client(judge.url) as client, package.client(judge.url, transport=mock) as stubbed:
        for operation, method in calls(package, judge):
            given = arguments(judge, operation, method, optional=True)
            result = package.bound(client, method)(**given)
            expected = answer_of(result)
            stubs[f"{method.class_name}.{method.name}"](**given).returns(expected)
            assert answer_of(package.bound(stubbed, method)(**given)) == expected

    mock.assert_all_called()


def test_the_examples_of_the_front_page_that_need_no_api_run(
    package: Package, tmp_path: Path
) -> None:
    page = tmp_path / "README.md"
    page.write_text(package.tree["README.md"], encoding="utf-8")
    blocks = [b for b in python_blocks(page) if ".testing import" in b.source]

    assert bool(blocks) == ("## Testing" in package.tree["README.md"])
    for block in blocks:
        run(block).check()


def test_every_operation_is_awaited(package: Package, judge: Judge) -> None:
    async def calling() -> None:
        async with package.client(judge.url, "Async") as client:
            for operation, method in calls(package, judge):
                given = arguments(judge, operation, method, optional=True)
                called = package.bound(client, method, "Async")(**given)
                if method.streams:
                    async with called as stream:
                        assert len([item async for item in stream]) == 2
                else:
                    await called

    asyncio.run(calling())

    judge.check()
    assert len(judge.requests) == len(list(calls(package, judge)))


def test_a_body_is_given_in_three_ways(package: Package, judge: Judge) -> None:
    """As a dict, as a model, as keywords: the same request."""
    with package.client(judge.url) as client:
        for operation, method in calls(package, judge):
            given = arguments(judge, operation, method, optional=True)
            if (
                method.kind != "Json"
                or not method.fields
                or not isinstance(given.get("body"), dict)
            ):
                continue
            bound = package.bound(client, method)
            bound(**given)
            body = given.pop("body")
            as_dict = judge.last.json

            declared = body_type(package, method)
            bound(**given, body=TypeAdapter(declared).validate_python(body))
            assert judge.last.json == as_dict

            if body.keys() <= method.fields.keys():
                bound(**given, **{method.fields[name]: value for name, value in body.items()})
                assert judge.last.json == as_dict
    judge.check()


def body_type(package: Package, method: Method) -> Any:
    """The type of a body, read from the code of its method."""
    module = importlib.import_module(f"{package.name}.{method.module}")
    source = inspect.getsource(getattr(getattr(module, method.class_name), method.name))
    return eval(source.partition("Json(")[2].split(",")[1].strip(), vars(module))


def test_raw_answers_have_what_the_method_returns(package: Package, judge: Judge) -> None:
    with package.client(judge.url) as client:
        for operation, method in calls(package, judge):
            if method.streams:
                continue
            given = arguments(judge, operation, method, optional=True)
            bound = package.bound(client, method)
            result = bound(**given)
            raw = getattr(bound.__self__.with_raw_response, method.name)(**given)
            if isinstance(result, package.root.Pager):
                result = result.first.body
            assert plain(raw.parsed()) == plain(result)
            assert 200 <= raw.status_code < 300
            with getattr(bound.__self__.with_streaming_response, method.name)(**given) as opened:
                assert plain(opened.parsed()) == plain(result)
                assert opened.status_code == raw.status_code


def plain(value: Any) -> Any:
    return (
        json.loads(TypeAdapter(Any).dump_json(value, by_alias=True))
        if not isinstance(value, bytes)
        else value
    )
