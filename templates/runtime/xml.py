"""XML bodies, by the XML Object of OpenAPI: models become elements, elements become models.

A node says how a value stands in a document (`XmlNode`, metadata of a field). Text is written here,
so that prefixes and CDATA are those of the document; reading is left to the standard library's
parser behind `defusedxml`, which refuses entities and document types.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin
from xml.sax.saxutils import escape, quoteattr

from .adapters import adapter, complete
from .arguments import Fields
from .bodies import WRITERS, Body, charset_of, content_body
from .call import BodyArgument
from .models import Base64, Variants
from .responses import Reader, Response
from .values import is_array, is_object, primitive

__all__ = ["Xml", "XmlAnswer", "XmlNode"]

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NIL = f"{{{_XSI}}}nil"


@dataclass(frozen=True, slots=True)
class XmlNode:
    """How a value stands in an XML document (OpenAPI 3.2, XML Object).

    name: of the element or attribute; the name of the property by default
    kind: "none" is no node: what is in the value is in the element around it
    wrapped: whether an array has an element of its own around those of its items
    item: how the items of an array stand
    items: how the first items of an array stand, one by one
    """

    name: str | None = None
    namespace: str | None = None
    prefix: str | None = None
    kind: Literal["element", "attribute", "text", "cdata", "none"] = "element"
    wrapped: bool = False
    item: XmlNode | None = None
    items: tuple[XmlNode, ...] = ()

    def of(self, index: int) -> XmlNode:
        """Return how an item stands."""
        return self.items[index] if index < len(self.items) else self.item or _PLAIN


_PLAIN = XmlNode()


# --- Writing

#: The namespaces that have a prefix (or none: "") where an element stands.
_Scope = Mapping[str, str]


def xml_bytes(value: Any, root: XmlNode) -> bytes:
    """Return a document with one value."""
    name = root.name or "root"
    if is_array(_rooted(value)):
        text = _wrapped_list(name, root, _rooted(value), {})
    else:
        text = _element(name, root, value, {})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _rooted(value: Any) -> Any:
    """Return what a root model holds; other values stay."""
    while hasattr(value, "root") and hasattr(value, "model_dump"):
        value = value.root
    return value


@dataclass(slots=True)
class _Inside:
    """What is being put into an element."""

    scope: _Scope
    attributes: str = ""
    content: str = ""

    def add(self, name: str, node: XmlNode, value: Any) -> None:
        """Add a property of the element."""
        value = _rooted(value)
        match node.kind:
            case "attribute" if value is not None:
                qualified, declared, self.scope = _qualified(node.name or name, node, self.scope)
                self.attributes += f"{declared} {qualified}={quoteattr(_text(value))}"
            case "attribute":
                pass
            case "text":
                self.content += escape(_text(value))
            case "cdata":
                self.content += f"<![CDATA[{_text(value).replace(']]>', ']]]]><![CDATA[>')}]]>"
            case "none" if is_object(value) or hasattr(value, "model_dump"):
                for inner_name, inner_node, inner in _properties(value):
                    self.add(inner_name, inner_node, inner)
            case _ if not is_array(value):
                self.content += _element(node.name or name, node, value, self.scope)
            case _ if node.wrapped:
                self.content += _wrapped_list(node.name or name, node, value, self.scope)
            case _:
                self.content += _list(name, node, value, self.scope)


def _element(name: str, node: XmlNode, value: Any, scope: _Scope) -> str:
    value = _rooted(value)
    qualified, declared, scope = _qualified(name, node, scope)
    if value is None:
        return f'<{qualified}{declared} xmlns:xsi="{_XSI}" xsi:nil="true"/>'
    inside = _Inside(scope)
    if is_object(value) or hasattr(value, "model_dump"):
        # Attributes first: their prefixes are declared for what follows.
        properties = list(_properties(value))
        for each in sorted(properties, key=lambda p: p[1].kind != "attribute"):
            inside.add(*each)
    elif is_array(value):
        inside.content = _list(name, node, value, scope)
    else:
        inside.content = escape(_text(value))
    return f"<{qualified}{declared}{inside.attributes}>{inside.content}</{qualified}>"


def _wrapped_list(name: str, node: XmlNode, values: Any, scope: _Scope) -> str:
    qualified, declared, scope = _qualified(name, node, scope)
    return f"<{qualified}{declared}>{_list(name, node, values, scope)}</{qualified}>"


def _list(name: str, node: XmlNode, values: Any, scope: _Scope) -> str:
    inside = _Inside(scope)
    for index, value in enumerate(values):
        item = node.of(index)
        if is_array(_rooted(value)):
            inside.content += _wrapped_list(item.name or name, item, _rooted(value), scope)
        else:
            inside.add(item.name or name, item, value)
    return inside.content


def _properties(value: Any) -> Iterator[tuple[str, XmlNode, Any]]:
    """Yield the name, the node and the value of each property that is set."""
    if is_object(value):
        for key, item in value.items():
            yield primitive(key), _PLAIN, item
        return
    model = cast("Any", type(value))
    for name, field in model.model_fields.items():
        if name in value.model_fields_set:
            item = getattr(value, name)
            if isinstance(item, bytes):
                item = _base64((*field.metadata, *_bare(field.annotation)[1]), item)
            yield field.alias or name, _node(field.metadata), item
    extras = cast("Mapping[str, Any]", value.model_extra or {})
    for key, item in extras.items():
        yield key, _PLAIN, item


def _base64(metadata: Any, value: bytes) -> str | bytes:
    found = next((each for each in metadata if isinstance(each, Base64)), None)
    return value if found is None else found.encoded(value)


def _node(metadata: Any) -> XmlNode:
    return next((each for each in metadata if isinstance(each, XmlNode)), _PLAIN)


def _qualified(name: str, node: XmlNode, scope: _Scope) -> tuple[str, str, _Scope]:
    """Return a name with its prefix, the declaration that it needs, and what is declared then."""
    prefix, namespace = node.prefix or "", node.namespace
    if namespace is None:
        return (f"{prefix}:{name}" if prefix in scope and prefix else name), "", scope
    if not prefix and node.kind == "attribute":
        return name, "", scope  # without a prefix an attribute is in no namespace
    qualified = f"{prefix}:{name}" if prefix else name
    if scope.get(prefix) == namespace:
        return qualified, "", scope
    declared = f" xmlns{':' if prefix else ''}{prefix}={quoteattr(namespace)}"
    return qualified, declared, {**scope, prefix: namespace}


_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def _text(value: Any) -> str:
    """Return the text of a value, without what no XML document can hold (XML 1.0, 2.2)."""
    return primitive(value).translate(_NO_XML)


# --- Reading


def read_xml(document: bytes | str, type_: Any, root: XmlNode) -> Any:
    """Return a document as a value of a type; ValueError when it is none."""
    parser = importlib.import_module("defusedxml.ElementTree")
    try:
        element = parser.fromstring(document, forbid_dtd=True)
        with_type = _value(element, type_, root, is_whole=True)
    except (SyntaxError, RecursionError) as error:
        raise ValueError(f"no usable XML ({type(error).__name__})") from None
    return adapter(type_).validate_python(with_type)


def _value(element: Any, type_: Any, node: XmlNode, *, is_whole: bool = False) -> Any:
    """Return an element as plain data that fits a type."""
    if element.get(_NIL) in ("true", "1"):
        return None
    type_, metadata = _bare(type_)
    node = node if is_whole else _node(metadata) if _node(metadata) != _PLAIN else node
    origin = get_origin(type_)
    if origin in (Union, UnionType):
        return _one_of(element, [t for t in get_args(type_) if t is not type(None)], node, metadata)
    if origin is list:
        (item,) = get_args(type_)
        return _items(element, item, node)
    if origin is dict:
        return {_local(e.tag): _value(e, get_args(type_)[1], _PLAIN) for e in element}
    if isinstance(type_, type) and hasattr(type_, "model_fields"):
        return _object(element, type_)
    if type_ is Any:
        return _data(element)
    return _scalar("".join(element.itertext()), type_)


def _scalar(text: str, type_: Any) -> Any:
    if type_ in (str, bytes, Any):
        return text
    text = text.strip()
    if not text:
        return None
    if isinstance(type_, type) and issubclass(type_, IntEnum):
        return int(text)
    return text


def _bare(type_: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without its metadata, without null, and without a root model around it."""
    metadata: tuple[Any, ...] = ()
    while True:
        if get_origin(type_) is Annotated:
            type_, *found = get_args(type_)
            metadata = (*found, *metadata)
            continue
        if get_origin(type_) in (Union, UnionType):
            rest = [t for t in get_args(type_) if t is not type(None)]
            if len(rest) == 1:
                type_ = rest[0]
                continue
        if isinstance(type_, type) and "root" in getattr(type_, "model_fields", ()):
            complete(type_)
            field = cast("Any", type_).model_fields["root"]
            type_, metadata = field.annotation, (*field.metadata, *metadata)
            continue
        return type_, metadata


def _one_of(element: Any, choices: list[Any], node: XmlNode, metadata: tuple[Any, ...]) -> Any:
    """Return an element as the first type that it fits; a discriminator says which is first."""
    for variants in (each for each in metadata if isinstance(each, Variants)):
        found = next((e for e in element if _local(e.tag) == variants.property_name), None)
        tag = element.get(variants.property_name) if found is None else found.text
        meant = variants.classes.get(tag)
        choices = sorted(choices, key=lambda c: getattr(c, "__name__", "") != meant)
    for choice in choices:
        data = _value(element, choice, node)
        try:
            return adapter(choice).validate_python(data)
        except ValueError:
            continue
    return _data(element)


def _object(element: Any, model: Any) -> dict[str, Any]:
    """Return the properties of an element by wire name; undeclared ones too."""
    complete(model)
    found: dict[str, Any] = {}
    read: set[str] = set()
    for name, field in model.model_fields.items():
        wire, node = field.alias or name, _node(field.metadata)
        inner, _ = _bare(field.annotation)
        is_list = get_origin(inner) is list
        own = node.name or wire
        match node.kind:
            case "attribute":
                text = element.get(f"{{{node.namespace}}}{own}", element.get(own))
                read.add(f"@{own}")
                if text is not None:
                    found[wire] = _scalar(text, inner)
            case "text" | "cdata":
                found[wire] = _scalar("".join(_texts(element)), inner)
            case "none" if not is_list:
                found[wire] = _value(element, field.annotation, node)
                read.update(_local(e.tag) for e in element)
            case _ if is_list and not node.wrapped:
                own = node.of(0).name or wire
                elements = _named(element, own, node.of(0))
                read.add(own)
                if elements or field.is_required():
                    (item,) = get_args(inner)
                    found[wire] = [_value(e, item, node.of(0)) for e in elements]
            case _:
                read.add(own)
                for each in _named(element, own, node)[:1]:
                    found[wire] = _value(each, field.annotation, node, is_whole=True)
    unknown = _by_name(each for each in element if _local(each.tag) not in read)
    for key, text in element.attrib.items():
        if f"@{(name := _local(key))}" not in read:
            unknown.setdefault(name, text)
    return {**unknown, **found}


def _named(element: Any, name: str, node: XmlNode) -> list[Any]:
    """Return the children of a name; of those, the ones in the namespace where there are any."""
    found = [each for each in element if _local(each.tag) == name]
    exact = [each for each in found if each.tag == f"{{{node.namespace}}}{name}"]
    return exact or found


def _items(element: Any, type_: Any, node: XmlNode) -> list[Any]:
    if not node.items:
        return [_value(each, type_, node.of(0)) for each in element]
    # Items one by one: texts between elements can be some of them.
    nodes: Iterator[XmlNode] = (node.of(index) for index in range(len(element) * 2 + 1))
    found: list[Any] = []
    for each in _content(element):
        item = next(nodes)
        is_text = isinstance(each, str)
        if is_text and item.kind in ("text", "cdata"):
            found.append(each)
        elif not is_text:
            found.append(_value(each, type_, item))
        else:
            nodes = iter([item, *nodes])  # white space between elements
    return found


def _content(element: Any) -> Iterator[Any]:
    """Yield the texts and elements in an element, in order."""
    if element.text:
        yield element.text
    for each in element:
        yield each
        if each.tail:
            yield each.tail


def _texts(element: Any) -> Iterator[str]:
    return (each for each in _content(element) if isinstance(each, str))


def _data(element: Any) -> Any:
    """Return an element of which nothing is known: its text, or what is in it by name."""
    if not len(element) and not element.attrib:
        return element.text or ""
    return {**{_local(key): text for key, text in element.attrib.items()}, **_by_name(element)}


def _by_name(elements: Iterable[Any]) -> dict[str, Any]:
    """Return elements of which nothing is known; several of one name are a list."""
    found: dict[str, list[Any]] = {}
    for each in elements:
        found.setdefault(_local(each.tag), []).append(_data(each))
    return {name: data if len(data) > 1 else data[0] for name, data in found.items()}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


# --- What methods say


class Xml(Fields, BodyArgument):
    """A body in XML: a model, plain data with wire names, fields; or text and bytes as they are.

    node: how the whole stands
    """

    default = "application/xml"

    def __init__(self, value: Any, type: Any, node: XmlNode, **settings: Any) -> None:
        super().__init__(value, type, **settings)
        self.node = node

    def write(self, draft: Any) -> None:
        """Set the body, unless it was left out."""
        if isinstance(self.value, (str, bytes)):
            draft.body = content_body(self.value, self.media_type)
        else:
            super().write(draft)

    def body(self, value: Any) -> Body:
        """Return the document. Plain data is read as the type first, which knows its nodes."""
        if is_object(value) or is_array(value):
            value = adapter(self.type).validate_python(value)
        return Body(self.media_type, xml_bytes(value, self.node))


class XmlAnswer(Reader):
    """The type of an answer in XML."""

    def __init__(self, type: Any, node: XmlNode = _PLAIN) -> None:
        self.type = type
        self.node = node

    def read(self, response: Response) -> Any:
        """Return the body as a value of the type."""
        # HTTP's charset wins over the document's own (RFC 7303, 3.2).
        named = charset_of(response.headers.get("content-type", "")) is not None
        return read_xml(response.text if named else response.data, self.type, self.node)

    def write(self, value: Any) -> bytes:
        """Return the document that is read as a value. Plain data is read as the type first."""
        if is_object(value) or is_array(value):
            value = adapter(self.type).validate_python(value)
        return xml_bytes(value, self.node)


def _part(value: Any, name: str) -> bytes:
    return xml_bytes(value, XmlNode(name))


WRITERS["xml"] = _part
