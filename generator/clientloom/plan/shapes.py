"""What a style makes of an API before anything is named: which facts of the document get types of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from clientloom.api import (
    AliasShape,
    Api,
    ListOf,
    MapOf,
    MediaType,
    ObjectShape,
    Operation,
    Property,
    Reference,
    Scalar,
    Schema,
    Type,
    Union,
)
from clientloom.plan.media import is_xml
from clientloom.styles.base import Style

MAX_CHILDREN = 20
"""How many schemas can inherit from one that is any of them: each use of it names them all."""


def shaped(api: Api, style: Style) -> Api:
    """The API as the style types it."""
    api = _with_base64_as_text(api, schemas=not style.types_base64)
    if not style.types_xml or not uses_xml(api):
        api = _without_xml(api)
    api = _with_directions(api) if style.types_directions else _one_shape(api)
    return _with_children(api) if style.types_children else api


# --- Bytes in a text


def _with_base64_as_text(api: Api, *, schemas: bool) -> Api:
    """Bytes that are Base64 in a text are what a caller gets and gives, but not in parameters.

    :param schemas: whether they are texts everywhere
    """

    def as_text(of: Type) -> Type:
        match of:
            case Scalar("string", "byte" | "base64url"):
                return Scalar("string")
            case ListOf(items):
                return ListOf(as_text(items))
            case MapOf(values):
                return MapOf(as_text(values))
            case Union(alternatives):
                return replace(of, variants=tuple(map(as_text, alternatives)))
            case _:
                return of

    if schemas:
        api = _with_types(api, as_text)
    operations = tuple(
        replace(each, parameters=tuple(replace(p, type=as_text(p.type)) for p in each.parameters))
        for each in api.operations
    )
    return replace(api, operations=operations)


# --- What answers have and requests do not


def _one_shape(api: Api) -> Api:
    """Fields of one direction are optional: a model serves both."""
    return _with_required(api, lambda _, prop: not prop.read_only and not prop.write_only)


def _with_directions(api: Api) -> Api:
    """Fields of one direction are required in models that travel in that direction only."""
    sent = _reached(api, _sent_types(api))
    received = _reached(api, _received_types(api))

    def required(schema: str, prop: Property) -> bool:
        if prop.read_only:
            return schema in received and schema not in sent
        return not prop.write_only or (schema in sent and schema not in received)

    return _with_required(api, required)


def _with_required(api: Api, keeps: Callable[[str, Property], bool]) -> Api:
    def fields(schema: Schema) -> Schema:
        shape = schema.shape
        if not isinstance(shape, ObjectShape):
            return schema
        properties = tuple(
            p if not p.required or keeps(schema.name, p) else replace(p, required=False)
            for p in shape.properties
        )
        return replace(schema, shape=replace(shape, properties=properties))

    return replace(api, schemas={name: fields(schema) for name, schema in api.schemas.items()})


def _sent_types(api: Api) -> Iterator[Type]:
    for operation in api.operations:
        yield from (p.type for p in operation.parameters)
        if operation.body is not None:
            yield from _content_types(operation.body.content)


def _received_types(api: Api) -> Iterator[Type]:
    for response in (r for operation in api.operations for r in operation.responses):
        yield from _content_types(response.content)
        yield from (header.type for header in response.headers)


def _content_types(content: Iterable[MediaType]) -> Iterator[Type]:
    for media in content:
        yield from (of for of in (media.type, media.item_type) if of is not None)


def _reached(api: Api, types: Iterable[Type]) -> set[str]:
    """The schemas that some types are made of."""
    found: set[str] = set()
    pending = [name for of in types for name in _names(of)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [n for of in _parts(api.schemas[name]) for n in _names(of)]
    return found


def _parts(schema: Schema) -> Iterator[Type]:
    match schema.shape:
        case ObjectShape(properties, additional, _, _, mapping):
            yield from (p.type for p in properties)
            yield from (additional,) if additional is not None else ()
            yield from (Reference(name) for _, name in mapping)
        case AliasShape(of):
            yield of
        case _:
            pass


def _names(of: Type) -> Iterator[str]:
    match of:
        case Reference(name):
            yield name
        case ListOf(inner) | MapOf(inner):
            yield from _names(inner)
        case Union(alternatives):
            for each in alternatives:
                yield from _names(each)
        case _:
            pass


# --- Schemas that others inherit from


def _with_children(api: Api) -> Api:
    """A schema with a discriminator is any of those that include it, wherever it is used."""
    families = {name: union for name in api.schemas if (union := _family(api, name)) is not None}
    if not families:
        return api

    def widened(of: Type) -> Type:
        match of:
            case Reference(name):
                return families.get(name, of)
            case ListOf(items):
                return ListOf(widened(items))
            case MapOf(values):
                return MapOf(widened(values))
            case Union(alternatives):
                return _joined([widened(each) for each in alternatives], of)
            case _:
                return of

    return _with_types(api, widened)


def _family(api: Api, name: str) -> Union | None:
    shape = api.schemas[name].shape
    if not isinstance(shape, ObjectShape) or shape.discriminator is None:
        return None
    children = [child for _, child in shape.mapping if child != name and child in api.schemas]
    names = list(dict.fromkeys(children))
    if not names or len(names) > MAX_CHILDREN:
        return None
    mapping = dict(shape.mapping)
    mapping.setdefault(name, name)
    known = tuple((value, child) for value, child in mapping.items() if child in api.schemas)
    return Union(tuple(map(Reference, [*names, name])), shape.discriminator, known)


def _joined(alternatives: list[Type], old: Union) -> Union:
    """A union with what its alternatives are now; one discriminator for all of them, or none."""
    if alternatives == list(old.variants):
        return old
    flat: dict[Type, None] = {}
    said = {old.discriminator: dict(old.mapping)} if old.discriminator is not None else {}
    for each in alternatives:
        flat.update(dict.fromkeys(each.variants if isinstance(each, Union) else (each,)))
        if isinstance(each, Union) and each.discriminator is not None:
            said.setdefault(each.discriminator, {}).update(
                {v: n for v, n in each.mapping if v not in said.get(each.discriminator, {})}
            )
    if len(said) != 1:
        return Union(tuple(flat))
    [(name, mapping)] = said.items()
    return Union(tuple(flat), name, tuple(mapping.items()))


def _with_types(api: Api, changed: Callable[[Type], Type]) -> Api:
    def schema(old: Schema) -> Schema:
        match old.shape:
            case ObjectShape(properties, additional):
                shape = replace(
                    old.shape,
                    properties=tuple(replace(p, type=changed(p.type)) for p in properties),
                    additional=None if additional is None else changed(additional),
                )
                return replace(old, shape=shape)
            case AliasShape(of):
                return replace(old, shape=AliasShape(changed(of)))
            case _:
                return old

    def content(old: Iterable[MediaType]) -> tuple[MediaType, ...]:
        return tuple(
            replace(
                media,
                type=None if media.type is None else changed(media.type),
                item_type=None if media.item_type is None else changed(media.item_type),
            )
            for media in old
        )

    return _with_content(
        replace(api, schemas={name: schema(old) for name, old in api.schemas.items()}), content
    )


# --- XML


def uses_xml(api: Api) -> bool:
    """Whether a body, or a part of one, is typed XML."""
    return any(
        media.xml is not None
        or any(is_xml(part.content_type or "") for part in media.encoding.values())
        for each in api.operations
        for media in _media(each)
    )


def _media(operation: Operation) -> list[MediaType]:
    content = [m for response in operation.responses for m in response.content]
    return [*content, *(operation.body.content if operation.body is not None else ())]


def _without_xml(api: Api) -> Api:
    """Without what the document says of XML: such bodies are text."""

    def fields(schema: Schema) -> Schema:
        shape = schema.shape
        if not isinstance(shape, ObjectShape) or all(p.xml is None for p in shape.properties):
            return schema
        properties = tuple(replace(p, xml=None) for p in shape.properties)
        return replace(schema, shape=replace(shape, properties=properties))

    schemas: Mapping[str, Schema] = {name: fields(each) for name, each in api.schemas.items()}
    return _with_content(
        replace(api, schemas=schemas), lambda old: tuple(replace(media, xml=None) for media in old)
    )


def _with_content(api: Api, changed: Callable[[Iterable[MediaType]], tuple[MediaType, ...]]) -> Api:
    def operation(old: Operation) -> Operation:
        body = old.body
        if body is not None:
            body = replace(body, content=changed(body.content))
        responses = tuple(replace(r, content=changed(r.content)) for r in old.responses)
        return replace(old, body=body, responses=responses)

    return replace(api, operations=tuple(map(operation, api.operations)))
