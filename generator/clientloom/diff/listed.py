"""The surface of a package from the lines of its `API.txt`, or from its modules where that file is not installed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TypeVar

from clientloom.diff.keys import Key, gone
from clientloom.diff.pairs import ALIKE
from clientloom.diff.surface import Argument, Class, Field, Method, Surface, bare_annotation

Part = TypeVar("Part", bound=Argument | Field)

_CLASS = re.compile(r"class (?P<symbol>[\w.]+)\((?P<bases>.*)\)$")
_FUNCTION = re.compile(r"(?:async )?(?P<symbol>[\w.]+)\((?P<rest>.*)$")
_FIELD = re.compile(r"(?P<symbol>[\w.]+): (?P<rest>.*)$")
_VALUE = re.compile(r"(?P<symbol>[\w.]+)(?P<rest> = .*)?$")
_EARLIER = re.compile(r"(?P<symbol>[\w.]+) = deprecated\((?P<now>[\w.]+)\)$")
_DERIVED = re.compile(r" = \w+\([A-Za-z_][\w.]*\)$")
"""A method that is made from another: `awaitable(TasksApi.get)`. What is said of that is said of it."""


def listed_surface(lines: Iterable[str]) -> Surface:
    """The surface that some lines of an `API.txt` describe."""
    methods: dict[Key, tuple[Method, ...]] = {}
    classes: dict[Key, Class] = {}
    names: dict[str, str] = {}
    earlier: list[tuple[str, str]] = []
    for line in lines:
        if match := _EARLIER.match(line):
            earlier.append((match["symbol"], match["now"]))
        elif match := _CLASS.match(line):
            symbol = match["symbol"]
            root = match["bases"].startswith("RootModel[")
            bases = "RootModel" if root else match["bases"].partition(",")[0]
            key = ("schema", symbol)
            classes[key] = Class(symbol, symbol.rpartition(".")[2], bases, (), (), key)
        elif match := _FUNCTION.match(line):
            method = _method(match["symbol"], match["rest"])
            methods.setdefault(method.key, (method,))  # the first of several overloads
        elif match := _FIELD.match(line):
            owner, _, name = match["symbol"].rpartition(".")
            annotation, default = _annotated(match["rest"])
            _add_field(classes, owner, Field(name, annotation, default, _key(owner, f".{name}")))
        elif match := _VALUE.match(line):
            symbol, rest = match["symbol"], match["rest"] or ""
            owner, _, name = symbol.rpartition(".")
            if ("schema", owner) in classes and "Enum" in classes[_key(owner)].bases:
                member = Field(name, "", rest.removeprefix(" = "), _key(owner, f"={name}"))
                _add_member(classes, owner, member)
            elif not _DERIVED.match(rest):
                names[symbol] = rest
    for symbol, now in earlier:
        _add_earlier(methods, classes, symbol, now)
    return Surface(methods, classes, names, _kinds(classes))


def _add_earlier(
    methods: dict[Key, tuple[Method, ...]], classes: dict[Key, Class], symbol: str, now: str
) -> None:
    """Note an earlier name: of a method, of an argument, of a field or a member, of a class."""
    owner, _, name = symbol.rpartition(".")
    method, holder, of = ("operation", symbol), ("operation", owner), _key(owner)
    if method in methods:
        methods[method] = tuple(replace(each, now=now) for each in methods[method])
    elif holder in methods:
        methods[holder] = tuple(
            replace(m, arguments=_with_earlier(m.arguments, name, now)) for m in methods[holder]
        )
    elif of in classes:
        found = classes[of]
        classes[of] = replace(
            found,
            fields=_with_earlier(found.fields, name, now),
            members=_with_earlier(found.members, name, now),
        )
    else:
        for key, each in classes.items():
            if each.name == now and name not in each.earlier:
                classes[key] = replace(each, earlier=(*each.earlier, name))


def _with_earlier(parts: tuple[Part, ...], name: str, now: str) -> tuple[Part, ...]:
    return tuple(
        replace(each, earlier=(*each.earlier, name)) if each.name == now else each for each in parts
    )


def _key(*parts: str) -> Key:
    return ("schema", *parts)


def _kinds(classes: Mapping[Key, Class]) -> dict[str, str]:
    kinds = {"OpenStrEnum": "str", "OpenIntEnum": "int"}
    return {c.name: kinds[c.bases] for c in classes.values() if c.bases in kinds}


def _method(symbol: str, rest: str) -> Method:
    node = ast.parse(f"def f({rest}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    arguments = tuple(a for a in _arguments(node.args, symbol) if a.name not in ("self", "cls"))
    result = ast.unparse(node.returns).replace("builtins.", "") if node.returns else ""
    owner, _, name = symbol.rpartition(".")
    owner_name = owner.rpartition(".")[2]
    shown = owner_name if name == "__init__" else f"{owner_name}.{name}"
    return Method(symbol, shown, arguments, result, ("operation", symbol))


def _arguments(node: ast.arguments, symbol: str) -> Iterator[Argument]:
    positional = [*node.posonlyargs, *node.args]
    missing = len(positional) - len(node.defaults)
    defaults = [*[None] * missing, *node.defaults]
    for each, default in zip(positional, defaults, strict=True):
        yield _argument(each, default, symbol, keyword=False)
    for each, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        yield _argument(each, default, symbol, keyword=True)


def _argument(each: ast.arg, default: ast.expr | None, symbol: str, *, keyword: bool) -> Argument:
    annotation = ast.unparse(each.annotation).replace("builtins.", "") if each.annotation else ""
    return Argument(
        each.arg,
        annotation,
        None if default is None else ast.unparse(default),
        "keyword" if keyword else "position",
        ("operation", symbol, each.arg),
    )


def _annotated(rest: str) -> tuple[str, str | None]:
    node = ast.parse(f"x: {rest}").body[0]
    assert isinstance(node, ast.AnnAssign)
    default = ast.unparse(node.value) if node.value is not None else None
    return ast.unparse(node.annotation), default


def _add_field(classes: dict[Key, Class], owner: str, added: Field) -> None:
    key = _key(owner)
    found = classes.get(key) or Class(owner, owner.rpartition(".")[2], "", (), (), key)
    classes[key] = replace(found, fields=(*found.fields, added))


def _add_member(classes: dict[Key, Class], owner: str, added: Field) -> None:
    found = classes[_key(owner)]
    classes[_key(owner)] = replace(found, members=(*found.members, added))


@dataclass(frozen=True, slots=True)
class ListedPairs:
    """What is the same in two lists: by name, and what came and went by what it looks like."""

    symbols: Mapping[str, str]
    inner: Mapping[Key, Key] = field(default_factory=dict[Key, Key])
    """Arguments and fields, by their whole keys."""

    def new_key(self, key: Key) -> Key:
        """The key on the new side; `gone` if there is none."""
        if key in self.inner:
            return self.inner[key]
        if len(key) == 2 and key[1] in self.symbols:
            return (key[0], self.symbols[key[1]])
        return gone(key)


def pair_listed(old: Surface, new: Surface) -> ListedPairs:
    """Pair two lists."""
    symbols = _methods(old, new) | _classes(old, new)
    inner: dict[Key, Key] = {}
    for key, (method, *_) in old.methods.items():
        others = new.methods.get((key[0], symbols.get(key[1], "")))
        if others:
            inner |= _arguments_of(method, others[0])
    for key, one in old.classes.items():
        other = new.classes.get((key[0], symbols.get(key[1], "")))
        if other is not None:
            inner |= _fields_of(one.fields, other.fields)
            inner |= _fields_of(one.members, other.members)
    return ListedPairs(symbols, inner)


def _methods(old: Surface, new: Surface) -> dict[str, str]:
    found = {key[1]: key[1] for key in old.methods if key in new.methods}
    free = [m for key, (m, *_) in new.methods.items() if key not in old.methods]
    for key, (method, *_) in old.methods.items():
        if key in new.methods:
            continue
        same = [m for m in free if _looks(m) == _looks(method) and _owner(m) == _owner(method)]
        if same:
            best = max(same, key=lambda m: _likeness(m.symbol, method.symbol))
            found[method.symbol] = best.symbol
            free.remove(best)
    return found


def _owner(method: Method) -> str:
    return method.symbol.rpartition(".")[0]


def _looks(method: Method) -> object:
    arguments = [(a.name, a.annotation, a.default, a.passing) for a in method.arguments]
    return (arguments, method.result)


def _classes(old: Surface, new: Surface) -> dict[str, str]:
    found = {key[1]: key[1] for key in old.classes if key in new.classes}
    earlier = {name: c for c in new.classes.values() for name in c.earlier}
    for key, one in old.classes.items():
        if key not in new.classes and one.name in earlier:
            found[one.symbol] = earlier[one.name].symbol
    free = [c for key, c in new.classes.items() if key[1] not in found.values()]
    for one in old.classes.values():
        if one.symbol in found or not (one.fields or one.members):
            continue
        inside = [(f.name, f.annotation, f.default) for f in (*one.fields, *one.members)]
        same = [
            c
            for c in free
            if [(f.name, f.annotation, f.default) for f in (*c.fields, *c.members)] == inside
        ]
        if same:
            best = max(same, key=lambda c: _likeness(c.name, one.name))
            found[one.symbol] = best.symbol
            free.remove(best)
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _arguments_of(old: Method, new: Method) -> dict[Key, Key]:
    by_name = {name: a for a in new.arguments for name in (*a.earlier, a.name)}
    olds = {a.name for a in old.arguments}
    found = {a.key: by_name[a.name].key for a in old.arguments if a.name in by_name}
    free = [a for a in new.arguments if a.name not in olds and a.key not in found.values()]
    for index, argument in enumerate(old.arguments):
        if argument.name in by_name:
            continue
        for other in free:
            same = (argument.annotation, argument.default, argument.passing) == (
                other.annotation,
                other.default,
                other.passing,
            )
            near = new.arguments.index(other) == index or (
                _likeness(argument.name, other.name) >= ALIKE
            )
            if same and near:
                found[argument.key] = other.key
                free.remove(other)
                break
    return found


def _fields_of(old: tuple[Field, ...], new: tuple[Field, ...]) -> dict[Key, Key]:
    by_name = {name: f for f in new for name in (*f.earlier, f.name)}
    olds = {f.name for f in old}
    found = {f.key: by_name[f.name].key for f in old if f.name in by_name}
    free = [f for f in new if f.name not in olds and f.key not in found.values()]
    for one in old:
        if one.name in by_name:
            continue
        for other in free:
            before, after = (bare_annotation(f.annotation) for f in (one, other))
            if (before, one.default) != (after, other.default):
                continue
            if not one.annotation or _likeness(one.name, other.name) >= ALIKE:
                found[one.key] = other.key
                free.remove(other)
                break
    return found
