"""What a call is given: parameters and bodies as the expressions that stand in a generated method."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace

from clientloom.api import (
    NO_LIMITS,
    AnyType,
    Encoding,
    Limits,
    ListOf,
    MediaType,
    Parameter,
    Scalar,
    Xml,
)
from clientloom.escape import line, literal
from clientloom.plan.media import (
    body_class,
    body_type,
    is_xml,
    properties_of,
    sent_name,
    without_null,
)
from clientloom.plan.types import TypeWriter
from clientloom.plan.xml import node_source

_CLASSES = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}

ARGUMENTS = frozenset(
    "Choice Content Cookie Form Header Json JsonLines Multipart Path Query QueryString Xml".split()
)
"""The classes of the runtime that such expressions make, `Encoding` and `Limits` apart."""


def parameter_argument(parameter: Parameter, name: str, writer: TypeWriter) -> str:
    """A parameter: `Query("limit", limit, int)`.

    :param name: the argument of the method
    """
    parts = [literal(parameter.name), name, writer.decoded(without_null(parameter.type))]
    if parameter.limits != NO_LIMITS:
        parts.append(limits_source(parameter.limits))
    if parameter.media_type is not None:
        parts.append(f"media_type={literal(parameter.media_type)}")
        if parameter.is_whole_query and parameter.encoding:
            parts.append(f"encoding={encodings(parameter.encoding)}")
    else:
        if parameter.style != _STYLES[parameter.location_in]:
            parts.append(f"style={literal(parameter.style)}")
        if parameter.explode != (parameter.location_in in ("query", "cookie")):
            parts.append(f"explode={parameter.explode}")
        if parameter.allow_reserved:
            parts.append("allow_reserved=True")
        if parameter.allow_empty_value:
            parts.append("allow_empty_value=True")
    if parameter.required and parameter.location_in != "path":
        parts.append("required=True")
        if without_null(parameter.type) != parameter.type:
            parts.append("nullable=True")
    kind = "QueryString" if parameter.is_whole_query else _CLASSES[parameter.location_in]
    return f"{kind}({', '.join(parts)})"


def body_argument(
    media: MediaType | None,
    name: str,
    writer: TypeWriter,
    *,
    required: bool,
    nullable: bool = False,
    fields: Mapping[str, str] | None = None,
    fixed: Mapping[str, bool] | None = None,
) -> str:
    """A body in one media type: `Json(body, models.Pet, required=True)`.

    :param name: the argument of the method that is the whole body
    :param nullable: whether None is null where the document allows that, and not a body that was left out
    :param fields: the arguments that are its properties, by wire name
    :param fixed: the properties that are no arguments, with what they are
    """
    if media is None:
        return f"Json({name}, Any)"
    kind = body_class(media)
    demand = ["required=True"] if required else []
    if nullable and kind == "Json" and (of := media.type) is not None and without_null(of) != of:
        demand.append("nullable=True")
    if kind == "Content":
        return f"Content({', '.join([name, literal(media.name), *demand])})"
    parts = [name, writer.decoded(without_null(body_type(media)))]
    if kind == "Xml" and media.xml is not None:
        parts.append(node_source(media.xml))
    if sent_name(media) != _DEFAULTS.get(kind, "application/json"):
        parts.append(f"media_type={literal(sent_name(media))}")
    if kind in ("Form", "Multipart"):
        how = {**media.encoding, **dict(_content_encodings(media, writer))}
        if how:
            parts.append(f"encoding={encodings(how, _part_writers(media, writer))}")
    parts += demand
    if fields:
        entries = "".join(f"{literal(wire)}: {argument}, " for wire, argument in fields.items())
        parts.append(f"fields={{{entries}}}")
    if fixed:
        entries = ", ".join(f"{literal(wire)}: {value}" for wire, value in fixed.items())
        parts.append(f"fixed={{{entries}}}")
    end = "," if fields else ""  # keeps one item per line
    return f"{kind}({', '.join(parts)}{end})"


_DEFAULTS = {
    "Form": "application/x-www-form-urlencoded",
    "Multipart": "multipart/form-data",
    "JsonLines": "application/jsonl",
    "Xml": "application/xml",
}


def _content_encodings(media: MediaType, writer: TypeWriter) -> Iterator[tuple[str, Encoding]]:
    """How parts are sent whose schemas say what is in them (OpenAPI 3.1, Encoding Object)."""
    is_form = body_class(media) == "Form"
    for each in properties_of(writer.api, media):
        given = media.encoding.get(each.name, Encoding())
        of = without_null(each.type)
        of = of.items if isinstance(of, ListOf) else of
        headers = given.headers
        if of == Scalar("string", "byte") and not headers:
            headers = (("Content-Transfer-Encoding", "base64"),)
        changed = replace(
            given,
            content_type=given.content_type or (None if is_form else each.content_type),
            headers=headers,
        )
        if changed != given:
            yield each.name, changed


def _part_writers(media: MediaType, writer: TypeWriter) -> Mapping[str, str]:
    """What writes the parts of a form that are XML and no text."""
    found: dict[str, str] = {}
    for each in properties_of(writer.api, media):
        encoding = media.encoding.get(each.name)
        if encoding is None or not is_xml(encoding.content_type or ""):
            continue
        of, xml = without_null(each.type), each.xml or Xml()
        if isinstance(of, ListOf):  # each item is a part
            of, xml = of.items, xml.item or Xml()
        if not isinstance(of, AnyType | Scalar):
            node = node_source(replace(xml, name=xml.name or each.name))
            found[each.name] = f"XmlAnswer({writer.decoded(of)}, {node})"
    return found


def encodings(found: Mapping[str, Encoding], writers: Mapping[str, str] = {}) -> str:
    """How the properties of a form, or the parts of a body, are sent."""
    entries = (
        f"{literal(name)}: {_encoding(each, writers.get(name))}" for name, each in found.items()
    )
    return f"{{{', '.join(entries)}}}"


def _encoding(each: Encoding, writer: str | None) -> str:
    names = ("content_type", "style", "explode", "allow_reserved")
    given = [
        f"{name}={literal(value)}" for name in names if (value := getattr(each, name)) is not None
    ]
    if each.headers:
        pairs = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in each.headers)
        given.append(f"headers={{{pairs}}}")
    if each.parts:
        given.append(f"parts={encodings(each.parts)}")
    if writer is not None:
        given.append(f"writer={writer}")
    return f"Encoding({', '.join(given)})"


def limits_source(limits: Limits) -> str:
    """`Limits(ge=0, le=100)`."""
    given = ((f.name, getattr(limits, f.name)) for f in dataclass_fields(limits))
    return f"Limits({', '.join(f'{name}={literal(value)}' for name, value in given if value is not None)})"


def bounds_text(limits: Limits) -> list[str]:
    """Bounds in words, such as "at least 0" and "at most 100"."""
    if limits == NO_LIMITS:
        return []
    words = {
        "ge": "at least {}",
        "gt": "more than {}",
        "le": "at most {}",
        "lt": "less than {}",
        "multiple_of": "a multiple of {}",
        "min_length": "at least {} characters",
        "max_length": "at most {} characters",
        "pattern": "matching {}",
        "min_items": "at least {} items",
        "max_items": "at most {} items",
        "unique_items": "each item once",
    }
    given = ((words[f.name], getattr(limits, f.name)) for f in dataclass_fields(limits))
    texts = [text.format(line(str(value))) for text, value in given if value is not None]
    return [re.sub(r"(?<!\d)1 (character|item)s$", r"1 \1", text) for text in texts]


def runtime_names(used: Iterable[str]) -> set[str]:
    """Of the names in some sources, those that the call modules of the runtime have."""
    return set(used) & ((ARGUMENTS - {"Xml"}) | {"Encoding"})
