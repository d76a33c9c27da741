"""What a reviewer sees when a document changes: the change, and nothing around it.

Each test changes a copy of a real document and compares what is generated before and after.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from clientloom.config import Client, load_project
from clientloom.pipeline import generate

ROOT = Path(__file__).parents[1]
CLIENTS = {client.name: client for client in load_project(ROOT / "clientloom.toml").clients}

Spec: TypeAlias = dict[str, Any]
Change: TypeAlias = dict[str, list[str]]


@lru_cache
def before(name: str) -> Mapping[str, str]:
    """The files of a client as they are."""
    return generate(CLIENTS[name])


def review(name: str, folder: Path, edit: Callable[[Spec], object]) -> Change:
    """Change a document, generate, and return the changed lines (`+new`, `-old`) by file."""
    client: Client = CLIENTS[name]
    document = yaml.safe_load(client.spec.read_text(encoding="utf-8"))
    edit(document)
    spec = folder / client.spec.parent.name / client.spec.name
    spec.parent.mkdir()
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
    spec.write_text(text, encoding="utf-8")
    return difference(before(name), generate(replace(client, spec=spec)))


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Change:
    found: Change = {}
    for path in sorted(old.keys() | new.keys()):
        pair = old.get(path, "").splitlines(), new.get(path, "").splitlines()
        lines = list(difflib.unified_diff(*pair, n=0, lineterm=""))[2:]
        if lines := [line for line in lines if not line.startswith("@@")]:
            found[path] = lines
    return found


def only_added(change: Change) -> bool:
    return all(line.startswith("+") for lines in change.values() for line in lines)


def operations(document: Spec) -> Mapping[str, Spec]:
    """The operations by their operationId."""
    return {
        node["operationId"]: node
        for item in document["paths"].values()
        for node in item.values()
        if "operationId" in node
    }


# An operation with optional query parameters, and its API module and page.
LISTS = {
    "ica": ("listTasks", "ica-sdk/ICA_SDK/api/tasks_api.py", "ica-sdk/docs/TasksApi.md"),
    "lusid_workflow": (
        "GetTask",
        "lusid-workflow/lusid_workflow/api/tasks_api.py",
        "lusid-workflow/docs/TasksApi.md",
    ),
    "astronomer_core": (
        "ListMappedTaskInstances",
        "astronomercoreapi/astronomercoreapi/api/task_api.py",
        "astronomercoreapi/docs/TaskApi.md",
    ),
}


def add_parameter(document: Spec, wanted: str) -> None:
    operations(document)[wanted]["parameters"].append(
        {
            "name": "newThing",
            "in": "query",
            "description": "A new thing.",
            "schema": {"type": "string"},
        }
    )


@pytest.mark.parametrize("name", LISTS)
def test_a_new_optional_query_parameter(name: str, tmp_path: Path) -> None:
    wanted, module, page = LISTS[name]

    change = review(name, tmp_path, lambda document: add_parameter(document, wanted))

    surface = f"{CLIENTS[name].distribution}/API.txt"
    assert sorted(change) == sorted([surface, module, page])
    assert change[module] == [
        "+        new_thing: str | None = None,",
        "+        :param new_thing: A new thing.",
        '+            Query("newThing", new_thing, str),',
    ]
    removed, added = change[surface]
    assert added[1:].replace(", new_thing: str | None = None", "") == removed[1:]
    row = "+**new_thing** | **str** | A new thing. | [optional]"
    if name == "ica":
        assert change[page] == [row]
    else:  # the line with the signature lists what is optional, too
        removed, added, *rest = change[page]
        assert added[1:].replace(", new_thing=new_thing", "") == removed[1:]
        assert rest == [row]


def test_a_new_optional_query_parameter_of_a_plugin(tmp_path: Path) -> None:
    """Methods take the query as one argument; its parameters are the fields of a model."""
    change = review(
        "waylay_rules", tmp_path, lambda document: add_parameter(document, "list_tasks")
    )

    assert change == {
        "waylay-sdk-rules-types/API.txt": [
            "+waylay.services.rules.queries.tasks_api.ListQuery.new_thing: "
            "Annotated[str | None, Field(alias='newThing')] = None"
        ],
        "waylay-sdk-rules-types/waylay/services/rules/queries/tasks_api.py": [
            '+    new_thing: Annotated[str | None, Field(alias="newThing")] = None'
        ],
        "waylay-sdk-rules/docs/TasksApi.md": [
            "+**query['newThing']** (dict) <br> **query.new_thing** (Query) | **str** "
            '| query parameter `"newThing"` | A new thing. | [optional]'
        ],
        "waylay-sdk-rules/waylay/services/rules/api/tasks_api.py": [
            "+            newThing: A new thing."
        ],
    }


@pytest.mark.parametrize("name", CLIENTS)
def test_a_new_model_moves_no_other(name: str, tmp_path: Path) -> None:
    def edit(document: Spec) -> None:
        document["components"]["schemas"]["BrandNew"] = {
            "type": "object",
            "description": "A new model.",
            "properties": {"name": {"type": "string"}},
        }

    change = review(name, tmp_path, edit)

    assert only_added(change)
    new = {path for path in change if path.endswith(("/brand_new.py", "/BrandNew.md"))}
    assert len(new) == 2
    for path in change.keys() - new:
        file = path.rpartition("/")[2]
        assert file in ("API.txt", "README.md", "__init__.py", "__init__.pyi")
        # A stub imports the name and lists it.
        assert len(change[path]) == (2 if file in ("API.txt", "__init__.pyi") else 1)
        assert all("BrandNew" in line for line in change[path])


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("ica", ("TaskVersion", "TaskSummary")),
        ("lusid_workflow", ("Task", "Link")),
        ("astronomer_core", ("TaskInstance", "Error")),
        ("waylay_rules", ("SensorNode", "ValidationIssue")),
    ],
)
def test_a_new_reference_cycle_moves_no_class(
    name: str, pair: tuple[str, str], tmp_path: Path
) -> None:
    def edit(document: Spec) -> None:
        for owner, other in (pair, pair[::-1]):
            schema = document["components"]["schemas"][owner]
            schema["properties"]["loop"] = {"$ref": f"#/components/schemas/{other}"}

    change = review(name, tmp_path, edit)

    assert len(change) == 5
    snake = {cls: re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls).lower() for cls in pair}
    for owner, other in (pair, pair[::-1]):
        (module,) = (path for path in change if path.endswith(f"/{snake[owner]}.py"))
        (page,) = (path for path in change if path.endswith(f"/{owner}.md"))
        assert len(change[page]) == 1
        assert f"+    loop: {other} | None = None" in change[module]
        assert f"+    from .{snake[other]} import {other}" in change[module]
        others = [line for line in change[module] if "loop" not in line and other not in line]
        assert all(
            re.fullmatch(
                r"[+-](from typing.*|    (TYPE_CHECKING|Annotated|Any),|\)|if TYPE_CHECKING:|)",
                line,
            )
            for line in others
        )
    (surface,) = (path for path in change if path.endswith("API.txt"))
    assert len(change[surface]) == 2
    assert all(line.startswith("+") for line in change[surface])


@pytest.mark.parametrize("name", CLIENTS)
def test_other_words_change_words_only(name: str, tmp_path: Path) -> None:
    """Descriptions are in docstrings and pages: everything that runs, and API.txt, stays."""

    def edit(document: Spec) -> None:
        for node in operations(document).values():
            node["description"] = "Other words."
            for parameter in node.get("parameters", ()):
                if "in" in parameter:
                    parameter["description"] = "Other words."
        for schema in document["components"]["schemas"].values():
            schema["description"] = "Other words."

    change = review(name, tmp_path, edit)

    assert change
    client = CLIENTS[name]
    assert not any(path.endswith(("API.txt", ".toml", ".pyi")) for path in change)
    for path, lines in change.items():
        assert path.endswith((".py", ".md"))
        code = re.compile(r"(def|class|import|from|return|async|@)\b|.*[=(]$")
        assert not [line for line in lines if path.endswith(".py") and code.match(line[1:].strip())]
    assert client.distribution in {path.split("/")[0].removesuffix("-types") for path in change}


def test_a_new_enum_value_is_one_line(tmp_path: Path) -> None:
    def edit(document: Spec) -> None:
        document["components"]["schemas"]["GateType"]["enum"].append("XOR")

    change = review("waylay_rules", tmp_path, edit)

    types = "waylay-sdk-rules-types"
    assert change == {
        f"{types}/API.txt": ["+waylay.services.rules.models.gate_type.GateType.XOR = 'XOR'"],
        f"{types}/docs/GateType.md": ['+**XOR** | "XOR"'],
        f"{types}/waylay/services/rules/models/gate_type.py": ['+    XOR = "XOR"'],
    }


@pytest.mark.parametrize("name", CLIENTS)
def test_a_new_operation_adds_lines_only(name: str, tmp_path: Path) -> None:
    def edit(document: Spec) -> None:
        first = next(iter(operations(document).values()))
        document["paths"]["/zoom"] = {
            "get": {
                "operationId": "zoomIn",
                "tags": first["tags"],
                "summary": "New.",
                "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
                "responses": {"204": {"description": "Done"}},
            }
        }

    change = review(name, tmp_path, edit)

    assert only_added(change)
    files = {path.rpartition("/")[2] for path in change}
    assert files <= {
        "API.txt",
        "README.md",
        "tasks_api.py",
        "task_api.py",
        "testing.py",
        "TasksApi.md",
        "TaskApi.md",
    }
    stubs = [lines for path, lines in change.items() if path.endswith("/testing.py")]
    assert all(len(lines) == 1 and "zoom_in = " in lines[0] for lines in stubs)
    assert any("zoom_in(" in line for lines in change.values() for line in lines)
