"""Lists in pages as Python source: what a document or clientloom.toml declares, else what the rules find.

`page_rules` has the rules. Here their result, or what is declared, is held against the operation and written down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clientloom.api import Api, ListOf, Operation, Pagination, Reference, Type
from clientloom.config import Client
from clientloom.errors import ClientloomError, Problem
from clientloom.escape import literal
from clientloom.parse.extensions import PAGINATION, pagination_of
from clientloom.plan.media import returned, without_null
from clientloom.plan.names import Names
from clientloom.plan.page_rules import detect, find_items, items_type, properties
from clientloom.plan.streams import streaming


@dataclass(frozen=True, slots=True)
class Paged:
    """An operation that gives a page of a list.

    :param kind: the class of the runtime that leads from a page to the next; `expression` makes one
    :param items: a function that takes the items out of a page, as source
    :param item: the type of an item
    :param body: the type of a page
    :param parameters: the query parameters that name a page
    """

    kind: str
    expression: str
    items: str
    item: Type
    body: Type
    parameter: str

    @property
    def follows_links(self) -> bool:
        """Whether pages have addresses of their own."""
        return self.kind in ("LinkHeader", "NextUrl")


def all_paged(api: Api, client: Client, names: Names) -> dict[str, Paged]:
    """The operations of a document that give pages of lists, by their ids.

    :raises ClientloomError: if something is declared that the operation does not have
    """
    problems: list[Problem] = []
    configured = _configured(api, client, problems)
    found: dict[str, Paged] = {}
    for operation in api.operations:
        declared = configured.get(operation.id, operation.pagination)
        if declared is not None and declared.style == "none":
            continue
        pagination = declared or detect(api, operation)
        if pagination is None:
            continue
        made = _paged(api, operation, pagination, names)
        if isinstance(made, Paged):
            found[operation.id] = made
        elif declared is not None:
            problems.append(_problem(operation, declared, made))
    if problems:
        raise ClientloomError(*problems)
    return found


def _problem(operation: Operation, declared: Pagination, message: str) -> Problem:
    place = declared.location or operation.location
    source = PAGINATION if declared.location else f"pagination of {operation.id}"
    return Problem(f"{place.file.name} {place}: {source}: {message}")


def _configured(api: Api, client: Client, problems: list[Problem]) -> dict[str, Pagination]:
    by_id = {o.id: o for o in api.operations} | {
        o.operation_id: o for o in api.operations if o.operation_id
    }
    found: dict[str, Pagination] = {}
    for name, value in client.pagination.items():
        operation = by_id.get(name)
        pagination = pagination_of(value)
        if operation is None:
            problems.append(
                Problem(
                    f'clientloom.toml: pagination of {client.name}: there is no operation "{name}".',
                    hint="An operation is named by its operationId.",
                )
            )
        elif isinstance(pagination, str):
            message = f"clientloom.toml: pagination of {client.name}.{name}: {pagination}"
            problems.append(Problem(message))
        else:
            found[operation.id] = pagination
    return found


def _paged(api: Api, operation: Operation, pagination: Pagination, names: Names) -> Paged | str:
    """The source for an operation; or what is wrong with the declaration."""
    stream = streaming(api, operation.responses)
    if stream is not None and stream.alone:
        return "it answers with a stream, and with nothing else."
    body = returned(operation.responses)
    place = pagination.items if pagination.items is not None else find_items(api, operation, body)
    if place is None:
        return "the list cannot be told from the rest of the answer: say where it is (items)."
    item = items_type(api, body, place)
    if item is None:
        return f'the answer has no list at "{place}".'
    query = {p.name for p in operation.parameters}
    for name in (pagination.parameter, pagination.size or ""):
        if name and name not in query and not pagination.in_body:
            return f'there is no parameter "{name}".'
    if pagination.in_body and operation.body is None:
        return "there is no request body."
    kind, arguments = _expression(replace(pagination, items=place))
    return Paged(
        kind,
        f"{kind}({', '.join(arguments)})",
        f"lambda page: {_access(api, body, place, names)}",
        item,
        body,
        pagination.parameter,
    )


def _expression(of: Pagination) -> tuple[str, list[str]]:
    """The class of the runtime, and its arguments."""
    if of.style == "link":
        return "LinkHeader", []
    if of.style == "url":
        return "NextUrl", [literal(of.next or "")]
    given: Mapping[str, str | None] = {
        "header": of.next_header,
        "last": of.last_item,
        "size": of.size,
        "total": of.total,
        "total_header": of.total_header,
        "pages": of.pages,
        "pages_header": of.pages_header,
        "more": of.more,
        "done": of.done,
    }
    own = ("header", "last", "more", "done")
    numbers = ("size", "total", "total_header", "pages", "pages_header", "more", "done")
    known = own if of.style == "cursor" else numbers
    arguments = [literal(of.parameter)]
    if of.style == "cursor" and of.next is not None:
        arguments.append(literal(of.next))
    kind, usual = {"cursor": ("Cursor", None), "offset": ("Offset", 0), "page": ("PageNumber", 1)}[
        of.style
    ]
    if usual is not None and of.first is not None and of.first != usual:
        arguments.append(f"first={of.first}")
    arguments += [f"{key}={literal(given[key])}" for key in known if given[key] is not None]
    arguments += ["in_body=True"] if of.in_body else []
    return kind, arguments


def _access(api: Api, body: Type, place: str, names: Names) -> str:
    """The attribute that a place is. What may be missing on the way there is looked after."""
    of, source = body, "page"
    missing: list[str] = []
    for step in place.split("/")[1:]:
        wire = step.replace("~1", "/").replace("~0", "~")
        owner = without_null(of)
        assert isinstance(owner, Reference), "items_type found the list"
        prop = next(p for p in properties(api, owner) if p.name == wire)
        source = f"{source}.{names.fields[owner.name][wire]}"
        of = prop.type
        may_be_missing = not prop.required or without_null(of) != of
        if may_be_missing and not isinstance(without_null(of), ListOf):
            missing.append(f"{source} is not None")
    return f"{source} if {' and '.join(missing)} else None" if missing else source
