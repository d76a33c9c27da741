"""Lists that come in pages: what leads from one page to the next.

`Cursor`, `Offset`, `PageNumber`, `LinkHeader` and `NextUrl` say how an operation names its next
page. They send nothing.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, Protocol, TypeVar, cast
from urllib.parse import urljoin, urlsplit

from .headers import HTTPHeaders
from .values import is_array, is_object

__all__ = [
    "Answer",
    "Asked",
    "Cursor",
    "LinkHeader",
    "Next",
    "NextUrl",
    "Offset",
    "PageNumber",
    "Paging",
    "pointed",
    "server_of",
]

T = TypeVar("T")
M = TypeVar("M")

#: What leads to a page: a cursor, the number of a page or of an item, an address.
Next = str | int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a path and the arguments of the call.

    address: the server, where a link led to the page; the client's own otherwise
    again: whether it is a page after the first
    """

    path: str
    arguments: tuple[Any, ...]
    address: str | None = None
    again: bool = False

    def fresh(self) -> list[Any]:
        """Return the arguments for one call: making a call can change them."""
        return [copy.copy(argument) for argument in self.arguments]

    def argument(self, name: str) -> Any:
        """Return the value of a parameter, None where it was left out."""
        found = next((a for a in self.arguments if getattr(a, "name", None) == name), None)
        value = getattr(found, "value", None)
        return value if isinstance(value, (str, int, float)) else None

    def with_argument(self, name: str, value: Next) -> Asked:
        """Return the same call with another value for a parameter."""

        def changed(argument: Any) -> Any:
            if getattr(argument, "name", None) != name:
                return argument
            argument = copy.copy(argument)
            # Cursors are opaque: a number in the answer can be a text in the query.
            argument.value = value if argument.type in (int, float, Any) else str(value)
            return argument

        return replace(self, arguments=tuple(map(changed, self.arguments)), again=True)

    def with_field(self, name: str, value: Next) -> Asked:
        """Return the same call with another value for a field of the body."""

        def changed(argument: Any) -> Any:
            return argument if hasattr(argument, "name") else argument.with_field(name, value)

        return replace(self, arguments=tuple(map(changed, self.arguments)), again=True)

    def field(self, name: str) -> Any:
        """Return what a field of the body has."""
        body = next((a for a in self.arguments if not hasattr(a, "name")), None)
        return pointed(getattr(body, "given", None), f"/{name}")


@dataclass(frozen=True, slots=True)
class Answer(Generic[M]):
    """A page as it came.

    url: where it came from
    error: what to raise where the answer leads nowhere, given a sentence
    at: returns the call of an address
    """

    body: M
    headers: HTTPHeaders
    url: str
    error: Callable[[str], Exception]
    at: Callable[[str], Asked]


# --- How an operation names its next page


class Paging(Protocol):
    """A way to name pages."""

    def current(self, asked: Asked) -> Next | None:
        """Return what names the page that is asked for; None for the first."""
        ...

    def following(self, asked: Asked, answer: Answer[Any], items: list[Any]) -> Next | None:
        """Return what names the page after the one that was answered; None after the last."""
        ...

    def ask(self, asked: Asked, answer: Answer[Any], following: Next) -> Asked:
        """Return the call that gives a page."""
        ...


@dataclass(frozen=True, slots=True)
class Cursor:
    """Pages by a token that the page before tells. Places in a body are JSON pointers (RFC 6901).

    parameter: what takes the token: a parameter, or with `in_body` a field of the body
    token: where an answer has the token of the next page
    header: the header that has it, instead
    last: where the last item has it, instead, such as "/id"
    more, done: where an answer says whether there is more, or whether it is the last
    """

    parameter: str
    token: str | None = None
    header: str | None = None
    last: str | None = None
    more: str | None = None
    done: str | None = None
    in_body: bool = False

    def current(self, asked: Asked) -> Next | None:
        """Return the token that is sent."""
        sent = asked.field(self.parameter) if self.in_body else asked.argument(self.parameter)
        return _name(sent)

    def following(self, asked: Asked, answer: Answer[Any], items: list[Any]) -> Next | None:
        """Return the token in the answer. Pages may be empty before the last."""
        if _is_last(answer.body, self.more, self.done):
            return None
        if self.header is not None:
            return _name(answer.headers.get(self.header))
        if self.last is not None:
            return _name(pointed(items[-1], self.last)) if items else None
        token = _name(pointed(answer.body, self.token or ""))
        # Some APIs repeat the token that they were given, when there is nothing more.
        return None if not items and token == self.current(asked) else token

    def ask(self, asked: Asked, answer: Answer[Any], following: Next) -> Asked:
        """Return the call with the token."""
        if self.in_body:
            return asked.with_field(self.parameter, following)
        return asked.with_argument(self.parameter, following)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What is shared by pages that are named by a number.

    parameter: what takes the number: a parameter, or with `in_body` a field of the body
    first: the number of the first
    size: the parameter for the number of items in a page, where the API says what it may be at most
    total, total_header: where an answer has the number of all items
    pages, pages_header: where it has the number of all pages
    more, done: where it says whether there is more, or whether it is the last
    """

    parameter: str
    first: int = 0
    size: str | None = None
    total: str | None = None
    total_header: str | None = None
    pages: str | None = None
    pages_header: str | None = None
    more: str | None = None
    done: str | None = None
    in_body: bool = False

    def current(self, asked: Asked) -> int:
        """Return the number that is asked for."""
        sent = asked.field(self.parameter) if self.in_body else asked.argument(self.parameter)
        number = _number(sent)
        return self.first if number is None else number

    def following(self, asked: Asked, answer: Answer[Any], items: list[Any]) -> int | None:
        """Return the next number, unless the answer says that it is the last, or has no items."""
        current = self.current(asked)
        if not items or _is_last(answer.body, self.more, self.done):
            return None
        total = _stated(answer, self.total, self.total_header)
        pages = _stated(answer, self.pages, self.pages_header)
        if total is not None and self.items_before(asked, current, len(items)) >= total:
            return None
        if pages is not None and self.pages_before(current) >= pages:
            return None
        more = None if self.more is None else pointed(answer.body, self.more)
        if total is None and pages is None and more is None and self.size is not None:
            size = _number(asked.argument(self.size))
            if size is not None and len(items) < size:
                return None  # what the caller asked for is allowed, and the page is not full
        return self.after(current, len(items))

    def items_before(self, asked: Asked, current: int, count: int) -> int:
        """Return how many items there are up to the end of a page."""
        raise NotImplementedError

    def pages_before(self, current: int) -> int:
        """Return how many pages there are up to the end of a page; 0 where nobody knows."""
        raise NotImplementedError

    def after(self, current: int, count: int) -> int:
        """Return the number after a page."""
        raise NotImplementedError

    def ask(self, asked: Asked, answer: Answer[Any], following: Next) -> Asked:
        """Return the call with the number."""
        if self.in_body:
            return asked.with_field(self.parameter, following)
        return asked.with_argument(self.parameter, following)


@dataclass(frozen=True, slots=True)
class Offset(_Numbered):
    """Pages by the number of their first item."""

    def items_before(self, asked: Asked, current: int, count: int) -> int:
        """Return the offset of the next page."""
        return current - self.first + count

    def pages_before(self, current: int) -> int:
        """Return 0: pages have no numbers."""
        return 0

    def after(self, current: int, count: int) -> int:
        """Return the offset of the next page: a page may have fewer items than were asked for."""
        return current + count


@dataclass(frozen=True, slots=True)
class PageNumber(_Numbered):
    """Pages by their number."""

    first: int = 1

    def items_before(self, asked: Asked, current: int, count: int) -> int:
        """Return the number of items up to here, as far as the size of a page is known."""
        before = current - self.first
        size = _number(asked.argument(self.size)) if self.size is not None else None
        return (size or 0) * before + count

    def pages_before(self, current: int) -> int:
        """Return the number of pages up to here."""
        return current - self.first + 1

    def after(self, current: int, count: int) -> int:
        """Return the next number."""
        return current + 1


class _Linked:
    """What is shared by pages whose addresses are in the page before."""

    __slots__ = ()

    def current(self, asked: Asked) -> Next | None:
        """Return None: the address of the first page is not compared."""
        return None

    def ask(self, asked: Asked, answer: Answer[Any], following: Next) -> Asked:
        """Return the call of an address, which must be on the server that gave it."""
        url = urljoin(answer.url, str(following))
        here, there = urlsplit(answer.url), urlsplit(url)
        if (here.scheme, there.scheme) == ("https", "http") and here.netloc == there.netloc:
            # A server behind a proxy may not know that it is reached by https.
            url, there = f"https{url[4:]}", here
        if there.scheme not in ("http", "https") or server_of(url) != server_of(answer.url):
            raise answer.error(
                f"the next page is at another server ({server_of(url)}): not followed"
            )
        return answer.at(url)


@dataclass(frozen=True, slots=True)
class LinkHeader(_Linked):
    """Pages by the `Link` header of the page before (RFC 8288)."""

    relation: str = "next"

    def following(self, asked: Asked, answer: Answer[Any], items: list[Any]) -> Next | None:
        """Return the target of the link."""
        return links(answer.headers.get("link", "")).get(self.relation)


@dataclass(frozen=True, slots=True)
class NextUrl(_Linked):
    """Pages by an address in the body of the page before.

    address: where it is, as a JSON pointer
    """

    address: str

    def following(self, asked: Asked, answer: Answer[Any], items: list[Any]) -> Next | None:
        """Return the address."""
        return _name(pointed(answer.body, self.address))


_LINK = re.compile(
    r"""<([^>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)"""
)
_LINK_PARAMETER = re.compile(r""";\s*([^\s=;,]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))""")


def links(field: str) -> dict[str, str]:
    """Return the targets of a Link header by relation: the first of each (RFC 8288, 3)."""
    found: dict[str, str] = {}
    for target, parameters in _LINK.findall(field):
        named: dict[str, str] = {}
        for name, quoted, token in _LINK_PARAMETER.findall(parameters):
            named.setdefault(name.lower(), quoted or token)
        if "anchor" in named:
            continue  # a link of something else
        for relation in named.get("rel", "").lower().split():
            found.setdefault(relation, target)
    return found


def pointed(value: Any, pointer: str) -> Any:
    """Return what a JSON pointer leads to, in a model or in plain data; None where it ends."""
    for step in pointer.split("/")[1:]:
        value = _member(value, step.replace("~1", "/").replace("~0", "~"))
    return value


def _member(value: Any, name: str) -> Any:
    if is_object(value):
        return value.get(name)
    if is_array(value):
        return None
    attribute = _attributes(cast("Any", type(value))).get(name)
    if attribute is not None:
        return getattr(value, attribute, None)
    extra = getattr(value, "model_extra", None)
    if is_object(extra) and name in extra:
        return extra[name]
    return None if hasattr(value, "model_extra") else getattr(value, name, None)


@cache
def _attributes(model: Hashable) -> dict[str, str]:
    """Return the names of a model's attributes by wire name."""
    fields = cast("dict[str, Any]", getattr(model, "model_fields", {}))
    return {field.alias or name: name for name, field in fields.items()}


def _name(value: Any) -> Next | None:
    """Return what can name a page; None for what says that there is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        return None
    return value


def _number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value)
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _stated(answer: Answer[Any], pointer: str | None, header: str | None) -> int | None:
    """Return a number that an answer states, in its body or in a header."""
    if pointer is not None:
        return _number(pointed(answer.body, pointer))
    return None if header is None else _number(answer.headers.get(header))


def _is_last(body: Any, more: str | None, done: str | None) -> bool:
    if more is not None and pointed(body, more) is False:
        return True
    return done is not None and pointed(body, done) is True


def server_of(url: str) -> str:
    """Return scheme, host and port of an address, without user name and password."""
    pieces = urlsplit(url)
    host = pieces.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = pieces.port
    usual = port is None or port == {"https": 443, "http": 80}.get(pieces.scheme)
    return f"{pieces.scheme}://{host}" + ("" if usual else f":{port}")
