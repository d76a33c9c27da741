"""Lists in pages, found from the document: the rules of docs/pagination.md.

A list is taken for one in pages where the operation has a way to name a page *and* its answer has what belongs to
that way. Whatever is less than that is an ordinary operation: nobody wants to iterate over a list that never ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from clientloom.api import (
    UNSET,
    AliasShape,
    Api,
    ListOf,
    ObjectShape,
    Operation,
    Pagination,
    Parameter,
    Property,
    Reference,
    Scalar,
    Type,
    Union,
)
from clientloom.plan.media import body_class, returned, without_null

# Names are compared in lower case, without signs: `page_token`, `pageToken` and `page[token]` are one.


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


CURSORS = _names(
    """
    after aftercursor afterid bookmark continuationtoken continue continuetoken cursor endcursor iterator marker
    nextcursor nextmarker nextpagetoken nexttoken pageafter pagecursor pagetoken paginationcursor paginationtoken
    scrollid startcursor startingafter starttoken
    """
)
TOKENS = _names(
    """
    aftercursor continuationtoken continue continuetoken cursor cursornext endcursor iterator nextaftercursor
    nextbookmark nextcontinuationtoken nextcursor nextiterator nextmarker nextpagecursor nextpagetoken
    nextpaginationtoken nextstartcursor nexttoken nextscrollid paginationtoken scrollid lastid
    """
)
NESTED_TOKENS = TOKENS | {"after", "next"}
TOKEN_HEADERS = _names(
    "xnextcursor nextcursor xnextpagetoken nextpagetoken xcontinuationtoken xnexttoken xmscontinuation"
)
LAST_ITEM = _names("startingafter after afterid")
OFFSETS = _names("offset pageoffset skip start startat startindex")
NUMBERS = _names("page pageindex pageno pagenum pagenumber")
SIZES = _names(
    """
    count hits itemsperpage limit maxitems maxpagesize maxrecords maxresults pagelimit pagesize perpage resultsperpage
    rows size take top
    """
)
MORE = _names("hasmore hasmoreitems hasmoreresults hasnext hasnextpage moreavailable moreresults")
DONE = _names("done islast islastpage last")
TOTALS = _names(
    """
    numfound recordstotal total totalcount totalelements totalentries totalhits totalitemcount totalitems totalobjects
    totalrecords totalresults totalrows totalsize
    """
)
PAGES = _names("lastpage numberofpages numpages pagecount pagestotal totalpagecount totalpages")
TOTAL_HEADERS = _names(
    "totalcount xcount xpaginationtotalcount xtotal xtotalcount xtotalitems xtotalresults xtotalrecords"
)
PAGES_HEADERS = _names("xpagecount xpages xpaginationpagecount xtotalpages totalpages")
URLS = _names(
    "nexthref nextlink nextpagelink nextpageuri nextpageurl nexturi nexturl odatanextlink"
)
INTERVALS = _names("end endtime finish stop to until")

# Objects of an answer that say where a page stands, and those that hold the list itself.
ABOUT = _names(
    "cursor cursors links meta metadata page pageinfo pages pagination paging responsemetadata"
)
HOLDERS = _names("data embedded payload response result results")
LINKS = _names("links pagelinks paginglinks")
LISTS = _names(
    "content data elements entries hits items list members objects records resources results rows values"
)
NO_LISTS = _names(
    """
    aggregations columns errors facets fields filters headers includes included links messages orderby sort sorts tags
    warnings
    """
)
_DEPTH = 3


def plain(name: str) -> str:
    """A name without signs and capitals."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


@dataclass(frozen=True, slots=True)
class _Place:
    """A property somewhere in an answer."""

    name: str
    pointer: str
    type: Type
    above: str

    @property
    def is_text(self) -> bool:
        return isinstance(self.type, Scalar) and self.type.kind in ("string", "integer")

    @property
    def is_number(self) -> bool:
        return isinstance(self.type, Scalar) and self.type.kind in ("integer", "number")

    @property
    def is_boolean(self) -> bool:
        return self.type == Scalar("boolean")


def detect(api: Api, operation: Operation) -> Pagination | None:
    """How the list that an operation gives comes in pages; None for what is no such list."""
    body = returned(operation.responses)
    if operation.method.upper() != "GET" or not _is_json(operation):
        return None
    items = find_items(api, operation, body)
    if items is None:
        return None
    parameters = [p for p in operation.parameters if p.location_in == "query"]
    facts = _Facts(api, operation, body, items, parameters)
    for rule in (_by_cursor, _by_last_item, _by_url, _by_link, _by_offset, _by_number):
        found = rule(facts)
        if found is not None:
            return found
    return None


def find_items(api: Api, operation: Operation, body: Type) -> str | None:
    """The place of the one list that an answer is about; None where there is none, or more than one."""
    if isinstance(body, ListOf):
        return ""
    found = _lists(api, body, "")
    if not found:
        holders = list(_places(api, body, "", ""))
        if len(holders) > 1:
            holders = [p for p in holders if plain(p.name) in HOLDERS]
        found = [each for holder in holders for each in _lists(api, holder.type, holder.pointer)]
    if len(found) > 1:
        words = {plain(segment) for segment in operation.path.split("/") if "{" not in segment}
        for wanted in (words, LISTS):
            named = [each for each in found if plain(each.name) in wanted]
            if len(named) == 1:
                return named[0].pointer
        return None
    return found[0].pointer if found else None


def _lists(api: Api, of: Type, pointer: str) -> list[_Place]:
    return [
        place
        for place in _places(api, of, pointer, "")
        if isinstance(place.type, ListOf) and plain(place.name) not in NO_LISTS
    ]


def _places(api: Api, of: Type, pointer: str, above: str) -> Iterator[_Place]:
    """The properties of an object."""
    for each in properties(api, of):
        at = f"{pointer}/{each.name.replace('~', '~0').replace('/', '~1')}"
        yield _Place(each.name, at, without_null(each.type), above)


def properties(api: Api, of: Type) -> Sequence[Property]:
    """The properties of an object; nothing for another type."""
    of = without_null(of) if isinstance(of, Union) else of
    shape = api.schemas[of.name].shape if isinstance(of, Reference) else None
    return shape.properties if isinstance(shape, ObjectShape) else ()


def _is_json(operation: Operation) -> bool:
    successes = [r for r in operation.responses if r.status.startswith("2")]
    media = [m for r in successes or operation.responses for m in r.content]
    return any(body_class(m) == "Json" and m.item_type is None for m in media)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the rules look at."""

    api: Api
    operation: Operation
    body: Type
    items: str
    parameters: Sequence[Parameter]

    def parameter(
        self, names: frozenset[str], kinds: frozenset[str] = frozenset()
    ) -> Parameter | None:
        """The first query parameter of one of these names, and of one of these kinds."""
        for each in self.parameters:
            of = without_null(each.type)
            kind = of.kind if isinstance(of, Scalar) else ""
            if plain(each.name) in names and (not kinds or kind in kinds):
                return each
        return None

    @property
    def size(self) -> Parameter | None:
        """The parameter for the number of items in a page."""
        return self.parameter(SIZES, _NUMERIC)

    def about(self) -> Iterator[_Place]:
        """The properties that can say where a page stands: of the answer, and of objects in it that are about that."""
        yield from self._below(self.body, "", "", _DEPTH)

    def _below(self, of: Type, pointer: str, above: str, depth: int) -> Iterator[_Place]:
        inner: list[_Place] = []
        for place in _places(self.api, of, pointer, above):
            yield place
            holds = self.items.startswith(f"{place.pointer}/")
            if plain(place.name) in ABOUT or holds:
                inner.append(place)
        if depth > 1:
            for place in inner:
                word = plain(place.name)
                yield from self._below(place.type, place.pointer, word, depth - 1)

    def boolean(self, names: frozenset[str]) -> str | None:
        """The place of a boolean."""
        return next(
            (p.pointer for p in self.about() if p.is_boolean and plain(p.name) in names), None
        )

    def number(self, names: frozenset[str]) -> str | None:
        """The place of a number."""
        return next(
            (p.pointer for p in self.about() if p.is_number and plain(p.name) in names), None
        )

    def header(self, names: frozenset[str]) -> str | None:
        """A header that a successful answer may carry."""
        successes = [r for r in self.operation.responses if r.status.startswith("2")]
        found = (h.name for r in successes for h in r.headers)
        return next((name for name in found if plain(name) in names), None)


_NUMERIC = frozenset({"integer", "number", ""})
_TEXTUAL = frozenset({"string", "integer", ""})


def _by_cursor(facts: _Facts) -> Pagination | None:
    about = [p for p in facts.about() if p.is_text]
    for each in facts.parameters:
        # What an answer calls the next X is what the parameter X takes.
        named = [p for p in about if plain(p.name) == f"next{plain(each.name)}"]
        if named and not _is_uri(named[0].type):
            return _tokens(facts, each, named[0].pointer)
    cursor = facts.parameter(CURSORS, _TEXTUAL)
    if cursor is None:
        return None
    found = [
        p
        for p in about
        if plain(p.name) in (NESTED_TOKENS if p.above in ABOUT - LINKS else TOKENS)
        and not _is_uri(p.type)
    ]
    found.sort(key=lambda p: "next" not in plain(p.name))
    header = facts.header(TOKEN_HEADERS)
    if found:
        return _tokens(facts, cursor, found[0].pointer)
    return _tokens(facts, cursor, header=header) if header else None


def _tokens(
    facts: _Facts, cursor: Parameter, token: str | None = None, header: str | None = None
) -> Pagination:
    return Pagination(
        "cursor",
        parameter=cursor.name,
        items=facts.items,
        next=token,
        next_header=header,
        more=facts.boolean(MORE),
        done=facts.boolean(DONE),
    )


def _is_uri(of: Type) -> bool:
    return isinstance(of, Scalar) and of.format in ("uri", "url", "uri-reference")


def _by_last_item(facts: _Facts) -> Pagination | None:
    cursor, more = facts.parameter(LAST_ITEM, _TEXTUAL), facts.boolean(MORE)
    of = items_type(facts.api, facts.body, facts.items)
    if cursor is None or more is None or of is None or not _has_id(facts.api, of):
        return None
    return Pagination(
        "cursor", parameter=cursor.name, items=facts.items, last_item="/id", more=more
    )


def _has_id(api: Api, of: Type) -> bool:
    """Whether all values of a type have an id."""
    if isinstance(of, Union):
        return all(_has_id(api, each) for each in of.variants)
    shape = api.schemas[of.name].shape if isinstance(of, Reference) else None
    if isinstance(shape, AliasShape):
        return isinstance(shape.type, Union) and _has_id(api, shape.type)
    ids = (p for p in properties(api, of) if p.name == "id")
    return any(isinstance(without_null(p.type), Scalar) for p in ids)


def _by_url(facts: _Facts) -> Pagination | None:
    for place in facts.about():
        name = plain(place.name)
        in_links = place.above in LINKS
        is_uri = isinstance(place.type, Scalar) and place.type.format in (
            "uri",
            "url",
            "uri-reference",
        )
        if name in URLS or (name == "next" and (in_links or is_uri)):
            if isinstance(place.type, Scalar) and place.type.kind == "string":
                return Pagination("url", items=facts.items, next=place.pointer)
            href = [p for p in properties(facts.api, place.type) if p.name == "href"]
            if in_links and href:
                return Pagination("url", items=facts.items, next=f"{place.pointer}/href")
    return None


def _by_link(facts: _Facts) -> Pagination | None:
    if facts.header(frozenset({"link"})) is None:
        return None
    return Pagination("link", items=facts.items)


def _by_offset(facts: _Facts) -> Pagination | None:
    offset, size = facts.parameter(OFFSETS, _NUMERIC), facts.size
    if offset is None or size is None:
        return None
    if plain(offset.name) == "start" and facts.parameter(INTERVALS) is not None:
        return None  # a time, not a number of an item
    is_scim = plain(offset.name) == "startindex" and facts.items == "/Resources"
    first = _first(offset, 1 if is_scim else 0)
    return _numbered("offset", facts, offset, size, first)


def _by_number(facts: _Facts) -> Pagination | None:
    number, size = facts.parameter(NUMBERS, _NUMERIC), facts.size
    if number is None:
        return None
    found = _numbered("page", facts, number, size, _first(number, 1))
    signals = (
        found.more,
        found.done,
        found.total,
        found.total_header,
        found.pages,
        found.pages_header,
    )
    # Without more than its number, a page may be one of a book.
    return found if size is not None or any(signals) else None


def _numbered(
    style: Literal["offset", "page"],
    facts: _Facts,
    number: Parameter,
    size: Parameter | None,
    first: int,
) -> Pagination:
    total, pages = facts.number(TOTALS), facts.number(PAGES) if style == "page" else None
    return Pagination(
        style,
        parameter=number.name,
        items=facts.items,
        more=facts.boolean(MORE),
        done=facts.boolean(DONE),
        total=total,
        total_header=None if total else facts.header(TOTAL_HEADERS),
        pages=pages,
        pages_header=facts.header(PAGES_HEADERS) if style == "page" and not pages else None,
        # A page with less than was asked for is the last, if what was asked for is not cut down silently.
        size=size.name if size is not None and size.limits.le is not None else None,
        first=first,
    )


def _first(number: Parameter, otherwise: int) -> int:
    """The number of the first page: the default of the parameter, else its lowest value."""
    if number.default is not UNSET and type(number.default) is int:
        return number.default
    lowest = number.limits.ge
    return int(lowest) if lowest in (0, 1) else otherwise


def items_type(api: Api, body: Type, items: str) -> Type | None:
    """The type of the items of a list at a place; None where there is no list."""
    of: Type | None = body
    for step in items.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        found = next((p for p in properties(api, of) if p.name == name), None) if of else None
        of = None if found is None else found.type
    of = without_null(of) if of is not None else None
    return of.items if isinstance(of, ListOf) else None
