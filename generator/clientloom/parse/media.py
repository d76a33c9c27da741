"""Media types: what a body is in each of them, how its parts are sent, and an example of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clientloom.api import UNSET, AnyType, Encoding, MediaType, Scalar, Type, Xml
from clientloom.document import Location
from clientloom.document.data import is_list, is_object
from clientloom.parse.keywords import constants, is_scalar
from clientloom.parse.reading import Node, Reader, text
from clientloom.parse.schemas import Context, Schemas

MAX_NESTED = 3
"""Encodings within encodings; one level is what OpenAPI 3.2 asks for."""


class Media:
    """Reads the content of bodies, responses and parameters."""

    def __init__(self, reader: Reader, schemas: Schemas) -> None:
        self._reader = reader
        self._schemas = schemas

    def content(self, node: Node, where: Location, context: Context) -> Iterator[MediaType]:
        """The media types of a body or response."""
        for name, entry, place in self._reader.entries(node, where, "content"):
            media, at = self._reader.object(entry, place)
            facts = item = None
            if media.get("schema") is not None:
                facts = self._schemas.facts(media["schema"], at.child("schema"), context)
            if media.get("itemSchema") is not None:
                item = self._schemas.facts(
                    media["itemSchema"], at.child("itemSchema"), (*context, "item")
                )
            main = facts or item
            yield MediaType(
                name=name,
                type=None if main is None else main.type,
                example=self.example(media, at, UNSET if facts is None else facts.example),
                encoding=self.encodings(media, at),
                item_type=None if item is None else item.type,
                xml=self._xml(name, media, at, None if facts is None else facts.type),
            )

    def _xml(self, name: str, media: Node, at: Location, of: Type | None) -> Xml | None:
        """How the whole stands in XML; None for what is not, or is text anyway."""
        is_xml = name.partition(";")[0].strip().lower().endswith(("/xml", "+xml"))
        if not is_xml or of is None or isinstance(of, AnyType | Scalar):
            return None
        return self._schemas.root_xml(media["schema"], at.child("schema"))

    def example(self, node: Node, where: Location, otherwise: Any) -> Any:
        """An example of a parameter or body."""
        if "example" in node:
            return node["example"]
        for _, entry, place in self._reader.entries(node, where, "examples"):
            example, _ = self._reader.optional(entry, place)
            for key in ("value", "dataValue"):
                if key in example:
                    return example[key]
        for example, _ in self._reader.items(node, where, "examples"):
            return example
        return otherwise

    def encodings(self, media: Node, where: Location, depth: int = 0) -> dict[str, Encoding]:
        """The Encoding Objects of a media type, or of another such object."""
        found: dict[str, Encoding] = {}
        if depth == MAX_NESTED:
            return found
        for name, entry, at in self._reader.entries(media, where, "encoding"):
            found[name] = self._encoding(entry, at, depth)
        if is_list(media.get("prefixEncoding")):
            for index, (entry, at) in enumerate(self._reader.items(media, where, "prefixEncoding")):
                found[str(index)] = self._encoding(entry, at, depth)
        if is_object(media.get("itemEncoding")):
            at = where.child("itemEncoding")
            found["*"] = self._encoding(media["itemEncoding"], at, depth)
        return found

    def _encoding(self, entry: Any, where: Location, depth: int) -> Encoding:
        node, at = self._reader.optional(entry, where)
        explode, reserved = node.get("explode"), node.get("allowReserved")
        return Encoding(
            content_type=text(node, "contentType") or None,
            style=text(node, "style") or None,
            explode=explode if isinstance(explode, bool) else None,
            allow_reserved=reserved if isinstance(reserved, bool) else None,
            headers=tuple(self._constant_headers(node, at)),
            parts=self.encodings(node, at, depth + 1),
        )

    def _constant_headers(self, node: Node, where: Location) -> Iterator[tuple[str, str]]:
        """Headers of a part that have one value; the others are for whoever makes the part."""
        for name, entry, place in self._reader.entries(node, where, "headers"):
            header, _ = self._reader.optional(entry, place)
            schema: Any = header.get("schema")
            values = constants(schema) if is_object(schema) else []
            if not values and is_object(schema) and "default" in schema:
                values = [schema["default"]]
            if name.lower() != "content-type" and len(values) == 1 and is_scalar(values[0]):
                value = values[0]
                yield name, str(value).lower() if isinstance(value, bool) else str(value)
