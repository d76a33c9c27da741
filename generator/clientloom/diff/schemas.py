"""Differences between the named schemas of two documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientloom.api import AliasShape, EnumShape, ObjectShape, Property, Schema
from clientloom.diff.differences import (
    Difference,
    Sides,
    directions,
    either,
    facets,
    joined,
)
from clientloom.diff.keys import gone, property_key, schema_key, value_key
from clientloom.diff.rules import Direction
from clientloom.diff.types import type_text, value_changes, value_text
from clientloom.document import Location


def schema_differences(sides: Sides) -> Iterator[Difference]:
    """All differences, in the order of the new document; what is gone comes last."""
    before, after = directions(sides.old), directions(sides.new)
    olds = {new: old for old, new in sides.pairs.schemas.items()}
    for name, schema in sides.new.schemas.items():
        if name in olds:
            old = sides.old.schemas[olds[name]]
            yield from _schema(sides, old, schema, either(before[olds[name]], after[name]))
        else:
            key = schema_key(name)
            yield Difference(
                "schema-added", key, after[name], None, schema.location, "", schema.name
            )
    for name, schema in sides.old.schemas.items():
        if name not in sides.pairs.schemas:
            key = gone(schema_key(name))
            yield Difference(
                "schema-removed", key, before[name], schema.location, None, schema.name
            )


def _schema(sides: Sides, old: Schema, new: Schema, direction: Direction) -> Iterator[Difference]:
    key, places = schema_key(new.name), (old.location, new.location)
    if old.name != new.name:
        yield Difference("schema-renamed", key, direction, *places, old.name, new.name)
    match old.shape, new.shape:
        case ObjectShape() as one, ObjectShape() as other:
            yield from _object(sides, old.name, new.name, one, other, direction, places)
        case EnumShape(_, one), EnumShape(_, other):
            before_names = {now: was for now, was in new.shape.earlier if was in map(str, one)}
            for now, was in before_names.items():
                value = value_key(new.name, now)
                words = (value_text(was if isinstance(now, str) else int(was)), value_text(now))
                yield Difference("value-renamed", value, direction, *places, *words)
            one = tuple(v for v in one if str(v) not in before_names.values())
            other = tuple(v for v in other if v not in before_names)
            for change in value_changes(one, other):
                values = {value_text(v): v for v in (*one, *other)}
                value = value_key(new.name, values[change.old or change.new])
                value = gone(value) if change.new == "" else value
                yield Difference(change.kind, value, direction, *places, change.old, change.new)
        case AliasShape(one), AliasShape(other):
            yield from sides.types(one, other, key, direction, places)
        case one, other:
            before, after = _shape_text(one), _shape_text(other)
            yield Difference("schema-shape-changed", key, direction, *places, before, after)
    if old.deprecated != new.deprecated:
        kind = "deprecated" if new.deprecated else "no-longer-deprecated"
        yield Difference(kind, key, direction, *places)
    paired = sides.pairs.properties.get(new.name, {})
    if _texts(old, paired) != _texts(new, {name: name for name in paired.values()}):
        yield Difference("description-changed", key, direction, *places)


def _texts(schema: Schema, names: Mapping[str, str]) -> dict[str, str]:
    """What is said about a schema and those of its properties that both sides have, under their new names."""
    found = {"": schema.description}
    if isinstance(schema.shape, ObjectShape):
        for prop in schema.shape.properties:
            if prop.name in names:
                found[names[prop.name]] = prop.description
    return found


def _object(
    sides: Sides,
    old_name: str,
    name: str,
    old: ObjectShape,
    new: ObjectShape,
    direction: Direction,
    places: tuple[Location, Location],
) -> Iterator[Difference]:
    paired = sides.pairs.properties[name]
    olds, names = {p.name: p for p in old.properties}, {n: o for o, n in paired.items()}
    for prop in new.properties:
        if prop.name in names:
            yield from _property(sides, name, olds[names[prop.name]], prop, direction)
        else:
            kind = "required-property-added" if prop.required else "property-added"
            way = _way(prop, direction)
            key = property_key(name, prop.name)
            yield Difference(kind, key, way, None, prop.location, "", type_text(prop.type))
    for prop in old.properties:
        if prop.name not in paired:
            key = gone(property_key(old_name, prop.name))
            way = _way(prop, direction)
            yield Difference(
                "property-removed", key, way, prop.location, places[1], type_text(prop.type)
            )
    key = schema_key(name)
    if old.closed != new.closed:
        kind = "extra-properties-refused" if new.closed else "extra-properties-allowed"
        yield Difference(kind, key, direction, *places)
    if old.additional is not None and new.additional is not None:
        yield from sides.types(old.additional, new.additional, key, direction, places)
    mapping = tuple((v, sides.pairs.schemas.get(s, s)) for v, s in old.mapping)
    if (old.discriminator, mapping) != (new.discriminator, new.mapping):
        before, after = old.discriminator or "", new.discriminator or ""
        yield Difference("discriminator-changed", key, direction, *places, before, after)


def _property(
    sides: Sides, schema: str, old: Property, new: Property, direction: Direction
) -> Iterator[Difference]:
    key, places = property_key(schema, new.name), (old.location, new.location)
    way = either(_way(old, direction), _way(new, direction))
    if old.name != new.name:
        yield Difference("property-renamed", key, way, *places, old.name, new.name)
    yield from sides.types(old.type, new.type, key, way, places)
    if old.required != new.required:
        kind = "property-required" if new.required else "property-optional"
        yield Difference(kind, key, way, *places)
    for attribute, on, off in (
        ("read_only", "property-read-only", "property-writable"),
        ("write_only", "property-write-only", "property-readable"),
    ):
        if getattr(old, attribute) != getattr(new, attribute):
            yield Difference(on if getattr(new, attribute) else off, key, direction, *places)
    if old.xml != new.xml:
        yield Difference("xml-changed", key, way, *places)
    yield from facets(old, new, key, way, places)


def _way(prop: Property, direction: Direction) -> Direction:
    """The ways that a property goes: one that is only read is in no request."""
    return joined(
        direction in ("request", "both") and not prop.read_only,
        direction in ("response", "both") and not prop.write_only,
    )


def _shape_text(shape: ObjectShape | EnumShape | AliasShape) -> str:
    match shape:
        case ObjectShape():
            return "object"
        case EnumShape(kind, _):
            return f"list of {kind} values"
        case AliasShape(of):
            return type_text(of)
