"""Every object of a document with its kind: operations, parameters, schemas and so on.

The grammar below says which field of which object holds what (OpenAPI 3.2.0, section 4; it includes
3.0 and 3.1). Fields that it does not name hold data: an `example` may look like anything, and a
`$ref` inside it is no reference. Links and callbacks are not looked into: a client makes nothing
of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from clientloom.document.data import describe, is_list, is_object
from clientloom.document.document import Document
from clientloom.document.location import Location
from clientloom.errors import ClientloomError, Problem

Kind: TypeAlias = Literal[
    "document",
    "components",
    "path-item",
    "operation",
    "parameter",
    "request-body",
    "responses",
    "response",
    "header",
    "media-type",
    "encoding",
    "example",
    "security-scheme",
    "schema",
]


class Rule(NamedTuple):
    """What a field holds: one object, a list of them, or an object of them under any names."""

    shape: Literal["one", "list", "map", "one or list"]
    kind: Kind


def _one(kind: Kind, *fields: str) -> dict[str, Rule]:
    return {field: Rule("one", kind) for field in fields}


def _list(kind: Kind, *fields: str) -> dict[str, Rule]:
    return {field: Rule("list", kind) for field in fields}


def _map(kind: Kind, *fields: str) -> dict[str, Rule]:
    return {field: Rule("map", kind) for field in fields}


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

PARAMETER = {
    **_one("schema", "schema"),
    **_map("media-type", "content"),
    **_map("example", "examples"),
}

GRAMMAR: Mapping[Kind, Mapping[str, Rule]] = {
    "document": {
        **_map("path-item", "paths", "webhooks"),
        **_one("components", "components"),
    },
    "components": {
        **_map("schema", "schemas"),
        **_map("response", "responses"),
        **_map("parameter", "parameters"),
        **_map("example", "examples"),
        **_map("request-body", "requestBodies"),
        **_map("header", "headers"),
        **_map("security-scheme", "securitySchemes"),
        **_map("path-item", "pathItems"),
        **_map("media-type", "mediaTypes"),
    },
    "path-item": {
        **_list("parameter", "parameters"),
        **_one("operation", *METHODS),
        **_map("operation", "additionalOperations"),
    },
    "operation": {
        **_list("parameter", "parameters"),
        **_one("request-body", "requestBody"),
        **_one("responses", "responses"),
    },
    "parameter": PARAMETER,
    "header": PARAMETER,
    "request-body": _map("media-type", "content"),
    "responses": _one("response", "*"),
    "response": {
        **_map("header", "headers"),
        **_map("media-type", "content"),
    },
    "media-type": {
        **_one("schema", "schema", "itemSchema"),
        **_map("example", "examples"),
        **_map("encoding", "encoding"),
        **_list("encoding", "prefixEncoding"),
        **_one("encoding", "itemEncoding"),
    },
    "encoding": {
        **_map("header", "headers"),
        **_map("encoding", "encoding"),
        **_list("encoding", "prefixEncoding"),
        **_one("encoding", "itemEncoding"),
    },
    "example": {},
    "security-scheme": {},
    "schema": {
        **_map("schema", "properties", "patternProperties", "$defs", "definitions"),
        **_map("schema", "dependentSchemas"),
        **_list("schema", "allOf", "anyOf", "oneOf", "prefixItems"),
        **_one("schema", "not", "if", "then", "else", "contains", "propertyNames"),
        **_one("schema", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
        **_one("schema", "contentSchema"),
        "items": Rule("one or list", "schema"),
    },
}


class Visit(NamedTuple):
    """An object of a document, as it stands there: it may be a reference."""

    kind: Kind
    node: Any
    location: Location
    is_inner: bool = False
    """A schema within a schema: the outer one speaks for it where schemas are checked whole."""
    is_target: bool = False
    """Reached only by a reference: in another file, or where the grammar expects no object."""


@dataclass(slots=True)
class Walk:
    """What a walk over a document has met."""

    visits: list[Visit] = field(default_factory=list[Visit])
    """Every object, the targets of references included, each once.

    Objects of the entry file come in the order of the file, then those that only references lead to.
    """
    dangling: list[tuple[Kind, Problem]] = field(default_factory=list[tuple[Kind, Problem]])
    """References that lead nowhere, and what was expected at their end."""
    nearby: list[tuple[Location, Location]] = field(default_factory=list[tuple[Location, Location]])
    """References within a schema that are written as if the schema were a document of its own."""
    unreadable: dict[Location, str] = field(default_factory=dict[Location, str])
    """Where a part of the structure is not what it must be, so that nothing can be made of it."""


def walk(document: Document) -> Walk:
    """Visit every object of a document."""
    result = Walk()
    seen: set[tuple[Kind, Location]] = set()
    places: set[Location] = set()
    pending = [Visit("document", document.root, document.location)]
    targets: list[Visit] = []
    while pending or targets:
        if not pending:
            new = [visit for visit in targets if visit.location not in places]
            pending, targets = [*reversed(new)], []
            continue
        visit = pending.pop()
        if (visit.kind, visit.location) in seen:
            continue
        seen.add((visit.kind, visit.location))
        places.add(visit.location)
        result.visits.append(visit)
        if is_object(visit.node) and "$ref" in visit.node and visit.kind != "document":
            try:
                node, location = document.follow(visit.node, visit.location)
                targets.append(Visit(visit.kind, node, location, is_target=True))
                if _is_nearby(visit, location):
                    result.nearby.append((visit.location, location))
            except ClientloomError as error:
                result.dangling.extend((visit.kind, problem) for problem in error.problems)
        elif expected := _unreadable(visit.kind, visit.node):
            result.unreadable[visit.location] = expected
        pending.extend(reversed(list(_children(document, visit, result))))
    return result


def _is_nearby(visit: Visit, location: Location) -> bool:
    reference = visit.node["$ref"]
    if visit.location.file != location.file or not str(reference).startswith(("#/$defs/", "#/def")):
        return False
    return location.pointer[:1] not in (("$defs",), ("definitions",))


def _unreadable(kind: Kind, node: Any) -> str | None:
    """Return what should have stood in the place of a node; None if something can be made of it.

    Null stands for what is not there, and an empty list for an empty object: both are common.
    """
    if is_object(node) or node is None or (is_list(node) and not node) or kind == "example":
        return None
    if kind == "schema":
        return None if isinstance(node, bool) else f"expected a schema, not {describe(node)}."
    return f"expected an object, not {describe(node)}."


def _is_beside_reference(document: Document, visit: Visit) -> bool:
    """Whether nothing is made of what stands in a schema: beside a reference, in OpenAPI 3.0."""
    return visit.kind == "schema" and "$ref" in visit.node and document.version.startswith("3.0")


def _children(document: Document, visit: Visit, result: Walk) -> Iterator[Visit]:
    if not is_object(visit.node):
        return
    fields = GRAMMAR[visit.kind]
    for name, value in visit.node.items():
        rule = fields.get(name)
        if rule is None and "*" in fields and not name.startswith("x-") and name != "$ref":
            rule = fields["*"]
        if rule is None:
            continue
        location = visit.location.child(name)
        is_inner = visit.kind == "schema"
        if (
            rule.shape in ("map", "list")
            and is_object(value)
            and isinstance(value.get("$ref"), str)
        ):
            # OpenAPI has no references in the place of a map or list; authors write them.
            try:
                value, location = document.follow(value, location)
            except ClientloomError as error:
                result.dangling.extend((rule.kind, problem) for problem in error.problems)
                continue
        if rule.shape == "map":
            if is_object(value):
                for key, child in value.items():
                    yield Visit(rule.kind, child, location.child(key), is_inner)
            elif (expected := _unreadable("document", value)) and rule.kind != "example":
                result.unreadable[location] = expected
        elif is_list(value) and rule.shape != "one":
            for index, child in enumerate(value):
                yield Visit(rule.kind, child, location.child(index), is_inner)
        elif rule.shape == "list":
            if value is not None and value != {} and not _is_beside_reference(document, visit):
                result.unreadable[location] = f"expected a list, not {describe(value)}."
        else:
            yield Visit(rule.kind, value, location, is_inner)
