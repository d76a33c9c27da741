"""What documents say of lists in pages and of waiting, by extensions: `x-clientloom-pagination`, `x-clientloom-wait`.

The extensions of two other generators for lists in pages are understood as well, as far as they say the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from clientloom.api import JSONScalar, Pagination, Wait
from clientloom.document import Location
from clientloom.document.data import describe, is_list, is_object, quote
from clientloom.errors import ClientloomError
from clientloom.parse.reading import Node, Reader

PAGINATION, WAIT = "x-clientloom-pagination", "x-clientloom-wait"
_SPEAKEASY, _FERN = "x-speakeasy-pagination", "x-fern-pagination"

_STYLES = ("cursor", "offset", "page", "link", "url")
_PLACES = ("items", "next", "last_item", "more", "done", "total", "pages")
_TEXTS = (
    "style",
    "parameter",
    "in",
    *_PLACES,
    "next_header",
    "total_header",
    "pages_header",
    "size",
)
_KEYS = (*_TEXTS, "first")
_HINT = f"There are: {', '.join(_KEYS)}."


def pagination_of(value: Any, location: Location | None = None) -> Pagination | str:
    """Read what `x-clientloom-pagination` says, or a table of clientloom.toml; or say what is wrong with it."""
    if value is False:
        return Pagination("none", location)
    if not is_object(value):
        return f"it must be an object or false, not {describe(value)}."
    given = {key.replace("-", "_"): each for key, each in value.items()}
    for key, each in given.items():
        if key not in _KEYS:
            return f'"{key}" is not one of its keys. {_HINT}'
        if key == "first":
            if type(each) is not int:
                return '"first" must be an integer.'
        elif not isinstance(each, str):
            return f'"{key}" must be a string, not {describe(each)}.'
    style = given.get("style")
    if style not in _STYLES:
        return f'"style" must be one of {", ".join(_STYLES)}.'
    if given.get("in", "query") not in ("query", "body"):
        return '"in" must be "query" or "body".'
    if style in ("cursor", "offset", "page") and not given.get("parameter"):
        return f'the style "{style}" needs a "parameter".'
    if style == "cursor" and not {"next", "next_header", "last_item"} & given.keys():
        return 'the style "cursor" needs "next", "next_header" or "last_item".'
    if style == "url" and "next" not in given:
        return 'the style "url" needs "next".'
    others: dict[str, Any] = {
        key: pointer(each) if key in _PLACES else each
        for key, each in given.items()
        if key not in ("style", "in", "parameter")
    }
    return Pagination(
        style,
        location,
        parameter=given.get("parameter", ""),
        in_body=given.get("in") == "body",
        **others,
    )


def pointer(text: str) -> str:
    """A place as a JSON pointer: "data.items", "$.data.items" and "/data/items" are one; "" and "$" are the whole."""
    if text == "" or text.startswith("/"):
        return text
    steps = re.sub(r"^\$(?:response|request)?(?:\.|$)", "", text)
    return "".join(f"/{step.replace('~', '~0')}" for step in steps.split(".")) if steps else ""


def read_pagination(reader: Reader, node: Node, place: Location) -> Pagination | None:
    """What an operation says of its pages.

    :raises ClientloomError: if `x-clientloom-pagination` cannot be understood
    """
    if PAGINATION in node:
        at = place.child(PAGINATION)
        found = pagination_of(node[PAGINATION], at)
        if isinstance(found, str):
            raise ClientloomError(reader.document.problem(at, f"{PAGINATION}: {found}"))
        return found
    for key, read in ((_SPEAKEASY, _speakeasy), (_FERN, _fern)):
        value = node.get(key)
        if value is True:
            value = reader.document.root.get(key)
        foreign = read(value) if is_object(value) else None
        if foreign is not None:
            return Pagination(location=place.child(key), **foreign)
        if is_object(value):
            message = f'"{key}" says what is not understood; it is not used.'
            reader.fallback(place.child(key), message)
    return None


def _speakeasy(value: Mapping[str, Any]) -> dict[str, Any] | None:
    """An object with a type, a list of inputs with their names and roles, and outputs as JSON paths."""
    inputs = (
        [i for i in value.get("inputs", []) if is_object(i)]
        if is_list(value.get("inputs", []))
        else []
    )
    roles = {str(i.get("type")): i for i in inputs}
    outputs = value.get("outputs")
    known = {k: v for k, v in outputs.items() if isinstance(v, str)} if is_object(outputs) else {}
    found: dict[str, Any] = {}
    if "results" in known and _is_simple(known["results"]):
        found["items"] = pointer(known["results"])
    if "numPages" in known and _is_simple(known["numPages"]):
        found["pages"] = pointer(known["numPages"])
    match value.get("type"):
        case "url" if _is_simple(known.get("nextUrl", "-")):
            return {**found, "style": "url", "next": pointer(known["nextUrl"])}
        case "cursor" if "cursor" in roles:
            named, style, token = roles["cursor"], "cursor", known.get("nextCursor", "")
            if last := re.fullmatch(r"(\$[\w.]*)\[-1\]\.([\w.]+)", token):
                found["last_item"] = pointer(last[2])
            elif token and _is_simple(token):
                found["next"] = pointer(token)
            else:
                return None
        case "offsetLimit" if "offset" in roles:
            named, style = roles["offset"], "offset"
        case "offsetLimit" if "page" in roles:
            named, style = roles["page"], "page"
        case _:
            return None
    return {
        **found,
        "style": style,
        "parameter": str(named.get("name", "")),
        "in_body": named.get("in") == "requestBody",
        **({"size": str(roles["limit"].get("name"))} if "limit" in roles else {}),
    }


def _fern(value: Mapping[str, Any]) -> dict[str, Any] | None:
    """An object with places in the request and the response: `$request.page`, `$response.data`."""
    given = {
        k.replace("-", "_"): v for k, v in value.items() if isinstance(v, str) and _is_simple(v)
    }
    found: dict[str, Any] = {}
    if "results" in given:
        found["items"] = pointer(given["results"])
    if "has_next_page" in given:
        found["more"] = pointer(given["has_next_page"])
    if "step" in given:
        found["size"] = _last(given["step"])
    if "next_uri" in given or "next_path" in given:
        return {
            **found,
            "style": "url",
            "next": pointer(given.get("next_uri") or given["next_path"]),
        }
    if "cursor" in given and "next_cursor" in given:
        token = pointer(given["next_cursor"])
        return {**found, "style": "cursor", "parameter": _last(given["cursor"]), "next": token}
    if "offset" in given:
        # With a step the number is that of an item, without one that of a page.
        style = "offset" if "step" in given else "page"
        return {**found, "style": style, "parameter": _last(given["offset"])}
    return None


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _is_simple(path: str) -> bool:
    return re.fullmatch(r"\$(?:response|request)?(?:\.[\w@-]+)*", path) is not None


# --- Waiting

_WAIT_KEYS = ("name", "field", "success", "failure", "interval", "factor", "longest", "timeout")


def read_waits(reader: Reader, node: Node, place: Location) -> Iterator[Wait]:
    """What an operation can be repeated for: `x-clientloom-wait` is an object, or a list of them.

    :raises ClientloomError: if it cannot be understood
    """
    if WAIT not in node:
        return
    value, at = node[WAIT], place.child(WAIT)
    entries = (
        [(each, at.child(i)) for i, each in enumerate(value)] if is_list(value) else [(value, at)]
    )
    for each, where in entries:
        found = _wait(each, where)
        if isinstance(found, str):
            raise ClientloomError(reader.document.problem(where, f"{WAIT}: {found}"))
        yield found


def _wait(value: Any, location: Location) -> Wait | str:
    if not is_object(value):
        return f"it must be an object, not {describe(value)}."
    for key in value:
        if key not in _WAIT_KEYS:
            return f'"{key}" is not one of its keys. There are: {", ".join(_WAIT_KEYS)}.'
    for key in ("name", "field"):
        if not isinstance(value.get(key, ""), str):
            return f'"{key}" must be a string.'
    if not value.get("field"):
        return 'it needs a "field".'
    states: dict[str, tuple[JSONScalar, ...]] = {}
    for key in ("success", "failure"):
        given = value.get(key, [])
        listed = given if is_list(given) else [given]
        if not all(isinstance(each, get_args(JSONScalar)) for each in listed):
            return f'"{key}" must be values that the field can have.'
        states[key] = tuple(listed)
    if not states["success"]:
        return 'it needs values of "success".'
    numbers: dict[str, float | None] = {}
    for key in ("interval", "factor", "longest", "timeout"):
        number = value.get(key, 0)
        if key == "timeout" and number is None:
            numbers[key] = None
        elif key in value:
            lowest = 1 if key == "factor" else 0
            if isinstance(number, bool) or not isinstance(number, int | float) or number < lowest:
                return f'"{key}" must be a number of at least {lowest}, not {quote(number)}.'
            numbers[key] = float(number)
    others: dict[str, Any] = {**states, **numbers}
    return Wait(location, value.get("name"), pointer(value["field"]), **others)
