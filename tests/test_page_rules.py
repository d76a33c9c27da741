"""Which operations are taken for lists in pages: a table of small documents, and what is declared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from clientloom.api import Pagination
from clientloom.config import Client
from clientloom.document import load
from clientloom.errors import ClientloomError
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.plan.page_rules import detect

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
BOOLEAN = {"type": "boolean"}
URI = {"type": "string", "format": "uri"}
THING = {"type": "object", "properties": {"id": TEXT}}
LIST: dict[str, Any] = {"type": "array", "items": THING}


def has(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def document(
    parameters: dict[str, Any],
    answer: dict[str, Any],
    headers: tuple[str, ...] = (),
    method: str = "get",
    path: str = "/things",
    **more: Any,
) -> dict[str, Any]:
    """A document with one operation."""
    response: dict[str, Any] = {
        "description": "",
        "content": {"application/json": {"schema": answer}},
    }
    response["headers"] = {name: {"schema": TEXT} for name in headers}
    operation = {
        "operationId": "listThings",
        "tags": ["things"],
        "parameters": [
            {"name": name, "in": "query", "schema": schema} for name, schema in parameters.items()
        ],
        "responses": {"200": response},
        **more,
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": {path: {method: operation}},
    }


def written(folder: Path, node: dict[str, Any]) -> Path:
    path = folder / "things.yaml"
    path.write_text(yaml.safe_dump(node, sort_keys=False), encoding="utf-8")
    return path


def found(folder: Path, node: dict[str, Any]) -> Pagination | None:
    api = parse(load(written(folder, node)))
    return detect(api, api.operations[0])


def source(folder: Path, node: dict[str, Any], **settings: Any) -> str:
    """The module of the resource."""
    client = Client(
        name="things", spec=written(folder, node), style="native", package="things", distribution="things",
        version="1", **settings,
    )  # fmt: skip
    jobs = plan(styled(parse(load(client.spec)), client))
    [job] = [job for job in jobs if job.path.endswith("resources/things.py")]
    [operation] = job.context.operations
    return (
        ""
        if operation.paging is None
        else f"{operation.paging.expression} {operation.paging.items}"
    )


PAGES: dict[str, tuple[dict[str, Any], dict[str, Any], Pagination]] = {
    "a token": (
        {"pageToken": TEXT},
        has(items=LIST, nextPageToken=TEXT),
        Pagination("cursor", parameter="pageToken", items="/items", next="/nextPageToken"),
    ),
    "a token in an object about the page": (
        {"after": TEXT},
        has(data=LIST, paging=has(cursors=has(after=TEXT))),
        Pagination("cursor", parameter="after", items="/data", next="/paging/cursors/after"),
    ),
    "a continue token": (
        {"continue": TEXT},
        has(items=LIST, metadata={"properties": {"continue": TEXT}, "type": "object"}),
        Pagination("cursor", parameter="continue", items="/items", next="/metadata/continue"),
    ),
    "the next x for the parameter x": (
        {"position": TEXT},
        has(things=LIST, next_position=NUMBER, has_more=BOOLEAN),
        Pagination(
            "cursor", parameter="position", items="/things", next="/next_position", more="/has_more"
        ),
    ),
    "the last item": (
        {"starting_after": TEXT, "limit": NUMBER},
        has(data=LIST, has_more=BOOLEAN),
        Pagination(
            "cursor", parameter="starting_after", items="/data", last_item="/id", more="/has_more"
        ),
    ),
    "an address": (
        {"page": NUMBER},
        has(count=NUMBER, next=URI, previous=URI, results=LIST),
        Pagination("url", items="/results", next="/next"),
    ),
    "an address in links": (
        {},
        has(_links=has(next=has(href=TEXT)), _embedded=has(things=LIST)),
        Pagination("url", items="/_embedded/things", next="/_links/next/href"),
    ),
    "an offset": (
        {"offset": NUMBER, "limit": {**NUMBER, "maximum": 50}},
        has(things=LIST, totalCount=NUMBER),
        Pagination(
            "offset", parameter="offset", items="/things", total="/totalCount", size="limit", first=0
        ),
    ),
    "an offset of SCIM": (
        {"startIndex": NUMBER, "count": NUMBER},
        has(Resources=LIST, totalResults=NUMBER, schemas={"type": "array", "items": TEXT}),
        Pagination(
            "offset", parameter="startIndex", items="/Resources", total="/totalResults", first=1
        ),
    ),
    "a number from 0": (
        {"page": {**NUMBER, "minimum": 0}, "size": NUMBER},
        has(content=LIST, last=BOOLEAN, totalPages=NUMBER, totalElements=NUMBER),
        Pagination(
            "page", parameter="page", items="/content", done="/last", total="/totalElements",
            pages="/totalPages", first=0,
        ),
    ),
    "a number in brackets": (
        {"page[number]": NUMBER, "page[size]": NUMBER},
        has(data=LIST),
        Pagination("page", parameter="page[number]", items="/data", first=1),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_list_in_pages_is_found(tmp_path: Path, name: str) -> None:
    parameters, answer, wanted = PAGES[name]
    assert found(tmp_path, document(parameters, answer)) == wanted


def test_headers_say_it_too(tmp_path: Path) -> None:
    linked = document({"page": NUMBER, "per_page": NUMBER}, LIST, ("Link",))
    assert found(tmp_path, linked) == Pagination("link", items="")

    token = found(tmp_path, document({"cursor": TEXT}, LIST, ("X-Next-Cursor",)))
    assert token == Pagination("cursor", parameter="cursor", items="", next_header="X-Next-Cursor")

    counted = found(tmp_path, document({"skip": NUMBER, "take": NUMBER}, LIST, ("X-Total-Count",)))
    assert counted is not None
    assert (counted.style, counted.total_header) == ("offset", "X-Total-Count")


ORDINARY: dict[str, dict[str, Any]] = {
    "a page without a list": document({"page": NUMBER, "size": NUMBER}, has(text=TEXT)),
    "a list, and a page that may be one of a book": document({"page": NUMBER}, has(words=LIST)),
    "a list that is no list of results": document(
        {"page": NUMBER, "size": NUMBER}, has(errors=LIST)
    ),
    "two lists": document({"page": NUMBER, "size": NUMBER}, has(left=LIST, right=LIST)),
    "a token that no parameter takes": document({}, has(items=LIST, nextPageToken=TEXT)),
    "a parameter without a token": document({"cursor": TEXT}, has(items=LIST)),
    "times": document({"start": NUMBER, "end": NUMBER, "limit": NUMBER}, has(items=LIST)),
    "an offset without a size": document({"offset": NUMBER}, has(items=LIST)),
    "an offset that is a text": document({"offset": TEXT, "limit": NUMBER}, has(items=LIST)),
    "no items with ids": document(
        {"after": TEXT}, has(items={"type": "array", "items": TEXT}, has_more=BOOLEAN)
    ),
    "a search": document({"cursor": TEXT}, has(items=LIST, next_cursor=TEXT), method="post"),
    "an address where a token would be": document({"cursor": TEXT}, has(items=LIST, cursor=URI)),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_operation_is_left_alone(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, ORDINARY[name]) is None


def test_of_several_lists_the_path_or_the_name_decides(tmp_path: Path) -> None:
    size = {"page": NUMBER, "size": NUMBER}
    by_path = found(tmp_path, document(size, has(things=LIST, others=LIST)))
    by_name = found(tmp_path, document(size, has(results=LIST, others=LIST)))

    assert by_path is not None
    assert by_path.items == "/things"
    assert by_name is not None
    assert by_name.items == "/results"


DECLARED: dict[str, tuple[str, Any, str]] = {
    "ours": (
        "x-clientloom-pagination",
        {"style": "cursor", "parameter": "q", "next": "a.b", "items": "/found", "first": 1},
        'Cursor("q", "/a/b") lambda page: page.found',
    ),
    "speakeasy, by a token": (
        "x-speakeasy-pagination",
        {
            "type": "cursor",
            "inputs": [{"name": "q", "in": "parameters", "type": "cursor"}],
            "outputs": {"nextCursor": "$.a.b", "results": "$.found"},
        },
        'Cursor("q", "/a/b") lambda page: page.found',
    ),
    "speakeasy, by the last item": (
        "x-speakeasy-pagination",
        {
            "type": "cursor",
            "inputs": [{"name": "q", "in": "parameters", "type": "cursor"}],
            "outputs": {"nextCursor": "$.found[-1].id"},
        },
        'Cursor("q", last="/id") lambda page: page.found',
    ),
    "speakeasy, by a number": (
        "x-speakeasy-pagination",
        {
            "type": "offsetLimit",
            "inputs": [
                {"name": "n", "in": "parameters", "type": "page"},
                {"name": "limit", "in": "parameters", "type": "limit"},
            ],
            "outputs": {"results": "$.found", "numPages": "$.a.pages"},
        },
        'PageNumber("n", size="limit", pages="/a/pages") lambda page: page.found',
    ),
    "speakeasy, by an address": (
        "x-speakeasy-pagination",
        {"type": "url", "outputs": {"nextUrl": "$.a.b", "results": "$.found"}},
        'NextUrl("/a/b") lambda page: page.found',
    ),
    "fern, by a token": (
        "x-fern-pagination",
        {"cursor": "$request.q", "next_cursor": "$response.a.b", "results": "$response.found"},
        'Cursor("q", "/a/b") lambda page: page.found',
    ),
    "fern, by an offset": (
        "x-fern-pagination",
        {"offset": "$request.n", "step": "$request.limit", "results": "$response.found"},
        'Offset("n", size="limit") lambda page: page.found',
    ),
    "none": ("x-clientloom-pagination", False, ""),
}
SEARCH = has(found=LIST, a=has(b=TEXT, pages=NUMBER))


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_declared_is_used(tmp_path: Path, name: str) -> None:
    key, value, wanted = DECLARED[name]
    parameters = {"q": TEXT, "n": NUMBER, "limit": NUMBER}
    assert source(tmp_path, document(parameters, SEARCH, **{key: value})) == wanted


def test_the_configuration_goes_first(tmp_path: Path) -> None:
    node = document({"page": NUMBER, "size": NUMBER}, has(items=LIST), path="/t")
    assert source(tmp_path, node) == 'PageNumber("page") lambda page: page.items'
    assert source(tmp_path, node, pagination={"listThings": False}) == ""
    own = {"listThings": {"style": "page", "parameter": "page", "first": 0}}
    assert (
        source(tmp_path, node, pagination=own)
        == 'PageNumber("page", first=0) lambda page: page.items'
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"style": "token"}, '"style" must be one of cursor, offset, page, link, url'),
        ({"style": "page"}, 'needs a "parameter"'),
        ({"style": "cursor", "parameter": "q"}, 'needs "next", "next_header" or "last_item"'),
        ({"style": "page", "parameter": "q", "step": "x"}, '"step" is not one of its keys'),
        ({"style": "page", "parameter": "other"}, 'there is no parameter "other"'),
        ({"style": "page", "parameter": "q", "items": "a.b"}, 'the answer has no list at "/a/b"'),
        ("yes", "it must be an object or false"),
    ],
)
def test_what_is_declared_wrongly_is_an_error(tmp_path: Path, value: Any, message: str) -> None:
    node = document({"q": TEXT}, SEARCH, **{"x-clientloom-pagination": value})
    with pytest.raises(ClientloomError, match="x-clientloom-pagination") as caught:
        source(tmp_path, node)
    assert message in str(caught.value)


def test_an_operation_that_is_configured_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ClientloomError, match='there is no operation "listPets"'):
        source(tmp_path, document({}, LIST), pagination={"listPets": False})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"success": ["done"]}, 'it needs a "field"'),
        ({"field": "state"}, 'it needs values of "success"'),
        (
            {"field": "state", "success": ["a"], "factor": 0.5},
            '"factor" must be a number of at least 1',
        ),
        ({"field": "state", "success": ["a"], "until": 1}, '"until" is not one of its keys'),
    ],
)
def test_a_waiter_that_is_declared_wrongly_is_an_error(
    tmp_path: Path, value: Any, message: str
) -> None:
    with pytest.raises(ClientloomError, match="x-clientloom-wait") as caught:
        source(tmp_path, document({}, has(state=TEXT), **{"x-clientloom-wait": value}))
    assert message in str(caught.value)
