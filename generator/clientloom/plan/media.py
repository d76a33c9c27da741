"""Media types: which of several is sent, which are asked for, and what travels as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    Api,
    Body,
    ListOf,
    MediaType,
    ObjectShape,
    Property,
    Reference,
    Response,
    Scalar,
    Type,
    Union,
)

_BINARY = Scalar("string", "binary")
_PLAIN = frozenset({"integer", "number", "boolean"})
_SEQUENCES = (
    "/jsonl",
    "/x-jsonlines",
    "/ndjson",
    "/x-ndjson",
    "/json-seq",
    "+json-seq",
    "/x-jsonl",
)


def body_class(media: MediaType) -> str:
    """The runtime class that carries a body: `Json`, `JsonLines`, `Form`, `Multipart`, `Xml` or `Content`.

    `*/*` says nothing; it is taken for JSON, unless the schema says binary.
    """
    if media.xml is not None:
        return "Xml"
    name = _name(media)
    if name == "application/x-www-form-urlencoded":
        return "Form"
    if name.startswith("multipart/"):
        return "Multipart"
    if name.endswith(_SEQUENCES):
        return "JsonLines" if item_type(media) != AnyType() else "Content"
    is_json = name.endswith(("+json", "/json")) or (name == "*/*" and media.type != _BINARY)
    return "Json" if is_json else "Content"


#: The bodies that have fields.
OBJECT_BODIES = frozenset("Form Json Multipart Xml".split())


def properties_of(api: Api, media: MediaType) -> tuple[Property, ...]:
    """What a caller can set of an object; nothing for a body of another kind."""
    name = object_name(api, media)
    shape = api.schemas[name].shape if name else None
    if not isinstance(shape, ObjectShape) or body_class(media) not in OBJECT_BODIES:
        return ()
    return tuple(p for p in shape.properties if not p.read_only)


def object_name(api: Api, media: MediaType) -> str:
    """The schema of a body that is an object, or may be one; that of a base for a family; empty for another one."""
    of = without_null(media.type) if media.type is not None else NULL
    if body_class(media) == "Json" and (base := family_base(api, of)) is not None:
        return base
    return of.name if isinstance(of, Reference) else ""


def family_base(api: Api, of: Type) -> str | None:
    """The schema that a type is the whole family of."""
    if isinstance(of, Reference) and isinstance(shape := api.schemas[of.name].shape, AliasShape):
        of = shape.type
    if not isinstance(of, Union) or of.discriminator is None:
        return None
    last = of.variants[-1]
    if not isinstance(last, Reference):
        return None
    base = api.schemas[last.name].shape
    is_base = isinstance(base, ObjectShape) and base.discriminator == of.discriminator
    return last.name if is_base else None


def is_xml(media_type: str) -> bool:
    """Whether a media type is XML (RFC 7303), or the first of several is."""
    name = media_type.partition(",")[0].partition(";")[0].strip().lower()
    return name.endswith(("/xml", "+xml"))


def is_file(media: MediaType) -> bool:
    """Whether a body of several parts is one file, and has no names for it: many documents forget them."""
    of = without_null(media.type) if media.type is not None else NULL
    return body_class(media) == "Multipart" and of == _BINARY


def item_type(media: MediaType) -> Type:
    """The type of each item of a sequence: as the document says, or as the type of the whole does."""
    if media.item_type is not None:
        return media.item_type
    return media.type.items if isinstance(media.type, ListOf) else AnyType()


def body_type(media: MediaType) -> Type:
    """The type of a whole body: of a sequence, a list of its items."""
    if body_class(media) == "JsonLines":
        return ListOf(item_type(media))
    return AnyType() if media.type is None else media.type


def sent_name(media: MediaType) -> str:
    """The media type that a body is sent as: a range such as `application/*+json` is none."""
    if "*" not in media.name:
        return media.name
    defaults = {"Json": "application/json", "Multipart": "multipart/form-data"}
    return defaults.get(body_class(media), media.name)


def chosen_media(body: Body) -> MediaType | None:
    """The media type that is sent: `application/json` where it is offered, else another JSON, else the first."""
    by_preference = sorted(
        body.content,
        key=lambda m: (_name(m) != "application/json", not _is_plain_json(_name(m))),
    )
    return by_preference[0] if by_preference else None


def accepted(responses: Sequence[Response]) -> list[str]:
    """The media types of all answers, in the order of the document."""
    return list(dict.fromkeys(m.name for r in responses for m in r.content))


def asked_for(responses: Sequence[Response]) -> list[str]:
    """The media types that a call asks for: of each answer those that its type is written in, JSON before others."""
    names: dict[str, None] = {}
    for response in responses:
        of = response_type(response)
        names.update((m.name, None) for m in _read(response.content) if _decoded(m) == of)
    return list(names)


def response_types(response: Response) -> dict[str, Type]:
    """The types of an answer by media type: of its JSON where it is offered as JSON; empty without a body."""
    return {m.name: _decoded(m) for m in _read(response.content)}


def response_type(response: Response) -> Type:
    """The type of an answer's body in the first of its media types; null without a body."""
    return next(iter(response_types(response).values()), NULL)


def returned(responses: Sequence[Response]) -> Type:
    """The type of a successful answer: of all answers with a 2xx status, else of `default`."""
    successes = [r for r in responses if r.status.startswith("2")]
    if not successes:
        successes = [r for r in responses if r.status == "default"]
    return _either(list(dict.fromkeys(response_type(r) for r in successes)))


def without_null(of: Type) -> Type:
    """A type without null."""
    if not isinstance(of, Union):
        return of
    rest = tuple(v for v in of.variants if v != NULL)
    return rest[0] if len(rest) == 1 else replace(of, variants=rest)


def _read(content: Sequence[MediaType]) -> Sequence[MediaType]:
    return [m for m in content if body_class(m) == "Json"] or content


def _decoded(media: MediaType) -> Type:
    if body_class(media) in ("Json", "Xml"):
        return AnyType() if media.type is None else media.type
    name = _name(media)
    if name.startswith("text/") and isinstance(media.type, Scalar) and media.type.kind in _PLAIN:
        return media.type
    return (
        Scalar("string") if name.startswith("text/") or name.endswith(("xml", "yaml")) else _BINARY
    )


def _either(types: list[Type]) -> Type:
    if len(types) == 1:
        return types[0]
    flat: list[Type] = []
    for of in types:
        flat += [v for v in (of.variants if isinstance(of, Union) else (of,)) if v not in flat]
    if any(isinstance(of, AnyType) for of in flat):
        return AnyType()
    flat.sort(key=lambda of: of == NULL)
    return NULL if not flat else flat[0] if len(flat) == 1 else Union(tuple(flat))


def _name(media: MediaType) -> str:
    return media.name.partition(";")[0].strip().lower()


def _is_plain_json(name: str) -> bool:
    return name.endswith("+json") and "*" not in name and "patch" not in name
