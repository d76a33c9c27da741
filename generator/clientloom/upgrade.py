"""Swagger 2.0 to OpenAPI 3.0.3: plain data in, plain data out, with the place where each part came from.

OpenAPI 3 says the same things elsewhere: a body is no parameter, a media type stands beside its schema, what is shared
is below `components`. Everything else here follows from that. Data of other versions passes through unchanged where it
already has the newer form, so that documents which mix the two are read as well; so does data of a wrong type, which
is for the validation to complain about.

References to other files are followed, and what they lead to is brought in: what a file holds can be told only from
where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeGuard

Pointer: TypeAlias = tuple[str | int, ...]

VERSION = "3.0.3"
"""What a document is upgraded to."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
JSON, BINARY = "application/json", "application/octet-stream"

SECTIONS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""The top-level objects that are below `components` in OpenAPI 3."""

REPLACED = frozenset({*SECTIONS, "swagger", "host", "basePath", "schemes", "consumes", "produces"})
"""The fields of a Swagger document that OpenAPI 3 does not have."""

IN_SCHEMA = frozenset(
    """
    type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
    minItems uniqueItems enum multipleOf x-nullable
    """.split()
)
"""What Swagger says of a parameter or header itself, and OpenAPI 3 in its schema."""

STYLES = {
    ("query", "csv"): ("form", False),
    ("query", "ssv"): ("spaceDelimited", False),
    ("query", "pipes"): ("pipeDelimited", False),
    ("query", "multi"): ("form", True),
    ("path", "csv"): ("simple", False),
    ("header", "csv"): ("simple", False),
}
"""Style and explode by place and collectionFormat; what is not here has no equal in OpenAPI 3."""

FLOWS = {"accessCode": "authorizationCode", "application": "clientCredentials"}

SUBSCHEMAS = {
    "one": ("additionalProperties", "items", "not"),
    "list": ("allOf", "anyOf", "oneOf", "items"),
    "map": ("properties", "patternProperties", "definitions"),
}


class Place(NamedTuple):
    """Where something stands in a source file."""

    file: Path
    pointer: Pointer

    def child(self, *keys: str | int) -> Place:
        """The place below this one."""
        return Place(self.file, self.pointer + keys)


Follow: TypeAlias = Callable[[Any, Place], tuple[Any, Place] | None]
"""What a node that may be a reference leads to, and where that is; None if it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A document of OpenAPI 3.

    :param origins: the places of what was moved, by its new pointer; everything below it moved along
    :param losses: what OpenAPI 3 cannot say, and how it is read instead
    """

    data: dict[str, Any]
    origins: Mapping[Pointer, Place]
    losses: tuple[tuple[Place, str], ...]


def upgrade(root: Mapping[str, Any], file: Path, follow: Follow) -> Upgraded:
    """Return a Swagger 2.0 document as OpenAPI 3.0.3; one of a later version without what is left of 2.0 in it.

    :param root: the data of the document
    :param file: the name of its file, for the places
    :param follow: how references are followed
    """
    upgrading = _Upgrade(root, file, follow)
    return Upgraded(upgrading.document(), upgrading.origins, tuple(upgrading.losses))


def origin(origins: Mapping[Pointer, Place], pointer: Pointer, file: Path) -> Place:
    """Return where something of an upgraded document stands in its source."""
    for end in range(len(pointer), 0, -1):
        place = origins.get(pointer[:end])
        if place is not None:
            return place.child(*pointer[end:])
    return Place(file, pointer)


def has_leftovers(root: Mapping[str, Any]) -> bool:
    """Whether a document of OpenAPI 3 has parts that are written as in Swagger 2.0."""
    if "definitions" in root or "securityDefinitions" in root:
        return True
    return any(map(_is_leftover, _parameters_and_responses(root)))


def _parameters_and_responses(root: Mapping[str, Any]) -> Iterable[Any]:
    components = _object(root.get("components"))
    yield from _object(components.get("parameters")).values()
    yield from _object(components.get("responses")).values()
    for item in map(_object, _object(root.get("paths")).values()):
        yield from _list(item.get("parameters"))
        for method in METHODS:
            operation = item.get(method)
            if _is_object(operation):
                yield from _list(operation.get("parameters"))
                yield from _object(operation.get("responses")).values()


def _is_leftover(node: Any) -> bool:
    if not _is_object(node) or "content" in node:
        return False
    if "in" in node:
        return node["in"] in ("body", "formData") or ("type" in node and "schema" not in node)
    return "schema" in node


class _Upgrade:
    """One run: what was found about the document as a whole, and what the run brings in."""

    def __init__(self, root: Mapping[str, Any], file: Path, follow: Follow) -> None:
        self.origins: dict[Pointer, Place] = {}
        self.losses: list[tuple[Place, str]] = []
        self._root = root
        self._place = Place(file, ())
        self._follow = follow
        self._consumes = _texts(root.get("consumes"))
        self._produces = _texts(root.get("produces"))
        self._components = {
            section: dict(_object(_object(root.get("components")).get(section)))
            for section in SECTIONS.values()
        }
        self._taken = {*self._components["schemas"], *_object(root.get("definitions"))}
        self._imported: dict[Place, str] = {}
        self._pending: list[tuple[str, Any, Place]] = []

    def document(self) -> dict[str, Any]:
        root = self._root
        data: dict[str, Any] = {"openapi": root.get("openapi", VERSION)}
        data["info"] = root.get("info", {})
        if "servers" not in root:
            data["servers"] = _servers(root)
        data |= {key: value for key, value in root.items() if key not in REPLACED}
        if "paths" in root:
            data["paths"] = self._paths(root["paths"])
        data["components"] = {**_object(root.get("components")), **self._shared()}
        return data

    # Components

    def _shared(self) -> dict[str, Any]:
        found = {section: dict(nodes) for section, nodes in self._components.items()}
        for old, new in SECTIONS.items():
            for name, node in [*found[new].items()]:
                place = self._place.child("components", new, name)
                found[new][name] = self._component(new, name, node, place)
            nodes, section = self._followed(self._root.get(old), self._place.child(old))
            for name, node in _object(nodes).items():
                place = section.child(name)
                if name not in found[new] and not (
                    old == "parameters" and self._is_body(node, place)
                ):
                    found[new][name] = self._component(new, name, node, place)
            if old in self._root:
                self._move(("components", new), section)
        while self._pending:
            name, node, place = self._pending.pop()
            found["schemas"][name] = self._component("schemas", name, node, place)
        return {section: nodes for section, nodes in found.items() if nodes}

    def _component(self, section: str, name: str, node: Any, place: Place) -> Any:
        to = ("components", section, name)
        if place.pointer != to:
            self._move(to, place)
        match section:
            case "schemas":
                return self._schema(node, place)
            case "parameters":
                return self._parameter(node, place, to)
            case "responses":
                return self._response(node, place, to, self._produces, inline=True)
            case _:
                return _security_scheme(node)

    def _followed(self, node: Any, place: Place) -> tuple[Any, Place]:
        return self._follow(node, place) or (node, place)

    def _is_body(self, node: Any, place: Place) -> bool:
        return _object(self._followed(node, place)[0]).get("in") in ("body", "formData")

    def _move(self, to: Pointer, place: Place) -> None:
        self.origins[to] = place

    # Schemas

    def _schema(self, node: Any, place: Place) -> Any:
        if not _is_object(node):
            return node
        if "$ref" in node:
            return {**node, "$ref": self._reference(node, place)}
        schema = dict(node)
        if schema.get("type") == "file":
            schema |= {"type": "string", "format": "binary"}
        if schema.pop("x-nullable", None) is True:
            schema["nullable"] = True
        if isinstance(schema.get("discriminator"), str):
            schema["discriminator"] = {"propertyName": schema["discriminator"]}
        for key in SUBSCHEMAS["one"]:
            if _is_object(schema.get(key)):
                schema[key] = self._schema(schema[key], place.child(key))
        for key in SUBSCHEMAS["list"]:
            if _is_list(schema.get(key)):
                schema[key] = [
                    self._schema(part, place.child(key, index))
                    for index, part in enumerate(schema[key])
                ]
        for key in SUBSCHEMAS["map"]:
            if _is_object(schema.get(key)):
                schema[key] = {
                    name: self._schema(part, place.child(key, name))
                    for name, part in schema[key].items()
                }
        return schema

    def _reference(self, node: Mapping[str, Any], place: Place) -> Any:
        """The new form of a reference to a schema; a schema that stands elsewhere becomes a component."""
        reference = node["$ref"]
        if not isinstance(reference, str):
            return reference
        if place.file == self._place.file:
            if reference.startswith("#/components/"):
                return reference
            if reference.startswith("#/definitions/"):
                known = self._follow(node, place) is not None
                return f"#/components/schemas/{reference[14:]}" if known else reference
        found = self._follow(node, place)
        if found is None:
            is_name = reference in _object(self._root.get("definitions"))
            return f"#/components/schemas/{_escaped(reference)}" if is_name else reference
        target, where = found
        if where.file == self._place.file and where.pointer[:1] == ("definitions",):
            return f"#/components/schemas/{'/'.join(map(_escaped, where.pointer[1:]))}"
        return f"#/components/schemas/{_escaped(self._import(target, where))}"

    def _import(self, node: Any, place: Place) -> str:
        if place in self._imported:
            return self._imported[place]
        words = [str(p) for p in place.pointer if isinstance(p, str)]
        name = words[-1] if words else place.file.stem
        if name in self._taken:
            name = f"{place.file.stem}-{'-'.join(map(str, place.pointer))}".rstrip("-").replace(
                "/", "-"
            )
        while name in self._taken:
            name += "-"
        self._taken.add(name)
        self._imported[place] = name
        self._pending.append((name, node, place))
        return name

    # Paths

    def _paths(self, paths: Any) -> Any:
        paths, place = self._followed(paths, self._place.child("paths"))
        if not _is_object(paths):
            return paths
        self._move(("paths",), place)
        return {
            path: item
            if path.startswith("x-")
            else self._path_item(item, place.child(path), ("paths", path))
            for path, item in paths.items()
        }

    def _path_item(self, node: Any, place: Place, to: Pointer) -> Any:
        found = self._follow(node, place)
        if found is None or not _is_object(found[0]):
            return node
        siblings = _object(node)
        node, where = found
        if where != place:
            self._move(to, where)
            node = {**node, **{key: value for key, value in siblings.items() if key != "$ref"}}
        item = dict(node)
        shared, bodies = self._parameters(
            node.get("parameters"), where.child("parameters"), (*to, "parameters")
        )
        if "parameters" in node:
            item["parameters"] = shared
        for method in METHODS:
            if method in node:
                item[method] = self._operation(
                    node[method], where.child(method), (*to, method), bodies
                )
        return item

    def _operation(
        self,
        node: Any,
        place: Place,
        to: Pointer,
        shared: Sequence[tuple[Mapping[str, Any], Place]],
    ) -> Any:
        if not _is_object(node):
            return node
        operation = {
            key: value
            for key, value in node.items()
            if key not in ("consumes", "produces", "schemes")
        }
        parameters, bodies = self._parameters(
            node.get("parameters"), place.child("parameters"), (*to, "parameters")
        )
        if "parameters" in node:
            operation["parameters"] = parameters
        own = {_key(body) for body, _ in bodies}
        if not any(body.get("in") == "body" for body, _ in bodies):
            bodies = [
                *(part for part in shared if _key(part[0]) not in own),
                *bodies,
            ]
        consumes = _texts(node.get("consumes")) or self._consumes
        produces = _texts(node.get("produces")) or self._produces
        if bodies and "requestBody" not in node:
            operation["requestBody"] = self._body(bodies, consumes, (*to, "requestBody"))
        elif _is_object(node.get("requestBody")):
            operation["requestBody"] = self._with_schemas(
                node["requestBody"], place.child("requestBody")
            )
        if _is_object(node.get("responses")):
            operation["responses"] = {
                status: self._response(
                    response,
                    place.child("responses", status),
                    (*to, "responses", status),
                    produces,
                    inline=produces != self._produces,
                )
                for status, response in node["responses"].items()
            }
        return operation

    # Parameters and bodies

    def _parameters(
        self, nodes: Any, place: Place, to: Pointer
    ) -> tuple[Any, list[tuple[Mapping[str, Any], Place]]]:
        """The parameters that stay parameters, and those that describe a body."""
        if not _is_list(nodes):
            return nodes, []
        kept: list[Any] = []
        bodies: list[tuple[Mapping[str, Any], Place]] = []
        for index, entry in enumerate(nodes):
            here = place.child(index)
            found = self._follow(entry, here)
            if found is not None and _object(found[0]).get("in") in ("body", "formData"):
                bodies.append((found[0], found[1]))
                continue
            at = (*to, len(kept))
            reference = (
                _section_reference(entry, "parameters") if here.file == self._place.file else None
            )
            if found is None or reference is not None:
                self._move(at, here)
                kept.append(entry if found is None else {"$ref": reference})
            else:
                self._move(at, found[1])
                kept.append(self._parameter(found[0], found[1], at))
        return kept, bodies

    def _parameter(self, node: Any, place: Place, to: Pointer) -> Any:
        """A parameter or header."""
        if not _is_object(node):
            return node
        if "$ref" in node:
            reference = _section_reference(node, "parameters")
            return {"$ref": reference} if reference else node
        if "schema" in node or "content" in node or not IN_SCHEMA & set(node):
            return self._with_schemas(node, place)
        parameter = {
            key: value
            for key, value in node.items()
            if key not in IN_SCHEMA and key != "collectionFormat"
        }
        schema: dict[str, Any] = {key: value for key, value in node.items() if key in IN_SCHEMA}
        if schema.get("type") == "array":
            where, form = str(node.get("in", "header")), node.get("collectionFormat", "csv")
            style = STYLES.get((where, form)) if isinstance(form, str) else None
            if style is not None:
                parameter |= {"style": style[0], "explode": style[1]}
            else:
                self.losses.append((place.child("collectionFormat"), _unlike(form)))
                schema = {"type": "string"}
        if "x-example" in node and "example" not in node:
            parameter["example"] = node["x-example"]
        self._move((*to, "schema"), place)
        return {**parameter, "schema": self._schema(schema, place)}

    def _with_schemas(self, node: Mapping[str, Any], place: Place) -> dict[str, Any]:
        """A node of OpenAPI 3 with its schemas upgraded."""
        upgraded = dict(node)
        if "schema" in node:
            upgraded["schema"] = self._schema(node["schema"], place.child("schema"))
        if _is_object(node.get("content")):
            upgraded["content"] = {
                name: self._with_schemas(media, place.child("content", name))
                if _is_object(media)
                else media
                for name, media in node["content"].items()
            }
        return upgraded

    def _body(
        self, parts: Sequence[tuple[Mapping[str, Any], Place]], consumes: Sequence[str], to: Pointer
    ) -> dict[str, Any]:
        for node, place in parts:
            if node.get("in") == "body":
                return self._json_body(node, place, consumes, to)
        self._move(to, parts[0][1])
        content: dict[str, Any] = {}
        for media_type in _form_types(parts, consumes):
            properties: dict[str, Any] = {}
            encoding: dict[str, Any] = {}
            for node, place in parts:
                name = str(node.get("name", ""))
                self._move((*to, "content", media_type, "schema", "properties", name), place)
                kept = IN_SCHEMA | {"description", "x-clientloom-name", "x-clientloom-renamed-from"}
                own = {key: value for key, value in node.items() if key in kept}
                properties[name] = self._schema(own, place)
                if node.get("type") == "array":
                    form = node.get("collectionFormat", "csv")
                    style, explode = STYLES.get(("query", str(form)), ("form", False))
                    encoding[name] = {"style": style, "explode": explode}
            schema: dict[str, Any] = {"type": "object", "properties": properties}
            required = [
                str(node.get("name", "")) for node, _ in parts if node.get("required") is True
            ]
            if required:
                schema["required"] = list(dict.fromkeys(required))
            content[media_type] = {"schema": schema, **({"encoding": encoding} if encoding else {})}
        is_required = any(node.get("required") is True for node, _ in parts)
        return {"content": content, **({"required": True} if is_required else {})}

    def _json_body(
        self, node: Mapping[str, Any], place: Place, consumes: Sequence[str], to: Pointer
    ) -> dict[str, Any]:
        self._move(to, place)
        kept = ("description", "required", "x-clientloom-name")
        body = {key: node[key] for key in kept if key in node}
        content: dict[str, Any] = {}
        examples = _object(node.get("x-examples"))
        for media_type in consumes or (JSON,):
            self._move((*to, "content", media_type, "schema"), place.child("schema"))
            schema = self._schema(node.get("schema", {}), place.child("schema"))
            content[media_type] = {"schema": schema}
            if media_type in examples:
                content[media_type]["example"] = examples[media_type]
        return {**body, "content": content}

    # Responses

    def _response(
        self, node: Any, place: Place, to: Pointer, produces: Sequence[str], *, inline: bool
    ) -> Any:
        reference = (
            _section_reference(node, "responses") if place.file == self._place.file else None
        )
        found = self._follow(node, place)
        if found is None or not _is_object(found[0]):
            return node
        if reference is not None and not inline:
            return {"$ref": reference}
        if found[1] != place:
            self._move(to, found[1])
        node, place = found
        response = {
            key: value
            for key, value in node.items()
            if key not in ("schema", "examples", "headers")
        }
        if _is_object(node.get("headers")):
            response["headers"] = {
                name: self._parameter(header, place.child("headers", name), (*to, "headers", name))
                for name, header in node["headers"].items()
            }
        elif "headers" in node:
            response["headers"] = node["headers"]
        if "content" in node:
            return response | self._with_schemas({"content": node["content"]}, place)
        if "schema" in node:
            response["content"] = self._content(node, place, to, produces)
        return response

    def _content(
        self, node: Mapping[str, Any], place: Place, to: Pointer, produces: Sequence[str]
    ) -> dict[str, Any]:
        content: dict[str, Any] = {}
        examples = _object(node.get("examples"))
        is_file = _object(node["schema"]).get("type") == "file"
        media_types: Sequence[str] = produces or (JSON,)
        if is_file:
            media_types = [
                name for name in produces if "json" not in name and "xml" not in name
            ] or [BINARY]
        for media_type in media_types:
            self._move((*to, "content", media_type, "schema"), place.child("schema"))
            content[media_type] = {"schema": self._schema(node["schema"], place.child("schema"))}
            if media_type in examples:
                content[media_type]["example"] = examples[media_type]
        return content


def _servers(root: Mapping[str, Any]) -> list[dict[str, str]]:
    """Every scheme with the host and the base path, what is encrypted first."""
    host, path = _text(root.get("host")).strip("/"), _text(root.get("basePath"))
    host = host.rpartition("://")[2]
    path = f"/{path.strip('/')}" if path.strip("/") else ""
    if not host:
        return [{"url": path or "/"}]
    schemes = [scheme for scheme in _texts(root.get("schemes")) if scheme in ("http", "https")] or [
        "https"
    ]
    return [{"url": f"{scheme}://{host}{path}"} for scheme in sorted(set(schemes), reverse=True)]


def _security_scheme(node: Any) -> Any:
    if not _is_object(node):
        return node
    match node.get("type"):
        case "basic":
            return {**node, "type": "http", "scheme": "basic"}
        case "oauth2" if "flow" in node:
            moved = ("authorizationUrl", "tokenUrl", "scopes")
            flow: dict[str, Any] = {
                "scopes": {},
                **{key: node[key] for key in moved if key in node},
            }
            kept = {key: value for key, value in node.items() if key not in moved and key != "flow"}
            name = str(node["flow"])
            return {**kept, "flows": {FLOWS.get(name, name): flow}}
        case _:
            return node


def _form_types(
    parts: Sequence[tuple[Mapping[str, Any], Place]], consumes: Sequence[str]
) -> list[str]:
    """The media types of a form; only multipart can carry a file."""
    has_file = any(
        "file" in (node.get("type"), _object(node.get("items")).get("type")) for node, _ in parts
    )
    if has_file:
        return [MULTIPART]
    return [name for name in consumes if name in (URLENCODED, MULTIPART)] or [URLENCODED]


def _section_reference(node: Any, section: str) -> str | None:
    """The new form of a reference to a shared parameter or response of this document."""
    reference = _object(node).get("$ref")
    if not isinstance(reference, str):
        return None
    if reference.startswith(f"#/{section}/"):
        return f"#/components{reference[1:]}"
    return reference if reference.startswith(f"#/components/{section}/") else None


def _key(node: Mapping[str, Any]) -> tuple[str, str]:
    """What tells a parameter from others."""
    return _text(node.get("in")), _text(node.get("name"))


def _unlike(form: Any) -> str:
    return f'OpenAPI 3 has no equal of the collectionFormat "{form}" here: the value is read as one string.'


def _escaped(token: str | int) -> str:
    return str(token).replace("~", "~0").replace("/", "~1").replace("%", "%25").replace("#", "%23")


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _object(value: Any) -> dict[str, Any]:
    return value if _is_object(value) else {}


def _list(value: Any) -> list[Any]:
    return value if _is_list(value) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> list[str]:
    return list(dict.fromkeys(entry for entry in _list(value) if isinstance(entry, str)))
