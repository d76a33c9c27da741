"""What the expressions of a program stand for, as far as the generated package is concerned."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from clientloom.diff.surface import Class, Method, Surface

ASYNC = "Async"
INFO_SUFFIXES: Final = ("_with_http_info",)
"""What names of methods end with that are made from others."""

_TRANSPARENT = frozenset({"with_raw_response"})
"""Attributes that have the methods of what they are attributes of."""

_ELEMENTS = frozenset({"list", "Sequence", "Iterable", "Iterator", "tuple", "set", "AsyncIterator"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module or package, by its name; of the generated package or of the program."""

    name: str


@dataclass(frozen=True, slots=True)
class ClassOf:
    """A class itself, by its symbol."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Instance:
    """A value of a class, by its symbol."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A method of a value."""

    owner: str
    name: str


@dataclass(frozen=True, slots=True)
class Many:
    """Something to iterate over, or to look things up in."""

    items: Value


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the program, and what it returns."""

    result: Value


Value: TypeAlias = Module | ClassOf | Instance | Bound | Many | Function | None
"""None is what nothing is known about."""

Names: TypeAlias = Mapping[str, Value]


class Catalogue:
    """The old package: what its names mean, and what its attributes and calls give."""

    def __init__(self, package: str, surface: Surface, program: Mapping[str, Names]) -> None:
        """
        :param program: the names of the program's own modules, as far as they have been read
        """
        self.package = package
        self._program = program
        self.surface = surface
        self.methods: dict[tuple[str, str], Method] = {}
        self.clients: dict[str, Method] = {}
        self.classes: dict[str, Class] = {c.symbol: c for c in surface.classes.values()}
        self._by_name: dict[str, list[str]] = {}
        for methods in surface.methods.values():
            for method in (*methods, *(each for m in methods for each in m.earlier)):
                owner, _, name = method.symbol.rpartition(".")
                if name[:1].isupper():
                    self.clients[method.symbol] = method
                else:
                    self.methods[owner, name] = method
        owners = {owner for owner, _ in self.methods} | set(surface.attributes) | set(self.clients)
        for symbol in sorted({*self.classes, *owners}):
            self._by_name.setdefault(symbol.rpartition(".")[2], []).append(symbol)

    def at(self, dotted: str) -> Value:
        """What an absolute name means: a class of the package, or a module."""
        if dotted != self.package and not dotted.startswith(f"{self.package}."):
            return Module(dotted)
        path, _, name = dotted.rpartition(".")
        inside = set(path.split("."))
        for plain in (name, name.removeprefix(ASYNC)):
            if found := self._by_name.get(plain):
                # Packages offer the classes of their modules: what has most of the path in common is meant.
                return ClassOf(max(found, key=lambda s: len(inside & set(s.split(".")))))
        return Module(dotted)

    def of_program(self, module: str, name: str) -> Value:
        """What a module of the program has under a name; its own folder may be named in imports, or not."""
        for candidate in (module, module.partition(".")[2]):
            if candidate in self._program:
                return self._program[candidate].get(name)
        return None

    def attribute(self, value: Value, name: str) -> Value:
        """What an attribute of a value is."""
        match value:
            case Module(dotted):
                own = self.of_program(dotted, name)
                return own if own is not None else self.at(f"{dotted}.{name}")
            case Instance(symbol):
                return self._of_instance(symbol, name)
            case _:
                return self._service(name)

    def _of_instance(self, symbol: str, name: str) -> Value:
        if name in _TRANSPARENT:
            return Instance(symbol)
        if (bound := self.bound(symbol, name)) is not None:
            return bound
        if (child := self.surface.attributes.get(symbol, {}).get(name)) is not None:
            return Instance(child)
        found = self.classes.get(symbol)
        for field in found.fields if found is not None else ():
            if field.name == name:
                return self.annotated(field.annotation)
        return None

    def bound(self, owner: str, name: str) -> Bound | None:
        """The method that a name of a class means; some are made from others, and so are classes."""
        module, _, own = owner.rpartition(".")
        owners = [owner, f"{module}.{own.removeprefix(ASYNC)}"]
        names = [name, *(name.removesuffix(s) for s in INFO_SUFFIXES if name.endswith(s))]
        found = (Bound(o, n) for o in owners for n in names if (o, n) in self.methods)
        return next(found, None)

    def _service(self, name: str) -> Value:
        """A plugin of a client that another package has: its attributes are known by the plugin's name."""
        return Instance(name) if name in self.surface.attributes and "." not in name else None

    def called(self, value: Value) -> Value:
        """What calling something gives."""
        match value:
            case ClassOf(symbol):
                return Instance(symbol)
            case Bound(owner, name):
                method = self.methods.get((owner, name))
                return self.annotated(method.result) if method is not None else None
            case Function(result):
                return result
            case _:
                return None

    def annotated(self, annotation: str) -> Value:
        """The value that an annotation of the package promises."""
        try:
            return self._annotated(_expression(annotation))
        except SyntaxError:
            return None

    def _annotated(self, node: ast.expr) -> Value:
        match node:
            case ast.BinOp(left, ast.BitOr(), right):
                return self._annotated(left) or self._annotated(right)
            case ast.Starred(ast.Subscript(_, ast.Tuple([several, *_]))):  # *tuple[T, ...]
                return self._annotated(several)
            case ast.Subscript(value, inner):
                name = ast.unparse(value).rpartition(".")[2]
                arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                if name in ("Annotated", "Optional"):
                    return self._annotated(arguments[0])
                if name == "tuple":
                    kinds = {kind for each in arguments if (kind := self._annotated(each))}
                    return Many(kinds.pop()) if len(kinds) == 1 else None
                if name in _ELEMENTS or name in ("dict", "Mapping"):
                    items = self._annotated(arguments[-1])
                    return Many(items) if items is not None else None
                return None
            case ast.Name() | ast.Attribute():
                name = ast.unparse(node).rpartition(".")[2]
                found = [s for s in self._by_name.get(name, ()) if s in self.classes]
                return Instance(found[0]) if found else None
            case _:
                return None


@lru_cache(maxsize=1024)
def _expression(annotation: str) -> ast.expr:
    return ast.parse(annotation, mode="eval").body


class Resolver:
    """Says what an expression of a module stands for, with the names that are known where it stands."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def value(self, node: ast.expr | None, names: Names) -> Value:
        """What an expression stands for."""
        match node:
            case ast.Name(name):
                return names.get(name)
            case ast.Attribute(inner, name):
                if isinstance(inner, ast.Name) and f"{inner.id}.{name}" in names:
                    return names[f"{inner.id}.{name}"]
                return self.catalogue.attribute(self.value(inner, names), name)
            case ast.Call(function):
                return self._called(function, names)
            case ast.Await(inner) | ast.NamedExpr(_, inner) | ast.Starred(inner):
                return self.value(inner, names)
            case ast.Subscript(inner, _):
                return self.items(self.value(inner, names))
            case ast.IfExp(_, one, other):
                return self.value(one, names) or self.value(other, names)
            case ast.BoolOp(_, values):
                return next((v for each in values if (v := self.value(each, names))), None)
            case ast.List(elements) | ast.Tuple(elements) | ast.Set(elements) if elements:
                first = self.value(elements[0], names)
                return Many(first) if first is not None else None
            case _:
                return None

    def _called(self, function: ast.expr, names: Names) -> Value:
        value = self.value(function, names)
        if isinstance(function, ast.Attribute) and value is None:
            owner = self.value(function.value, names)
            if isinstance(owner, ClassOf | Instance) and function.attr in (
                "from_dict", "from_json", "model_copy", "model_validate", "model_validate_json", "__enter__",
                "__aenter__", "copy", "model_construct",
            ):  # fmt: skip
                return Instance(owner.symbol)
            return None
        return self.catalogue.called(value)

    def items(self, value: Value) -> Value:
        """What iterating over something gives."""
        return value.items if isinstance(value, Many) else None

    def annotation(self, node: ast.expr | None, names: Names) -> Value:
        """The value that an annotation in the program promises."""
        match node:
            case ast.Constant(str(text)):
                try:
                    return self.annotation(_expression(text), names)
                except SyntaxError:
                    return None
            case ast.BinOp(left, ast.BitOr(), right):
                return self.annotation(left, names) or self.annotation(right, names)
            case ast.Subscript(value, inner):
                name = ast.unparse(value).rpartition(".")[2]
                arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                if name in ("Annotated", "Optional", "Final", "ClassVar", "Awaitable"):
                    return self.annotation(arguments[0], names)
                items = self.annotation(arguments[-1], names)
                return Many(items) if items is not None else None
            case ast.Name() | ast.Attribute():
                found = self.value(node, names)
                return Instance(found.symbol) if isinstance(found, ClassOf) else None
            case _:
                return None
