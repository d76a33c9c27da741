"""What the parts of an API are called in Python, under keys by which a later run knows them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from clientloom.api import (
    NO_LIMITS,
    AliasShape,
    Api,
    EnumShape,
    ListOf,
    MapOf,
    MediaType,
    ObjectShape,
    Operation,
    Parameter,
    Property,
    Reference,
    Schema,
    Shape,
    TupleOf,
    Type,
    Union,
    references,
)
from clientloom.plan.names import Names as ChosenNames
from clientloom.plan.native_names import resources
from clientloom.renames import Names, OperationNames, SchemaNames, without_names
from clientloom.styles.base import Each, Style

_DEPTH = 3
"""How far the shape of a schema is told by the shapes of those that it refers to."""


def identities(api: Api, names: ChosenNames, style: Style, *, shapes: bool = True) -> Names:
    """The names of operations, schemas, fields and members, and what the document says of earlier ones.

    :param shapes: whether schemas that moved are to be known by their shapes
    """
    operations = operation_names(api, names, style)
    keys = schema_keys(api)
    digests = _digests(api, keys) if shapes else dict.fromkeys(api.schemas, ("", ""))
    schemas = {
        keys[name]: SchemaNames(names.classes[name], *digests[name], _parts(schema, names))
        for name, schema in api.schemas.items()
    }
    earlier = {(key(o), ""): o.earlier_name for o in api.operations if o.earlier_name}
    for operation in api.operations:
        said = {argument_key(p): p.earlier_name for p in operation.parameters}
        earlier |= {(key(operation), part): text for part, text in said.items() if text}
    for name, schema in api.schemas.items():
        said = {"": schema.earlier_name, **_earlier_parts(schema.shape)}
        earlier |= {(keys[name], part): text for part, text in said.items() if text}
    return Names(operations, schemas, earlier)


def key(operation: Operation) -> str:
    """What an operation is known by: method and path."""
    return f"{operation.method} {operation.path}"


def argument_key(parameter: Parameter) -> str:
    """What an argument is known by: where it is sent."""
    return f"{parameter.location_in}:{parameter.name}"


def schema_keys(api: Api) -> dict[str, str]:
    """What each schema is known by: its place; where several have one, the name as well."""
    places = {name: _place(schema, api) for name, schema in api.schemas.items()}
    count = Counter(places.values())
    return {name: at if count[at] == 1 else f"{at} {name}" for name, at in places.items()}


def _place(schema: Schema, api: Api) -> str:
    """A pointer; with the name of the file, where it is another one than that of the operations."""
    main = {operation.location.file for operation in api.operations[:1]}
    file = "" if schema.location.file in main else schema.location.file.name
    return f"{file}{schema.location}"


def operation_names(api: Api, names: ChosenNames, style: Style) -> dict[str, OperationNames]:
    """The names of operations, by method and path."""
    ways: dict[str, dict[str, str]] = {}
    for operation, tag, way in _ways(api, names, style):
        ways.setdefault(key(operation), {})[tag] = way
    ids = {key(operation): operation.operation_id for operation in api.operations}
    arguments = {
        key(operation): tuple(map(argument_key, operation.parameters))
        for operation in api.operations
    }
    return {each: OperationNames(ids[each], ways[each], arguments[each]) for each in ways}


def _ways(api: Api, names: ChosenNames, style: Style) -> Iterator[tuple[Operation, str, str]]:
    """How a program gets to each operation by each of its tags."""
    if any(file.each is Each.RESOURCE for file in style.files):
        root = resources(api)
        for resource in (root, *root.descendants()):
            for each in resource.operations:
                way = f"{resource.path}.{resource.methods[each.id]}".lstrip(".")
                yield each, resource.tag, way
    else:
        for group in names.groups:
            for each in group.operations:
                yield each, group.tag, f"{group.class_name}.{names.operations[each.id]}"


def _parts(schema: Schema, names: ChosenNames) -> dict[str, str]:
    match schema.shape:
        case ObjectShape():
            return dict(names.fields[schema.name])
        case EnumShape():
            return {str(value): name for value, name in names.members[schema.name].items()}
        case AliasShape():
            return {}


def _earlier_parts(shape: Shape) -> dict[str, str]:
    match shape:
        case ObjectShape(properties):
            return {p.name: p.earlier_name for p in properties}
        case EnumShape():
            return {str(value): old for value, old in shape.earlier}
        case AliasShape():
            return {}


# --- Shapes: what a schema holds and where it is used, without the names of schemas; what the document says to be
# renamed counts as what it was


def _digests(api: Api, keys: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Each schema's shape with its uses: by schemas of such shapes, and by schemas of such names."""
    shapes = dict.fromkeys(api.schemas, "")
    fields = {name: _fields(schema.shape) for name, schema in api.schemas.items()}
    for _ in range(_DEPTH):
        shapes = {
            name: _digest(_sketch(s.shape, fields[name], shapes)) for name, s in api.schemas.items()
        }
    by_shape, by_name = _used(api, shapes), _used(api, keys)
    return {
        name: (
            _digest("\n".join([shapes[name], *by_shape[name]])),
            _digest("\n".join([shapes[name], *by_name[name]])),
        )
        for name in api.schemas
    }


def _used(api: Api, users: Mapping[str, str]) -> dict[str, list[str]]:
    """Where each schema is used; `users` says what schemas that use it are called there."""
    uses: dict[str, list[str]] = {name: [] for name in api.schemas}
    for name, place in _uses(api, users):
        uses[name].append(place)
    return {name: sorted(places) for name, places in uses.items()}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _fields(shape: Shape) -> list[str | Property]:
    """The properties of an object; a text for one that refers to no schema, which is always the same."""
    properties = shape.properties if isinstance(shape, ObjectShape) else ()
    return [each if any(references(each.type)) else _property(each, {}) for each in properties]


def _sketch(shape: Shape, fields: Iterable[str | Property], known: Mapping[str, str]) -> str:
    match shape:
        case ObjectShape(_, additional, closed, discriminator):
            rest = "" if additional is None else _type(additional, known)
            texts = sorted(f if isinstance(f, str) else _property(f, known) for f in fields)
            return f"object {texts} {rest} {closed} {discriminator}"
        case EnumShape(kind, values):
            before = dict(shape.earlier)
            return f"enum {kind} {[before.get(value, value) for value in values]}"
        case AliasShape(of):
            return _type(of, known)


def _property(each: Property, known: Mapping[str, str]) -> str:
    limits = _NO_LIMITS if each.limits is NO_LIMITS else each.limits
    facts = f"({each.required}, {limits}, {each.read_only}, {each.write_only})"
    return f"{each.earlier_name or each.name} {_type(each.type, known)} {facts}"


_NO_LIMITS = str(NO_LIMITS)


def _type(of: Type, known: Mapping[str, str]) -> str:
    match of:
        case Reference(name):
            return f"<{known[name]}>"
        case ListOf(items):
            return f"list {_type(items, known)}"
        case TupleOf(items, rest):
            more = "" if rest is None else f" then {_type(rest, known)}"
            return f"tuple {[_type(each, known) for each in items]}{more}"
        case MapOf(values):
            return f"map {_type(values, known)}"
        case Union(variants, discriminator):
            return f"union {[_type(each, known) for each in variants]} {discriminator}"
        case _:
            return repr(of)


def _uses(api: Api, users: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each use of a schema: by an operation, or by another schema."""
    for operation in api.operations:
        for place, of in _operation_types(operation):
            where = without_names(key(operation))
            yield from ((name, f"{where} {place}") for name in references(of))
    for name, schema in api.schemas.items():
        match schema.shape:
            case ObjectShape(properties, additional):
                found = [(p.earlier_name or p.name, p.type) for p in properties]
                found += [] if additional is None else [("*", additional)]
            case AliasShape(of):
                found = [("", of)]
            case EnumShape():
                found = []
        for part, of in found:
            yield from ((target, f"{users[name]} {part}") for target in references(of))


def _operation_types(operation: Operation) -> Iterator[tuple[str, Type]]:
    for parameter in operation.parameters:
        name = parameter.earlier_name or parameter.name
        yield (
            f"{parameter.location_in}:{'' if parameter.location_in == 'path' else name}",
            parameter.type,
        )
    if operation.body is not None:
        yield from _media_types("body", operation.body.content)
    for response in operation.responses:
        yield from _media_types(response.status, response.content)


def _media_types(place: str, content: tuple[MediaType, ...]) -> Iterator[tuple[str, Type]]:
    for media in content:
        if media.type is not None:
            yield f"{place} {media.name}", media.type
