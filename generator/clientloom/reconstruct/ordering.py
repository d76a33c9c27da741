"""One order of keys for documents, so that equal documents are equal files."""

from collections.abc import Mapping, Sequence
from typing import Any

from clientloom.document.data import is_list, is_object
from clientloom.document.walk import GRAMMAR, METHODS, Kind

EXAMPLES = frozenset({"example", "examples"})
"""What looks like a part of a document, and is data."""

ORDER: Mapping[str, Sequence[str]] = {
    "document": ("openapi", "info", "servers", "tags", "paths", "components", "security"),
    "info": ("title", "version", "description"),
    "tag": ("name", "description"),
    "components": ("parameters", "requestBodies", "responses", "headers", "schemas"),
    "path-item": ("summary", "description", "servers", "parameters"),
    "operation": (
        "operationId", "x-clientloom-name", "tags", "summary", "description", "deprecated",
        "servers", "parameters", "requestBody", "responses", "security",
    ),
    "parameter": (
        "name", "in", "x-clientloom-name", "description", "required", "deprecated",
        "allowEmptyValue", "style", "explode", "schema", "content", "example",
    ),
    "header": ("description", "required", "schema", "example"),
    "request-body": ("description", "x-clientloom-name", "required", "content"),
    "response": ("description", "headers", "content"),
    "media-type": ("schema", "example", "encoding"),
    "schema": (
        "type", "format", "description", "nullable", "deprecated", "readOnly", "writeOnly", "enum",
        "default", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "allOf",
        "oneOf", "anyOf", "discriminator", "required", "properties", "additionalProperties",
        "items", "example",
    ),
    "security-scheme": ("type", "description", "scheme", "bearerFormat", "in", "name", "flows"),
}  # fmt: skip


def ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with its keys in the order of `ORDER`; names keep theirs.

    What `ORDER` does not name comes after what it does, extensions at the end. Schemas stand in
    the order in which operations lead to them.
    """
    found: dict[str, Any] = _ordered("document", data)
    if is_object(info := found.get("info")):
        found["info"] = _sorted("info", info)
    if is_list(tags := found.get("tags")):
        found["tags"] = [_sorted("tag", tag) if is_object(tag) else tag for tag in tags]
    components = found.get("components")
    if is_object(components) and isinstance(components.get("schemas"), dict):
        components["schemas"] = _by_use(found, components["schemas"])
    return found


def _ordered(kind: Kind, data: Any) -> Any:
    """Return an object of a kind, and all within it, with keys in their order."""
    if not is_object(data):
        return data
    fields = GRAMMAR[kind]
    found: dict[str, Any] = {}
    for key, value in _sorted(kind, data).items():
        rule = fields.get(key) or (None if key.startswith("x-") else fields.get("*"))
        if rule is None:
            found[key] = value
        elif is_list(value):
            found[key] = [_ordered(rule.kind, child) for child in value]
        elif rule.shape == "map" and is_object(value):
            found[key] = {name: _ordered(rule.kind, child) for name, child in value.items()}
        else:
            found[key] = _ordered(rule.kind, value)
    return found


def _sorted(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    if kind not in ORDER:
        return dict(data)
    order = {name: index for index, name in enumerate(ORDER[kind])}
    last = len(order)
    methods = METHODS if kind == "path-item" else ()

    def place(key: str) -> tuple[int, str]:
        if key in order or key in methods:
            return order.get(key, last), ""
        return (last + 2, key) if key.startswith("x-") else (last + 1, key)

    return {key: data[key] for key in sorted(data, key=place)}


def _by_use(document: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schemas in the order in which the paths lead to them, then those that nothing leads to."""
    found: dict[str, Any] = {}
    seen: set[str] = set()
    pending: list[Any] = [document.get("paths")]
    rest = list(schemas)[::-1]
    while pending or rest:
        if not pending:
            pending.append({"$ref": f"#/components/schemas/{rest.pop()}"})
        node = pending.pop()
        if is_object(node):
            target = node.get("$ref")
            if isinstance(target, str) and target not in seen:
                seen.add(target)
                inside = _target(document, target)
                name = target.removeprefix("#/components/schemas/")
                if name in schemas:
                    found.setdefault(name, schemas[name])
                pending.append(inside)
            pending.extend([node[key] for key in node if key not in EXAMPLES][::-1])
        elif is_list(node):
            pending.extend(reversed(node))
    return found


def _target(document: Mapping[str, Any], target: str) -> Any:
    node: Any = document
    for token in target.removeprefix("#/").split("/"):
        key = token.replace("~1", "/").replace("~0", "~")
        if not is_object(node) or key not in node:
            return None
        node = node[key]
    return node
