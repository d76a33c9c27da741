"""Where an API is, how one proves who is calling, and into which groups its operations fall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from clientloom.api import OAuthFlow, SecurityScheme, Server, ServerVariable, Tag
from clientloom.document import Location
from clientloom.document.data import is_list, is_object
from clientloom.parse.reading import Node, Reader, text, texts

_KINDS = frozenset({"apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"})
_FLOWS = ("authorizationCode", "clientCredentials", "deviceAuthorization", "implicit", "password")
_METADATA = {"openIdConnect": "openIdConnectUrl", "oauth2": "oauth2MetadataUrl"}
_PLACES = frozenset({"header", "query", "cookie"})


def read_servers(reader: Reader, owner: Node, location: Location) -> tuple[Server, ...]:
    """The Server Objects of a document, path or operation."""
    return tuple(_servers(reader, owner, location))


def _servers(reader: Reader, owner: Node, location: Location) -> Iterator[Server]:
    for node, place in reader.items(owner, location, "servers"):
        if not isinstance(node, str) and not text(node, "url"):
            continue
        url = node if isinstance(node, str) else text(node, "url")
        variables = tuple(
            ServerVariable(
                name,
                _word(entry, "default"),
                tuple(texts(entry, "enum")),
                text(entry, "description"),
            )
            for name, entry, _ in reader.entries(
                node if is_object(node) else {}, place, "variables"
            )
        )
        yield Server(url, text(node, "description"), variables, text(node, "name"))


def _word(node: Any, key: str) -> str:
    """A text; YAML takes a port or a version for a number."""
    value = node.get(key) if is_object(node) else None
    return str(value) if isinstance(value, str | int | float) else ""


def read_tags(reader: Reader) -> tuple[Tag, ...]:
    """The declared tags, in the order of the document. Of two with one name, the first counts."""
    found: dict[str, tuple[Node, str]] = {}
    for node, _ in reader.items(reader.document.root, reader.document.location, "tags"):
        if name := _word(node, "name"):
            found.setdefault(name, (node, text(node, "parent")))
        elif isinstance(node, str):
            found.setdefault(node, ({}, ""))
    return tuple(
        Tag(
            name,
            text(node, "description") or text(node, "summary"),
            parent if parent in found else None,
        )
        for name, (node, parent) in found.items()
    )


def known_requirements(reader: Reader, operation: Node) -> tuple[tuple[str, ...], ...]:
    """The alternatives of an operation, or of the document; without schemes that are declared nowhere."""
    requirements = operation.get("security", reader.document.root.get("security"))
    if not is_list(requirements):
        return ()
    known = {name for name, _, _ in _scheme_nodes(reader)}
    return tuple(
        tuple(name for name in map(_scheme_name, requirement) if name in known)
        for requirement in requirements
        if is_object(requirement)
    )


def _scheme_name(name: str) -> str:
    """The name of a scheme; a requirement may have its URI instead (OpenAPI 3.2, Security Requirement Object)."""
    return name.removeprefix("#/components/securitySchemes/")


def required_scopes(reader: Reader, operation: Node) -> dict[str, tuple[str, ...]]:
    """The scopes that an operation needs, by security scheme; of all its alternatives."""
    requirements = operation.get("security", reader.document.root.get("security"))
    found: dict[str, dict[str, None]] = {}
    for requirement in requirements if is_list(requirements) else []:
        for name in requirement if is_object(requirement) else {}:
            if scopes := texts(requirement, name):
                found.setdefault(_scheme_name(name), {}).update(dict.fromkeys(scopes))
    return {name: tuple(scopes) for name, scopes in found.items()}


def read_security_schemes(reader: Reader) -> tuple[SecurityScheme, ...]:
    """The security schemes of the components, in the order of the document."""
    return tuple(
        SecurityScheme(
            name=name,
            kind=_kind(node),
            description=text(node, "description"),
            location_in=cast("Any", _place(node)),
            parameter=text(node, "name") or (name if node["type"] == "apiKey" else None),
            scheme=_http_scheme(node),
            flows=_flows(reader, node, place) if node["type"] == "oauth2" else (),
            metadata_url=text(node, _METADATA.get(node["type"], "")).strip(),
            deprecated=node.get("deprecated") is True,
        )
        for name, node, place in _scheme_nodes(reader)
    )


def _kind(node: Node) -> Any:
    """The type of a scheme; OpenAPI 3.0 has none for a certificate, so that `reconstruct` writes another."""
    is_certificate = node["type"] == "http" and text(node, "scheme").lower() == "mutualtls"
    return "mutualTLS" if is_certificate else node["type"]


def _http_scheme(node: Node) -> str | None:
    if _kind(node) != "http":
        return None
    return text(node, "scheme").lower() or "bearer"


def _flows(reader: Reader, scheme: Node, location: Location) -> tuple[OAuthFlow, ...]:
    flows, where = reader.optional(scheme.get("flows"), location.child("flows"))
    found: list[OAuthFlow] = []
    for kind in _FLOWS:
        if kind not in flows:
            continue
        node, _ = reader.optional(flows[kind], where.child(kind))
        scopes = node.get("scopes")
        found.append(
            OAuthFlow(
                kind,
                text(node, "authorizationUrl").strip(),
                text(node, "tokenUrl").strip(),
                text(node, "refreshUrl").strip(),
                text(node, "deviceAuthorizationUrl").strip(),
                tuple((str(name), text(scopes, name)) for name in scopes)
                if is_object(scopes)
                else (),
            )
        )
    return tuple(found)


def _place(node: Node) -> str | None:
    if text(node, "in") in _PLACES:
        return text(node, "in")
    return "header" if node["type"] == "apiKey" else None


def _scheme_nodes(reader: Reader) -> Iterator[tuple[str, Node, Location]]:
    document = reader.document
    place = document.location.child("components")
    components, where = reader.object(document.root.get("components"), place)
    for name, entry, at in reader.entries(components, where, "securitySchemes"):
        node, target = reader.object(entry, at)
        if text(node, "type") in _KINDS:
            yield name, node, target
        else:
            reader.fallback(at, "this is no security scheme that can be used: it is ignored.")
