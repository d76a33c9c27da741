"""Security schemes: from the front page, else from what examples do to prove who is calling."""

from collections.abc import Iterable, Mapping
from typing import Any

from clientloom.reconstruct.facts import ApiPage, FrontPage, Operation
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.types import Schema


def security_schemes(
    pages: Iterable[ApiPage], fronts: Iterable[FrontPage], findings: Findings
) -> dict[str, Schema]:
    """Return the schemes that operations name, in the order in which they do."""
    stated = {scheme.name: scheme.data for front in fronts for scheme in front.schemes}
    kinds: dict[str, str] = {}
    first: dict[str, Operation] = {}
    for page in pages:
        for operation in page.operations:
            ways = operation.authorization or ()
            for name in (name for way in ways for name in way):
                first.setdefault(name, operation)
                kind = operation.shown.schemes.get(name)
                if kind:
                    kinds.setdefault(name, kind)
            _unnamed(operation, kinds)
    found: dict[str, Schema] = {}
    for name, operation in first.items():
        if name in stated:
            found[name] = dict(stated[name])
            continue
        scheme = _scheme(kinds.get(name, ""))
        if "x-provenance" in scheme:
            findings.inferred(operation.place, f"{scheme['x-provenance']} of {name}")
        found[name] = scheme
    return found


def _unnamed(operation: Operation, kinds: dict[str, str]) -> None:
    """Give the kind that an example shows without a name to the first scheme of its operation."""
    kind = operation.shown.schemes.get("")
    way = operation.authorization[0] if operation.authorization else ()
    unknown = [name for name in way if name not in operation.shown.schemes]
    if kind and unknown:
        kinds.setdefault(unknown[0], kind)


def _scheme(kind: str) -> dict[str, Any]:
    known: Mapping[str, dict[str, Any]] = {
        "basic": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "bearer"},
        "signature": {"type": "http", "scheme": "signature"},
        "apiKey": {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "x-provenance": "header inferred",
        },
        "oauth2": {"type": "oauth2", "flows": {}, "x-provenance": "flows unknown"},
        "mutualTLS": {
            "type": "http",
            "scheme": "mutual",
            "x-provenance": "a client certificate, which OpenAPI 3.0.3 has no word for",
        },
    }
    fallback = {"type": "http", "scheme": "bearer", "x-provenance": "kind inferred"}
    return dict(known.get(kind, fallback))
