"""Ways of calling with earlier names: typings beside that of today, each marked as deprecated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Protocol

from clientloom.plan.contexts import EarlierCalls, EarlierField, Import
from clientloom.plan.types import unshadowed

_MOST_WAYS = 8
"""Renamed arguments that must be given are combined with each other up to here; above, all or none has its old name."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument of a signature: its name, what stands behind it, and the names that it had before."""

    name: str
    rest: str
    earlier: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return " = " not in self.rest

    def called(self, name: str) -> str:
        """The argument under a name, as source."""
        return f"{name}{self.rest}"


def slot(source: str, earlier: Sequence[str] = ()) -> Slot:
    """An argument from its source: `name: annotation = default`."""
    name = source.partition(":")[0]
    return Slot(name, source.removeprefix(name), tuple(earlier))


def earlier_calls(positional: Sequence[Slot], keywords: Sequence[Slot]) -> EarlierCalls | None:
    """The ways of calling in which an argument has an earlier name; None if none has one."""
    slots = (*positional, *keywords)
    names = tuple((old, each.name) for each in slots for old in each.earlier)
    if not names:
        return None
    return EarlierCalls(
        names=names,
        signatures=tuple(_signatures(positional, keywords)),
        remark=remark(dict(names)),
    )


class Declared(Protocol):
    """A field of a class: `name: annotation = default`, without a default where it must be given."""

    @property
    def name(self) -> str: ...
    @property
    def annotation(self) -> str: ...
    @property
    def default(self) -> str | None: ...


def constructor(
    fields: Sequence[Declared], earlier: Mapping[str, Sequence[str]]
) -> EarlierCalls | None:
    """The ways of making an object with earlier names of its fields."""
    return earlier_calls(
        [], [Slot(f.name, _rest(f), tuple(earlier.get(f.name, ()))) for f in fields]
    )


def _rest(field: Declared) -> str:
    return f": {field.annotation}" + ("" if field.default is None else f" = {field.default}")


def earlier_attributes(
    fields: Sequence[Declared], earlier: Mapping[str, Sequence[str]]
) -> tuple[EarlierField, ...]:
    """The earlier names of fields as attributes."""
    return tuple(
        EarlierField(old, f.annotation, remark({old: f.name}))
        for f in fields
        for old in earlier.get(f.name, ())
    )


def remark(names: Mapping[str, str]) -> str:
    """What is deprecated about an earlier name."""
    return "; ".join(f"`{old}` is `{now}` now" for old, now in names.items())


def _signatures(positional: Sequence[Slot], keywords: Sequence[Slot]) -> Iterator[tuple[str, ...]]:
    slots = (*positional, *keywords)
    needed = [each for each in slots if each.required and each.earlier]
    optional = [s.called(old) for s in slots if not s.required for old in s.earlier]
    today = {each.name: each.name for each in needed}
    for names in _ways(needed):
        if names == today and not optional:
            continue
        # What follows an argument that goes by keyword goes by keyword too.
        moved = [i for i, s in enumerate(positional) if names.get(s.name, s.name) != s.name]
        first = min(moved, default=len(positional))
        by_keyword = [s.called(names.get(s.name, s.name)) for s in (*positional[first:], *keywords)]
        by_keyword += optional
        found = [s.called(s.name) for s in positional[:first]]
        yield (*found, *(["*", *by_keyword] if by_keyword else []))


def _ways(needed: Sequence[Slot]) -> Iterator[dict[str, str]]:
    """What each renamed argument that must be given may be called."""
    choices = [(each.name, *each.earlier) for each in needed]
    ways = list(product(*choices))
    if len(ways) > _MOST_WAYS:
        ways = [tuple(c[0] for c in choices), tuple(c[-1] for c in choices)]
    for way in ways:
        yield {each.name: name for each, name in zip(needed, way, strict=True)}


def with_options(calls: EarlierCalls | None, options: str) -> EarlierCalls | None:
    """The same calls, each with the options that a method takes."""
    if calls is None:
        return None
    return replace(calls, signatures=tuple((*each, options) for each in calls.signatures))


def without_shadows(calls: EarlierCalls | None, names: frozenset[str]) -> EarlierCalls | None:
    """The same calls in a class in which some names are hidden."""
    if calls is None:
        return None
    spelled = tuple(tuple(unshadowed(p, names) for p in each) for each in calls.signatures)
    return replace(calls, signatures=spelled)


def earlier_imports(
    runtime: str, calls: Iterable[EarlierCalls | None], *, overloads: bool = True
) -> list[Import]:
    """What a module imports for methods that can be called with earlier names.

    :param overloads: whether it needs `overload` for them
    """
    if not any(calls):
        return []
    return [
        *([Import("typing", ("overload as _overload",))] if overloads else []),
        Import("typing_extensions", ("deprecated as _deprecated",)),
        Import(f"{runtime}.deprecation", ("renamed_arguments as _renamed_arguments",)),
    ]


def deprecated_imports(renamed: Iterable[object]) -> list[Import]:
    """What a module imports for methods that have earlier names."""
    return [Import("typing_extensions", ("deprecated as _deprecated",))] if any(renamed) else []


def constructor_imports() -> list[Import]:
    """What a module imports for classes whose fields have earlier names. No field can be called so."""
    return [
        Import("builtins", ("property as _property",)),
        Import("typing", ("TYPE_CHECKING", "overload as _overload")),
        Import("typing_extensions", ("deprecated as _deprecated",)),
    ]
