"""What Python sees of a package: methods with their arguments, classes with their fields, whatever made them.

`planned` reads it from a plan, `listed` from an `API.txt`. The comparison is the same: it yields facts, each at the key
of what it comes from in the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from clientloom.diff.annotations import fits, with_new_names
from clientloom.diff.keys import Key, gone
from clientloom.diff.rules import Passing


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method. `default` is None where it must be given; `earlier` are names that it had before."""

    name: str
    annotation: str
    default: str | None
    passing: Passing
    key: Key
    earlier: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = f"{self.name}: {self.annotation}" if self.annotation else self.name
        return text if self.default is None else f"{text} = {self.default}"


@dataclass(frozen=True, slots=True)
class Method:
    """A method, or the constructor of a client.

    :param symbol: its full name: module, class, name
    :param shown: how a program gets at it: `client.pets.list`, `TasksApi.list_tasks`
    :param earlier: the method under its earlier names, which live on
    :param now: what it is called today, if the package says that this is an earlier name
    """

    symbol: str
    shown: str
    arguments: tuple[Argument, ...]
    result: str
    key: Key
    earlier: tuple[Method, ...] = ()
    now: str = ""

    @property
    def line(self) -> str:
        """The signature, without what is the same everywhere."""
        parts = [str(a) for a in self.arguments if a.passing == "position"]
        keywords = [str(a) for a in self.arguments if a.passing == "keyword"]
        parts += ["*", *keywords] if keywords else []
        result = f" -> {self.result}" if self.result else ""
        return f"{self.shown}({', '.join(parts)}){result}"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model, or a member of an enumeration, whose annotation is empty and whose default is its value.

    :param earlier: names that it had before, which live on
    """

    name: str
    annotation: str
    default: str | None
    key: Key
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Class:
    """A class of values.

    :param bases: as in its first line
    :param is_detailed: whether fields and members are here; they are where something about them may differ
    :param earlier: names that it had before, which live on
    """

    symbol: str
    name: str
    bases: str
    fields: tuple[Field, ...]
    members: tuple[Field, ...]
    key: Key
    is_detailed: bool = True
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surface:
    """A package.

    :param methods: by the key of the operation; one that has several tags is a method of several classes
    :param kinds: the built-in types that classes derive from
    :param attributes: the class of an attribute, by the class that has it: `client.pets`
    """

    methods: Mapping[Key, tuple[Method, ...]]
    classes: Mapping[Key, Class]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    kinds: Mapping[str, str] = field(default_factory=dict[str, str])
    attributes: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that Python sees changed.

    :param kind: one of the rules of the surface
    :param key: of what it comes from, on the new side
    :param symbol: of the method or class, on the old side; on the new one if it is new
    :param name: of the argument, field or member
    :param old: what it was: a name, a type, a default
    :param lines: the signature lines, of both sides
    """

    kind: str
    key: Key
    symbol: str
    name: str = ""
    old: str = ""
    new: str = ""
    passing: Passing = ""
    lines: tuple[str, str] = ("", "")
    shown: tuple[str, str] = ("", "")


class Pairing(Protocol):
    """What `clientloom.diff.pairs.Pairs` knows."""

    def new_key(self, key: Key) -> Key: ...


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two surfaces, and what of them is the same."""

    old: Surface
    new: Surface
    pairs: Pairing

    def facts(self) -> Iterator[Fact]:
        """All that changed."""
        classes = self._class_names()
        yield from self._methods(classes)
        yield from self._classes(classes)
        yield from self._names()

    def _class_names(self) -> dict[str, str]:
        """The new names of classes that have another one."""
        found: dict[str, str] = {}
        for key, one in self.old.classes.items():
            other = self.new.classes.get(self.pairs.new_key(key))
            if other is not None and other.name != one.name:
                found[one.name] = other.name
        return found

    def _methods(self, classes: Mapping[str, str]) -> Iterator[Fact]:
        seen: set[Key] = set()
        for key, methods in self.old.methods.items():
            new_key = self.pairs.new_key(key)
            seen.add(new_key)
            others = self.new.methods.get(new_key, ())
            pairs = _paired(methods, others)
            for method, other in pairs:
                if other is None:
                    yield Fact(
                        "method-removed",
                        new_key,
                        method.symbol,
                        lines=(method.line, ""),
                        shown=(method.shown, ""),
                    )
                else:
                    yield from self._method(method, other, classes)
            for other in others:
                if all(other is not found for _, found in pairs):
                    yield _new_method(other)
        for key, methods in self.new.methods.items():
            if key not in seen:
                yield from map(_new_method, methods)

    def _method(self, old: Method, new: Method, classes: Mapping[str, str]) -> Iterator[Fact]:
        lines, shown = (old.line, new.line), (old.shown, new.shown)
        if old.symbol != new.symbol:
            lives = any(each.symbol == old.symbol for each in new.earlier)
            kind = "method-aliased" if lives else "method-renamed"
            yield Fact(kind, new.key, old.symbol, "", old.shown, new.shown, "", lines, shown)
        elif new.now and not old.now:
            now = (old.shown, new.now)
            yield Fact("method-aliased", new.key, old.symbol, "", *now, "", lines, now)
        living = {new.symbol, *(each.symbol for each in new.earlier)}
        for each in old.earlier:
            if each.symbol not in living:
                was = (each.shown, new.shown)
                yield Fact(
                    "method-alias-removed", new.key, each.symbol, "", *was, "",
                    (each.line, new.line), was,
                )  # fmt: skip
        pairs = [(a, _same(a, self.pairs.new_key(a.key), new.arguments)) for a in old.arguments]
        for argument, other in pairs:
            for kind, before, after in self._argument(argument, other, classes):
                key = other.key if other is not None else self._gone_key(argument.key)
                yield Fact(
                    kind,
                    key,
                    old.symbol,
                    argument.name,
                    before,
                    after,
                    argument.passing,
                    lines,
                    shown,
                )
        known = {id(other) for _, other in pairs}
        for other in new.arguments:
            if id(other) not in known:
                kind = "required-argument-added" if other.default is None else "argument-added"
                yield Fact(
                    kind,
                    other.key,
                    old.symbol,
                    other.name,
                    "",
                    str(other),
                    other.passing,
                    lines,
                    shown,
                )
        passings: tuple[Passing, ...] = ("position", "keyword")
        for passing in passings:
            if (cause := _moved(old, new, pairs, passing)) is not None:
                before, after = (_order(m, passing) for m in (old, new))
                yield Fact(
                    "argument-moved", cause, old.symbol, "", before, after, passing, lines, shown
                )
        result = with_new_names(old.result, classes)
        if result != new.result:
            fine = fits(new.result, result, self.new.kinds)
            kind = "result-narrowed" if fine else "result-changed"
            key = ("operation", new.key[1], "answer") if new.key[0] == "operation" else new.key
            yield Fact(kind, key, old.symbol, "", old.result, new.result, "", lines, shown)

    def _gone_key(self, key: Key) -> Key:
        """Where a missing argument belongs: a property can be there still, without an argument for it."""
        new_key = self.pairs.new_key(key)
        return new_key if new_key[0] in ("-", "schema") else gone(key)

    def _argument(
        self, old: Argument, new: Argument | None, classes: Mapping[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        if new is None:
            yield "argument-removed", str(old), ""
            return
        if old.name != new.name:
            yield renamed_kind("argument", old.name, new.earlier), old.name, new.name
        for ended in ended_names(old, new):
            yield "argument-alias-removed", ended, new.name
        if old.default is not None and new.default is None:
            yield "argument-required", str(old), str(new)
        if old.passing == "position" and new.passing == "keyword":
            yield "argument-keyword-only", str(old), str(new)
        elif old.default is None and new.default is not None:
            yield "argument-optional", str(old), str(new)
        elif old.passing == "keyword" and new.passing == "position" and new.default is not None:
            yield "argument-positional", str(old), str(new)
        before, after = with_new_names(old.annotation, classes), new.annotation
        if (old.default is None) != (new.default is None):
            # What a default adds to a type goes with it, and is said already.
            before, after = (_without_default(a, d) for a, d in ((before, old), (after, new)))
        if before != after:
            fine = fits(before, after, self.old.kinds)
            kind = "argument-type-widened" if fine else "argument-type-changed"
            yield kind, old.annotation, new.annotation

    def _classes(self, classes: Mapping[str, str]) -> Iterator[Fact]:
        seen: set[Key] = set()
        for key, old in self.old.classes.items():
            new_key = self.pairs.new_key(key)
            seen.add(new_key)
            new = self.new.classes.get(new_key)
            if new is None:
                yield Fact("class-removed", new_key, old.symbol, lines=(_first_line(old), ""))
                continue
            lines = (_first_line(old), _first_line(new))
            for ended in ended_names(old, new):
                yield Fact(
                    "class-alias-removed", new_key, old.symbol, "", ended, new.name, "", lines,
                    (ended, new.name),
                )  # fmt: skip
            if old.symbol != new.symbol:
                kind = renamed_kind("class", old.name, new.earlier)
                yield Fact(
                    kind, new_key, old.symbol, "", old.name, new.name, "", lines,
                    (old.name, new.name),
                )  # fmt: skip
            if with_new_names(old.bases, classes) != new.bases:
                yield Fact(
                    "class-base-changed", new_key, old.symbol, "", old.bases, new.bases, "", lines
                )
            if old.is_detailed and new.is_detailed:
                yield from self._fields(old, new, classes)
                yield from self._members(old, new)
        for key, new in self.new.classes.items():
            if key not in seen:
                yield Fact("class-added", key, new.symbol, lines=("", _first_line(new)))

    def _fields(self, old: Class, new: Class, classes: Mapping[str, str]) -> Iterator[Fact]:
        by_key = {f.key: f for f in new.fields}
        seen: set[Key] = set()
        for one in old.fields:
            key = self.pairs.new_key(one.key)
            other = by_key.get(key)
            seen.add(key)
            lines = (_field_line(old, one), _field_line(new, other) if other else "")
            shown = (f"{old.name}.{one.name}", f"{new.name}.{other.name}" if other else "")
            for kind, before, after in self._field(one, other, classes):
                yield Fact(kind, key, old.symbol, one.name, before, after, "", lines, shown)
        for added in new.fields:
            if added.key not in seen:
                kind = "required-field-added" if added.default is None else "field-added"
                lines, shown = ("", _field_line(new, added)), ("", f"{new.name}.{added.name}")
                yield Fact(
                    kind, added.key, old.symbol, added.name, "", added.annotation, "", lines, shown
                )

    def _field(
        self, old: Field, new: Field | None, classes: Mapping[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        if new is None:
            yield "field-removed", old.name, ""
            return
        if old.name != new.name:
            yield renamed_kind("field", old.name, new.earlier), old.name, new.name
        for ended in ended_names(old, new):
            yield "field-alias-removed", ended, new.name
        if (old.default is None) != (new.default is None):
            kind = "field-required" if new.default is None else "field-optional"
            yield kind, old.annotation, new.annotation
        elif old.default != new.default:
            yield "field-default-changed", old.default or "", new.default or ""
        before = with_new_names(old.annotation, classes)
        if bare_annotation(before) != bare_annotation(new.annotation):
            wider = fits(before, new.annotation, self.old.kinds)
            narrower = fits(new.annotation, before, self.new.kinds)
            if wider and narrower:
                return
            word = "widened" if wider else "narrowed" if narrower else "changed"
            yield (
                f"field-type-{word}",
                bare_annotation(old.annotation),
                bare_annotation(new.annotation),
            )

    def _members(self, old: Class, new: Class) -> Iterator[Fact]:
        by_key = {m.key: m for m in new.members}
        known = {m.key for m in old.members}
        for one in old.members:
            other = by_key.get(self.pairs.new_key(one.key))
            lines = (_field_line(old, one), _field_line(new, other) if other else "")
            shown = (f"{old.name}.{one.name}", f"{new.name}.{other.name}" if other else "")
            if other is None:
                key = gone(self.pairs.new_key(one.key))
                yield Fact("member-removed", key, old.symbol, one.name, "", "", "", lines, shown)
                continue
            for ended in ended_names(one, other):
                yield Fact(
                    "field-alias-removed", other.key, old.symbol, ended, ended, other.name, "",
                    lines, (f"{old.name}.{ended}", shown[1]),
                )  # fmt: skip
            if one.name != other.name:
                kind = renamed_kind("member", one.name, other.earlier)
                yield Fact(
                    kind, other.key, old.symbol, one.name, one.name, other.name, "",
                    lines, shown,
                )  # fmt: skip
        translated = {self.pairs.new_key(key) for key in known}
        for added in new.members:
            if added.key not in translated:
                lines, shown = ("", _field_line(new, added)), ("", f"{new.name}.{added.name}")
                yield Fact(
                    "member-added", added.key, old.symbol, added.name, "", "", "", lines, shown
                )

    def _names(self) -> Iterator[Fact]:
        for name, value in self.old.names.items():
            if name not in self.new.names:
                yield Fact("name-removed", ("name", name), name, lines=(name, ""), shown=(name, ""))
            elif self.new.names[name] != value:
                after = self.new.names[name]
                lines = (f"{name}{value}", f"{name}{after}")
                yield Fact("name-changed", ("name", name), name, "", value, after, "", lines)
        for name, value in self.new.names.items():
            if name not in self.old.names:
                lines = ("", f"{name}{value}")
                yield Fact("name-added", ("name", name), name, lines=lines, shown=("", name))


class _Renamable(Protocol):
    """What classes, fields and arguments have in common."""

    @property
    def name(self) -> str: ...
    @property
    def earlier(self) -> tuple[str, ...]: ...


def renamed_kind(what: str, name: str, earlier: Sequence[str]) -> str:
    """Whether what has another name now can still be called by the one before."""
    return f"{what}-aliased" if name in earlier else f"{what}-renamed"


def ended_names(old: _Renamable, new: _Renamable) -> Iterator[str]:
    """Earlier names that lived on, and do no more."""
    return (each for each in old.earlier if each not in (new.name, *new.earlier))


def _paired(old: Sequence[Method], new: Sequence[Method]) -> list[tuple[Method, Method | None]]:
    """Methods of one operation: by their names, and then in order."""
    by_symbol = {m.symbol: m for m in new}
    symbols = {m.symbol for m in old}
    free = [m for m in new if m.symbol not in symbols]
    return [(m, by_symbol.get(m.symbol) or (free.pop(0) if free else None)) for m in old]


def _same(old: Argument, key: Key, arguments: Sequence[Argument]) -> Argument | None:
    """What an argument is on the new side: of several for one thing, that which has the name still."""
    found = [a for a in arguments if a.key == key]
    return next((a for a in found if a.name == old.name), found[0] if found else None)


def _new_method(method: Method) -> Fact:
    return Fact(
        "method-added",
        method.key,
        method.symbol,
        lines=("", method.line),
        shown=("", method.shown),
    )


def _without_default(annotation: str, argument: Argument) -> str:
    """An annotation without the type of a default that stands for nothing."""
    if argument.default is None:
        return annotation
    return annotation.removesuffix(" | Omit").removesuffix(" | None")


def _order(method: Method, passing: str) -> str:
    return ", ".join(a.name for a in method.arguments if a.passing == passing)


def _moved(
    old: Method,
    new: Method,
    pairs: Sequence[tuple[Argument, Argument | None]],
    passing: str,
) -> Key | None:
    """Where the cause stands, if an argument that can be given by position has another one now."""
    before = [(a, b) for a, b in pairs if a.passing == passing]
    after = [a for a in new.arguments if a.passing == passing]
    if passing == "keyword":
        kept = [b for _, b in before if b is not None and b in after]
        return None if kept == [a for a in after if a in kept] else new.key
    for index, (_, other) in enumerate(before):
        if other is None or other.passing != passing:
            return None  # it breaks by that, and so does what follows
        if index >= len(after) or after[index] is not other:
            taken = after[index] if index < len(after) else other
            is_new = all(taken is not b for _, b in pairs)
            return taken.key if is_new else new.key
    return None


def bare_annotation(annotation: str) -> str:
    """An annotation without what `Annotated` adds."""
    if not annotation.startswith("Annotated["):
        return annotation
    import ast

    node = ast.parse(annotation, mode="eval").body
    assert isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple)
    return ast.unparse(node.slice.elts[0])


def _first_line(of: Class) -> str:
    return f"class {of.name}({of.bases})"


def _field_line(of: Class, member: Field) -> str:
    text = f"{of.name}.{member.name}"
    text += f": {member.annotation}" if member.annotation else ""
    return text if member.default is None else f"{text} = {member.default}"
