"""A document as text: one order of keys, one way to write, so that equal documents are equal files."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from clientloom.document.walk import GRAMMAR, METHODS, Kind
from clientloom.document.yaml_text import BOOLEANS, INTEGER, NULLS, REAL

WIDTH = 100

ORDER: Mapping[str, Sequence[str]] = {
    "document": ("openapi", "info", "servers", "tags", "paths", "components", "security"),
    "info": ("title", "version", "description"),
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


class _Dumper(yaml.CSafeDumper):
    """PyYAML's dumper, which never writes a reference instead of a repetition."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _string(dumper: Any, text: str) -> Any:
    """Return the node of a string: in quotes where YAML 1.1 or 1.2 would take it for something else."""
    is_other = text in NULLS or text in BOOLEANS or INTEGER.fullmatch(text) or REAL.fullmatch(text)
    style = "'" if is_other else "|" if _is_block(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_block(text: str) -> bool:
    """Whether lines of a text can stand as they are."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(line == line.rstrip() and line.isprintable() for line in lines)
        and not text.startswith((" ", "\n"))
    )


_Dumper.add_representer(str, _string)


def write(data: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """Return a document as YAML."""
    text: str = yaml.dump(
        ordered(data),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=WIDTH,
        default_flow_style=False,
    )
    return "".join(f"# {comment}\n" for comment in comments) + text


def ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with its keys in the order of `ORDER`; names keep theirs.

    What `ORDER` does not name comes after what it does, extensions at the end. Schemas stand in
    the order in which operations lead to them.
    """
    found: dict[str, Any] = _ordered("document", data)
    if isinstance(info := found.get("info"), dict):
        found["info"] = _sorted("info", info)
    components = found.get("components")
    if isinstance(components, dict) and isinstance(components.get("schemas"), dict):
        components["schemas"] = _by_use(found, components["schemas"])
    return found


def _ordered(kind: Kind, data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    fields = GRAMMAR[kind]
    found: dict[str, Any] = {}
    for key, value in _sorted(kind, data).items():
        rule = fields.get(key) or (None if key.startswith("x-") else fields.get("*"))
        inner: Callable[[Any], Any] = lambda each: each  # noqa: E731
        if rule is not None:
            of = rule.kind

            def inner(each: Any, of: Kind = of) -> Any:
                return _ordered(of, each)

            if rule.shape == "map" and isinstance(value, dict):
                found[key] = {name: inner(child) for name, child in value.items()}
                continue
            if isinstance(value, list):
                found[key] = [inner(child) for child in value]
                continue
        found[key] = inner(value)
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
    rest = [name for name in reversed(schemas)]
    while pending or rest:
        if not pending:
            pending.append({"$ref": f"#/components/schemas/{rest.pop()}"})
        node = pending.pop()
        if isinstance(node, dict):
            target = node.get("$ref")
            if isinstance(target, str) and target not in seen:
                seen.add(target)
                inside = _target(document, target)
                name = target.removeprefix("#/components/schemas/")
                if name in schemas:
                    found.setdefault(name, schemas[name])
                pending.append(inside)
            pending.extend(
                reversed([v for k, v in node.items() if k not in ("example", "examples")])
            )
        elif isinstance(node, list):
            pending.extend(reversed(node))
    return found


def _target(document: Mapping[str, Any], target: str) -> Any:
    node: Any = document
    for token in target.removeprefix("#/").split("/"):
        key = token.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, dict) or key not in node:
            return None
        node = node[key]
    return node
