"""The files of a program: read twice, so that a module knows what the modules that it imports from have."""

from __future__ import annotations

import ast
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clientloom.diff.surface import Surface
from clientloom.document.source import display
from clientloom.errors import ClientloomError, Position, Problem
from clientloom.impact.breakages import Breakages
from clientloom.impact.scan import Finding, Scan
from clientloom.impact.values import Catalogue, Names, Resolver, Value

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
    resolver = Resolver(Catalogue(package, surface))
    known: dict[str, Names] = {}
    findings: list[Finding] = []
    for _ in range(2):
        findings = []
        for path, tree in trees.items():
            name = _module_name(path, root)
            found, names = _scan(path, name, tree, resolver, breakages, known)
            findings += found
            known[name.removesuffix(".__init__")] = names
    return tuple(findings)


def _scan(
    path: Path,
    name: str,
    tree: ast.Module,
    resolver: Resolver,
    breakages: Breakages,
    known: Mapping[str, Names],
) -> tuple[Sequence[Finding], Names]:
    def lookup(module: str, wanted: str) -> Value:
        # A program's own folder may be named in its imports, or not.
        for candidate in (module, module.partition(".")[2]):
            if candidate in known:
                return known[candidate].get(wanted)
        return None

    return Scan(display(path.absolute()), name, resolver, breakages, lookup).run(tree)


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
