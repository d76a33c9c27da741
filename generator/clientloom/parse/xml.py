"""How values stand in XML documents: the XML Object (OpenAPI 3.2.1, and as 3.0 and 3.1 have it)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from clientloom.api import Xml
from clientloom.document import Location
from clientloom.document.data import is_list, is_object
from clientloom.parse.keywords import COMPOSING, kinds, only_wrapped
from clientloom.parse.reading import Node, Reader, text

MAX_NESTED = 5
"""Arrays within arrays."""

PLAIN = Xml()
"""How values stand of which a document says nothing."""

_TELLING = frozenset({"$ref", "xml", "items", "prefixItems"}) | COMPOSING
"""What can make a difference, or leads to what can."""

_KINDS = frozenset({"element", "attribute", "text", "cdata", "none"})


def read_xml(
    reader: Reader,
    node: Any,
    location: Location,
    components: Mapping[Location, str] | None = None,
    depth: int = 0,
) -> Xml:
    """What a schema says about XML where it is used.

    :param components: the names of components, where those are names of elements: for a whole document
    """
    said: dict[str, Any] = {}
    name = None
    place = location
    for _ in range(MAX_NESTED):
        if not is_object(node):
            return PLAIN
        if is_object(node.get("xml")):
            said = {**node["xml"], **said}
        if components is not None and place in components and name is None:
            name = components[place]
        if not said and name is None and _TELLING.isdisjoint(node):
            return PLAIN
        if "$ref" in node:
            node, place = reader.followed(node, place)
            continue
        if wrapped := only_wrapped(node):
            keyword, index, node = wrapped
            place = place.child(keyword, index)
            continue
        break
    kind = text(said, "nodeType")
    if kind not in _KINDS:
        kind = "attribute" if said.get("attribute") is True else "element"
    found = Xml(
        name=text(said, "name") or name,
        namespace=text(said, "namespace") or None,
        prefix=text(said, "prefix") or None,
        kind=cast("Any", kind),
    )
    if is_object(node) and "array" in kinds(node) and depth < MAX_NESTED:
        return _of_array(reader, node, place, found, said, components, depth)
    return found


def _of_array(
    reader: Reader,
    node: Node,
    place: Location,
    found: Xml,
    said: Mapping[str, Any],
    components: Mapping[Location, str] | None,
    depth: int,
) -> Xml:
    inner = depth + 1
    item = PLAIN
    if is_object(node.get("items")):
        item = read_xml(reader, node["items"], place.child("items"), components, inner)
    first = node.get("prefixItems")
    return Xml(
        found.name,
        found.namespace,
        found.prefix,
        "element",
        wrapped=said.get("wrapped") is True or said.get("nodeType") == "element",
        item=item if item != PLAIN else None,
        items=tuple(
            read_xml(reader, each, place.child("prefixItems", index), components, inner)
            for index, each in enumerate(first if is_list(first) else ())
        ),
    )
