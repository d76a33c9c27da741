"""The framings of streams: where an item begins and ends in bytes that come piece by piece.

An event stream has server-sent events (WHATWG HTML, 9.2), JSON Lines have a value in each line, a
JSON text sequence (RFC 7464) has one after each record separator. A splitter takes the pieces in
any size, cut anywhere, and gives what is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from .adapters import adapter

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SEPARATOR = b"\x1e"
# How a JSON text ends that cannot have been cut.
_WHOLE = (b'"', b"]", b"}", b" ", b"\t", b"\r", b"\n")


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event of an event stream.

    event: its type, "message" where the stream gives none
    data: its lines, joined by line breaks
    id: the last id that the stream gave, with this event or before; "" if there was none
    retry: milliseconds to wait before asking again, where the event says so
    """

    event: str = "message"
    data: str = ""
    id: str = ""
    retry: int | None = None

    def json(self) -> Any:
        """Return the data as what it is in JSON."""
        return adapter(Any).validate_json(self.data)


class Splitter(Protocol):
    """Finds the items of a stream."""

    def feed(self, piece: bytes) -> Iterable[Any]:
        """Take the next bytes, and return what they complete."""
        ...

    def end(self) -> Iterable[Any]:
        """Return what the end of the stream completes."""
        ...


class Lines:
    """Finds lines, which end in CR, LF or CRLF; given without that."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []
        self._after_return = False

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes, and return the lines that end in them.

        A line ends at CR: nobody can wait for an LF that may never come. If it comes, it is no
        line of its own.
        """
        if self._after_return and piece.startswith(b"\n"):
            piece = piece[1:]
            self._after_return = False
        if not piece:
            return []
        self._after_return = piece.endswith(b"\r")
        first, *others = _LINE_END.split(piece)
        self._begun.append(first)
        if not others:
            return []
        lines = [b"".join(self._begun), *others]
        self._begun = [lines.pop()]
        return lines

    def end(self) -> list[bytes]:
        """Return the last line, if it has no end."""
        last, self._begun = b"".join(self._begun), []
        return [last] if last else []


class Events:
    """Finds server-sent events. A begun one that the stream does not finish is none.

    last_id: the id to ask on from
    retry: milliseconds to wait before that, if the stream says so
    """

    def __init__(self, last_id: str = "", retry: int | None = None) -> None:
        self.last_id = last_id
        self.retry = retry
        self._lines = Lines()
        self._first = True
        self._id = last_id
        self._clear()

    def feed(self, piece: bytes) -> Iterator[ServerSentEvent]:
        """Take the next bytes, and return the events that end in them."""
        for line in self._lines.feed(piece):
            if self._first:
                self._first = False
                line = line.removeprefix(_BYTE_ORDER_MARK)
            if line:
                self._field(line)
                continue
            self.last_id = self._id
            if self._data:
                event = self._event or "message"
                yield ServerSentEvent(event, "\n".join(self._data), self._id, self._wait)
            self._clear()

    def end(self) -> Iterator[ServerSentEvent]:
        """Return nothing: an event ends with an empty line."""
        return iter(())

    def _clear(self) -> None:
        self._event = ""
        self._data: list[str] = []
        self._wait: int | None = None

    def _field(self, line: bytes) -> None:
        name, _, raw = line.partition(b":")  # a comment has no name
        value = raw.removeprefix(b" ").decode("utf-8", "replace")
        match name:
            case b"data":
                self._data.append(value)
            case b"event":
                self._event = value
            case b"id":
                if "\0" not in value:
                    self._id = value
            case b"retry":
                if value.isascii() and value.isdigit():
                    self.retry = self._wait = int(value)
            case _:
                pass


class JsonLines:
    """Finds JSON texts that have a line each. Empty lines are none."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []
        self._first = True

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes, and return the texts that end in them."""
        first, *others = piece.split(b"\n")
        self._begun.append(first)
        if not others:
            return []
        lines = [b"".join(self._begun), *others]
        self._begun = [lines.pop()]
        if self._first:
            self._first = False
            lines[0] = lines[0].removeprefix(_BYTE_ORDER_MARK)
        return [line for line in lines if line and not line.isspace()]

    def end(self) -> list[bytes]:
        """Return the last text, whose line needs no end."""
        return self.feed(b"\n")


class JsonSequence:
    """Finds the JSON texts of a sequence (RFC 7464), each after a record separator."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes, and return the texts that end in them.

        A text ends where another begins. To be given at once, it may also end at a line's end where
        it is whole.
        """
        first, *others = piece.split(_SEPARATOR)
        self._begun.append(first)
        found: list[bytes] = []
        for other in others:
            found += self._taken()
            self._begun = [other]
        if piece.endswith(b"\n"):
            text = b"".join(self._begun)
            self._begun = [text]
            if _is_json(text):
                found += self._taken()
        return found

    def end(self) -> list[bytes]:
        """Return the last text.

        A number or word that no white space follows may have been cut (RFC 7464, 2.4): it is given
        in a form that cannot be read.
        """
        return [text if text.endswith(_WHOLE) else text + b"\\" for text in self._taken()]

    def _taken(self) -> list[bytes]:
        text, self._begun = b"".join(self._begun), []
        return [text] if text.strip() else []


def _is_json(text: bytes) -> bool:
    try:
        adapter(Any).validate_json(text)
    except ValueError:
        return False
    return True
