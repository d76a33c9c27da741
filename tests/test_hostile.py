"""Text of a document never becomes anything but a literal, a docstring, or an identifier that `naming` made."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from clientloom.config import Client
from clientloom.document import load
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.render import render_all
from clientloom.styles import style_names
from hostile import ATTACKS, hostile_document

BENIGN = tuple(f"word{index}" for index in range(len(ATTACKS)))


def generated(folder: Path, style: str, attacks: tuple[str, ...]) -> dict[str, str]:
    """The files for a document, without validation: a document this bad would not pass it."""
    spec = folder / "hostile.json"
    spec.write_text(json.dumps(hostile_document(attacks)), encoding="utf-8")
    package = "waylay.services.hostile" if style == "waylay" else "hostile_api"
    client = Client(
        name="hostile",
        spec=spec,
        style=style,
        package=package,
        distribution="hostile",
        version="1.0.0",
        output=folder,
    )
    return render_all(plan(styled(parse(load(spec)), client)))


def shape(node: ast.AST) -> Iterator[str]:
    """The kinds of nodes of a tree, with neither names nor texts: what a module does."""
    for child in ast.walk(node):
        yield type(child).__name__


@pytest.fixture(scope="module", params=style_names())
def style(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def hostile(style: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return generated(tmp_path_factory.mktemp("hostile"), style, ATTACKS)


def test_no_text_adds_code(hostile: dict[str, str], style: str, tmp_path: Path) -> None:
    """The modules for hostile text hold the same kinds of statements and calls as those for harmless text."""
    harmless = generated(tmp_path, style, BENIGN)

    def nodes(files: dict[str, str]) -> list[ast.AST]:
        return [
            node
            for path, text in files.items()
            if path.endswith((".py", ".pyi")) and "/_runtime/" not in path
            for node in ast.walk(ast.parse(text))
        ]

    def kinds(found: list[ast.AST]) -> set[tuple[str, str]]:
        calls = [ast.unparse(node.func) if isinstance(node, ast.Call) else "" for node in found]
        return {(type(node).__name__, call) for node, call in zip(found, calls, strict=True)}

    found = nodes(hostile)
    # Classes of the package have names of the document; what else is called does not depend on it.
    own = {("Call", node.name) for node in found if isinstance(node, ast.ClassDef)}
    imported = {
        alias.name for node in found if isinstance(node, ast.Import) for alias in node.names
    }

    assert kinds(found) - own - {("Import", "")} <= kinds(nodes(harmless))
    assert imported <= {"builtins", "datetime"}


def test_every_identifier_is_a_plain_word(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        if not path.endswith((".py", ".pyi")) or "/_runtime/" in path:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                name = node.name
            elif isinstance(node, ast.arg):
                name = node.arg
            else:
                continue
            assert name.isidentifier()
            if path.endswith("/testing.py") and isinstance(node, ast.ClassDef):
                # The stubs of the class `Pets` are `_PetsStubs`, which no name of a document can be.
                name = re.sub(r"^_(?=[^\W_]\w*Stubs$)", "", name)
            assert not name.startswith("_") or name in ("__init__", "__getattr__"), (
                f"{path}: {name}"
            )


def test_no_path_leaves_its_folder(hostile: dict[str, str]) -> None:
    for path in hostile:
        assert ".." not in path.split("/")
        assert not path.startswith("/")
        assert "\\" not in path
        assert "\0" not in path
        assert all(len(part.encode()) < 255 for part in path.split("/"))
    assert len({path.lower() for path in hostile}) == len(hostile)


def test_the_code_imports_and_does_nothing(
    hostile: dict[str, str], style: str, tmp_path: Path
) -> None:
    """Every module is imported, every model built, in a process of its own, in an empty folder."""
    for path, text in hostile.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    roots = sorted({path.split("/")[0] for path in hostile})
    modules = [
        "/".join(path.split("/")[1:])
        .removesuffix(".py")
        .removesuffix("/__init__")
        .replace("/", ".")
        for path in hostile
        if path.endswith(".py")
    ]
    program = f"""
import importlib, sys
sys.path[:0] = {[str(tmp_path / root) for root in roots]!r}
modules = [importlib.import_module(name) for name in {modules!r}]
from pydantic import BaseModel
values = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
foreign = ("pydantic", "waylay.sdk")
classes = {{
    c for c in values
    if issubclass(c, BaseModel) and "_runtime" not in c.__module__ and not c.__module__.startswith(foreign)
}}
for c in classes:
    c.model_rebuild()
print(len(modules), len(classes))
"""
    work = tmp_path / "work"
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert list(work.iterdir()) == []
    count, classes = map(int, done.stdout.split())
    assert count == len(modules)
    assert classes > 4 * len(ATTACKS)
