"""Reading JSON: plain data fast, and positions only when somebody asks for one.

The standard parser builds the data. What it cannot say (where a key stands, which key came twice)
is found by a second look at the text, which happens only for a message.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from math import isfinite
from typing import Any, NoReturn

from clientloom.document.data import is_object, list_or_empty
from clientloom.document.limits import (
    MAX_DEPTH,
    MAX_DIGITS,
    REMOVE_ONE,
    TOO_DEEP,
    occurs_twice,
)
from clientloom.errors import ClientloomError, Position, Problem, format_pointer

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
NOT_JSON = "not valid JSON"
_DECODER = json.JSONDecoder()
SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _RefusedError(Exception):
    """The parser met something that is looked at more closely by `_faults`."""


def read(text: str, file: str) -> Any:
    """Return the data of a JSON text; raise a located ClientloomError for what is no plain JSON."""
    try:
        data = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise _syntax_error(error, file) from None
    except _RefusedError:
        _check_syntax(text, file)
        raise ClientloomError(*_faults(text, file)) from None
    except RecursionError:
        raise _too_deep_error(text, file) from None
    if _too_deep(data) or (SURROGATE.search(text) and not _is_text(_dumped(data))):
        problems = list(_faults(text, file))
        if problems:
            raise ClientloomError(*problems)
    return data


def _check_syntax(text: str, file: str) -> None:
    """Raise for a syntax error anywhere; `_faults` relies on brackets that match."""
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _syntax_error(error, file) from None
    except RecursionError:
        raise _too_deep_error(text, file) from None


def _syntax_error(error: json.JSONDecodeError, file: str) -> ClientloomError:
    message = f"{NOT_JSON}: {error.msg[:1].lower()}{error.msg[1:]}."
    return ClientloomError(Problem(message, Position(file, error.lineno, error.colno, "")))


def _too_deep_error(text: str, file: str) -> ClientloomError:
    problems = list(_faults(text, file))
    return ClientloomError(*(problems or [Problem(TOO_DEEP, Position(file, 1, 1, ""))]))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise _RefusedError
    return data


def _refuse(_: str) -> NoReturn:
    raise _RefusedError


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _RefusedError
    return number


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise _RefusedError
    return int(digits)


def _too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            for child in (node.values() if is_object(node) else list_or_empty(node))
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True


def _faults(text: str, file: str) -> Iterator[Problem]:
    """Yield what makes this text no document, in order; the text has the syntax of JSON."""
    lines = _Lines(text)
    path: list[str | int] = []
    """The keys of the containers that are open, and the key of the value to come."""
    seen: list[set[str] | None] = []
    """The keys of each open object; None for a list."""

    def problem(message: str, offset: int, hint: str | None = None) -> Problem:
        return Problem(message, Position(file, *lines.at(offset), format_pointer(path)), hint)

    expects_key = False
    for match in TOKEN.finditer(text):
        token, offset = match.group(), match.start()
        if token in "{[":
            if len(seen) == MAX_DEPTH:
                yield problem(TOO_DEEP, offset)
                return
            seen.append(set() if token == "{" else None)
            path.append("" if token == "{" else 0)
            expects_key = token == "{"
        elif token in "}]":
            seen.pop()
            path.pop()
            expects_key = False
        elif token == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            expects_key = seen[-1] is not None
        elif token == ":":
            expects_key = False
        elif token.startswith('"'):
            string: str = json.loads(token)
            if expects_key:
                keys = seen[-1] or set()
                path[-1] = string
                if string in keys:
                    yield problem(occurs_twice(string), offset, REMOVE_ONE)
                keys.add(string)
                seen[-1] = keys
            if not _is_text(string):
                yield problem("a string holds half of a surrogate pair.", offset)
        elif token in ("NaN", "Infinity", "-Infinity"):
            yield problem(f"{token} is not a number that JSON can express.", offset)
        elif token not in ("true", "false", "null"):
            if len(token) > MAX_DIGITS:
                yield problem(f"a number has {len(token)} digits.", offset)
            elif not isfinite(float(token)):
                yield problem(f"{token} is too large for a number.", offset)


def _dumped(data: Any) -> str:
    """All strings of a document, as they are: escaped pairs of surrogates have become characters."""
    return json.dumps(data, ensure_ascii=False)


def _is_text(string: str) -> bool:
    try:
        string.encode()
    except UnicodeEncodeError:
        return False
    return True


class JsonPositions:
    """Finds the line and column of a node in a JSON text that has been read without an error."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = _Lines(text)
        self._children: dict[int, dict[str | int, tuple[int, int]]] = {}

    def find(self, pointer: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the key or item; of the nearest one above if it is absent."""
        place = value = self._start
        for key in pointer:
            entry = self._entries(value).get(key)
            if entry is None:
                break
            place, value = entry
        return self._lines.at(place)

    @cached_property
    def _start(self) -> int:
        match = TOKEN.search(self._text)
        return match.start() if match else 0

    def _entries(self, start: int) -> dict[str | int, tuple[int, int]]:
        """Return the offsets of key and value for each child of the container at `start`."""
        if self._text[start] not in "{[":
            return {}
        if start not in self._children:
            scan = self._members if self._text[start] == "{" else self._items
            self._children[start] = dict(scan(start))
        return self._children[start]

    def _members(self, start: int) -> Iterator[tuple[str | int, tuple[int, int]]]:
        offsets = self._values(start)
        for key in offsets:
            yield json.loads(self._token(key)), (key, next(offsets))

    def _items(self, start: int) -> Iterator[tuple[str | int, tuple[int, int]]]:
        for index, offset in enumerate(self._values(start)):
            yield index, (offset, offset)

    def _values(self, start: int) -> Iterator[int]:
        """Yield the offset of each key and value; the parser, which is fast, says where each ends."""
        offset = start + 1
        search: Callable[[str, int], re.Match[str] | None] = TOKEN.search
        while (match := search(self._text, offset)) and match.group() not in "}]":
            offset = match.end()
            if match.group() not in ":,":
                yield match.start()
                if match.group() in "{[":
                    _, offset = _DECODER.raw_decode(self._text, match.start())

    def _token(self, offset: int) -> str:
        match = TOKEN.match(self._text, offset)
        return match.group() if match else ""


class _Lines:
    """Turns offsets into lines and columns."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
