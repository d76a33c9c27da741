"""What the keywords of one schema say, in the dialects of OpenAPI: pure functions of a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeGuard

from clientloom.api import (
    NO_LIMITS,
    NULL,
    AnyType,
    JSONScalar,
    Limits,
    Literals,
    Type,
    Union,
    inner_types,
)
from clientloom.document.data import is_list, is_object
from clientloom.document.location import Location
from clientloom.parse.reading import Node, text

PINNED = "x-clientloom-name"
RENAMED = "x-clientloom-renamed-from"
RENAMED_VALUES = "x-clientloom-renamed-values"

SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})

UNIONS = ("oneOf", "anyOf")

COMPOSING = frozenset({"allOf", *UNIONS})

EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})
"""What a server-sent event has (WHATWG HTML, 9.2.6)."""

TYPING = frozenset(
    {"$ref", "type", "properties", "allOf", "oneOf", "anyOf", "enum", "const", "items"}
)
"""The keywords that say what a value is."""

ADDING = frozenset(
    {
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "enum",
        "const",
        "items",
    }
)
"""The keywords that make more of a schema than a wrapper around another one."""

PARTS = frozenset(
    {
        "items",
        "prefixItems",
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties",
        "patternProperties",
        "$ref",
    }
)
"""The keywords whose value holds schemas, properties apart."""

_NUMBERS = {"minimum": "ge", "maximum": "le", "multipleOf": "multiple_of"}
_COUNTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
}

_BOUNDS = frozenset(
    [*_NUMBERS, *_COUNTS, "exclusiveMaximum", "exclusiveMinimum", "pattern", "uniqueItems"]
)

Part: TypeAlias = tuple[Any, Location]


def parts(node: Node, keyword: str) -> list[Any]:
    """The schemas in a list."""
    value = node.get(keyword)
    return value if is_list(value) else []


def variants(node: Node) -> tuple[str, list[Any]] | None:
    """The alternatives of a schema, and the keyword that has them."""
    for keyword in UNIONS:
        if found := parts(node, keyword):
            return keyword, found
    return None


def only_wrapped(node: Node) -> tuple[str, int, Any] | None:
    """`allOf` or `oneOf` around one schema is how OpenAPI 3.0 puts a description beside a reference."""
    if COMPOSING.isdisjoint(node):
        return None
    for keyword in ("allOf", *UNIONS):
        found = parts(node, keyword)
        if not found or not ADDING.isdisjoint(node):
            continue
        indexed = [(index, part) for index, part in enumerate(found) if not is_null(part)]
        others = [k for k in ("allOf", *UNIONS) if k != keyword and node.get(k)]
        if len(indexed) == 1 and not others and (keyword == "allOf" or len(found) == 1):
            return keyword, *indexed[0]
    return None


def has_object_keywords(node: Node) -> bool:
    """Whether a schema says something about properties."""
    return bool(node.get("properties") or parts(node, "allOf") or "additionalProperties" in node)


def may_be_object(node: Node) -> bool:
    """Whether a schema is for objects, as far as it says so itself."""
    kind = node.get("type")
    if is_list(kind):
        others = [k for k in kind if k != "null"]
        kind = others[0] if len(others) == 1 else ""
    if kind == "object" and pinned(node) is not None:
        return True  # an object of which nothing is known, whose class is asked for by name
    return kind in (None, "object") and (has_object_keywords(node) or "patternProperties" in node)


def kinds(node: Node) -> list[Any]:
    """The types that a schema names; those that its keywords imply if it names none."""
    kind = node.get("type")
    if is_list(kind):
        return kind
    if kind is not None:
        return [kind]
    if "items" in node or "prefixItems" in node:
        return ["array"]
    return ["object"] if has_object_keywords(node) or "patternProperties" in node else []


def content_format(node: Node) -> str:
    """The format of a text that stands for bytes: "byte" for Base64, "binary" for what is no text; else nothing.

    (JSON Schema 2020-12, Validation, 8; a media type alone means bytes as they are, as in `multipart`.)
    """
    encoding, media_type = text(node, "contentEncoding").lower(), text(node, "contentMediaType")
    if encoding in ("base64", "base64url"):
        return "byte" if encoding == "base64" else "base64url"
    if not media_type or encoding not in ("", "binary") or "contentSchema" in node:
        return ""
    name = media_type.partition(";")[0].strip().lower()
    is_text = name.startswith("text/") or name.endswith(_TEXTS)
    return "" if is_text else "binary"


#: How media types end whose content is text.
_TEXTS = (
    "json",
    "xml",
    "yaml",
    "javascript",
    "ecmascript",
    "graphql",
    "sql",
    "x-www-form-urlencoded",
)


def enum_values(node: Node) -> list[JSONScalar]:
    """The values of an enum, each once, null left out. Texts where the schema says so, numbers likewise."""
    found = [value for value in parts(node, "enum") if value is not None and is_scalar(value)]
    return distinct(_meant(value, node.get("type")) for value in found)


def _meant(value: JSONScalar, kind: Any) -> JSONScalar:
    """A value of an enum as its type has it: YAML takes `1` for a number, also where a string is meant."""
    if kind == "string" and isinstance(value, int | float):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if kind == "integer" and isinstance(value, str):
        digits = value.removeprefix("-")
        return int(value) if digits.isascii() and digits.isdigit() else value
    return value


def enum_kind(node: Node) -> Any:
    """What an enum can be named as: "string", "integer", or None for a mixture or no enum."""
    if "enum" not in node:
        return None
    known = enum_values(node)
    if known and all(isinstance(v, str) for v in known):
        return "string"
    if known and all(isinstance(v, int) and not isinstance(v, bool) for v in known):
        return "integer"
    return None


def distinct(values: Iterable[JSONScalar]) -> list[JSONScalar]:
    """Values as JSON tells them apart: true is not 1."""
    return list({(type(value), value): value for value in values}.values())


def constants(node: Any) -> list[JSONScalar]:
    """The only values that a schema permits, if it lists them."""
    if not is_object(node):
        return []
    if "const" in node:
        return [node["const"]] if is_scalar(node["const"]) else []
    return enum_values(node)


def limits(node: Node) -> Limits:
    """The bounds that a schema sets. Bounds of a wrong type, and those that exclude nothing, are none."""
    if _BOUNDS.isdisjoint(node):
        return NO_LIMITS
    found: dict[str, Any] = {}
    for keyword, name in _NUMBERS.items():
        if is_number(node.get(keyword)):
            found[name] = node[keyword]
    for keyword, name in _COUNTS.items():
        value = node.get(keyword)
        if (
            is_number(value)
            and value == int(value)
            and value >= (0 if name.startswith("max") else 1)
        ):
            found[name] = int(value)
    if text(node, "pattern"):
        found["pattern"] = node["pattern"]
    if node.get("uniqueItems") is True:
        found["unique_items"] = True
    for keyword, loose, strict in (
        ("exclusiveMinimum", "ge", "gt"),
        ("exclusiveMaximum", "le", "lt"),
    ):
        bound = node.get(keyword)
        if bound is True and loose in found:  # OpenAPI 3.0: a switch for the bound beside it
            found[strict] = found.pop(loose)
        elif is_number(bound):
            found[strict] = bound
    if not found.get("multiple_of", 1) > 0:
        del found["multiple_of"]
    return Limits(**found)


def has_parts(node: Node) -> bool:
    """Whether a schema has other schemas in it, or may have."""
    return not PARTS.isdisjoint(node)


def is_nullable(node: Node) -> bool:
    """Whether a schema permits null, in either dialect."""
    return (
        node.get("nullable") is True
        or None in parts(node, "enum")
        or "null" in parts(node, "type")
        or any(is_null(part) for keyword in UNIONS for part in parts(node, keyword))
    )


def is_null(node: Any) -> bool:
    """Whether a schema is for null and nothing else."""
    return is_object(node) and (
        node.get("type") in ("null", ["null"])
        or node.get("enum") == [None]
        or node.get("const", "") is None
    )


def is_scalar(value: Any) -> bool:
    """Whether a value of JSON has no parts."""
    return value is None or isinstance(value, str | int | float | bool)


def is_number(value: Any) -> TypeGuard[int | float]:
    """Whether a value is a number of JSON."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def says_type(node: Any) -> bool:
    """Whether a schema says what a value is."""
    return is_object(node) and not TYPING.isdisjoint(node)


def pinned(node: Any) -> str | None:
    """The name that the document wants in the generated code."""
    return text(node, PINNED) or None


def earlier(node: Any) -> str:
    """The name on the wire that the document says something had before."""
    return text(node, RENAMED)


def earlier_values(node: Any, values: Sequence[str | int]) -> tuple[tuple[str | int, str], ...]:
    """The values of an enum with what they were before, where the document says so by the value of today."""
    found = node.get(RENAMED_VALUES) if is_object(node) else None
    if not is_object(found):
        return ()
    return tuple((value, str(found[str(value)])) for value in values if str(value) in found)


def distinguishing(node: Any, places: Callable[[str], Sequence[Part]]) -> tuple[str, ...]:
    """Words that tell an inline variant from its neighbours: its constant, else what it requires, else what it has.

    :param places: the definitions of a property by its name
    """
    if not is_object(node):
        return ("variant",)
    properties = node.get("properties")
    if is_object(properties):
        for name in properties:
            found = [c for part, _ in places(name) for c in constants(part)]
            if len(found) == 1 and isinstance(found[0], str):
                return (found[0],)
    names = parts(node, "required") or (list(properties) if is_object(properties) else [])
    return tuple(str(n) for n in names[:3]) or ("variant",)


def join(types: Sequence[Type]) -> Type:
    """One type for several alternatives: unions are flattened, literals gathered, repetitions dropped."""
    if len(types) == 1:
        return types[0]
    flat: list[Type] = []
    discriminators: dict[str, dict[JSONScalar, str]] = {}
    for each in types:
        flat += each.variants if isinstance(each, Union) else (each,)
        if isinstance(each, Union) and each.discriminator is not None:
            discriminators.setdefault(each.discriminator, {}).update(each.mapping)
    literals = Literals(
        tuple(distinct(v for each in flat if isinstance(each, Literals) for v in each.values))
    )
    merged = dict.fromkeys(literals if isinstance(each, Literals) else each for each in flat)
    if any(isinstance(each, AnyType) for each in merged):
        return AnyType()
    if NULL in merged:  # null reads best at the end
        del merged[NULL]
        merged[NULL] = None
    if len(merged) == 1:
        return next(iter(merged))
    if len(discriminators) != 1:
        return Union(tuple(merged))
    [(name, mapping)] = discriminators.items()
    return Union(tuple(merged), name, tuple(mapping.items()))


def size(of: Type) -> int:
    """How many types a type is made of, itself included."""
    return 1 + sum(map(size, inner_types(of)))
