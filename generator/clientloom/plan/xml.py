"""XML as Python source: how a value stands in a document."""

from __future__ import annotations

from clientloom.api import Xml
from clientloom.escape import literal


def node_source(xml: Xml) -> str:
    """`XmlNode("pet", kind="attribute")`."""
    parts = [literal(xml.name)] if xml.name is not None else []
    for key in ("namespace", "prefix"):
        if getattr(xml, key) is not None:
            parts.append(f"{key}={literal(getattr(xml, key))}")
    if xml.kind != "element":
        parts.append(f"kind={literal(xml.kind)}")
    if xml.wrapped:
        parts.append("wrapped=True")
    if xml.item is not None:
        parts.append(f"item={node_source(xml.item)}")
    if xml.items:
        parts.append(f"items=({', '.join(map(node_source, xml.items))},)")
    return f"XmlNode({', '.join(parts)})"
