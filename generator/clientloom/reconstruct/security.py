"""Security schemes: from the front page, else from what examples do to prove who is calling."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from clientloom.reconstruct.examples import kind_of
from clientloom.reconstruct.facts import ApiPage, FrontPage, Operation
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.types import Schema


def security_schemes(
    pages: Iterable[ApiPage], fronts: Iterable[FrontPage], findings: Findings
) -> dict[str, Schema]:
    """Return the schemes that operations name, in the order in which they do."""
    stated = {scheme.name: scheme.data for front in fronts for scheme in front.schemes}
    kinds: dict[str, str] = {}
    keys: dict[str, str] = {}
    first: dict[str, Operation] = {}
    for page in pages:
        for operation in page.operations:
            ways = operation.authorization or ()
            for name in (name for way in ways for name in way):
                first.setdefault(name, operation)
                kind = operation.shown.schemes.get(name)
                if kind:
                    kinds.setdefault(name, kind)
            keys = {**operation.shown.keys, **keys}
            _unnamed(operation, kinds)
    found: dict[str, Schema] = {}
    for name, operation in first.items():
        if name in stated:
            found[name] = dict(stated[name])
            continue
        scheme = _scheme(name, kinds.get(name, ""), keys.get(name, ""))
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


def _scheme(name: str, kind: str, key: str) -> dict[str, Any]:
    """Return a scheme of a kind; the kind is inferred from the name where no page shows it.

    :param key: the header of an API key, where an example has it
    """
    known: Mapping[str, dict[str, Any]] = {
        "basic": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "bearer"},
        "signature": {"type": "http", "scheme": "signature"},
        "apiKey": {
            "type": "apiKey",
            "in": "header",
            "name": key or "Authorization",
            "x-provenance": "that the key is a header is inferred" if key else "header inferred",
        },
        "cookie": {
            "type": "apiKey",
            "in": "cookie",
            "name": name,
            "x-provenance": "the cookie inferred from the name of the scheme",
        },
        "oauth2": {"type": "oauth2", "flows": {}, "x-provenance": "flows unknown"},
        "mutualTLS": {
            "type": "http",
            "scheme": "mutualTLS",
            "x-provenance": "a client certificate, which OpenAPI 3.0.3 has no type for",
        },
    }
    if kind:
        return dict(known[kind])
    guess = "cookie" if re.search(r"cookie", name, re.I) else kind_of(name) or "bearer"
    return {**known[guess], "x-provenance": "kind inferred from the name of the scheme"}
