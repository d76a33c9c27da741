"""What is wrong with a document although the schema of OpenAPI is content with it.

Each check returns its problems. All of them take a document whose shape may be broken: what is not
where it should be is the business of the structural validation, not of these.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clientloom.document.data import (
    describe,
    is_list,
    is_object,
    list_or_empty,
    object_or_empty,
    quote,
)
from clientloom.document.document import Document
from clientloom.document.limits import REMOVE_ONE
from clientloom.document.location import Location
from clientloom.document.walk import METHODS, Visit
from clientloom.errors import ClientloomError, Problem, shorten

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


def check(document: Document, visits: Iterable[Visit]) -> Iterator[Problem]:
    """Yield the problems of a document that all of its references lead somewhere in."""
    operations = list(_operations(document))
    yield from _repeated_parameters(document, operations)
    yield from _path_parameters(document, operations)
    yield from _repeated_operation_ids(document, operations)
    yield from _tags(document)
    yield from _unknown_security_schemes(document, operations)
    for visit in visits:
        if visit.kind == "schema" and is_object(visit.node) and "default" in visit.node:
            yield from _default(document, visit.node, visit.location)


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


def _repeated_parameters(document: Document, operations: list[_Operation]) -> Iterator[Problem]:
    lists = [parameters for op in operations for parameters in (op.shared, op.parameters)]
    for parameters in lists:
        seen: set[tuple[str, str]] = set()
        for parameter in parameters:
            if (parameter.name, parameter.place) in seen:
                message = f"{_named(parameter.place, parameter.name)} is declared twice."
                yield document.problem(parameter.location, message, REMOVE_ONE)
            seen.add((parameter.name, parameter.place))


def _path_parameters(document: Document, operations: list[_Operation]) -> Iterator[Problem]:
    for operation in operations:
        path = shorten(operation.path)
        expected = PLACEHOLDER.findall(operation.path)
        declared = [p for p in [*operation.parameters, *operation.shared] if p.place == "path"]
        names = {parameter.name for parameter in declared}
        for name in dict.fromkeys(expected):
            if name not in names:
                yield document.problem(
                    operation.location,
                    f'{_named("path", name)} of "{path}" is not declared.',
                    "Add it to the parameters of the operation or of the path.",
                )
        for parameter in declared:
            if parameter.name not in expected:
                yield document.problem(
                    parameter.location,
                    f'{_named("path", parameter.name)} does not occur in "{path}".',
                    f'Remove it, or add "{{{shorten(parameter.name)}}}" to the path.',
                )


def _repeated_operation_ids(document: Document, operations: list[_Operation]) -> Iterator[Problem]:
    first: dict[str, _Operation] = {}
    for operation in operations:
        name = operation.node.get("operationId")
        if not isinstance(name, str):
            continue
        other = first.setdefault(name, operation)
        if other.location != operation.location:
            yield document.problem(
                operation.location.child("operationId"),
                f'the operationId "{shorten(name)}" is that of {shorten(other.title)} too.',
                "Rename one of the two.",
            )


def _tags(document: Document) -> Iterator[Problem]:
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
                yield document.problem(place, message, REMOVE_ONE)
            seen.add(name)
        if isinstance(parent, str) and parent not in declared:
            message = f'the parent tag "{shorten(parent)}" is not declared.'
            yield document.problem(place.child("parent"), message)


def _unknown_security_schemes(
    document: Document, operations: list[_Operation]
) -> Iterator[Problem]:
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
                        "Declare it in components/securitySchemes.",
                    )


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
