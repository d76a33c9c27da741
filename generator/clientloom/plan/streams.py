"""Answers that come item by item: which media types they have, and what an item is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    Api,
    EnumShape,
    ListOf,
    Literals,
    MediaType,
    ObjectShape,
    Operation,
    Parameter,
    Property,
    Reference,
    Response,
    Scalar,
    Type,
    Union,
)

EVENTS = "text/event-stream"
_LINES = frozenset(
    """
    application/json-lines application/json-seq application/jsonl application/jsonlines application/ndjson
    application/stream+json application/x-json-stream application/x-jsonl application/x-jsonlines application/x-ndjson
    text/jsonl
    """.split()
)
_SWITCH = "stream"
# What an event has (WHATWG HTML, 9.2.6).
_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})


@dataclass(frozen=True, slots=True)
class Streaming:
    """An answer that is a stream.

    :param item: the type of an item; None for events that nothing is known of
    :param events: what an item of an event stream is: the "data" of an event, or an event with "text" or "json" in it
    :param alone: whether the operation has no other successful answer with a body
    """

    media_type: str
    item: Type | None
    events: str
    alone: bool

    @property
    def is_events(self) -> bool:
        """Whether it is an event stream."""
        return self.media_type == EVENTS


@dataclass(frozen=True, slots=True)
class Switch:
    """What an operation calls `stream`: a parameter, or a field of its body, that asks for a stream or for none."""

    source: Parameter | Property

    def says(self, *, streams: bool) -> bool | None:
        """What a method says in its place: True for a stream; False only where nothing would not mean that."""
        means_stream = self.source.required or self.source.default is True
        return True if streams else False if means_stream else None


def streaming(api: Api, responses: Sequence[Response]) -> Streaming | None:
    """The stream that an operation can answer with; None if there is none."""
    successes = [r for r in responses if r.status.startswith("2")]
    if not successes:
        successes = [r for r in responses if r.status == "default"]
    content = [media for response in successes for media in response.content]
    streams = [media for media in content if _is_stream(media)]
    if not streams:
        return None
    media = streams[0]
    alone = len(streams) == len(content)
    item = media.item_type or _item(media.type)
    if _name(media) != EVENTS:
        of_text = item == Scalar("string") and media.item_type is None
        return Streaming(_name(media), AnyType() if of_text or item is None else item, "", alone)
    if item is None or isinstance(item, AnyType) or item == Scalar("string"):
        return Streaming(EVENTS, None, "text", alone)
    return Streaming(EVENTS, item, _events(api, item), alone)


def switch(operation: Operation, properties: Sequence[Property]) -> Switch | None:
    """The parameter or the field of the body that asks for a stream.

    :param properties: of the body
    """
    sources: list[Parameter | Property] = [*properties]
    sources += [p for p in operation.parameters if p.location_in == "query"]
    return next((Switch(s) for s in sources if s.name == _SWITCH and _is_boolean(s.type)), None)


def _name(media: MediaType) -> str:
    return media.name.partition(";")[0].strip().lower()


def _is_stream(media: MediaType) -> bool:
    name = _name(media)
    return name == EVENTS or name in _LINES or name.endswith("+json-seq")


def _item(of: Type | None) -> Type | None:
    """The items of a whole that is typed as a list (OpenAPI 3.2, "Sequential Media Types"), else the type itself."""
    return of.items if isinstance(of, ListOf) else of


def _events(api: Api, item: Type) -> str:
    """What an item is: an event, if it is an object that has nothing but the fields of one; else its data."""
    shapes = list(_objects(api, item, frozenset()))
    if not shapes or not all(shape is not None and _is_event(shape) for shape in shapes):
        return "data"
    data = [p.type for s in shapes if s is not None for p in s.properties if p.name == "data"]
    return "text" if all(_is_text(api, of) for of in data) else "json"


def _objects(api: Api, of: Type, seen: frozenset[str]) -> Iterator[ObjectShape | None]:
    """The objects that a type can be; None for a kind that is no object with declared properties."""
    match of:
        case Union(variants):
            for each in variants:
                yield from _objects(api, each, seen)
        case Reference(name) if name not in seen:
            shape = api.schemas[name].shape
            match shape:
                case ObjectShape():
                    yield shape
                    for _, other in shape.mapping:
                        yield from _objects(api, Reference(other), seen | {name})
                case AliasShape(inner):
                    yield from _objects(api, inner, seen | {name})
                case _:
                    yield None
        case Reference():
            pass
        case _:
            yield None


def _is_event(shape: ObjectShape) -> bool:
    names = {p.name for p in shape.properties}
    return "data" in names and names <= _EVENT_FIELDS


def _is_text(api: Api, of: Type) -> bool:
    match of:
        case Scalar("string" | "null"):
            return True
        case Literals(values):
            return all(v is None or isinstance(v, str) for v in values)
        case Union(variants):
            return all(_is_text(api, v) for v in variants)
        case Reference(name):
            shape = api.schemas[name].shape
            return isinstance(shape, EnumShape) and shape.kind == "string"
        case _:
            return False


def _is_boolean(of: Type) -> bool:
    match of:
        case Scalar("boolean"):
            return True
        case Literals(values):
            return all(isinstance(v, bool) for v in values)
        case Union(variants):
            return all(v == NULL or _is_boolean(v) for v in variants)
        case _:
            return False
