"""The files of a program: read twice, so that a module knows what the modules that it imports from have."""

from __future__ import annotations

import ast
import tokenize
from collections.abc import Iterator
from pathlib import Path

from clientloom.diff.surface import Surface
from clientloom.document.source import display
from clientloom.errors import ClientloomError, Position, Problem
from clientloom.impact.breakages import Breakages
from clientloom.impact.scan import Finding, Scan
from clientloom.impact.values import Catalogue, Names, Resolver

_PASSED_OVER = frozenset({"__pycache__", "node_modules", "site-packages", "build", "dist"})


def impact(app: Path, package: str, surface: Surface, breakages: Breakages) -> tuple[Finding, ...]:
    """What of a program breaks.

    :param app: a folder of Python files, or one file
    :param surface: of the old package
    :raises ClientloomError: if there is no Python, or a file is none
    """
    root = app if app.is_dir() else app.parent
    trees = {path: _tree(path) for path in _files(app)}
    if not trees:
        raise ClientloomError(Problem(f"{display(app)}: there is no Python here."))
    known: dict[str, Names] = {}
    resolver = Resolver(Catalogue(package, surface, known))
    findings: list[Finding] = []
    for _ in range(2):
        findings = []
        for path, tree in trees.items():
            name = _module_name(path, root)
            scan = Scan(display(path.absolute()), name, resolver, breakages)
            found, names = scan.run(tree)
            findings += found
            known[name.removesuffix(".__init__")] = names
    return tuple(findings)


def _files(app: Path) -> Iterator[Path]:
    """The Python files, in alphabetical order; not those of installed packages."""
    if app.is_file():
        yield app
        return
    if not app.exists():
        raise ClientloomError(Problem(f"{display(app)}: there is no such folder."))
    for path in sorted(app.rglob("*.py")):
        inside = path.relative_to(app).parts[:-1]
        if not any(part in _PASSED_OVER or part.startswith(".") for part in inside):
            yield path


def _module_name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def _tree(path: Path) -> ast.Module:
    try:
        with tokenize.open(path) as file:
            return ast.parse(file.read())
    except SyntaxError as error:
        position = Position(display(path.absolute()), error.lineno or 1, error.offset or 1, "")
        raise ClientloomError(Problem(f"this is not Python: {error.msg}.", position)) from None
    except (UnicodeDecodeError, ValueError) as error:
        raise ClientloomError(Problem(f"{display(path)}: this is not Python: {error}.")) from None
