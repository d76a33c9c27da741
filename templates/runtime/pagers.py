"""How a program walks a list in pages: all its items, or page by page, now or awaited.

A pager asks for a page, shows the answer to its walk, and learns what to ask for next. So it is one
page that is in memory, whatever the length of the list.
"""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .paging import Answer, Asked, Next, Paging

T = TypeVar("T")
M = TypeVar("M")

#: So many pages without an item, one after the other, are no list that goes on.
MOST_EMPTY_PAGES = 1000


@dataclass(frozen=True, slots=True)
class Page(Generic[T, M]):
    """One page of a list.

    items: its items
    body: the whole answer, as the API declares it
    next: what leads to the page after this one (a cursor, a number, an address); None for the last
    """

    items: list[T]
    body: M
    next: Next | None

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"<Page of {len(self.items)} items, next={self.next!r}>"


class Walk(Generic[T, M]):
    """The way from page to page."""

    def __init__(
        self, paging: Paging, items: Callable[[M], Iterable[T] | None], asked: Asked
    ) -> None:
        self._asked: Asked | None = asked
        self._error: Exception | None = None
        self._paging = paging
        self._items = items
        self._empty = 0
        # Whoever walks in a circle comes back to where he was after 1, 2, 4, 8 ... steps (Brent).
        self._seen = paging.current(asked)
        self._steps = 0
        self._lap: int = 1

    @property
    def asked(self) -> Asked | None:
        """The next call, None at the end. Raises what is wrong with the way to it."""
        if self._error is not None:
            raise self._error
        return self._asked

    def page(self, asked: Asked, answer: Answer[M]) -> Page[T, M]:
        """Return the page that was answered, and go on to the next."""
        items = [] if answer.body is None else list(self._items(answer.body) or ())
        following = self._paging.following(asked, answer, items)
        self._asked = None
        if following is not None:
            self._empty = 0 if items else self._empty + 1
            try:
                self._check(following, answer)
                self._asked = self._paging.ask(asked, answer, following)
            except Exception as error:  # the items of this page are good, and come first
                self._error = error
        return Page(items, answer.body, following)

    def _check(self, following: Next, answer: Answer[M]) -> None:
        """Raise an error where the pages have no end."""
        if following == self._seen:
            raise answer.error(f"the pages go round in a circle: {following!r} comes again")
        if self._empty > MOST_EMPTY_PAGES:
            raise answer.error(f"{MOST_EMPTY_PAGES} pages without an item, one after the other")
        self._steps += 1
        if self._steps == self._lap:
            self._seen, self._steps = following, 0
            self._lap *= 2


@dataclass(frozen=True, slots=True)
class Source(Generic[M]):
    """How pages are had: sent for, now or to be awaited, and read."""

    send: Callable[[Asked], Any]
    read: Callable[[Asked, Any], Answer[M]]


class Pager(Generic[T, M]):
    """A list that comes in pages. Iteration gives all items, and asks for pages as it needs them.

    first: the first page, which is there already
    """

    def __init__(self, source: Source[M], walk: Walk[T, M]) -> None:
        self._source = source
        self._walk = walk
        self.first: Page[T, M] = self._next(walk)

    def _next(self, walk: Walk[T, M]) -> Page[T, M]:
        asked = walk.asked
        assert asked is not None
        return walk.page(asked, self._source.read(asked, self._source.send(asked)))

    def pages(self) -> Iterator[Page[T, M]]:
        """Return the pages, one at a time."""
        yield self.first
        walk = copy.copy(self._walk)
        while walk.asked is not None:
            yield self._next(walk)

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def __repr__(self) -> str:
        return f"<Pager, first={self.first!r}>"


class AsyncPager(Generic[T, M]):
    """A list that comes in pages: `async for` gives all items, `await` the first page."""

    def __init__(self, source: Source[M], walk: Walk[T, M]) -> None:
        self._source = source
        self._walk = walk
        self._first: Page[T, M] | None = None

    async def _next(self, walk: Walk[T, M]) -> Page[T, M]:
        asked = walk.asked
        assert asked is not None
        return walk.page(asked, self._source.read(asked, await self._source.send(asked)))

    async def _begin(self) -> Page[T, M]:
        if self._first is None:
            walk = copy.copy(self._walk)
            self._first, self._walk = await self._next(walk), walk
        return self._first

    def __await__(self) -> Generator[Any, None, Page[T, M]]:
        return self._begin().__await__()

    async def pages(self) -> AsyncIterator[Page[T, M]]:
        """Return the pages, one at a time."""
        yield await self._begin()
        walk = copy.copy(self._walk)
        while walk.asked is not None:
            yield await self._next(walk)

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    def __repr__(self) -> str:
        return f"<AsyncPager, first={self._first!r}>"
