"""Texts for patterns: what a schema's regular expression matches, for examples of strings."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterator
from typing import Any

# No longer text is spelled, whatever a pattern repeats.
_LONGEST = 1000


def matches(pattern: str, text: str) -> bool | None:
    """Whether a pattern finds a text; None for a pattern that Python does not know, or that could take long."""
    parts = _parsed(pattern)
    if parts is None or _may_explode(parts, repeated=False):
        return None
    return re.search(pattern, text, re.ASCII) is not None


def spellings(pattern: str, length: int) -> Iterator[str]:
    """Texts that a pattern might match, about as long as asked for."""
    parts = _parsed(pattern)
    if parts is not None:
        for repeats in (1, 2, 4, 8, 16, length, length // 2 + 1, length // 3 + 1, 0):
            yield _spelled(parts, repeats)


def _parsed(pattern: str) -> Any:
    """The parts of a pattern, None for one that is no regular expression of Python."""
    parser: Any = importlib.import_module("re._parser")
    try:
        with warnings.catch_warnings(action="ignore"):
            re.compile(pattern, re.ASCII)
            return parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


def _may_explode(parts: Any, *, repeated: bool) -> bool:
    for operator, argument in parts:
        match str(operator):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                if repeated or _may_explode(argument[2], repeated=True):
                    return True
            case "SUBPATTERN":
                if _may_explode(argument[-1], repeated=repeated):
                    return True
            case "BRANCH":
                if repeated or any(_may_explode(each, repeated=False) for each in argument[1]):
                    return True
            case _:
                pass
    return False


def _spelled(parts: Any, repeats: int) -> str:
    text = ""
    for operator, argument in parts:
        match str(operator):
            case "LITERAL":
                text += chr(argument)
            case "NOT_LITERAL":
                text += "a" if argument != ord("a") else "b"
            case "ANY":
                text += "a"
            case "IN":
                text += _letter(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = argument
                piece = _spelled(inner, repeats)
                text += piece * min(max(least, repeats), most, _LONGEST)
            case "SUBPATTERN":
                text += _spelled(argument[-1], repeats)
            case "BRANCH":
                text += _spelled(argument[1][0], repeats)
            case _:
                pass
    return text[:_LONGEST]


def _letter(members: Any) -> str:
    """A character of a class such as `[a-z]`: a letter or a digit if it has one."""
    telling = [*range(97, 123), *range(65, 91), *range(48, 58), *range(32, 127)]
    return next((chr(c) for c in telling if _in_class(chr(c), members)), "")


def _in_class(char: str, members: Any) -> bool:
    found = negated = False
    for operator, argument in members:
        match str(operator):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found |= ord(char) == argument
            case "RANGE":
                found |= argument[0] <= ord(char) <= argument[1]
            case "CATEGORY":
                kind = str(argument).removeprefix("CATEGORY_")
                escapes = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
                escape = escapes.get(kind.removeprefix("NOT_"), "")
                found |= bool(re.match(escape, char, re.ASCII)) != kind.startswith("NOT_")
            case _:
                pass
    return found != negated
