"""Types compared as sets of values: which of two takes more, and in which way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    EnumShape,
    JSONScalar,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Reference,
    Scalar,
    Schema,
    TupleOf,
    Type,
    Union,
    inner_types,
)

Schemas: TypeAlias = Mapping[str, Schema]

MAX_DEPTH = 12
"""How deep named types are looked into; some contain themselves."""


@dataclass(frozen=True, slots=True)
class TypeChange:
    """A change of a type: its kind is one of the rules of `clientloom.diff.rules`."""

    kind: str
    old: str
    new: str


def type_changes(old: Type, new: Type, olds: Schemas, news: Schemas) -> Iterator[TypeChange]:
    """What changed between two types, of which the old one has the names of the new side.

    Values and variants that came or went are told one by one, null by itself, everything else as one change.
    """
    if old == new:
        return
    before, after = _variants(old), _variants(new)
    if (NULL in before) != (NULL in after):
        yield TypeChange(
            "null-allowed" if NULL in after else "null-refused", type_text(old), type_text(new)
        )
        before, after = ([v for v in vs if v != NULL] for vs in (before, after))
        if not before or not after:
            return
    if before == after:
        return
    old_values, new_values = _values(before), _values(after)
    if old_values and new_values:
        yield from value_changes(old_values, new_values)
        return
    one, other = _joined(before), _joined(after)
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        yield from type_changes(one.items, other.items, olds, news)
        return
    if isinstance(one, TupleOf) and isinstance(other, TupleOf) and _alike(one, other):
        for before_item, after_item in zip(inner_types(one), inner_types(other), strict=True):
            yield from type_changes(before_item, after_item, olds, news)
        return
    if isinstance(one, MapOf) and isinstance(other, MapOf):
        yield from type_changes(one.values, other.values, olds, news)
        return
    added = [v for v in after if v not in before]
    removed = [v for v in before if v not in after]
    if len(before) > 1 and len(after) > 1 and (not added or not removed):
        for variant in removed:
            yield TypeChange("variant-removed", type_text(variant), "")
        for variant in added:
            yield TypeChange("variant-added", "", type_text(variant))
        return
    wider = covers(other, one, news, olds)
    narrower = covers(one, other, olds, news)
    if wider and narrower:
        return
    kind = "type-widened" if wider else "type-narrowed" if narrower else "type-changed"
    yield TypeChange(kind, type_text(one), type_text(other))


def value_changes(old: tuple[JSONScalar, ...], new: tuple[JSONScalar, ...]) -> Iterator[TypeChange]:
    """The values that a list of values lost and got; JSON tells true from 1."""
    before, after = [(type(v), v) for v in old], [(type(v), v) for v in new]
    for kind, value in before:
        if (kind, value) not in after:
            yield TypeChange("value-removed", value_text(value), "")
    for kind, value in after:
        if (kind, value) not in before:
            yield TypeChange("value-added", "", value_text(value))


def covers(wide: Type, narrow: Type, wides: Schemas, narrows: Schemas, depth: int = 0) -> bool:
    """Whether every value of one type is a value of another."""
    if wide == narrow or isinstance(wide, AnyType):
        return True
    if depth > MAX_DEPTH:
        return False

    def inner(one: Type, other: Type) -> bool:
        return covers(one, other, wides, narrows, depth + 1)

    match narrow:
        case Union(variants):
            return all(inner(wide, v) for v in variants)
        case Reference(name) if isinstance(wide, Reference) and name == wide.name:
            return True
        case Reference(name) if (meaning := _meaning(narrows.get(name))) is not None:
            return inner(wide, meaning)
        case _:
            pass
    match wide:
        case Union(variants):
            return any(inner(v, narrow) for v in variants)
        case Reference(name) if (meaning := _meaning(wides.get(name))) is not None:
            return inner(meaning, narrow)
        case Scalar(kind, form):
            return _scalar_covers(kind, form, narrow)
        case Literals(values):
            return isinstance(narrow, Literals) and set(narrow.values) <= set(values)
        case ListOf(items):
            return isinstance(narrow, ListOf | TupleOf) and all(
                inner(items, each) for each in inner_types(narrow)
            )
        case TupleOf(items, rest):
            if not isinstance(narrow, TupleOf) or len(narrow.items) < len(items):
                return False
            pairs = zip(items, narrow.items, strict=False)
            further = inner_types(narrow)[len(items) :]
            return all(inner(one, other) for one, other in pairs) and (
                not further or (rest is not None and all(inner(rest, each) for each in further))
            )
        case MapOf(values):
            if isinstance(narrow, Reference):
                schema = narrows.get(narrow.name)
                return (
                    isinstance(values, AnyType)
                    and schema is not None
                    and isinstance(schema.shape, ObjectShape)
                )
            return isinstance(narrow, MapOf) and inner(values, narrow.values)
        case _:
            return False


def _scalar_covers(kind: str, form: str | None, narrow: Type) -> bool:
    match narrow:
        case Scalar(other, other_form):
            same = kind == other and (form is None or form == other_form)
            return same or (kind == "number" and other == "integer" and form is None)
        case Literals(values):
            kinds: Mapping[str, tuple[type, ...]] = {
                "string": (str,),
                "integer": (int,),
                "number": (int, float),
                "boolean": (bool,),
                "null": (type(None),),
            }
            return form is None and all(type(v) in kinds[kind] for v in values)
        case _:
            return False


def _meaning(schema: Schema | None) -> Type | None:
    """What a name stands for, unless it is an object."""
    match schema.shape if schema is not None else None:
        case EnumShape(_, values):
            return Literals(values)
        case AliasShape(of):
            return of
        case _:
            return None


def _alike(one: TupleOf, other: TupleOf) -> bool:
    return len(one.items) == len(other.items) and (one.rest is None) == (other.rest is None)


def _variants(of: Type) -> list[Type]:
    return list(of.variants) if isinstance(of, Union) else [of]


def _joined(variants: list[Type]) -> Type:
    return variants[0] if len(variants) == 1 else Union(tuple(variants))


def _values(variants: list[Type]) -> tuple[JSONScalar, ...]:
    """All the values, if that is what a type consists of."""
    if not all(isinstance(v, Literals) for v in variants):
        return ()
    return tuple(value for v in variants if isinstance(v, Literals) for value in v.values)


def value_text(value: JSONScalar) -> str:
    """A value as JSON has it."""
    if isinstance(value, str):
        return f'"{value}"'
    return "null" if value is None else str(value).lower()


def type_text(of: Type) -> str:
    """A type in words that a document's author uses."""
    match of:
        case AnyType():
            return "any value"
        case Scalar(kind, form):
            return f"{kind} ({form})" if form else kind
        case Literals(values):
            return " or ".join(value_text(v) for v in values)
        case ListOf(items):
            return f"list of {_inner(items)}"
        case TupleOf(items, rest):
            more = "" if rest is None else f", then any number of {_inner(rest)}"
            return f"tuple of {', '.join(map(_inner, items))}{more}"
        case MapOf(values):
            return f"map of {_inner(values)}"
        case Reference(name):
            return name
        case Union(variants):
            return " or ".join(dict.fromkeys(type_text(v) for v in variants))


def _inner(of: Type) -> str:
    return f"({type_text(of)})" if isinstance(of, Union | Literals) else type_text(of)
