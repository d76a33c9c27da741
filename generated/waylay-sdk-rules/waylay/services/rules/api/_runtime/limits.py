"""Bounds of parameters and model fields, checked before they are sent and never on responses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .values import is_array, is_object


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a schema says about the size of a value (JSON Schema validation, section 6)."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    multiple_of: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False

    def violations(self, value: Any, disabled: Set[str] = frozenset()) -> list[str]:
        """Return what is wrong with a value in words; nothing for a value of another kind.

        disabled: keywords of the schema that are not checked, such as "maxLength"
        """
        return [message for keyword, message in self._violations(value) if keyword not in disabled]

    def _violations(self, value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            if self.ge is not None and not value >= self.ge:
                yield "minimum", f"must be greater than or equal to {self.ge}"
            if self.gt is not None and not value > self.gt:
                yield "exclusiveMinimum", f"must be greater than {self.gt}"
            if self.le is not None and not value <= self.le:
                yield "maximum", f"must be less than or equal to {self.le}"
            if self.lt is not None and not value < self.lt:
                yield "exclusiveMaximum", f"must be less than {self.lt}"
            # Decimal of the text, because 0.3 % 0.1 is not 0 in binary.
            if self.multiple_of and Decimal(str(value)) % Decimal(str(self.multiple_of)):
                yield "multipleOf", f"must be a multiple of {self.multiple_of}"
        elif isinstance(value, (str, bytes)):
            if self.min_length is not None and len(value) < self.min_length:
                yield "minLength", f"length must be greater than or equal to {self.min_length}"
            if self.max_length is not None and len(value) > self.max_length:
                yield "maxLength", f"length must be less than or equal to {self.max_length}"
            if self.pattern is not None and isinstance(value, str):
                pattern = _compiled(self.pattern)
                if pattern is not None and pattern.search(value) is None:
                    yield "pattern", f"must match the pattern {self.pattern}"
        elif is_array(value) or is_object(value):
            if self.min_items is not None and len(value) < self.min_items:
                yield "minItems", f"number of items must be at least {self.min_items}"
            if self.max_items is not None and len(value) > self.max_items:
                yield "maxItems", f"number of items must be at most {self.max_items}"
            if self.unique_items and _has_duplicates(list(value)):
                yield "uniqueItems", "items must be unique"


def _has_duplicates(items: list[Any]) -> bool:
    try:
        return len(set(items)) < len(items)
    except TypeError:  # dicts and lists have no hash
        return any(item in items[:position] for position, item in enumerate(items))


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern ready to search, None for one that must not or cannot run here.

    Patterns are ECMA-262 (JSON Schema, 6.3.3): `\\d` and `\\w` are ASCII, `$` is the very end, and
    some syntax does not exist in Python. The server checks too, so to skip one is safe.
    `/^a/`, with slashes as in a program, would match nothing: it means `^a`.
    """
    pattern = re.sub(r"^/(\^.*)/[a-z]*$", r"\1", pattern, flags=re.DOTALL)
    if _may_explode(pattern):
        return None
    try:
        return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


# An escape, a class, a group's start, its end with its quantifier, a quantifier or alternative.
_TOKEN = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|\(|\)(?:[*+]|\{\d+,?\d*\})?|[*+|]|\{\d+,",
    re.DOTALL,
)


def _may_explode(pattern: str) -> bool:
    """Tell whether matching could take exponential time: a repeated group that itself repeats.

    `(a+)+`, `(a|aa)*`: anything with a quantifier or an alternative within a repeated group is
    refused, which is more than the harmful ones.
    """
    open_groups: list[bool] = []  # for each open group: does it hold a quantifier or alternative?
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text == "(":
            open_groups.append(False)
        elif text[0] == ")":
            inner = open_groups.pop() if open_groups else False
            if inner and len(text) > 1:
                return True
            if open_groups:
                open_groups[-1] |= inner or len(text) > 1
        elif text[0] in "*+|{" and open_groups:
            open_groups[-1] = True
    return False
