"""Operations and what belongs to them: parameters, bodies, responses, security, servers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

from clientloom.api import (
    UNSET,
    Body,
    MediaType,
    Operation,
    Parameter,
    Response,
    ResponseHeader,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
)
from clientloom.document import Document, Location
from clientloom.parse.schemas import PINNED, Context, Schemas

Node: TypeAlias = Mapping[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# OpenAPI 3.0.3, Parameter Object: these headers are described elsewhere, a parameter of the name is ignored.
_RESERVED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


def read_operations(document: Document, schemas: Schemas) -> tuple[Operation, ...]:
    """All operations, in the order of the document."""
    return tuple(_operations(document, schemas))


def _operations(document: Document, schemas: Schemas) -> Iterator[Operation]:
    paths = document.location.child("paths")
    for path, item in document.root.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        item, where = document.follow(item, paths.child(path))
        for method in item:
            if method in METHODS:
                yield _operation(document, schemas, path, method, item, where)


def _operation(
    document: Document, schemas: Schemas, path: str, method: str, item: Node, where: Location
) -> Operation:
    node: Node = item[method]
    place = where.child(method)
    name = str(node.get("operationId") or f"{method} {path}")
    return Operation(
        id=name,
        method=method.upper(),
        path=path,
        tags=tuple(str(t) for t in node.get("tags", ())),
        location=place,
        summary=_text(node, "summary"),
        description=_text(node, "description"),
        parameters=tuple(_parameters(document, schemas, item, where, method, name)),
        body=_body(document, schemas, node, place, name),
        responses=tuple(_responses(document, schemas, node, place, name)),
        security=_security(node.get("security", document.root.get("security", ()))),
        deprecated=node.get("deprecated") is True,
        pinned_name=_text(node, PINNED) or None,
    )


def _parameters(
    document: Document, schemas: Schemas, item: Node, where: Location, method: str, operation: str
) -> Iterator[Parameter]:
    """The parameters of the operation after those of its path, which they may replace (3.0.3, Path Item Object)."""
    found: dict[tuple[str, str], tuple[Node, Location]] = {}
    lists = [
        (item.get("parameters", ()), where),
        (item[method].get("parameters", ()), where.child(method)),
    ]
    for entries, owner in lists:
        for index, entry in enumerate(entries):
            node, place = document.follow(entry, owner.child("parameters", index))
            found[str(node["name"]), str(node["in"])] = (node, place)
    for (name, place_in), (node, place) in found.items():
        if place_in == "header" and name.lower() in _RESERVED_HEADERS:
            continue
        if place_in in _DEFAULT_STYLES:
            yield _parameter(schemas, node, place, (operation, name, "parameter"))


def _parameter(schemas: Schemas, node: Node, place: Location, context: Context) -> Parameter:
    location_in = cast("Any", node["in"])
    style = str(node.get("style", _DEFAULT_STYLES[location_in]))
    media_type = next(iter(node.get("content", {})), None)
    if media_type is None:
        schema, where = node.get("schema", {}), place.child("schema")
    else:
        schema, where = (
            node["content"][media_type].get("schema", {}),
            place.child("content", media_type, "schema"),
        )
    facts = schemas.facts(schema, where, context)
    return Parameter(
        name=str(node["name"]),
        location_in=location_in,
        type=facts.type,
        required=node.get("required") is True or location_in == "path",
        location=place,
        limits=facts.limits,
        style=style,
        explode=bool(node.get("explode", style == "form")),
        allow_reserved=node.get("allowReserved") is True,
        allow_empty_value=node.get("allowEmptyValue") is True,
        media_type=media_type,
        description=_text(node, "description"),
        default=facts.default,
        example=_example(node, facts.example),
        deprecated=node.get("deprecated") is True or facts.deprecated,
        pinned_name=_text(node, PINNED) or None,
    )


def _body(
    document: Document, schemas: Schemas, operation: Node, place: Location, name: str
) -> Body | None:
    if "requestBody" not in operation:
        return None
    node, where = document.follow(operation["requestBody"], place.child("requestBody"))
    return Body(
        content=tuple(_content(schemas, node, where, (name, "request"))),
        required=node.get("required") is True,
        location=where,
        description=_text(node, "description"),
        pinned_name=_text(node, PINNED) or None,
    )


def _responses(
    document: Document, schemas: Schemas, operation: Node, place: Location, name: str
) -> Iterator[Response]:
    """In the order of the document, `default` last."""
    entries = [
        (str(s), n)
        for s, n in operation.get("responses", {}).items()
        if not str(s).startswith("x-")
    ]
    success = next((s for s, _ in entries if s.startswith("2")), None)
    for status, entry in sorted(entries, key=lambda e: e[0] == "default"):
        node, where = document.follow(entry, place.child("responses", status))
        context = (name, "response") if status == success else (name, status, "response")
        headers = tuple(
            ResponseHeader(
                header, _text(document.follow(h, where.child("headers", header))[0], "description")
            )
            for header, h in node.get("headers", {}).items()
        )
        content = tuple(_content(schemas, node, where, context))
        yield Response(status, _text(node, "description"), headers, content, where)


def _content(
    schemas: Schemas, node: Node, where: Location, context: Context
) -> Iterator[MediaType]:
    for name, media in node.get("content", {}).items():
        schema = media.get("schema")
        place = where.child("content", name, "schema")
        facts = None if schema is None else schemas.facts(schema, place, context)
        yield MediaType(
            name=name,
            type=None if facts is None else facts.type,
            example=_example(media, UNSET if facts is None else facts.example),
            encoding=media.get("encoding", {}),
        )


def _example(node: Node, otherwise: Any) -> Any:
    if "example" in node:
        return node["example"]
    for example in node.get("examples", {}).values():
        if isinstance(example, Mapping) and "value" in example:
            return cast("Node", example)["value"]
    return otherwise


def _security(requirements: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(scheme) for scheme in requirement) for requirement in requirements)


def read_security_schemes(document: Document) -> tuple[SecurityScheme, ...]:
    """The security schemes of the components, in the order of the document."""
    place = document.location.child("components", "securitySchemes")
    schemes: list[SecurityScheme] = []
    for name, entry in document.root.get("components", {}).get("securitySchemes", {}).items():
        node, _ = document.follow(entry, place.child(name))
        schemes.append(
            SecurityScheme(
                name=name,
                kind=node["type"],
                description=_text(node, "description"),
                location_in=node.get("in"),
                parameter=node.get("name"),
                scheme=str(node["scheme"]).lower() if "scheme" in node else None,
            )
        )
    return tuple(schemes)


def read_servers(nodes: Any) -> tuple[Server, ...]:
    """Server Objects; without any, the API is at `/` (3.0.3, OpenAPI Object)."""
    return tuple(
        Server(
            url=str(node["url"]),
            description=_text(node, "description"),
            variables=tuple(
                ServerVariable(
                    name,
                    str(v.get("default", "")),
                    tuple(str(c) for c in v.get("enum", ())),
                    _text(v, "description"),
                )
                for name, v in node.get("variables", {}).items()
            ),
        )
        for node in nodes
    ) or (Server("/"),)


def read_tags(nodes: Any) -> tuple[Tag, ...]:
    """The declared tags, in the order of the document."""
    return tuple(Tag(str(node["name"]), _text(node, "description")) for node in nodes)


def _text(node: Any, key: str) -> str:
    value = cast("Node", node).get(key) if isinstance(node, Mapping) else None
    return value if isinstance(value, str) else ""
