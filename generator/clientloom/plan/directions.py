"""What answers have and requests do not, and the other way around: `readOnly` and `writeOnly`.

A schema that travels both ways is two classes where one would demand what the other way does not have: the class of
its name is what answers bring, and another one is what requests take. All others stay one class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from clientloom.api import (
    AliasShape,
    Api,
    MediaType,
    ObjectShape,
    Operation,
    Property,
    Schema,
    Type,
    Union,
    inner_types,
    references,
    renamed,
)


def one_shape(api: Api, sends_read_only: bool) -> Api:
    """Fields of one direction are optional: a model serves both."""
    sent = set[str]() if sends_read_only else travelling(api)[0]

    def fields(schema: Schema) -> Schema:
        if schema.name in sent:
            never = tuple(p.name for p in _properties(schema) if p.read_only)
            schema = replace(schema, never_sent=never)
        return _with_properties(
            schema, lambda p: replace(p, required=p.required and not _one_way(p))
        )

    return replace(api, schemas={name: fields(schema) for name, schema in api.schemas.items()})


def with_directions(api: Api) -> Api:
    """Fields of one direction are in, and required in, what travels in that direction only."""
    if not any(_one_way(p) for schema in api.schemas.values() for p in _properties(schema)):
        return api
    api = _with_tags_both_ways(api)
    sent, received = travelling(api)
    twins = _twins(api, _different(api, sent & received))
    shapes = _Shapes(sent, received, twins)
    schemas = {name: shapes.schema(schema) for name, schema in api.schemas.items()}
    schemas |= {new: shapes.twin(api.schemas[old]) for old, new in twins.items()}
    return replace(api, schemas=schemas, operations=tuple(map(shapes.operation, api.operations)))


def _one_way(prop: Property) -> bool:
    return prop.read_only or prop.write_only


def _properties(schema: Schema) -> tuple[Property, ...]:
    return schema.shape.properties if isinstance(schema.shape, ObjectShape) else ()


def _with_properties(schema: Schema, changed: Callable[[Property], Property]) -> Schema:
    shape = schema.shape
    if not isinstance(shape, ObjectShape):
        return schema
    return replace(schema, shape=replace(shape, properties=tuple(map(changed, shape.properties))))


# --- Which schemas travel, and which of them are two classes


def travelling(api: Api) -> tuple[set[str], set[str]]:
    """The schemas that requests are made of, and those that answers are."""
    return (
        _reached(api, _sent_types(api), lambda p: not p.read_only),
        _reached(api, _received_types(api), lambda p: not p.write_only),
    )


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


def _reached(api: Api, types: Iterable[Type], travels: Callable[[Property], bool]) -> set[str]:
    """The schemas that some types are made of."""
    found: set[str] = set()
    pending = [name for of in types for name in references(of)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += _parts(api.schemas[name], travels)
    return found


def _parts(schema: Schema, travels: Callable[[Property], bool]) -> Iterator[str]:
    """The schemas that one is made of."""
    match schema.shape:
        case ObjectShape(properties, additional, _, _, mapping):
            for prop in filter(travels, properties):
                yield from references(prop.type)
            yield from references(additional) if additional is not None else ()
            yield from (name for _, name in mapping)
        case AliasShape(of):
            yield from references(of)
        case _:
            pass


def _different(api: Api, both: set[str]) -> set[str]:
    """Of the schemas that travel both ways, those that are not the same on both, and those that contain such."""
    users: dict[str, set[str]] = {}
    for name in both:
        for part in _parts(api.schemas[name], lambda p: not _one_way(p)):
            users.setdefault(part, set()).add(name)
    found: set[str] = set()
    pending = [
        n for n in both if any(p.required and _one_way(p) for p in _properties(api.schemas[n]))
    ]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += users.get(name, ())
    return found


def _twins(api: Api, different: set[str]) -> dict[str, str]:
    """The name of what is sent, for each schema that is two."""
    found: dict[str, str] = {}
    for name in filter(different.__contains__, api.schemas):
        found[name] = f"{name} input"
        while found[name] in api.schemas:  # of a property `input`, for one
            found[name] += " "
    return found


def _with_tags_both_ways(api: Api) -> Api:
    """What tells the objects of a union apart goes wherever the union goes, whatever is said of it."""
    types = [*_sent_types(api), *_received_types(api)]
    told = chain(*map(_told, api.schemas.values()), *map(_unions, types))
    tags = {(name, of.discriminator) for of in told for _, name in of.mapping}

    def fields(schema: Schema) -> Schema:
        if not any(_one_way(p) and (schema.name, p.name) in tags for p in _properties(schema)):
            return schema
        return _with_properties(
            schema,
            lambda p: (
                replace(p, read_only=False, write_only=False)
                if (schema.name, p.name) in tags
                else p
            ),
        )

    return replace(api, schemas={name: fields(schema) for name, schema in api.schemas.items()})


def _told(schema: Schema) -> Iterator[Union | ObjectShape]:
    """What of a schema can have a discriminator."""
    match schema.shape:
        case ObjectShape(properties, additional) as shape:
            yield shape
            for prop in properties:
                yield from _unions(prop.type)
            yield from _unions(additional) if additional is not None else ()
        case AliasShape(of):
            yield from _unions(of)
        case _:
            pass


def _unions(of: Type) -> Iterator[Union]:
    if isinstance(of, Union):
        yield of
    for each in inner_types(of):
        yield from _unions(each)


# --- The classes


class _Shapes:
    """Schemas as they are in the direction that they travel in."""

    def __init__(self, sent: set[str], received: set[str], twins: Mapping[str, str]) -> None:
        self._sent = sent
        self._received = received
        self._twins = twins

    def schema(self, old: Schema) -> Schema:
        """What has the schema's own name."""
        name, shape = old.name, old.shape
        if name in self._twins:
            if isinstance(shape, ObjectShape):
                kept = tuple(p for p in shape.properties if not p.write_only)
                shape = replace(shape, properties=kept)
            return replace(old, shape=shape, sent_as=self._twins[name])
        is_sent, is_received = name in self._sent, name in self._received
        if is_sent and not is_received:
            old = self._with_sent_types(old)

        def field(prop: Property) -> Property:
            if prop.read_only:
                return replace(prop, required=prop.required and is_received and not is_sent)
            if prop.write_only:
                is_required = prop.required and is_sent and not is_received
                return replace(prop, type=renamed(prop.type, self._twins), required=is_required)
            return prop

        if is_sent:
            never = tuple(p.name for p in _properties(old) if p.read_only)
            old = replace(old, never_sent=never)
        return _with_properties(old, field)

    def twin(self, old: Schema) -> Schema:
        """What requests have instead of it."""
        new = self._with_sent_types(old)
        shape, never = new.shape, tuple(p.name for p in _properties(old) if p.read_only)
        if isinstance(shape, ObjectShape):
            kept = tuple(p for p in shape.properties if not p.read_only)
            shape = replace(shape, properties=kept)
        return replace(
            new,
            name=self._twins[old.name],
            fetched_as=old.name,
            shape=shape,
            pinned_name=f"{old.pinned_name} input" if old.pinned_name else None,
            never_sent=never,
        )

    def operation(self, old: Operation) -> Operation:
        """An operation that takes what is sent."""
        if not self._twins:
            return old
        parameters = tuple(replace(p, type=renamed(p.type, self._twins)) for p in old.parameters)
        body = old.body
        if body is not None:
            content = tuple(
                replace(
                    media,
                    type=None if media.type is None else renamed(media.type, self._twins),
                    item_type=None
                    if media.item_type is None
                    else renamed(media.item_type, self._twins),
                )
                for media in body.content
            )
            body = replace(body, content=content)
        return replace(old, parameters=parameters, body=body)

    def _with_sent_types(self, schema: Schema) -> Schema:
        if isinstance(schema.shape, AliasShape):
            return replace(schema, shape=AliasShape(renamed(schema.shape.type, self._twins)))
        shape = schema.shape
        if not isinstance(shape, ObjectShape):
            return schema
        properties = (
            p if p.read_only else replace(p, type=renamed(p.type, self._twins))
            for p in shape.properties
        )
        additional = None if shape.additional is None else renamed(shape.additional, self._twins)
        shape = replace(
            shape,
            properties=tuple(properties),
            additional=additional,
            mapping=tuple((value, self._twins.get(name, name)) for value, name in shape.mapping),
        )
        return replace(schema, shape=shape)
