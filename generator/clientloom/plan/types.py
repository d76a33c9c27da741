"""Types as Python source, for signatures and for the calls behind them.

Model fields get theirs from `clientloom.models`. What differs here is who writes the value: a caller may pass a date as
text, an enum's value as a string and an object as a dict, so an argument's type is wider than the value's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set

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
    TupleOf,
    Type,
    Union,
)
from clientloom.escape import literal
from clientloom.models import FORMATS, RUNTIME_TYPES, open_tuple, tuple_source
from clientloom.plan.contexts import Import
from clientloom.plan.variants import variants_source

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_FORMATS = {
    "date-time": "dt.datetime",
    "date": "dt.date",
    "uuid": "UUID",
    "decimal": "Decimal",
    "binary": "bytes",
    "duration": "dt.timedelta",
    "time": "dt.time",
}

_MODULES = {
    "Any": "typing",
    "Iterable": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Annotated": "typing",
    "Literal": "typing",
    "TYPE_CHECKING": "typing",
    "Union": "typing",
    "UUID": "uuid",
    "Decimal": "decimal",
    "Field": "pydantic",
}

_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
_STANDARD = frozenset(
    {
        "__future__",
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "typing",
        "uuid",
    }
)


_NAMES = re.compile(r"""'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\w.])([^\W\d]\w*)""")
"""Strings, which are passed over, and identifiers."""


class TypeWriter:
    """Writes types with the class names of one package."""

    def __init__(self, api: Api, classes: Mapping[str, str], prefix: str = "models.") -> None:
        self.api = api
        self._classes = classes
        self._prefix = prefix

    def value(self, of: Type) -> str:
        """The type of a value as it is once decoded, and as arguments are checked against."""
        match of:
            case AnyType():
                return "Any"
            case Scalar("string", form, False) if form in _FORMATS:
                return _FORMATS[form]
            case Scalar("string", "byte" | "base64url"):
                return "bytes"
            case Scalar(kind, _):
                return _SCALARS[kind]
            case Literals(values):
                return " | ".join(dict.fromkeys(_SCALARS[_kind(v)] for v in values))
            case ListOf(items):
                return f"list[{self.value(items)}]"
            case TupleOf(items, rest):
                return tuple_source(
                    map(self.value, items), None if rest is None else self.value(rest)
                )
            case MapOf(values):
                return f"dict[str, {self.value(values)}]"
            case Reference(name):
                return f"{self._prefix}{self._classes[name]}"
            case Union():
                return " | ".join(_members(of, self.value))

    def decoded(self, of: Type) -> str:
        """The type of a value for the runtime: with what tells the objects of a union apart."""
        match of:
            case ListOf(items):
                return f"list[{self.decoded(items)}]"
            case TupleOf(items, rest):
                return open_tuple(
                    map(self.decoded, items), None if rest is None else self.decoded(rest)
                )
            case MapOf(values):
                return f"dict[str, {self.decoded(values)}]"
            case Scalar("string", form, False) if form in RUNTIME_TYPES:
                return RUNTIME_TYPES[form]
            case Union():
                told = variants_source(of, self._classes, self.api)
                known = _members(of, self.decoded)
                if told is not None:
                    return f"Annotated[{' | '.join(known)}, {told}]"
                # As a value, `Annotated[..] | None` is no type to pyright.
                has_tuple = any(isinstance(v, TupleOf) for v in of.variants)
                return f"Union[{', '.join(known)}]" if has_tuple else " | ".join(known)
            case _:
                return self.value(of)

    def argument(self, of: Type) -> str:
        """The type of what a caller may pass."""
        return " | ".join(dict.fromkeys(self.forms(of)))

    def forms(self, of: Type) -> list[str]:
        """The forms in which a caller may write a value."""
        match of:
            case Scalar("string", form, False) if form in FORMATS or form in RUNTIME_TYPES:
                return [self.value(of), "str"]
            case Literals(values):
                # No fractions: PEP 586 does not have them.
                exact = [literal(v) for v in values if not isinstance(v, float)]
                kinds = [_SCALARS[_kind(v)] for v in values]
                return [f"Literal[{', '.join(exact)}]", *kinds] if exact else kinds
            case ListOf(items):
                # A list of one kind is a list; where items have several forms, a caller's list has one of them.
                wide = self.argument(items)
                return [f"list[{wide}]" if wide == self.value(items) else f"Sequence[{wide}]"]
            case TupleOf(items, rest):
                return [
                    tuple_source(
                        map(self.argument, items), None if rest is None else self.argument(rest)
                    )
                ]
            case MapOf(values):
                wide = self.argument(values)
                return [
                    f"dict[str, {wide}]" if wide == self.value(values) else f"Mapping[str, {wide}]"
                ]
            case Reference(name):
                return [self.value(of), self._plain(name)]
            case Union(variants):
                forms = [form for v in variants if v != NULL for form in self.forms(v)]
                return [*forms, "None"] if NULL in variants else forms
            case _:
                return [self.value(of)]

    def _plain(self, name: str) -> str:
        """What a caller may write in the place of a model: a dict with wire names, or an enum's value."""
        match self.api.schemas[name].shape:
            case EnumShape(kind, _):
                return _SCALARS[kind]
            case ObjectShape():
                return "dict[str, Any]"
            case _:
                return "Any" if self._prefix == "" else "dict[str, Any]"


def _members(of: Union, source: Callable[[Type], str]) -> list[str]:
    """The types of a union; a variant that the document does not know stays what it is: data."""
    known = [source(v) for v in of.variants]
    if sum(isinstance(v, Reference) for v in of.variants) > 1:
        known.insert(len(known) - (NULL in of.variants), "dict[str, Any]")
    return list(dict.fromkeys(known))


def used_names(sources: Iterable[str]) -> set[str]:
    """The identifiers in some sources, those in strings left out."""
    found: set[str] = set()
    for source in sources:
        found.update(_NAMES.findall(source))
    found.discard("")
    return found


def unshadowed(source: str, methods: frozenset[str]) -> str:
    """A type for the signatures of a class whose methods hide the built-in types of their names, such as `list`."""
    hidden = sorted(methods & _BUILTINS)
    if not hidden:
        return source
    pattern = rf"(\"(?:[^\"\\]|\\.)*\")|(?<![\w.])({'|'.join(hidden)})\b(?!\s*:)"
    return re.sub(pattern, lambda m: m[1] or f"builtins.{m[2]}", source)


def standard_imports(names: Iterable[str]) -> list[Import]:
    """Imports of the standard library and pydantic for the names that need one."""
    names = set(names)
    modules: dict[str, set[str]] = {}
    for name in names:
        if name in _MODULES:
            modules.setdefault(_MODULES[name], set()).add(name)
    # By its module, because `date` and `datetime` are names that documents give to fields too.
    plain = [Import("", (f"{name}",)) for name in ("builtins",) if name in names]
    plain += [Import("", ("datetime as dt",))] if "dt" in names else []
    return plain + [
        Import(module, tuple(sorted(found, key=_import_order)))
        for module, found in sorted(modules.items())
    ]


_RUNTIME = {
    "models": frozenset({"Base64Bytes", "Base64UrlBytes", "Variants"}),
    "native_types": frozenset({"IsoDuration", "IsoTime", "OpenTuple"}),
}


def runtime_imports(package: str, names: Set[str]) -> list[Import]:
    """Imports of the runtime for the names in types."""
    found = ((module, tuple(names & known)) for module, known in _RUNTIME.items())
    return [Import(f"{package}.{module}", used) for module, used in found if used]


def grouped(imports: Iterable[Import]) -> tuple[tuple[Import, ...], ...]:
    """Imports as PEP 8 has them: the standard library, other packages, this package, in alphabetical order each.

    Imports of one module become one.
    """
    merged: dict[str, set[str]] = {}
    for each in imports:
        merged.setdefault(each.module, set()).update(each.names)
    groups: dict[int, list[Import]] = {}
    for module, names in sorted(merged.items(), key=lambda item: _module_order(item[0])):
        group = 2 if module.startswith(".") else 0 if module in _STANDARD | {""} else 1
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
