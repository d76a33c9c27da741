"""Differences between the operations of two documents, and what else is not a schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from clientloom.api import (
    NULL,
    Api,
    Body,
    MediaType,
    Operation,
    Parameter,
    Response,
    SecurityScheme,
    Server,
)
from clientloom.diff.differences import Difference, Sides, facets
from clientloom.diff.keys import (
    answer_key,
    body_key,
    gone,
    operation_key,
    parameter_key,
    scheme_key,
    server_key,
    tag_key,
)
from clientloom.diff.pairs import parameter_names
from clientloom.diff.rules import Direction
from clientloom.diff.types import type_text
from clientloom.document import Location


def operation_differences(sides: Sides) -> Iterator[Difference]:
    """All differences, in the order of the new document; what is gone comes last."""
    olds = {new: old for old, new in sides.pairs.operations.items()}
    by_id = {o.id: o for o in sides.old.operations}
    tags = _renamed_tags(sides)
    pairs = [(by_id[olds[o.id]], o) for o in sides.new.operations if o.id in olds]
    yield from _tags(sides, tags)
    yield from _security(sides, pairs)
    paired = {new.id: old for old, new in pairs}
    for operation in sides.new.operations:
        if operation.id in paired:
            yield from _operation(sides, paired[operation.id], operation, tags)
        else:
            key = operation_key(operation.id)
            where = operation.location
            yield Difference("operation-added", key, "none", None, where, "", title(operation))
    for operation in sides.old.operations:
        if operation.id not in sides.pairs.operations:
            key, where = gone(operation_key(operation.id)), operation.location
            yield Difference("operation-removed", key, "none", where, None, title(operation))


def title(operation: Operation) -> str:
    """`GET /v1/tasks`."""
    return f"{operation.method} {operation.path}"


def _operation(
    sides: Sides, old: Operation, new: Operation, tags: Mapping[str, str]
) -> Iterator[Difference]:
    key, places = operation_key(new.id), (old.location, new.location)
    if old.operation_id != new.operation_id:
        before, after = old.operation_id, new.operation_id
        yield Difference("operation-renamed", key, "none", *places, before, after)
    before_tags = tuple(tags.get(t, t) for t in old.tags)
    if sorted(before_tags) != sorted(new.tags):
        before, after = ", ".join(old.tags), ", ".join(new.tags)
        yield Difference("operation-retagged", key, "none", *places, before, after)
    if old.method != new.method:
        yield Difference("method-changed", key, "none", *places, title(old), title(new))
    elif _bare(sides, old, new) != new.path:
        yield Difference("path-changed", key, "none", *places, title(old), title(new))
    if _urls(old.servers) != _urls(new.servers):
        before, after = _first(old.servers), _first(new.servers)
        yield Difference("operation-server-changed", key, "none", *places, before, after)
    if old.scopes != new.scopes:
        before, after = _scopes(old), _scopes(new)
        yield Difference("scopes-changed", key, "request", *places, before, after)
    yield from _parameters(sides, old, new)
    yield from _body(sides, old, new)
    yield from _responses(sides, old, new)
    if old.deprecated != new.deprecated:
        kind = "deprecated" if new.deprecated else "no-longer-deprecated"
        yield Difference(kind, key, "none", *places)
    common = {p.name for p in old.parameters} & {p.name for p in new.parameters}
    if _texts(old, common) != _texts(new, common):
        yield Difference("description-changed", key, "none", *places)


def _bare(sides: Sides, old: Operation, new: Operation) -> str:
    """The old path with the names that its parameters have on the new side."""
    path = old.path
    for before, after in sides.pairs.parameters[new.id].items():
        if before.startswith("path:"):
            path = path.replace(
                f"{{{before.removeprefix('path:')}}}", f"{{{after.partition(':')[2]}}}"
            )
    return path


def _texts(operation: Operation, parameters: Collection[str]) -> object:
    """What is said about an operation and what both sides have of it."""
    return (
        operation.summary,
        operation.description,
        {p.name: p.description for p in operation.parameters if p.name in parameters},
    )


# --- Parameters


def _parameters(sides: Sides, old: Operation, new: Operation) -> Iterator[Difference]:
    paired = sides.pairs.parameters[new.id]
    olds, news = parameter_names(old), parameter_names(new)
    names = {after: before for before, after in paired.items()}
    for name, parameter in news.items():
        if name in names:
            yield from _parameter(sides, new.id, olds[names[name]], parameter)
        else:
            kind = "required-parameter-added" if parameter.required else "parameter-added"
            key, where = parameter_key(new.id, parameter), parameter.location
            text = type_text(parameter.type)
            yield Difference(kind, key, "request", None, where, "", text)
    for name, parameter in olds.items():
        if name not in paired:
            key = gone(parameter_key(old.id, parameter))
            text = type_text(parameter.type)
            yield Difference(
                "parameter-removed", key, "request", parameter.location, new.location, text
            )
    before = [paired[name] for name in olds if name in paired]
    after = [name for name in news if name in names]
    if before != after:
        yield Difference(
            "parameter-reordered",
            operation_key(new.id),
            "request",
            old.location,
            new.location,
            ", ".join(n.partition(":")[2] for n in before),
            ", ".join(n.partition(":")[2] for n in after),
        )


def _parameter(
    sides: Sides, operation: str, old: Parameter, new: Parameter
) -> Iterator[Difference]:
    key, places = parameter_key(operation, new), (old.location, new.location)
    if old.name != new.name:
        kind = "path-parameter-renamed" if new.location_in == "path" else "parameter-renamed"
        yield Difference(kind, key, "request", *places, old.name, new.name)
    if old.location_in != new.location_in:
        where = (old.location_in, new.location_in)
        yield Difference("parameter-relocated", key, "request", *places, *where)
    yield from sides.types(old.type, new.type, key, "request", places)
    if old.required != new.required:
        kind = "parameter-required" if new.required else "parameter-optional"
        yield Difference(kind, key, "request", *places)
    if old.location_in == new.location_in and _wire_form(old) != _wire_form(new):
        before, after = _wire_form(old), _wire_form(new)
        yield Difference("parameter-style-changed", key, "request", *places, before, after)
    if old.encoding != new.encoding:
        yield Difference("encoding-changed", key, "request", *places)
    yield from facets(old, new, key, "request", places)


def _wire_form(parameter: Parameter) -> str:
    if parameter.media_type is not None:
        return parameter.media_type
    parts = [parameter.style, "exploded" if parameter.explode else "not exploded"]
    parts += ["reserved characters kept"] if parameter.allow_reserved else []
    parts += ["empty values sent"] if parameter.allow_empty_value else []
    return ", ".join(parts)


# --- Bodies and answers


def _body(sides: Sides, old: Operation, new: Operation) -> Iterator[Difference]:
    before, after = old.body, new.body
    key = body_key(new.id)
    if before is None and after is not None:
        kind = "required-body-added" if after.required else "body-added"
        yield Difference(kind, key, "request", None, after.location, "", _body_text(after))
    elif before is not None and after is None:
        yield Difference(
            "body-removed",
            gone(body_key(old.id)),
            "request",
            before.location,
            new.location,
            _body_text(before),
        )
    elif before is not None and after is not None:
        places = (before.location, after.location)
        if before.required != after.required:
            kind = "body-required" if after.required else "body-optional"
            yield Difference(kind, key, "request", *places)
        yield from _unique(_content(sides, before.content, after.content, key, places))


def _body_text(body: Body) -> str:
    return ", ".join(m.name for m in body.content)


def _content(
    sides: Sides,
    old: Sequence[MediaType],
    new: Sequence[MediaType],
    key: tuple[str, ...],
    places: tuple[Location, Location],
    status: str = "",
) -> Iterator[Difference]:
    direction: Direction = "response" if status else "request"
    olds, news = {m.name: m for m in old}, {m.name: m for m in new}
    for name, media in news.items():
        if name not in olds:
            yield Difference("media-type-added", key, direction, *places, "", name, detail=status)
            continue
        before = olds[name]
        if before.type is not None and media.type is not None:
            yield from sides.types(before.type, media.type, key, direction, places, status)
        elif before.type != media.type:
            kind = "type-narrowed" if before.type is None else "type-widened"
            one, other = (
                type_text(t) if t is not None else "any" for t in (before.type, media.type)
            )
            yield Difference(kind, key, direction, *places, one, other, detail=status)
        if before.encoding != media.encoding:
            yield Difference("encoding-changed", key, direction, *places, detail=status)
        if before.xml != media.xml:
            yield Difference("xml-changed", key, direction, *places, detail=status)
    for name in olds:
        if name not in news:
            yield Difference("media-type-removed", key, direction, *places, name, detail=status)


def _responses(sides: Sides, old: Operation, new: Operation) -> Iterator[Difference]:
    key = answer_key(new.id)
    olds, news = {r.status: r for r in old.responses}, {r.status: r for r in new.responses}
    for status, response in news.items():
        if status in olds:
            yield from _unique(_response(sides, olds[status], response, key))
        else:
            kind = "response-added" if _is_success(status, news) else "error-added"
            where, text = response.location, _answer_text(response)
            yield Difference(kind, key, "response", None, where, "", text, detail=status)
    for status, response in olds.items():
        if status not in news:
            kind = "response-removed" if _is_success(status, olds) else "error-removed"
            text = _answer_text(response)
            yield Difference(
                kind, key, "response", response.location, new.location, text, detail=status
            )


def _is_success(status: str, all_of_them: Iterable[str]) -> bool:
    """Whether an answer is what a call returns."""
    return status.startswith("2") or (
        status == "default" and not any(s.startswith("2") for s in all_of_them)
    )


def _answer_text(response: Response) -> str:
    types = [type_text(m.type) for m in response.content if m.type is not None and m.type != NULL]
    return ", ".join(dict.fromkeys(types)) or "no content"


def _response(
    sides: Sides, old: Response, new: Response, key: tuple[str, ...]
) -> Iterator[Difference]:
    places = (old.location, new.location)
    yield from _content(sides, old.content, new.content, key, places, new.status)
    olds, news = {h.name: h for h in old.headers}, {h.name: h for h in new.headers}
    for name, header in news.items():
        if name not in olds:
            yield Difference("header-added", key, "response", *places, "", name, detail=new.status)
        else:
            yield from sides.types(
                olds[name].type, header.type, key, "response", places, f"{new.status} {name}"
            )
    for name in olds:
        if name not in news:
            yield Difference("header-removed", key, "response", *places, name, detail=new.status)


def _unique(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Each once: several media types often have one type."""
    yield from dict.fromkeys(differences)


# --- Tags


def _renamed_tags(sides: Sides) -> dict[str, str]:
    """Tags that all of their operations call by another name now."""
    by_id = {o.id: o for o in sides.new.operations}
    old_tags, new_tags = _used_tags(sides.old), _used_tags(sides.new)
    moved: dict[str, Counter[str]] = {}
    for operation in sides.old.operations:
        if operation.id in sides.pairs.operations:
            after = by_id[sides.pairs.operations[operation.id]]
            left = [t for t in operation.tags if t not in new_tags]
            come = [t for t in after.tags if t not in old_tags]
            for before, now in zip(left, come, strict=False):
                moved.setdefault(before, Counter()).update([now])
    return {tag: found.most_common()[0][0] for tag, found in moved.items() if len(found) == 1}


def _used_tags(api: Api) -> set[str]:
    return {tag for operation in api.operations for tag in operation.tags}


def _tags(sides: Sides, renamed: Mapping[str, str]) -> Iterator[Difference]:
    for old, new in renamed.items():
        before = next(o.location for o in sides.old.operations if old in o.tags)
        after = next(o.location for o in sides.new.operations if new in o.tags)
        yield Difference(
            "tag-renamed", tag_key(new), "none", before.child("tags"), after.child("tags"), old, new
        )


# --- Security and servers

MOST_ALIKE = 3
"""From how many operations on one change of their security is told once, for all of them."""


def _security(sides: Sides, pairs: Sequence[tuple[Operation, Operation]]) -> Iterator[Difference]:
    """A requirement that applies to all operations changed for all: that is one difference."""
    found: dict[tuple[str, str, str], list[tuple[Operation, Operation]]] = {}
    for old, new in pairs:
        if (kind := _security_change(old.security, new.security)) is not None:
            change = (kind, _requirements(old.security), _requirements(new.security))
            found.setdefault(change, []).append((old, new))
    for (kind, before, after), changed in found.items():
        if len(changed) < MOST_ALIKE:
            for old, new in changed:
                key, places = operation_key(new.id), (old.location, new.location)
                yield Difference(kind, key, "request", *places, before, after)
        else:
            old_place = sides.old_root.child("security")
            new_place = sides.new_root.child("security")
            key = ("security", before, after)
            count = f"{len(changed)} operations"
            yield Difference(kind, key, "request", old_place, new_place, before, after, count)


def _security_change(
    old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...]
) -> str | None:
    before, after = ({frozenset(names) for names in side} or {frozenset()} for side in (old, new))
    if before == after:
        return None
    if frozenset[str]() in before and frozenset[str]() not in after:
        return "security-added"
    return (
        "security-loosened" if before < after or frozenset[str]() in after else "security-changed"
    )


def _requirements(security: tuple[tuple[str, ...], ...]) -> str:
    return " or ".join(" and ".join(names) or "nothing" for names in security) or "nothing"


def _scopes(operation: Operation) -> str:
    return ", ".join(dict.fromkeys(s for scopes in operation.scopes.values() for s in scopes))


def other_differences(sides: Sides) -> Iterator[Difference]:
    """Differences between security schemes and servers."""
    olds = {s.name: s for s in sides.old.security_schemes}
    news = {s.name: s for s in sides.new.security_schemes}
    schemes = ("components", "securitySchemes")
    for name, scheme in news.items():
        place = sides.new_root.child(*schemes, name)
        if name not in olds:
            yield Difference(
                "scheme-added", scheme_key(name), "request", None, place, "", scheme.kind
            )
            continue
        old = olds[name]
        one, other = _proof(old), _proof(scheme)
        if one != other:
            before, after = _scheme_text(old), _scheme_text(scheme)
            was = sides.old_root.child(*schemes, name)
            yield Difference(
                "scheme-changed", scheme_key(name), "request", was, place, before, after
            )
    for name, scheme in olds.items():
        if name not in news:
            place = sides.old_root.child(*schemes, name)
            key = gone(scheme_key(name))
            yield Difference("scheme-removed", key, "request", place, None, scheme.kind)
    yield from _servers(sides)


def _proof(scheme: SecurityScheme) -> object:
    """What a client does to prove who is calling."""
    flows = [
        (f.kind, f.authorization_url, f.token_url, f.refresh_url, f.device_url)
        for f in scheme.flows
    ]
    place = (scheme.location_in, scheme.parameter)
    return (scheme.kind, place, scheme.scheme, flows, scheme.metadata_url)


def _scheme_text(scheme: SecurityScheme) -> str:
    parts = [scheme.kind, scheme.location_in, scheme.parameter, scheme.scheme]
    parts += [f"{flow.kind} {flow.token_url}".strip() for flow in scheme.flows]
    return " ".join(part for part in (*parts, scheme.metadata_url) if part)


def _servers(sides: Sides) -> Iterator[Difference]:
    old, new = sides.old.servers, sides.new.servers
    olds, news = {s.url: i for i, s in enumerate(old)}, {s.url: i for i, s in enumerate(new)}
    if _facts(old[0]) != _facts(new[0]):
        before, after = sides.old_root.child("servers", 0), sides.new_root.child("servers", 0)
        yield Difference(
            "first-server-changed",
            server_key(new[0].url),
            "request",
            before,
            after,
            _server_text(old[0]),
            _server_text(new[0]),
        )
    for url, index in news.items():
        if url not in olds and index > 0:
            place = sides.new_root.child("servers", index)
            yield Difference("server-added", server_key(url), "request", None, place, "", url)
    for url, index in olds.items():
        if url not in news and index > 0:
            place = sides.old_root.child("servers", index)
            yield Difference("server-removed", gone(server_key(url)), "request", place, None, url)


def _facts(server: Server) -> object:
    return (server.url, [(v.name, v.default, v.choices) for v in server.variables])


def _server_text(server: Server) -> str:
    variables = ", ".join(
        f"{v.name}={v.default}" + (f" of {'|'.join(v.choices)}" if v.choices else "")
        for v in server.variables
    )
    return f"{server.url} ({variables})" if variables else server.url


def _urls(servers: Sequence[Server]) -> list[str]:
    return [s.url for s in servers]


def _first(servers: Sequence[Server]) -> str:
    return servers[0].url if servers else ""
