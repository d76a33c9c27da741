"""What a style makes of an API before anything is named: which facts of the document get types of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from clientloom.api import (
    AliasShape,
    Api,
    ListOf,
    MediaType,
    ObjectShape,
    Operation,
    Reference,
    Scalar,
    Schema,
    TupleOf,
    Type,
    Union,
    inner_types,
    with_inner_types,
)
from clientloom.parse.keywords import join
from clientloom.plan.directions import one_shape, with_directions
from clientloom.plan.media import body_class, is_xml, object_name
from clientloom.styles.base import Style

MAX_CHILDREN = 20
"""How many schemas inherit from one that is any of them wherever it is used: more of them get a name together."""


def shaped(api: Api, style: Style) -> Api:
    """The API as the style types it."""
    api = _with_base64_as_text(api, schemas=not style.types_base64)
    api = _with_looser_types(
        api, times=not style.types_times, tuples=not style.types_tuples or uses_xml(api)
    )
    if not style.types_xml or not uses_xml(api):
        api = _without_xml(api)
    api = with_directions(api) if style.types_directions else one_shape(api, style.sends_read_only)
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
            case _:
                return with_inner_types(of, as_text)

    if schemas:
        api = _with_types(api, as_text)
    return _with_parameters(api, as_text)


# --- Times and tuples


def _with_looser_types(api: Api, *, times: bool, tuples: bool) -> Api:
    """Times of day and durations as texts, tuples as lists of all their types.

    The parts of a body of several are a list always, and so are the items of a stream.
    """
    if not times and not tuples:
        return _with_listed_fields(
            _with_content(api, lambda old: tuple(map(_with_listed_parts, old)))
        )

    def changed(of: Type) -> Type:
        of = _times_as_text(of) if times else of
        return _as_list(of) if tuples else of

    return _with_types(api, changed, parameters=True)


def _times_as_text(of: Type) -> Type:
    match of:
        case Scalar("string", "duration" | "time"):
            return replace(of, is_text=True)
        case _:
            return with_inner_types(of, _times_as_text)


def _as_list(of: Type) -> Type:
    of = with_inner_types(of, _as_list)
    return ListOf(join(inner_types(of))) if isinstance(of, TupleOf) else of


def _with_listed_parts(media: MediaType) -> MediaType:
    if not isinstance(media.type, TupleOf) or body_class(media) == "Json":
        return media
    return replace(media, type=ListOf(join(inner_types(media.type))))


def _with_listed_fields(api: Api) -> Api:
    """In a form with files, a tuple would be a file: its name and its content."""
    forms = {
        name
        for each in api.operations
        for media in _media(each)
        if body_class(media) == "Multipart" and (name := object_name(api, media))
    }

    def listed(old: Schema) -> Schema:
        if old.name not in forms or not isinstance(old.shape, ObjectShape):
            return old
        properties = tuple(replace(p, type=_as_list(p.type)) for p in old.shape.properties)
        return replace(old, shape=replace(old.shape, properties=properties))

    return replace(api, schemas={name: listed(each) for name, each in api.schemas.items()})


# --- Schemas that others inherit from


def _with_children(api: Api) -> Api:
    """A schema with a discriminator is any of those that include it, wherever it is used."""
    unions = {name: union for name in api.schemas if (union := _family(api, name)) is not None}
    if not unions:
        return api
    named = {name: _named_family(api, name, union) for name, union in unions.items()}
    families: dict[str, Type] = {
        name: unions[name] if schema is None else Reference(schema.name)
        for name, schema in named.items()
    }

    def widened(of: Type) -> Type:
        match of:
            case Reference(name):
                return families.get(name, of)
            case Union(alternatives):
                return _joined([widened(each) for each in alternatives], of)
            case _:
                return with_inner_types(of, widened)

    api = _with_types(api, widened)
    return replace(
        api, schemas={**api.schemas, **{s.name: s for s in named.values() if s is not None}}
    )


def _family(api: Api, name: str) -> Union | None:
    shape = api.schemas[name].shape
    if not isinstance(shape, ObjectShape) or shape.discriminator is None:
        return None
    children = [child for _, child in shape.mapping if child != name and child in api.schemas]
    names = list(dict.fromkeys(children))
    if not names:
        return None
    mapping = dict(shape.mapping)
    mapping.setdefault(name, name)
    known = tuple((value, child) for value, child in mapping.items() if child in api.schemas)
    return Union(tuple(map(Reference, [*names, name])), shape.discriminator, known)


def _named_family(api: Api, name: str, union: Union) -> Schema | None:
    """A schema that is any of a large family; None for a small one."""
    if len(union.variants) <= MAX_CHILDREN + 1:
        return None
    base = api.schemas[name]
    own = f"any {name}"
    while own in api.schemas:
        own += " "
    pinned = f"any {base.pinned_name}" if base.pinned_name else None
    description = f"Any of those that inherit from {name}, or {name} itself."
    return Schema(own, AliasShape(union), base.location, description, pinned_name=pinned)


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


def _with_types(api: Api, changed: Callable[[Type], Type], *, parameters: bool = False) -> Api:
    """An API with other types.

    :param parameters: those of parameters too
    """

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

    api = replace(api, schemas={name: schema(old) for name, old in api.schemas.items()})
    return _with_content(_with_parameters(api, changed) if parameters else api, content)


def _with_parameters(api: Api, changed: Callable[[Type], Type]) -> Api:
    operations = tuple(
        replace(each, parameters=tuple(replace(p, type=changed(p.type)) for p in each.parameters))
        for each in api.operations
    )
    return replace(api, operations=operations)


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
