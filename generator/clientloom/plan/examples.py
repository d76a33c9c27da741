"""Example values: the document's own where they fit its schemas, made up where they don't or where it has none.

A value is JSON first, the same each time, and Python source then: plain data, or nested models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from itertools import chain, repeat
from typing import Any, TypeGuard
from uuid import UUID

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AliasShape,
    AnyType,
    Api,
    EnumShape,
    Limits,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Property,
    Reference,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from clientloom.escape import literal
from clientloom.naming import snake
from clientloom.plan.patterns import matches, spellings
from clientloom.plan.scope import Scope

# An example stays small, whatever a document demands.
_LONGEST = 1000
_MOST_ITEMS = 20
_DEEP = 8  # schemas within schemas, from where on lists are empty
_DEEPEST = 15

_FORMATS = {
    "byte": "ZXhhbXBsZQ==",
    "date": "2013-10-20",
    "date-time": "2013-10-20T19:20:30+01:00",
    "decimal": "1.5",
    "duration": "P1D",
    "email": "name@example.com",
    "hostname": "www.example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "19:20:30Z",
    "uri": "https://www.example.com/",
    "url": "https://www.example.com/",
    "uuid": "7d1c2f0a-5b3e-4c68-9a4d-2e8f6b7c9d01",
}
_PARSERS: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "decimal": Decimal,
    "uuid": UUID,
}
_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def example(
    api: Api,
    of: Type,
    limits: Limits,
    name: str,
    *given: Any,
    within: tuple[str, ...] = (),
) -> Any:
    """A value of a type.

    :param name: the wire name of what has the value, for texts to tell
    :param given: values of the document, such as an example and a default; the first that fits is taken
    :param within: the schemas that the value is a part of, which it must not repeat for ever
    """
    for value in given:
        if value is not UNSET and fits(api, value, of, limits):
            return value
    return _made(api, of, limits, name, within, 0)


def filled(api: Api, of: Type, aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object with its first property, for where an object with none would not tell how to write one."""
    match of:
        case Reference(name):
            match api.schemas[name].shape:
                case ObjectShape(properties):
                    first = [p for p in properties if not p.read_only][:1]
                    return {
                        p.name: example(
                            api, p.type, p.limits, p.name, p.example, p.default, within=(name,)
                        )
                        for p in first
                    }
                case AliasShape(inner) if name not in aliases:
                    return filled(api, inner, (*aliases, name))
                case _:
                    return {}
        case Union(variants):
            made = [filled(api, v, aliases) for v in variants]
            return max(made, key=bool)  # the first that has something
        case _:
            return {}


def is_shown(prop: Property) -> bool:
    """Whether the example of an object has a property: if it must, or if the document shows one.

    What is written only may be a must of requests, which its schema cannot say.
    """
    shown = prop.write_only or prop.example is not UNSET
    return prop.required or (shown and not prop.read_only)


# --- Whether a value fits


def fits(
    api: Api, value: Any, of: Type, limits: Limits = NO_LIMITS, aliases: tuple[str, ...] = ()
) -> bool:
    """Whether a JSON value is what a type says, as far as a client can know."""
    match of:
        case AnyType():
            return True
        case Scalar(kind, form):
            return _is_scalar(value, kind, form) and _within(value, limits)
        case Literals(values):
            return any(value == v and type(value) is type(v) for v in values)
        case ListOf(items):
            return (
                _is_list(value)
                and _within(value, limits)
                and all(fits(api, v, items) for v in value)
            )
        case TupleOf(items, rest):
            return (
                _is_list(value)
                and _within(value, limits)
                and (len(value) == len(items) or (len(value) > len(items) and rest is not None))
                and all(fits(api, v, each) for v, each in _by_place(value, of))
            )
        case MapOf(values):
            return _is_object(value) and all(fits(api, v, values) for v in value.values())
        case Union(variants):
            return any(fits(api, value, v, limits, aliases) for v in variants)
        case Reference(name):
            match api.schemas[name].shape:
                case EnumShape(_, values):
                    return any(value == v and type(value) is type(v) for v in values)
                case AliasShape(inner):
                    return name not in aliases and fits(api, value, inner, limits, (*aliases, name))
                case ObjectShape() as shape:
                    return _fits_object(api, value, shape)


def _by_place(values: list[Any], of: TupleOf) -> Iterator[tuple[Any, Type]]:
    """The items of a tuple, each with its type."""
    return zip(values, chain(of.items, repeat(of.rest or AnyType())), strict=False)


def _fits_object(api: Api, value: Any, shape: ObjectShape) -> bool:
    if not _is_object(value):
        return False
    given = [p for p in shape.properties if p.name in value]
    if not all(fits(api, value[p.name], p.type, p.limits) for p in given):
        return False
    if len(given) < len(value):
        others = value.keys() - {p.name for p in given}
        of = shape.additional
        if shape.closed or (of is not None and not all(fits(api, value[n], of) for n in others)):
            return False
    return all(p.name in value for p in shape.properties if p.required)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _is_scalar(value: Any, kind: str, form: str | None) -> bool:
    if not isinstance(value, _KINDS[kind]) or (isinstance(value, bool) and kind != "boolean"):
        return False
    if not isinstance(value, str) or form not in _PARSERS:
        return True
    try:
        _PARSERS[form](value)
    except (ValueError, InvalidOperation):
        return False
    return True


def _within(value: Any, limits: Limits) -> bool:
    if limits is NO_LIMITS or value is None or isinstance(value, bool):
        return True
    if isinstance(value, int | float):
        step = limits.multiple_of
        return (
            (limits.ge is None or value >= limits.ge)
            and (limits.gt is None or value > limits.gt)
            and (limits.le is None or value <= limits.le)
            and (limits.lt is None or value < limits.lt)
            and not (step and Decimal(str(value)) % Decimal(str(step)))
        )
    low, high = (
        (limits.min_length, limits.max_length)
        if isinstance(value, str)
        else (limits.min_items, limits.max_items)
    )
    if (low is not None and len(value) < low) or (high is not None and len(value) > high):
        return False
    if isinstance(value, str):
        return limits.pattern is None or matches(limits.pattern, value) is not False
    return not limits.unique_items or all(v not in value[:i] for i, v in enumerate(value))


# --- Values made up


def _made(api: Api, of: Type, limits: Limits, name: str, within: tuple[str, ...], nth: int) -> Any:
    """A value, with `nth` to tell it from its neighbours and `within`, the schemas that it is a part of."""
    match of:
        case AnyType():
            return f"{snake(name)}_example"
        case Scalar("string", form):
            return _text(form, limits, name, nth)
        case Scalar("integer" | "number" as kind, _):
            return _number(kind == "integer", limits, nth)
        case Scalar(kind, _):
            return True if kind == "boolean" else None
        case Literals(values):
            return values[0]
        case ListOf(items):
            is_enough = _is_part(items, within) or len(within) > _DEEP
            count = max(limits.min_items or 0, 0 if is_enough else 1)
            wanted = min(count, _MOST_ITEMS)
            return [_made(api, items, NO_LIMITS, name, within, i) for i in range(wanted)]
        case TupleOf(items):
            return [_made(api, each, NO_LIMITS, name, within, i) for i, each in enumerate(items)]
        case MapOf(values):
            if _is_part(values, within):
                return {}
            return {"key": _made(api, values, NO_LIMITS, "key", within, 0)}
        case Union(variants):
            # One at a time: what is made of all variants of all variants has no end.
            made = (_made(api, v, limits, name, within, nth) for v in variants if v != NULL)
            first = next(made, None)
            return next((m for m in chain([first], made) if fits(api, m, of, limits)), first)
        case Reference(schema):
            return _named(api, schema, limits, name, within, nth)


def _named(
    api: Api, schema: str, limits: Limits, name: str, within: tuple[str, ...], nth: int
) -> Any:
    if within.count(schema) > 1 or len(within) > _DEEPEST:
        return None  # a schema that demands itself has no value
    inside = (*within, schema)
    match api.schemas[schema].shape:
        case EnumShape(_, values):
            return values[0]
        case AliasShape(inner):
            return _made(api, inner, limits, name, inside, nth)
        case ObjectShape(properties):
            return {
                p.name: example(api, p.type, p.limits, p.name, p.example, p.default, within=inside)
                for p in properties
                if is_shown(p)
            }


def _is_part(of: Type, within: tuple[str, ...]) -> bool:
    return isinstance(of, Reference) and of.name in within


def _number(integer: bool, limits: Limits, nth: int) -> int | float:
    low, high = limits.ge, limits.le
    above = limits.gt if low is None else low
    below = limits.lt if high is None else high
    middle = None if above is None or below is None else (above + below) / 2
    offsets = (0.0, float(nth + 1), -float(nth + 1))
    candidates = [1 + nth if integer else 1.5 + nth]
    candidates += [
        b + o for b in (low, above, high, below, middle) if b is not None for o in offsets
    ]
    if step := limits.multiple_of:
        candidates += [_multiple(c, step) for c in candidates]
    whole = [int(c) if integer or float(c).is_integer() else c for c in candidates]
    return next((c for c in whole if _within(c, limits)), whole[0])


def _multiple(value: float, step: float) -> float:
    exact = Decimal(str(step))
    return float((Decimal(str(value)) / exact).to_integral_value(ROUND_CEILING) * exact)


def _text(form: str | None, limits: Limits, name: str, nth: int) -> str:
    if form in _FORMATS:
        return _FORMATS[form]
    text = f"{snake(name)}{nth + 1 if nth else ''}_example"
    low = min(limits.min_length or 0, _LONGEST)
    if len(text) < low:
        text = (text * low)[:low]
    if limits.max_length is not None:
        text = text[: limits.max_length]
    if limits.pattern is None or matches(limits.pattern, text):
        return text
    spelled = (t for t in spellings(limits.pattern, low) if low <= len(t))
    fitting = (t for t in spelled if limits.max_length is None or len(t) <= limits.max_length)
    return next((t for t in fitting if matches(limits.pattern, t) is not False), text)


# --- Values as Python


def source(scope: Scope, value: Any, of: Type, indent: int = 0, *, models: bool = True) -> str:
    """A value as Python source, one item per line.

    :param indent: of the line that the source begins on
    :param models: whether objects are models, or dicts with wire names
    """
    match of:
        case Reference(name):
            return _named_source(scope, value, name, indent, models=models)
        case Union(variants):
            fitting = (v for v in variants if fits(scope.api, value, v))
            return source(scope, value, next(fitting, AnyType()), indent, models=models)
        case Scalar("string", "binary") if isinstance(value, str):
            return f"{literal(value)}.encode()"
        case TupleOf() if _is_list(value):
            sources = [
                source(scope, v, each, indent + 4, models=models)
                for v, each in _by_place(value, of)
            ]
            start, end = "()" if models else "[]"
            return _lines(start, sources, end, indent)
        case ListOf() | MapOf() | AnyType():
            items = of.items if isinstance(of, ListOf) else AnyType()
            values = of.values if isinstance(of, MapOf) else AnyType()
            if _is_list(value):
                sources = [source(scope, v, items, indent + 4, models=models) for v in value]
                return _lines("[", sources, "]", indent)
            if _is_object(value):
                sources = [
                    f"{literal(k)}: {source(scope, v, values, indent + 4, models=models)}"
                    for k, v in value.items()
                ]
                return _lines("{", sources, "}", indent)
            return literal(value)
        case _:
            return literal(value)


def class_source(scope: Scope, schema: str) -> str:
    """The expression for the class of a schema, in examples."""
    name = scope.names.classes[schema]
    return f"{scope.client.package}.{name}" if scope.style.root_exports_everything else name


def _named_source(scope: Scope, value: Any, schema: str, indent: int, *, models: bool) -> str:
    match scope.api.schemas[schema].shape:
        case AliasShape(inner):
            if not models:
                return source(scope, value, inner, indent, models=models)
            start = f"{class_source(scope, schema)}("
            text = source(scope, value, inner, indent + 4)
            return _lines(start, [text], ")", indent) if "\n" in text else f"{start}{text})"
        case ObjectShape(properties, additional) if _is_object(value):
            types = {p.name: p.type for p in properties}
            fields: Mapping[str, str] = scope.names.fields[schema] if models else {}
            known: list[str] = []
            others: list[str] = []
            for name, item in value.items():
                of = types.get(name, additional or AnyType())
                if name in fields:
                    text = source(scope, item, of, indent + 4, models=models)
                    known.append(f"{fields[name]}={text}")
                else:
                    margin = indent + (8 if models else 4)
                    text = source(scope, item, of, margin, models=models)
                    others.append(f"{literal(name)}: {text}")
            if not models:
                return _lines("{", others, "}", indent)
            if others:  # no field of the class, and perhaps no identifier
                known.append("**" + _lines("{", others, "}", indent + 4))
            return _lines(f"{class_source(scope, schema)}(", known, ")", indent)
        case _:
            return literal(value)


def _lines(start: str, sources: list[str], end: str, indent: int) -> str:
    if not sources:
        return start + end
    margin = " " * indent
    return start + "".join(f"\n{margin}    {each}," for each in sources) + f"\n{margin}{end}"
