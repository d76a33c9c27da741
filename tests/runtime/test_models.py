"""Models: built on first use, open to what is new, checked where a program makes them."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any, ClassVar

import pytest
from pydantic import BaseModel, ValidationError

from .conftest import Modules


def run(package: Path, code: str) -> str:
    """Run code in a fresh interpreter that can import the sample, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(package)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_fields_by_python_name_or_wire_name(sdk: Modules) -> None:
    task = sdk.models.Task

    assert task(correlation_ids=["a"]) == task(correlationIds=["a"])
    assert task.model_validate({"correlationIds": ["a"]}).correlation_ids == ["a"]


def test_unset_is_told_from_null(sdk: Modules) -> None:
    task = sdk.models.Task(name=None)

    assert task.to_dict() == {"name": None}
    assert task.id is None
    task.id = None
    assert task.to_dict() == {"name": None, "id": None}


def test_snake_models_are_read_like_dicts(sdk: Modules) -> None:
    task = sdk.models.Task(name="a", latestVersion={"version": "1"}, zip="z")

    assert task.to_dict() == {"name": "a", "version": {"version": "1"}, "zip": "z"}
    assert task["name"] == task.get("name") == "a"
    assert task["id"] is None
    assert task.get("id", 5) == 5
    assert "name" in task
    assert "id" not in task
    task["name"] = "b"
    assert task.name == "b"
    with pytest.raises(KeyError, match="no field 'none'"):
        task["none"]
    assert "'name': 'b'" in task.to_str()
    assert repr(sdk.models.Task(name="a")) == "Task(name='a')"


def test_snake_models_serialize(sdk: Modules) -> None:
    wire = {
        "id": "00000000-0000-0000-0000-000000000001",
        "created": "2020-01-02T00:00:00Z",
        "correlationIds": ["a"],
        "status": "done",
        "latestVersion": {"version": "1"},
        "extra": {"deep": [1]},
    }

    assert sdk.models.Task.model_validate(wire).to_dict(serialize=True) == wire


def test_wire_models(sdk: Modules) -> None:
    tool = sdk.models.Tool(tool_id="1")

    assert tool.to_dict() == {"toolId": "1"}
    assert tool.to_json() == '{"toolId":"1"}'
    assert sdk.models.Tool.from_dict({"toolId": "1"}) == tool
    assert sdk.models.Tool.from_json('{"toolId":"1"}') == tool
    assert tool.to_str() == "{'tool_id': '1'}"
    with pytest.raises(ValueError, match="Field required"):
        sdk.models.Tool()


def test_bounds_are_checked_when_a_program_makes_an_object(sdk: Modules) -> None:
    with pytest.raises(ValidationError) as caught:
        sdk.models.Execution(cache_size_gb=3, name="A1")

    assert isinstance(caught.value, ValueError)
    assert [(e["loc"], e["msg"]) for e in caught.value.errors()] == [
        (("cache_size_gb",), "must be greater than or equal to 50"),
        (("name",), "must match the pattern ^[a-z]+$"),
    ]
    assert sdk.models.Execution(name="a").cache_size_gb == 50


def test_bounds_are_not_checked_when_a_response_is_read(sdk: Modules) -> None:
    assert sdk.models.Execution.model_validate_json(b'{"cacheSizeGB":3,"name":"A1"}').name == "A1"


def test_a_closed_model_takes_no_unknown_field_from_a_program(sdk: Modules) -> None:
    with pytest.raises(ValidationError, match="there is no such field"):
        sdk.models.Execution(name="a", nmae="b")
    assert sdk.models.Execution.model_validate({"name": "a", "new": 1}).new == 1
    assert sdk.models.Task(new=1).new == 1


def test_root_models_stand_for_their_root(sdk: Modules) -> None:
    version = sdk.models.TaskSpecification(sdk.models.TaskVersion(version="1"))
    plain = sdk.models.TaskSpecification.from_dict({"a": {"b": 1}})

    assert version.version == "1"
    assert version.to_dict() == {"version": "1"}
    assert version.to_json() == '{"version":"1"}'
    assert plain["a"] == {"b": 1}
    assert (len(plain), list(plain)) == (1, ["a"])
    assert plain.to_dict() == {"a": {"b": 1}}
    assert type(sdk.models.TaskSpecification.from_json('{"name":"x"}').root).__name__ == "Execution"
    with pytest.raises(AttributeError):
        _ = version.none


def test_enums_keep_what_is_new(sdk: Modules) -> None:
    status, priority = sdk.models.TaskStatus, sdk.models.Priority

    new = status("paused")
    assert new == "paused"
    assert isinstance(new, status)
    assert str(new) == "paused"
    assert new not in list(status)
    assert {"done": 1}[status.DONE] == 1
    assert pickle.loads(pickle.dumps(new)) == copy.deepcopy(new) == new
    assert status("done") is status.DONE
    assert priority(9) == 9
    assert pickle.loads(pickle.dumps(priority(9))) == 9
    for wrong in (5, None):
        with pytest.raises(ValueError, match="is not a valid"):
            status(wrong)
    for wrong in ("x", True and 1.5):
        with pytest.raises(ValueError, match="is not a valid"):
            priority(wrong)


def test_models_pickle_and_copy(sdk: Modules) -> None:
    task = sdk.models.Task(name="a", version={"version": "1"}, extra={"b": 1})

    assert pickle.loads(pickle.dumps(task)) == copy.deepcopy(task) == task


def test_a_model_that_extends_another_finds_what_that_one_names(package: Path) -> None:
    assert (
        run(
            package,
            """
            from sample_sdk.models import SpecialTask
            print(SpecialTask(reason="r", version={"version": "1", "execution": {"name": "x"}}))
            """,
        )
        == "version=TaskVersion(version='1', execution=Execution(name='x')) reason='r'"
    )


@pytest.mark.parametrize(
    "code",
    [
        "Task.model_validate({'latestVersion': {'version': '1'}}).version.version",
        'Task.model_validate_json(\'{"latestVersion":{"version":"1"}}\').version.version',
        "TaskVersion(version='1').version",
        "TypeAdapter(list[Task]).validate_json('[{}]') and 1",
        "adapter(dict[str, list[Task | Tool]]).validate_json('{\"a\":[{}]}') and 1",
        "Task.model_json_schema() and 1",
        "len(to_json([Tool.model_construct(tool_id='1')])) - 15",
        "pickle.loads(pickle.dumps(Tool.model_construct(tool_id='1'))).tool_id",
        "TaskSpecification.model_construct({'a': 1}).root['a']",
        "Task.model_construct(name='1').model_dump()['name']",
        "get_type_hints(Task) and 1",
    ],
)
def test_whatever_comes_first_builds_the_class(package: Path, code: str) -> None:
    prelude = """
import pickle
from typing import get_type_hints
from pydantic import TypeAdapter
from sample_sdk._runtime.adapters import adapter, to_json
from sample_sdk.models import Task, TaskSpecification, TaskVersion, Tool
"""
    if "get_type_hints" in code:
        prelude += "Task()\n"  # names are put into the module when the class is built
    assert run(package, f"{prelude}print({code})") == "1"


def test_an_unpickled_model_can_be_sent_in_a_dict(sdk: Modules, package: Path) -> None:
    pickled = pickle.dumps(sdk.models.Tool(tool_id="1"))

    assert (
        run(
            package,
            f"""
            import pickle
            from sample_sdk._runtime.adapters import to_json
            print(to_json([pickle.loads({pickled!r})]).decode())
            """,
        )
        == '[{"toolId":"1"}]'
    )


def test_importing_the_package_imports_neither_pydantic_nor_the_http_library(package: Path) -> None:
    heavy = run(
        package,
        """
        import sys
        import sample_sdk, sample_sdk.models
        from sample_sdk import ApiClient, Configuration, TasksApi
        TasksApi(ApiClient(Configuration(host="http://x")))
        print(sorted({"pydantic", "httpx2", "httpx", "asyncio", "multiprocessing.pool"} & set(sys.modules)))
        """,
    )

    assert heavy == "[]"


def test_lazy_packages(sdk: Modules) -> None:
    root, models = sdk.root, sdk.models

    assert root.__version__ == "0"  # it is not installed
    assert "Task" in dir(models)
    assert "Task" in models.__all__
    assert "__file__" in dir(models)
    assert models.Task is models.Task
    assert vars(models)["Task"] is models.Task
    with pytest.raises(AttributeError, match="module 'sample_sdk' has no attribute 'Nothing'"):
        _ = root.Nothing
    with pytest.raises(ImportError):
        exec("from sample_sdk.models import Nothing")
    names: dict[str, Any] = {}
    exec("from sample_sdk.models import *", names)
    assert names["Tool"] is models.Tool


def write_models(folder: Path, name: str, sources: dict[str, str]) -> None:
    """Write a package of models, each of them a module, as the generator does."""
    package = folder / name
    package.mkdir()
    index = "\n".join(f"{cls} .{cls.lower()}" for cls in sources)
    package.joinpath("__init__.py").write_text(
        "from sample_sdk._runtime.lazy import lazy\n"
        f"__getattr__, __dir__ = lazy(__name__, '''{index}''')\n"
    )
    for cls, source in sources.items():
        package.joinpath(f"{cls.lower()}.py").write_text(
            "from __future__ import annotations\n"
            "from typing import Any\n"
            f"from sample_sdk._runtime.models import Model, RootModel\n{source}\n"
        )


@pytest.fixture
def chain(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[BaseModel]:
    """The first of 400 models that refer to the next one each."""
    last = 399
    sources = {
        f"M{i}": f"class M{i}(Model):\n    next: {f'M{i + 1} | None' if i < last else 'Any'} = None"
        for i in range(last + 1)
    }
    write_models(tmp_path, "chain_models", sources)
    monkeypatch.syspath_prepend(tmp_path)
    import chain_models  # type: ignore[import-not-found] # pyright: ignore

    found: type[BaseModel] = chain_models.M0  # pyright: ignore
    return found  # pyright: ignore


def test_a_long_chain_is_built_without_deep_recursion(chain: type[BaseModel]) -> None:
    assert chain.model_validate({"next": {"next": {}}}).model_dump(exclude_unset=True) == {
        "next": {"next": {}}
    }


def test_a_ring_is_built_once(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = 120
    sources = {
        f"R{i}": f"class R{i}(Model):\n"
        f"    next: R{(i + 1) % size} | None = None\n    back: R{(i - 1) % size} | None = None"
        for i in range(size)
    }
    write_models(tmp_path, "ring_models", sources)
    monkeypatch.syspath_prepend(tmp_path)
    import ring_models  # type: ignore[import-not-found] # pyright: ignore

    first: Any = ring_models.R0  # pyright: ignore
    second: Any = ring_models.R60  # pyright: ignore

    assert type(first.model_validate({"next": {"back": {}}}).next.back) is first
    assert type(second(next={"back": {}}).next.back) is second


def test_threads_that_use_unbuilt_models_at_once(package: Path) -> None:
    """No thread sees a class that another has half built."""
    code = """
    import threading
    from sample_sdk import models
    from sample_sdk._runtime.adapters import adapter
    start, failures = threading.Barrier(16), []
    def use(number):
        start.wait()
        try:
            if number % 2:
                assert models.Task(version={"version": "1"}).version.version == "1"
            else:
                assert adapter(list[models.TaskVersion]).validate_json('[{"version":"1","task":{}}]')
        except Exception as error:
            failures.append(repr(error))
    threads = [threading.Thread(target=use, args=(n,)) for n in range(16)]
    [t.start() for t in threads]; [t.join() for t in threads]
    print(failures)
    """
    assert run(package, code) == "[]"


class TestLimits:
    """`Limits`, by themselves."""

    cases: ClassVar[list[tuple[dict[str, Any], Any, bool]]] = [
        ({"ge": 1}, 1, True),
        ({"ge": 1}, 0.5, False),
        ({"gt": 1}, 1, False),
        ({"le": 1}, 1, True),
        ({"lt": 1}, 1, False),
        ({"ge": 1}, True, True),
        ({"ge": 1}, "0", True),
        ({"multiple_of": 0.1}, 0.3, True),
        ({"multiple_of": 2}, 3, False),
        ({"min_length": 1}, "", False),
        ({"max_length": 1}, "€", True),
        ({"max_length": 1}, "ab", False),
        ({"pattern": "b"}, "abc", True),
        ({"pattern": "^[a-zA-Z0-9\\-]+$"}, "a-b\n", False),
        ({"pattern": "^\\d$"}, "٣", False),
        ({"pattern": "(?<name>a)"}, "b", True),
        ({"pattern": "\\p{L}"}, "1", True),
        ({"pattern": "("}, "1", True),
        ({"pattern": "^(a+)+$"}, "a" * 60 + "b", True),
        ({"pattern": "^(a|aa)*$"}, "a" * 60 + "b", True),
        ({"pattern": "^((ab)*c)*$"}, "x", True),
        ({"pattern": "^(ab)*$"}, "x", False),
        ({"pattern": "^[(+]{2}$"}, "x", False),
        ({"min_items": 1}, [], False),
        ({"max_items": 1}, [1, 2], False),
        ({"max_items": 1}, {"a": 1, "b": 2}, False),
        ({"unique_items": True}, [1, 1], False),
        ({"unique_items": True}, [{"a": 1}, {"a": 1}], False),
        ({"unique_items": True}, [{"a": 1}, {"a": 2}], True),
        ({"min_length": 1}, None, True),
    ]

    @pytest.mark.parametrize(("limits", "value", "fine"), cases)
    def test_each(self, sdk: Modules, limits: dict[str, Any], value: Any, fine: bool) -> None:
        assert (not sdk.limits.Limits(**limits).violations(value)) is fine

    def test_disabled_keywords(self, sdk: Modules) -> None:
        limits = sdk.limits.Limits(min_length=3, pattern="x")

        assert len(limits.violations("a")) == 2
        assert limits.violations("a", {"minLength", "pattern"}) == []


def test_json_survives_everything_that_json_has(sdk: Modules) -> None:
    value = {"a": [1, 2.5, None, True, "ä"], "b": {"c": {}}}

    assert json.loads(sdk.models.Task(labels=value).model_dump_json(exclude_unset=True)) == {
        "labels": value
    }
