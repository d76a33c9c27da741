"""What a comparison of two documents finds: differences, without a verdict and without Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import Any, Protocol

from clientloom.api import UNSET, AliasShape, Api, Limits, ObjectShape, Type, references
from clientloom.api import renamed as renamed_type
from clientloom.diff.keys import Key
from clientloom.diff.pairs import Pairs
from clientloom.diff.rules import Direction
from clientloom.diff.types import type_changes, value_text
from clientloom.document import Location
from clientloom.plan.directions import travelling


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    :param kind: one of the rules of `clientloom.diff.rules`
    :param key: what it is about, as the new side names it; a key of `gone` where the new side has it not
    :param before: what it was, in the words of the document: a name, a type, a value
    :param detail: where exactly, such as the status of an answer
    """

    kind: str
    key: Key
    direction: Direction = "none"
    old: Location | None = None
    new: Location | None = None
    before: str = ""
    after: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two documents, and what of them is the same."""

    old: Api
    new: Api
    old_root: Location
    new_root: Location
    pairs: Pairs

    def types(
        self,
        old: Type,
        new: Type,
        key: Key,
        direction: Direction,
        places: tuple[Location | None, Location | None],
        detail: str = "",
    ) -> Iterator[Difference]:
        """What changed in the type of something."""
        before = renamed_type(old, self.pairs.schemas)
        for change in type_changes(before, new, self.old.schemas, self.new.schemas):
            yield Difference(
                change.kind, key, direction, *places, change.old, change.new, detail=detail
            )


class _Described(Protocol):
    """What parameters and properties have in common."""

    @property
    def limits(self) -> Limits: ...
    @property
    def default(self) -> Any: ...
    @property
    def deprecated(self) -> bool: ...


def facets(
    old: _Described,
    new: _Described,
    key: Key,
    direction: Direction,
    places: tuple[Location, Location],
) -> Iterator[Difference]:
    """Bounds, defaults and deprecation of a parameter or a property."""
    if (kind := limits_change(old.limits, new.limits)) is not None:
        before, after = limits_text(old.limits), limits_text(new.limits)
        yield Difference(kind, key, direction, *places, before, after)
    one, other = default_text(old.default), default_text(new.default)
    if one != other:
        yield Difference("default-changed", key, direction, *places, one, other)
    if old.deprecated != new.deprecated:
        kind = "deprecated" if new.deprecated else "no-longer-deprecated"
        yield Difference(kind, key, direction, *places)


def default_text(value: Any) -> str:
    """A default as JSON; empty without one."""
    if value is UNSET:
        return ""
    return value_text(value) if isinstance(value, str | int | float | None) else repr(value)


_LOWER = ("ge", "gt", "min_length", "min_items")
_UPPER = ("le", "lt", "max_length", "max_items")


def limits_change(old: Limits, new: Limits) -> str | None:
    """Whether bounds let through less, more, or something else; None if they are the same."""
    found = {
        change
        for f in dataclass_fields(Limits)
        if (change := _bound_change(f.name, getattr(old, f.name), getattr(new, f.name)))
    }
    if not found:
        return None
    return f"limits-{found.pop()}" if len(found) == 1 else "limits-changed"


def _bound_change(name: str, old: Any, new: Any) -> str | None:
    if old == new or (not old and not new and name == "unique_items"):
        return None
    if old is None or (name == "unique_items" and not old):
        return "tightened"
    if new is None or (name == "unique_items" and not new):
        return "loosened"
    if name in _LOWER:
        return "tightened" if new > old else "loosened"
    if name in _UPPER:
        return "tightened" if new < old else "loosened"
    return "changed"


def limits_text(limits: Limits) -> str:
    """Bounds as the plan's documentation has them."""
    from clientloom.plan.arguments import bounds_text

    return ", ".join(bounds_text(limits))


def directions(api: Api) -> dict[str, Direction]:
    """Which way each schema travels."""
    sent, received = travelling(api)
    return {name: joined(name in sent, name in received) for name in api.schemas}


def joined(is_sent: bool, is_received: bool) -> Direction:
    """A direction from both of its halves."""
    if is_sent and is_received:
        return "both"
    return "request" if is_sent else "response" if is_received else "none"


def either(one: Direction, other: Direction) -> Direction:
    """The ways that one of two goes."""
    ways = {one, other}
    return joined(bool(ways & {"request", "both"}), bool(ways & {"response", "both"}))


def _inside(api: Api, name: str) -> Iterator[str]:
    match api.schemas[name].shape:
        case ObjectShape(properties, additional, _, _, mapping):
            for prop in properties:
                yield from references(prop.type)
            if additional is not None:
                yield from references(additional)
            yield from (variant for _, variant in mapping)
        case AliasShape(of):
            yield from references(of)
        case _:
            return


def usage(api: Api) -> Mapping[str, tuple[str, ...]]:
    """The tags of the operations that each schema travels with, directly or inside of others."""
    inner = {name: tuple(_inside(api, name)) for name in api.schemas}
    found: dict[str, dict[str, None]] = {name: {} for name in api.schemas}
    by_tag: dict[str, set[str]] = {}
    for operation in api.operations:
        parts = [p.type for p in operation.parameters]
        media = [m for r in operation.responses for m in r.content]
        media += operation.body.content if operation.body is not None else ()
        parts += [m.type for m in media if m.type is not None]
        names = {name for of in parts for name in references(of)}
        by_tag.setdefault(operation.tags[0] if operation.tags else "", set()).update(names)
    for tag, names in by_tag.items():
        pending, seen = list(names), set[str]()
        while pending:
            name = pending.pop()
            if name not in seen and name in found:
                seen.add(name)
                found[name][tag] = None
                pending.extend(inner[name])
    return {name: tuple(tags) for name, tags in found.items()}
