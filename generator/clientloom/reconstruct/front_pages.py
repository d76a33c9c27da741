"""The README of an SDK: the version of the API, and how to prove who is calling."""

import re
from collections.abc import Iterator
from typing import Any

from clientloom.reconstruct.facts import FrontPage, Scheme
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.markdown import Heading, Text, unescaped, unmarked
from clientloom.reconstruct.sections import Page

AUTHORIZATION = frozenset({"documentation for authorization", "authentication", "authorization"})
VERSION = re.compile(r"^[-*] API version: *(\S+)", re.M)
FIELD = re.compile(r"^ *[-*] \*\*(.+?)\*\*: *(.*)$", re.M)
OWN = re.compile(r"(.+?) in the (header|query parameter|cookie) (.+)\.$")
PLACES = {"http header": "header", "url query string": "query", "cookie": "cookie"}


def is_front_page(page: Page) -> bool:
    """Whether a page is the front page of an SDK."""
    titles = {b.text.lower() for b in page.blocks if isinstance(b, Heading) and b.level == 2}
    return bool({"documentation for api endpoints", "documentation for models"} & titles)


def front_page(page: Page, findings: Findings) -> FrontPage:
    """Read the front page of an SDK."""
    texts = [b.text for b in page.blocks if isinstance(b, Text)]
    version = next((found[1] for text in texts if (found := VERSION.search(text))), "")
    own = next(
        (f[1] for text in texts if (f := re.match(r"A typed Python client for (.+)\.$", text))), ""
    )
    schemes = tuple(_schemes(page))
    findings.read(page.file, "security schemes", len(schemes))
    return FrontPage(page.file, unescaped(version), unescaped(own), schemes)


def _schemes(page: Page) -> Iterator[Scheme]:
    inside = False
    name = ""
    texts: list[str] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            if name and (scheme := _scheme(name, texts)):
                yield scheme
            # Old front pages have the schemes on the level of the section itself.
            name, texts = unescaped(block.text) if inside else "", []
            inside = inside or (block.level <= 2 and block.text.lower() in AUTHORIZATION)
        elif isinstance(block, Text) and inside:
            texts.append(block.text)
    if name and (scheme := _scheme(name, texts)):
        yield scheme


def _scheme(name: str, texts: list[str]) -> Scheme | None:
    fields = {k.lower(): unmarked(v) for text in texts for k, v in FIELD.findall(text)}
    if "type" in fields:
        data = _typed(fields, "\n".join(texts))
        return Scheme(name, data) if data else None
    for text in texts:
        if found := OWN.match(unescaped(text.split("\n")[0])):
            return Scheme(name, _described(found[1], found[2], found[3]))
    return None


def _typed(fields: dict[str, str], text: str) -> dict[str, Any] | None:
    kind = fields["type"].lower()
    if "api key" in kind:
        place = PLACES.get(fields.get("location", "").lower(), "header")
        return {"type": "apiKey", "in": place, "name": fields.get("api key parameter name", "")}
    if "basic" in kind:
        return {"type": "http", "scheme": "basic"}
    if "bearer" in kind:
        form = re.search(r"\((\w+)\)", fields["type"])
        return {"type": "http", "scheme": "bearer", **({"bearerFormat": form[1]} if form else {})}
    if "oauth" in kind:
        return {"type": "oauth2", "flows": _flows(fields, text)}
    return {"type": "http", "scheme": "signature"} if "signature" in kind else None


def _flows(fields: dict[str, str], text: str) -> dict[str, Any]:
    names = {
        "implicit": "implicit",
        "password": "password",
        "application": "clientCredentials",
        "clientcredentials": "clientCredentials",
        "accesscode": "authorizationCode",
        "authorizationcode": "authorizationCode",
    }
    flow = names.get(fields.get("flow", "").lower())
    if flow is None:
        return {}
    known = {"type", "flow", "authorization url", "scopes"}
    scopes = {k: unmarked(v) for k, v in FIELD.findall(text) if k.lower() not in known}
    url = fields.get("authorization url", "")
    data: dict[str, Any] = {}
    if flow in ("implicit", "authorizationCode"):
        data["authorizationUrl"] = url
    if flow != "implicit":
        data["tokenUrl"] = url
    return {flow: {**data, "scopes": scopes}}


def _described(words: str, place: str, name: str) -> dict[str, Any]:
    if "API key" in words:
        where = {"query parameter": "query"}.get(place, place)
        return {"type": "apiKey", "in": where, "name": name}
    if "password" in words:
        return {"type": "http", "scheme": "basic"}
    if "bearer" in words:
        return {"type": "http", "scheme": "bearer"}
    return {"type": "oauth2", "flows": {}}
