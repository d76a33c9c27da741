"""Types as Python source, for signatures and for the calls behind them.

Model fields get theirs from `clientloom.models`. What differs here is who writes the value: a caller may pass a date as
text, an enum's value as a string and an object as a dict, so an argument's type is wider than the value's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from clientloom.api import (
    NULL,
    AnyType,
    Api,
    EnumShape,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Reference,
    Scalar,
    Type,
    Union,
)
from clientloom.escape import literal
from clientloom.plan.contexts import Import

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_FORMATS = {
    "date-time": "datetime",
    "date": "date",
    "uuid": "UUID",
    "decimal": "Decimal",
    "binary": "bytes",
}

_MODULES = {
    "Any": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Annotated": "typing",
    "Literal": "typing",
    "TYPE_CHECKING": "typing",
    "datetime": "datetime",
    "date": "datetime",
    "timedelta": "datetime",
    "UUID": "uuid",
    "Decimal": "decimal",
    "Field": "pydantic",
}

_STANDARD = frozenset({"__future__", "collections.abc", "datetime", "decimal", "typing", "uuid"})


class TypeWriter:
    """Writes types with the class names of one package."""

    def __init__(self, api: Api, classes: Mapping[str, str], prefix: str = "models.") -> None:
        self._api = api
        self._classes = classes
        self._prefix = prefix

    def value(self, of: Type) -> str:
        """The type of a value as it is once decoded, and as arguments are checked against."""
        match of:
            case AnyType():
                return "Any"
            case Scalar("string", form) if form in _FORMATS:
                return _FORMATS[form]
            case Scalar(kind, _):
                return _SCALARS[kind]
            case Literals(values):
                return " | ".join(dict.fromkeys(_SCALARS[_kind(v)] for v in values))
            case ListOf(items):
                return f"list[{self.value(items)}]"
            case MapOf(values):
                return f"dict[str, {self.value(values)}]"
            case Reference(name):
                return f"{self._prefix}{self._classes[name]}"
            case Union(variants):
                known = [self.value(v) for v in variants]
                if sum(isinstance(v, Reference) for v in variants) > 1:
                    known.insert(len(known) - (NULL in variants), "dict[str, Any]")
                return " | ".join(dict.fromkeys(known))

    def argument(self, of: Type) -> str:
        """The type of what a caller may pass."""
        match of:
            case Scalar("string", "date-time" | "date" | "uuid" | "decimal"):
                return f"{self.value(of)} | str"
            case Literals(values):
                kinds = " | ".join(dict.fromkeys(_SCALARS[_kind(v)] for v in values))
                return f"Literal[{', '.join(literal(v) for v in values)}] | {kinds}"
            case ListOf(items):
                # A list of one kind is a list; where items have several forms, a caller's list has one of them.
                wide = self.argument(items)
                return f"list[{wide}]" if wide == self.value(items) else f"Sequence[{wide}]"
            case MapOf(values):
                wide = self.argument(values)
                return (
                    f"dict[str, {wide}]" if wide == self.value(values) else f"Mapping[str, {wide}]"
                )
            case Reference(name):
                return f"{self.value(of)} | {self._plain(name)}"
            case Union(variants):
                return " | ".join(
                    dict.fromkeys(part for v in variants for part in self.argument(v).split(" | "))
                )
            case _:
                return self.value(of)

    def _plain(self, name: str) -> str:
        """What a caller may write in the place of a model: a dict with wire names, or an enum's value."""
        match self._api.schemas[name].shape:
            case EnumShape(kind, _):
                return _SCALARS[kind]
            case ObjectShape():
                return "dict[str, Any]"
            case _:
                return "Any" if self._prefix == "" else "dict[str, Any]"


def used_names(sources: Iterable[str]) -> set[str]:
    """The identifiers in some sources, those in strings left out."""
    found: set[str] = set()
    for source in sources:
        found.update(
            re.findall(r"(?<![\w.])[^\W\d]\w*", re.sub(r'"(?:[^"\\]|\\.)*"', '""', source))
        )
    return found


def standard_imports(names: Iterable[str]) -> list[Import]:
    """Imports of the standard library and pydantic for the names that need one."""
    modules: dict[str, set[str]] = {}
    for name in names:
        if name in _MODULES:
            modules.setdefault(_MODULES[name], set()).add(name)
    return [
        Import(module, tuple(sorted(found, key=_import_order)))
        for module, found in sorted(modules.items())
    ]


def grouped(imports: Iterable[Import]) -> tuple[tuple[Import, ...], ...]:
    """Imports as PEP 8 has them: the standard library, other packages, this package, in alphabetical order each.

    Imports of one module become one.
    """
    merged: dict[str, set[str]] = {}
    for each in imports:
        merged.setdefault(each.module, set()).update(each.names)
    groups: dict[int, list[Import]] = {}
    for module, names in sorted(merged.items(), key=lambda item: _module_order(item[0])):
        group = 2 if module.startswith(".") else 0 if module in _STANDARD else 1
        groups.setdefault(group, []).append(Import(module, tuple(sorted(names, key=_import_order))))
    return tuple(tuple(groups[group]) for group in sorted(groups))


def _module_order(module: str) -> tuple[int, str]:
    """What is further up comes first: `..` before `.`."""
    return (-(len(module) - len(module.lstrip("."))), module)


def _import_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return (kind, name)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    kinds: dict[type, str] = {bool: "boolean", int: "integer", float: "number"}
    return kinds.get(type(value), "string")
