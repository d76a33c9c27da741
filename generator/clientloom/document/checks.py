"""What is wrong with a document although the schema of OpenAPI is content with it.

Each check returns its problems. All of them take a document whose shape may be broken: what is not
where it should be is the business of the structural validation, not of these. The tables at the end
say which of them can be repaired; the hint of a repair says how it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from clientloom.document.data import (
    describe,
    is_list,
    is_object,
    list_or_empty,
    object_or_empty,
    quote,
)
from clientloom.document.document import Document
from clientloom.document.location import Location
from clientloom.document.walk import METHODS, Walk
from clientloom.errors import ClientloomError, Problem, shorten

PLACES = ("path", "query", "header", "cookie", "querystring")
COMPOSED = frozenset(
    {"allOf", "anyOf", "oneOf", "$ref", "patternProperties", "additionalProperties"}
)
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class _Operation:
    """An operation with what its path says about it."""

    title: str
    """The method and the path: "GET /v1/tasks"."""
    path: str
    node: dict[str, Any]
    location: Location
    parameters: list["_Parameter"]
    """Those of the operation."""
    shared: list["_Parameter"]
    """Those of the path item."""


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    place: str
    """One of "path", "query", "header", "cookie", "querystring"."""
    location: Location
    """Where the path item or the operation lists it."""


def _operations(document: Document) -> Iterator[_Operation]:
    for path, raw in object_or_empty(document.root.get("paths")).items():
        item, location = _followed(document, raw, document.location.child("paths", path))
        if path.startswith("x-") or not is_object(item):
            continue
        shared = list(_parameters(document, item, location))
        named = [(method, location.child(method), item.get(method)) for method in METHODS]
        for method, node in object_or_empty(item.get("additionalOperations")).items():
            named.append((method, location.child("additionalOperations", method), node))
        for method, place, node in named:
            if is_object(node):
                parameters = list(_parameters(document, node, place))
                yield _Operation(f"{method.upper()} {path}", path, node, place, parameters, shared)


def _parameters(
    document: Document, owner: dict[str, Any], location: Location
) -> Iterator[_Parameter]:
    for index, raw in enumerate(list_or_empty(owner.get("parameters"))):
        place = location.child("parameters", index)
        node, _ = _followed(document, raw, place)
        name, where = object_or_empty(node).get("name"), object_or_empty(node).get("in")
        if isinstance(name, str) and isinstance(where, str):
            yield _Parameter(name, where, place)


def _followed(document: Document, node: Any, location: Location) -> tuple[Any, Location]:
    try:
        return document.follow(node, location)
    except ClientloomError:
        return None, location


def _nameless_parameters(document: Document, walked: Walk) -> Iterator[Problem]:
    """Parameters of which nobody can tell what to send, or where."""
    for place, node in _parameter_nodes(document):
        missing = [key for key in ("name", "in") if not isinstance(node.get(key), str)]
        for key in missing:
            message = f'"{key}" is missing.'
            yield document.problem(place.child(key) if key in node else place, message)
        if not missing and node["in"].lower() not in PLACES:
            names = ", ".join(map(quote, PLACES))
            yield document.problem(place.child("in"), f"{quote(node['in'])} is not one of {names}.")


def _parameter_nodes(document: Document) -> Iterator[tuple[Location, dict[str, Any]]]:
    for path, raw in object_or_empty(document.root.get("paths")).items():
        item, location = _followed(document, raw, document.location.child("paths", path))
        if path.startswith("x-") or not is_object(item):
            continue
        owners = [(item, location), *((item.get(m), location.child(m)) for m in METHODS)]
        for owner, where in owners:
            for index, entry in enumerate(list_or_empty(object_or_empty(owner).get("parameters"))):
                node, place = _followed(document, entry, where.child("parameters", index))
                if is_object(node):
                    yield place, node


def _repeated_parameters(document: Document, walked: Walk) -> Iterator[Problem]:
    operations = list(_operations(document))
    lists = [parameters for op in operations for parameters in (op.shared, op.parameters)]
    for parameters in lists:
        seen: set[tuple[str, str]] = set()
        for parameter in parameters:
            if (parameter.name, parameter.place) in seen:
                message = f"{_named(parameter.place, parameter.name)} is declared twice."
                yield document.problem(parameter.location, message, "The last one counts.")
            seen.add((parameter.name, parameter.place))


def _path_parameters(document: Document, walked: Walk) -> Iterator[Problem]:
    for operation in _operations(document):
        path = shorten(operation.path)
        expected = PLACEHOLDER.findall(operation.path)
        declared = [p for p in [*operation.parameters, *operation.shared] if p.place == "path"]
        names = {parameter.name for parameter in declared}
        for name in dict.fromkeys(expected):
            if name not in names:
                yield document.problem(
                    operation.location,
                    f'{_named("path", name)} of "{path}" is not declared.',
                    "It is read as a required string.",
                )
        for parameter in declared:
            if parameter.name not in expected:
                yield document.problem(
                    parameter.location,
                    f'{_named("path", parameter.name)} does not occur in "{path}".',
                    "It is left out.",
                )


def _repeated_operation_ids(document: Document, walked: Walk) -> Iterator[Problem]:
    first: dict[str, _Operation] = {}
    for operation in _operations(document):
        name = operation.node.get("operationId")
        if not isinstance(name, str):
            continue
        other = first.setdefault(name, operation)
        if other.location != operation.location:
            yield document.problem(
                operation.location.child("operationId"),
                f'the operationId "{shorten(name)}" is that of {shorten(other.title)} too.',
                "Its method and path are added to the name.",
            )


def _tags(document: Document, walked: Walk) -> Iterator[Problem]:
    """Yield tags that are declared twice, and parents (OpenAPI 3.2) that are not declared."""
    tags = [object_or_empty(tag) for tag in list_or_empty(document.root.get("tags"))]
    names = [tag.get("name") for tag in tags]
    declared = {name for name in names if isinstance(name, str)}
    seen: set[str] = set()
    for index, tag in enumerate(tags):
        place = document.location.child("tags", index)
        name, parent = tag.get("name"), tag.get("parent")
        if isinstance(name, str):
            if name in seen:
                message = f'the tag "{shorten(name)}" is declared twice.'
                yield document.problem(place, message, "The first one counts.")
            seen.add(name)
        if isinstance(parent, str) and parent not in declared:
            message = f'the parent tag "{shorten(parent)}" is not declared.'
            yield document.problem(place.child("parent"), message, "It is ignored.")


def _unknown_security_schemes(document: Document, walked: Walk) -> Iterator[Problem]:
    operations = _operations(document)
    components = object_or_empty(document.root.get("components"))
    known = object_or_empty(components.get("securitySchemes"))
    owners = [(document.root, document.location), *((op.node, op.location) for op in operations)]
    for owner, location in owners:
        for index, requirement in enumerate(list_or_empty(owner.get("security"))):
            for name in object_or_empty(requirement):
                # In OpenAPI 3.2 a name may also be the URI of a security scheme.
                if name not in known and not ("/" in name or "#" in name):
                    yield document.problem(
                        location.child("security", index, name),
                        f'the security scheme "{shorten(name)}" is not declared.',
                        "It is ignored.",
                    )


def _defaults(document: Document, walked: Walk) -> Iterator[Problem]:
    for visit in walked.visits:
        if visit.kind == "schema" and is_object(visit.node) and "default" in visit.node:
            yield from _default(document, visit.node, visit.location)


def _required(document: Document, walked: Walk) -> Iterator[Problem]:
    """Yield names in `required` that an object which lists all of its properties does not have."""
    for visit in walked.visits:
        node = visit.node
        if visit.kind != "schema" or visit.is_inner or not is_object(node):
            continue
        properties = node.get("properties")
        if not is_object(properties) or not COMPOSED.isdisjoint(node):
            continue
        for index, name in enumerate(list_or_empty(node.get("required"))):
            if isinstance(name, str) and name not in properties:
                message = f'there is no property "{shorten(name)}".'
                place = visit.location.child("required", index)
                yield document.problem(place, message, "It is ignored.")


def _default(document: Document, schema: dict[str, Any], location: Location) -> Iterator[Problem]:
    """Compare a default with the type and the enumeration of its schema, and no more than that.

    Patterns are left alone: they are text of the document, and some never end.
    """
    if "$ref" in schema and document.version.startswith("3.0"):
        return
    value = schema["default"]
    place = location.child("default")
    expected = _types(schema)
    if value is None and schema.get("nullable") is True:
        return
    if expected and not any(_fits(value, name) for name in expected):
        wanted = " or ".join(expected)
        yield document.problem(place, f"the default is {describe(value)}, not of type {wanted}.")
        return
    allowed = schema.get("enum")
    if is_list(allowed) and not any(_same(value, option) for option in allowed):
        yield document.problem(place, f"the default {quote(value)} is not in the enum.")
        return
    if is_list(value):
        items, _ = _followed(document, schema.get("items"), location.child("items"))
        types = (
            [] if object_or_empty(items).get("nullable") is True else _types(object_or_empty(items))
        )
        for index, item in enumerate(value):
            if types and not any(_fits(item, name) for name in types):
                message = f"the item is {describe(item)}, not of type {' or '.join(types)}."
                yield document.problem(place.child(index), message)


def _types(schema: dict[str, Any]) -> list[str]:
    declared = schema.get("type")
    if is_list(declared):
        return [name for name in declared if isinstance(name, str)]
    return [declared] if isinstance(declared, str) else []


def _fits(value: Any, type_name: str) -> bool:
    """Whether a value is of a type of JSON Schema; an unknown type takes all."""
    match type_name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            number = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            return number and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "null":
            return value is None
        case _:
            return True


def _same(value: Any, option: Any) -> bool:
    """Whether two values are the same in JSON, where true is not 1."""
    return bool(value == option) and isinstance(value, bool) == isinstance(option, bool)


def _named(place: str, name: str) -> str:
    return f'{place} parameter "{shorten(name)}"'


Find: TypeAlias = Callable[[Document, Walk], Iterator[Problem]]

UNREADABLE: Sequence[Find] = (_nameless_parameters,)
"""What cannot be repaired."""

REPAIRED: Sequence[Find] = (
    _repeated_parameters,
    _path_parameters,
    _repeated_operation_ids,
    _tags,
    _unknown_security_schemes,
    _required,
    _defaults,
)
"""What can."""
