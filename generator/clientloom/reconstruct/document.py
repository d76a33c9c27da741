"""From what pages state to a document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clientloom.errors import Position
from clientloom.reconstruct.facts import ApiPage, FrontPage, ModelPage
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.names import Spelling
from clientloom.reconstruct.operations import Operations, observe
from clientloom.reconstruct.schemas import Schemas
from clientloom.reconstruct.security import security_schemes
from clientloom.reconstruct.sharing import share
from clientloom.reconstruct.types import Schema

VERSION = "3.0.3"
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
DEFAULT_HOST = "http://localhost"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of an SDK, by what they are about."""

    apis: Sequence[ApiPage]
    models: Mapping[str, ModelPage]
    fronts: Sequence[FrontPage]


def document_of(pages: Pages, findings: Findings) -> Schema:
    """Return the OpenAPI document that pages describe."""
    spelling = Spelling()
    for page in pages.apis:
        observe(page, spelling)
    for model in pages.models.values():
        spelling.saw(p.wire_name for p in model.properties if p.wire_name)
    schemas = Schemas(pages.models, spelling, findings)
    paths = _paths(pages.apis, Operations(schemas, spelling, findings), findings)
    components = share(paths)
    models = schemas.components([paths, components])
    if models:
        components["schemas"] = models
    schemes = security_schemes(pages.apis, pages.fronts, findings)
    if schemes:
        components["securitySchemes"] = schemes
    document: Schema = {
        "openapi": VERSION,
        "info": _info(pages, findings),
        "servers": [{"url": _host(pages.apis) or DEFAULT_HOST}],
    }
    if tags := _tags(pages.apis):
        document["tags"] = tags
    document["paths"] = paths
    return {**document, "components": components} if components else document


def _host(pages: Iterable[ApiPage]) -> str:
    return next((page.host for page in pages if page.host), "")


def _info(pages: Pages, findings: Findings) -> Schema:
    title = next((front.title for front in pages.fronts if front.title), "")
    version = next((front.version for front in pages.fronts if front.version), "")
    place = Position(pages.apis[0].file if pages.apis else "", 1, 1, "")
    missing: list[str] = []
    if not title:
        package = next((page.package for page in pages.apis if page.package), "")
        words = re.split(r"[\W_]+", package)
        title = " ".join(word for word in words if word) or "API"
        missing.append("title from the name of the package")
    if not version:
        missing.append("version unknown")
    info: Schema = {"title": title, "version": version or "unknown"}
    if missing:
        info["x-provenance"] = findings.inferred(place, "; ".join(missing))
    return info


def tag_of(page: ApiPage) -> str:
    """Return the tag of the operations on a page; empty for the class of those that have none."""
    name = page.class_name.removesuffix("Api") or page.class_name
    return "" if name == "Default" else name


def _tags(pages: Iterable[ApiPage]) -> list[Schema]:
    found: dict[str, Schema] = {}
    for page in pages:
        if tag := tag_of(page):
            data: Schema = {"name": tag}
            if page.description:
                data["description"] = page.description
            data["x-provenance"] = "name from the class of the page"
            found.setdefault(tag, data)
    return list(found.values())


def _paths(
    pages: Sequence[ApiPage], operations: Operations, findings: Findings
) -> dict[str, Schema]:
    """Return the operations by path, each path where it is first mentioned."""
    host = _host(pages)
    found: dict[str, Schema] = {}
    taken: set[str] = set()
    for page in pages:
        tag = tag_of(page)
        names = operations.names(page, tag, taken)
        for operation in page.operations:
            path = operation.path if operation.path.startswith("/") else f"/{operation.path}"
            item = found.setdefault(path, {})
            method = operation.method.lower()
            if method not in METHODS:
                findings.warn(
                    operation.place,
                    f'"{operation.name}" is left out: OpenAPI {VERSION} has no {operation.method}.',
                )
                continue
            if method in item:
                known: list[Any] = item[method].setdefault("tags", [])
                same = item[method].get("x-clientloom-name", "") in ("", operation.name)
                if tag and tag not in known and same:
                    known.append(tag)
                else:
                    findings.warn(
                        operation.place,
                        f'"{operation.name}" is left out: {operation.method} {path} is known.',
                    )
                continue
            data = operations.operation(page, operation, tag, *names[operation.name])
            if page.host and page.host != host:
                data["servers"] = [{"url": page.host}]
            item[method] = data
    return {path: item for path, item in found.items() if item}
