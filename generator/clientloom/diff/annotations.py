"""Annotations compared as a type checker does: whether a value of one fits where another is expected.

A few rules of the typing documentation, enough for what this project writes: unions, literals, the containers of the
standard library with their variance, `int` for `float`. `Any` takes everything and, since a caller of a precise type
loses it, stands for nothing else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_PROMOTED: Final[Mapping[str, frozenset[str]]] = {
    "bool": frozenset({"int", "float"}),
    "int": frozenset({"float"}),
    "list": frozenset({"Sequence"}),
    "tuple": frozenset({"Sequence"}),
    "dict": frozenset({"Mapping"}),
}
_INVARIANT = frozenset({"list", "dict"})
_IDENTIFIER = re.compile(r"(?<![\w.])(?:models\.)?([^\W\d]\w*)")


def fits(source: str, target: str, kinds: Mapping[str, str]) -> bool:
    """Whether a value that is annotated with one type can stand where the other is expected.

    :param kinds: the built-in type that a class derives from, such as `str` of an enumeration
    """
    return source == target or _fits(_parsed(source), _parsed(target), kinds)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def _fits(source: ast.expr, target: ast.expr, kinds: Mapping[str, str]) -> bool:
    source, target = _bare(source), _bare(target)
    if isinstance(source, ast.BinOp):
        return all(_fits(part, target, kinds) for part in (source.left, source.right))
    if isinstance(target, ast.BinOp):
        return any(_fits(source, part, kinds) for part in (target.left, target.right))
    wanted = ast.unparse(target)
    if wanted in ("Any", ast.unparse(source)):
        return True
    if isinstance(source, ast.Subscript) and _name(source) == "Literal":
        return _literal_fits(source, target)
    if isinstance(source, ast.Subscript) and isinstance(target, ast.Subscript):
        return _container_fits(source, target, kinds)
    if isinstance(source, ast.Subscript) or isinstance(target, ast.Subscript):
        return False
    name = _name(source)
    return wanted in _PROMOTED.get(name, ()) or kinds.get(name) == wanted


def _literal_fits(source: ast.Subscript, target: ast.expr) -> bool:
    values = {ast.unparse(v) for v in _arguments(source)}
    if isinstance(target, ast.Subscript):
        return _name(target) == "Literal" and values <= {ast.unparse(v) for v in _arguments(target)}
    kinds = {type(v.value).__name__ for v in _arguments(source) if isinstance(v, ast.Constant)}
    return all(kind == _name(target) or _name(target) in _PROMOTED.get(kind, ()) for kind in kinds)


def _container_fits(source: ast.Subscript, target: ast.Subscript, kinds: Mapping[str, str]) -> bool:
    name, wanted = _name(source), _name(target)
    if name != wanted and wanted not in _PROMOTED.get(name, ()):
        return False
    if name == "tuple":
        return _tuple_fits(source, target, kinds)
    pairs = list(zip(_arguments(source), _arguments(target), strict=False))
    if wanted in _INVARIANT:
        return all(_fits(a, b, kinds) and _fits(b, a, kinds) for a, b in pairs)
    return all(_fits(a, b, kinds) for a, b in pairs)


def _tuple_fits(source: ast.Subscript, target: ast.Subscript, kinds: Mapping[str, str]) -> bool:
    items, more = _items(source)
    every = [*items, *more]
    if _name(target) != "tuple":
        return all(_fits(each, _arguments(target)[0], kinds) for each in every)
    wanted, rest = _items(target)
    return (
        len(items) >= len(wanted)
        and (len(every) == len(wanted) or bool(rest))
        and all(_fits(a, b, kinds) for a, b in zip(items, wanted, strict=False))
        and all(_fits(each, rest[0], kinds) for each in every[len(wanted) :])
    )


def _items(node: ast.Subscript) -> tuple[list[ast.expr], list[ast.expr]]:
    """The types of a tuple's items, and the one of those that may follow, if some may."""
    *items, last = _arguments(node)
    if isinstance(last, ast.Starred) and isinstance(last.value, ast.Subscript):
        return items, _arguments(last.value)[:1]
    return [*items, last], []


def _bare(node: ast.expr) -> ast.expr:
    """Without `Annotated`."""
    while isinstance(node, ast.Subscript) and _name(node) == "Annotated":
        node = _arguments(node)[0]
    return node


def _name(node: ast.expr) -> str:
    """The last part of a name: of the class, wherever it is from."""
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)


def _arguments(node: ast.Subscript) -> list[ast.expr]:
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]


def with_new_names(annotation: str, classes: Mapping[str, str]) -> str:
    """An annotation of the old side with the names that its classes have on the new one."""

    def renamed(match: re.Match[str]) -> str:
        name = match[1]
        return match[0].removesuffix(name) + classes.get(name, name)

    return _IDENTIFIER.sub(renamed, annotation) if classes else annotation
