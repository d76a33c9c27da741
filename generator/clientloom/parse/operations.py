"""Operations and what belongs to them: parameters, bodies, responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from clientloom.api import (
    AnyType,
    Body,
    Encoding,
    Operation,
    Parameter,
    Response,
    ResponseHeader,
    Scalar,
    Type,
)
from clientloom.document import Location
from clientloom.parse.extensions import read_pagination, read_waits
from clientloom.parse.keywords import earlier, pinned
from clientloom.parse.media import Media
from clientloom.parse.reading import Node, Reader, prose, text, texts
from clientloom.parse.schemas import Context, Schemas
from clientloom.parse.servers import known_requirements, read_servers, required_scopes

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

# OpenAPI 3.0.3, Parameter Object: these headers are described elsewhere, a parameter of the name is ignored.
_RESERVED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
_URLENCODED = "application/x-www-form-urlencoded"


def read_operations(reader: Reader, schemas: Schemas) -> tuple[Operation, ...]:
    """All operations, in the order of the document."""
    return tuple(_Operations(reader, schemas).all())


def read_webhooks(reader: Reader, schemas: Schemas) -> None:
    """The schemas of what an API sends on its own account: a client has the models and no operations."""
    document = reader.document
    for name, entry, place in reader.entries(document.root, document.location, "webhooks"):
        _read_incoming(reader, schemas, name, entry, place)
    for _, entry, place in reader.entries(document.root, document.location, "paths"):
        item, where = reader.object(entry, place)
        for _, node, at in _methods(reader, item, where):
            for name, callback, there in reader.entries(node, at, "callbacks"):
                paths, found = reader.object(callback, there)
                for expression in paths:
                    if not expression.startswith("x-"):
                        inner = paths[expression], found.child(expression)
                        _read_incoming(reader, schemas, name, *inner)


def _read_incoming(
    reader: Reader, schemas: Schemas, name: str, entry: Any, place: Location
) -> None:
    """The schemas of requests that a client gets, and of its answers."""
    item, where = reader.object(entry, place)
    for method, node, at in _methods(reader, item, where):
        operation = text(node, "operationId") or (name if method == "post" else f"{method} {name}")
        reading = _Reading(reader, schemas, operation)
        reading.body(node, at)
        list(reading.responses(node, at))


def _methods(reader: Reader, item: Node, where: Location) -> Iterator[tuple[str, Node, Location]]:
    """The operations of a path, with the methods that they use: those beyond HTTP's own as the document has them."""
    for key in item:
        if key in METHODS:
            node, at = reader.object(item[key], where.child(key))
            yield key, node, at
        elif key == "additionalOperations":
            for method, entry, place in reader.entries(item, where, key):
                node, at = reader.object(entry, place)
                yield method, node, at


class _Operations:
    """All operations of a document. Their ids are made unique."""

    def __init__(self, reader: Reader, schemas: Schemas) -> None:
        self._reader = reader
        self._schemas = schemas
        self._ids: set[str] = set()

    def all(self) -> Iterator[Operation]:
        reader = self._reader
        for path, entry, place in reader.entries(
            reader.document.root, reader.document.location, "paths"
        ):
            if path.startswith("x-"):
                continue
            item, where = reader.object(entry, place)
            for method, node, at in _methods(reader, item, where):
                yield self._operation(path, method, node, at, item, where)

    def _operation(
        self, path: str, method: str, node: Node, place: Location, item: Node, where: Location
    ) -> Operation:
        reader = self._reader
        own = text(node, "operationId")
        name = self._id(own, f"{method} {path}")
        reading = _Reading(reader, self._schemas, name)
        return Operation(
            id=name,
            method=method.upper() if method in METHODS else method,
            path=path if path.startswith("/") else f"/{path}",
            tags=tuple(dict.fromkeys(texts(node, "tags"))),
            location=place,
            summary=text(node, "summary") or text(item, "summary"),
            description=prose(node) or text(item, "description"),
            parameters=tuple(reading.parameters(node, place, item, where, path)),
            body=reading.body(node, place),
            responses=tuple(reading.responses(node, place)),
            security=known_requirements(reader, node),
            scopes=required_scopes(reader, node),
            deprecated=node.get("deprecated") is True,
            pinned_name=pinned(node),
            operation_id=own,
            earlier_name=earlier(node),
            servers=read_servers(reader, node, place) or read_servers(reader, item, where),
            pagination=read_pagination(reader, node, place),
            waits=tuple(read_waits(reader, node, place)),
        )

    def _id(self, own: str, otherwise: str) -> str:
        """The operationId; method and path where there is none, and beside it where it is another operation's."""
        name = own or otherwise
        if name in self._ids:
            name = f"{own} {otherwise}"
        self._ids.add(name)
        return name


class _Reading:
    """The parts of one operation."""

    def __init__(self, reader: Reader, schemas: Schemas, name: str) -> None:
        self._reader = reader
        self._schemas = schemas
        self._media = Media(reader, schemas)
        self._name = name

    # Parameters

    def parameters(
        self, node: Node, place: Location, item: Node, where: Location, path: str
    ) -> Iterator[Parameter]:
        """The parameters of the operation after those of its path, which they may replace (3.0.3, Path Item Object).

        Those of the path that nobody declares come last, as strings.
        """
        found: dict[tuple[str, str], tuple[Node, Location]] = {}
        for owner, owner_place in ((item, where), (node, place)):
            for entry, at in self._reader.items(owner, owner_place, "parameters"):
                parameter, target = self._reader.object(entry, at)
                if key := _key(parameter):
                    found[key] = (parameter, target)
                elif parameter.get("name") == "":
                    self._reader.repair(target, "a parameter without a name: it is left out.")
        expected = dict.fromkeys(PLACEHOLDER.findall(path))
        for (place_in, name), (parameter, at) in found.items():
            if place_in == "header" and name.lower() in _RESERVED_HEADERS:
                continue
            if place_in == "path" and name not in expected:
                continue
            yield self._parameter(parameter, at, name, place_in)
        for name in expected:
            if ("path", name) not in found:
                yield Parameter(
                    name, "path", Scalar("string"), True, place, style="simple", explode=False
                )

    def _parameter(self, node: Node, place: Location, name: str, place_in: str) -> Parameter:
        context = (self._name, name, "parameter")
        is_whole_query = place_in == "querystring"
        location_in: Any = "query" if is_whole_query else place_in
        media_type, schema, where, encoding = self._parameter_schema(node, place)
        facts = self._schemas.facts(schema, where, context)
        if is_whole_query and media_type is None:
            media_type = _URLENCODED
        style = text(node, "style")
        if style not in _STYLES[location_in]:
            style = _DEFAULT_STYLES[location_in]
        explode = node.get("explode")
        return Parameter(
            name=name,
            location_in=location_in,
            type=facts.type,
            required=node.get("required") is True or location_in == "path",
            location=place,
            limits=facts.limits,
            style=style,
            explode=explode if isinstance(explode, bool) else style in ("form", "cookie"),
            allow_reserved=node.get("allowReserved") is True,
            allow_empty_value=node.get("allowEmptyValue") is True,
            media_type=media_type,
            description=text(node, "description"),
            default=facts.default,
            example=self._media.example(node, place, facts.example),
            deprecated=node.get("deprecated") is True or facts.deprecated,
            pinned_name=pinned(node),
            earlier_name=earlier(node),
            is_whole_query=is_whole_query,
            encoding=encoding,
        )

    def _parameter_schema(
        self, node: Node, place: Location
    ) -> tuple[str | None, Any, Location, dict[str, Encoding]]:
        for media_type, entry, at in self._reader.entries(node, place, "content"):
            media, where = self._reader.object(entry, at)
            key = "schema" if "schema" in media else "itemSchema"
            schema = media.get(key, {})
            if key == "itemSchema" and key in media:
                schema = {"type": "array", "items": schema}
            return media_type, schema, where.child(key), self._media.encodings(media, where)
        return None, node.get("schema", {}), place.child("schema"), {}

    # Bodies and responses

    def body(self, operation: Node, place: Location) -> Body | None:
        """The request body, if there is one."""
        if operation.get("requestBody") is None:
            return None
        node, where = self._reader.object(operation["requestBody"], place.child("requestBody"))
        return Body(
            content=tuple(self._media.content(node, where, (self._name, "request"))),
            required=node.get("required") is True,
            location=where,
            description=text(node, "description"),
            pinned_name=pinned(node),
        )

    def responses(self, operation: Node, place: Location) -> Iterator[Response]:
        """In the order of the document, `default` last."""
        entries = [
            (found, entry, at)
            for status, entry, at in self._reader.entries(operation, place, "responses")
            if (found := _status(status)) is not None
        ]
        success = next((status for status, _, _ in entries if status.startswith("2")), None)
        for status, entry, at in sorted(entries, key=lambda e: e[0] == "default"):
            node, where = self._reader.object(entry, at)
            context = (
                (self._name, "response") if status == success else (self._name, status, "response")
            )
            headers = tuple(self._headers(node, where, context))
            content = tuple(self._media.content(node, where, context))
            said = text(node, "description") or text(node, "summary")
            yield Response(status, said, headers, content, where)

    def _headers(self, node: Node, where: Location, context: Context) -> Iterator[ResponseHeader]:
        for name, entry, place in self._reader.entries(node, where, "headers"):
            header, at = self._reader.optional(entry, place)
            of: Type = AnyType()
            if "schema" in header:
                of = self._schemas.facts(
                    header["schema"], at.child("schema"), (*context, name, "header")
                ).type
            else:
                content = self._media.content(header, at, (*context, name, "header"))
                of = next((media.type for media in content if media.type is not None), of)
            yield ResponseHeader(name, text(header, "description"), of)


def _key(node: Node) -> tuple[str, str] | None:
    """Where a parameter is sent, and its name; None for one that does not say so."""
    name, place = text(node, "name"), text(node, "in").lower()
    known = name and (place in _DEFAULT_STYLES or place == "querystring")
    return (place, name) if known else None


def _status(status: str) -> str | None:
    """A status as OpenAPI writes it; None for what is none."""
    if status.startswith("x-"):
        return None
    if status.lower() == "default":
        return "default"
    return status.upper() if re.fullmatch(r"[1-5]([0-9]{2}|[xX]{2})", status) else None
