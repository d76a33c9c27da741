"""What the methods of a resource take: arguments with their types, and bodies in the forms a caller may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clientloom.api import (
    UNSET,
    AnyType,
    Body,
    ListOf,
    MediaType,
    Parameter,
    Property,
    Reference,
    Scalar,
    TupleOf,
    Type,
    Union,
    with_inner_types,
)
from clientloom.escape import line, literal
from clientloom.plan.arguments import bounds_text
from clientloom.plan.media import body_class, is_file, item_type, sent_name
from clientloom.plan.media import chosen_media as preferred_media
from clientloom.plan.models import property_text
from clientloom.plan.scope import Scope
from clientloom.plan.types import TypeWriter


class Writer(TypeWriter):
    """Writes types of arguments: a TypedDict, or any mapping, can stand for an object, and what was
    fetched for what is sent.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope.api, scope.names.classes)

    def forms(self, of: Type) -> list[str]:
        """The forms in which a caller may write a value."""
        found = super().forms(of)
        fetched = self.api.schemas[of.name].fetched_as if isinstance(of, Reference) else None
        if fetched is not None:
            found.insert(1, self.value(Reference(fetched)))
        return found

    def _plain(self, name: str) -> str:
        plain = super()._plain(name)
        return "Mapping[str, Any]" if plain == "dict[str, Any]" else plain


def part_annotation(of: Type, writer: TypeWriter) -> str:
    """The type of what a caller may pass for a field of a form: files come in many forms."""
    match of:
        case Scalar("string", "binary"):
            return "FileTypes"
        case ListOf(items):
            wide = part_annotation(items, writer)
            plain = writer.argument(items)
            return writer.argument(of) if wide == plain else f"Sequence[{wide}]"
        case Union(variants):
            parts = [p for v in variants for p in part_annotation(v, writer).split(" | ")]
            return " | ".join(dict.fromkeys(parts))
        case _:
            return writer.argument(of)


def in_json(of: Type) -> Type:
    """What a type is in JSON, which has no bytes."""
    match of:
        case Scalar("string", "binary"):
            return Scalar("string")
        case Union() | ListOf() | TupleOf():
            return with_inner_types(of, in_json)
        case _:
            return of


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method.

    :param annotation: the type without `Omit`
    :param source: what the document says of it: a parameter, a property of the body, or the body
    :param earlier: names that it had before, under which it can be passed as well
    """

    name: str
    wire_name: str
    annotation: str
    required: bool
    source: Parameter | Property | Body
    earlier: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        """As in the list of parameters."""
        if self.required:
            return f"{self.name}: {self.annotation}"
        kind = self.annotation if self.annotation == "Any" else f"{self.annotation} | Omit"
        return f"{self.name}: {kind} = omit"


def argument_text(argument: Argument) -> str:
    """What the document says of an argument, on one line: description, bounds, default."""
    source = argument.source
    if isinstance(source, Body):
        whole = line(source.description)
        return whole or "The body."
    if isinstance(source, Property):
        return line(property_text(source))
    notes = bounds_text(source.limits)
    if source.default is not UNSET:
        notes.append(f"default {literal(source.default)}")
    if source.deprecated:
        notes.append("deprecated")
    text = line(source.description)
    return f"{text} ({', '.join(notes)})".strip() if notes else text


def chosen_media(body: Body) -> MediaType | None:
    """The media type that is sent: JSON where it is offered, unless it could not hold the files that a form can."""
    forms = [m for m in body.content if body_class(m) == "Multipart"]
    return preferred_media(body) if not forms else _with_files(body, forms[0])


def _with_files(body: Body, form: MediaType) -> MediaType | None:
    media = preferred_media(body)
    return (
        form if media is None or body_class(media) != "Json" or media.type != form.type else media
    )


def sent_media(body: Body) -> list[MediaType]:
    """The media types that a caller may choose from, the one first that is sent otherwise."""
    chosen = chosen_media(body)
    found = {sent_name(chosen): chosen} if chosen is not None else {}
    for media in body.content:
        found.setdefault(sent_name(media), media)
    return list(found.values())


def unchecked_file(media: MediaType) -> MediaType:
    """A form that is a file: no type describes all that can be one."""
    return replace(media, type=AnyType()) if is_file(media) else media


def body_annotation(body: Body, writer: TypeWriter) -> str:
    """What a caller may pass as the whole body."""
    found = [form for media in sent_media(body) for form in _body_forms(media, writer)] or ["Any"]
    return "Any" if "Any" in found else " | ".join(dict.fromkeys(found))


def _body_forms(media: MediaType, writer: TypeWriter) -> list[str]:
    """The forms in which a caller may write a body."""
    match body_class(media):
        case "Content":
            return ["ContentTypes"]
        case "JsonLines":
            return [f"Iterable[{writer.argument(item_type(media))}]", "ContentTypes"]
        case "Multipart" if is_file(media):
            return ["FileTypes", "Mapping[str, FileTypes]"]
        case "Multipart" if isinstance(media.type, ListOf):
            return [f"Sequence[{part_annotation(media.type.items, writer)} | FileTypes]"]
        case kind:
            forms = ["Any"] if media.type is None else writer.forms(media.type)
            return [*forms, "str", "bytes"] if kind == "Xml" else forms
