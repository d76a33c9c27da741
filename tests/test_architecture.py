"""The rules of the design that a reader would otherwise have to trust."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from clientloom.styles import style_names

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "clientloom"
TEMPLATES = ROOT / "templates"

# Imports run downwards only: a room may import what stands in a later row, and its own row's packages themselves.
ROWS = (
    ("__main__",),
    ("cli",),
    ("impact_command",),
    ("diff_command",),
    ("impact",),
    ("diff", "update", "why", "reconstruct_command", "fetch_command"),
    ("pipeline", "reconstruct"),
    ("edits",),
    ("render",),
    ("skeleton", "surface", "formatting"),
    ("plan",),
    ("parse", "models"),
    ("lock",),
    ("config",),
    ("styles",),
    ("api", "tree", "naming", "renames"),
    ("document",),
    ("ignore", "pristine", "git"),
    ("journal",),
    ("cache", "console", "escape", "errors", "merge", "paths", "progress", "upgrade"),
)


def room(path: Path) -> str:
    """The first word of a module's place: `plan` for `plan/types.py`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports, at whatever depth."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.jinja"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    rows = {name: index for index, row in enumerate(ROWS) for name in row}
    own = room(path)
    if own == "__init__":
        return
    assert own in rows, f"{own} has no row"

    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "clientloom" and len(parts) > 1 and parts[1] in rows and parts[1] != own:
            assert rows[parts[1]] > rows[own], f"{own} imports {parts[1]}"


def test_only_models_knows_the_code_generator() -> None:
    knowing = {
        room(p)
        for p in modules()
        if any(i.startswith("datamodel_code_generator") for i in imported(p))
    }

    assert knowing == {"models"}


def test_core_modules_never_name_a_style() -> None:
    for path in modules():
        if room(path) == "styles":
            continue
        strings = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        names = [
            node.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Name)
        ]
        for style in style_names():
            assert style not in strings, f"{path} names the style {style}"
            assert style not in names, f"{path} names the style {style}"


@pytest.mark.parametrize("path", templates(), ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_templates_only_lay_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tags = re.findall(r"\{%-?\s*(\w+)", text)

    assert text.startswith("{# Context:"), "a template opens with the type of its context"
    assert not {"set", "include", "extends", "filter", "call", "raw"} & set(tags)
    for style in style_names():
        own = path.relative_to(TEMPLATES).parts[0] == style
        assert own or not re.search(rf"\b{style}\b", text), f"names the style {style}"
    for condition in re.findall(r"\{%-?\s*(?:el)?if\s+(.*?)\s*-?%\}", text):
        assert not re.search(
            r"==|!=|<|>|\bin\b|\band\b|\bor\b", condition.replace("| length == 1", "")
        ), condition


def test_templates_print_text_of_a_document_through_filters_only() -> None:
    """What is printed bare is a name, a type or an expression that the plan made."""
    made_by_the_plan = {
        "accept", "annotation", "argument", "argument_errors", "async_class_name", "bases", "class_name", "default",
        "expression", "extras", "headers", "info", "items", "margin", "method", "module", "name", "names", "now", "of",
        "paged_wrapper", "parameter", "returns", "returns_value", "runtime", "security", "server", "stream_wrapper",
        "type", "until", "up", "wrapper",
    }  # fmt: skip
    for path in templates():
        if path.suffixes[0] == ".md":
            continue
        for expression in re.findall(r"\{\{-?\s*(.*?)\s*-?\}\}", path.read_text(encoding="utf-8")):
            if "|" in expression or "(" in expression or expression == "header.template":
                continue
            last = re.split(r"[.\[]", expression)
            word = last[-1] if not last[-1].endswith("]") else last[-2]
            assert word in made_by_the_plan, f"{path}: {expression} is printed bare"


def test_the_runtime_has_no_holes() -> None:
    for path in (TEMPLATES / "runtime").iterdir():
        if path.is_file():
            assert path.suffix == ".py"
            ast.parse(path.read_text(encoding="utf-8"))
