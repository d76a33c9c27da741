"""Documents as YAML, in one way: entries of one level apart, long texts folded, quotes only where they must be.

What is written reads the same in YAML 1.1 and 1.2.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import yaml

from clientloom.document.data import is_list, is_object
from clientloom.document.yaml_text import BOOLEANS, INTEGER, NO_NUMBER, NULLS, REAL
from clientloom.reconstruct.ordering import ordered

WIDTH = 100

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "<<", "="})


def write(data: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """Return a document as YAML, its keys in their order."""
    lines = [*(f"# {comment}" for comment in comments), *_object(ordered(data), 0, ())]
    return "\n".join(lines) + "\n"


def _object(data: Mapping[str, Any], indent: int, keys: tuple[str, ...]) -> Iterator[str]:
    apart = keys in ((), ("paths",)) or (len(keys) == 2 and keys[0] == "components")
    for number, (key, value) in enumerate(data.items()):
        if number and (apart or keys == ("components",)):
            yield ""
        yield from _entry(f"{' ' * indent}{_inline(key)}:", value, indent, (*keys, key))


def _entry(head: str, value: Any, indent: int, keys: tuple[str, ...]) -> Iterator[str]:
    if is_object(value) and value:
        yield head
        yield from _object(value, indent + 2, keys)
    elif is_list(value) and value:
        yield head
        for item in value:
            yield from _item(item, indent + 2, keys)
    else:
        yield from _scalar(head, value, indent)


def _item(item: Any, indent: int, keys: tuple[str, ...]) -> Iterator[str]:
    dash = f"{' ' * indent}- "
    if is_object(item) and item:
        lines = _object(item, indent + 2, (*keys, "-"))
    elif is_list(item) and item:
        lines = (line for inner in item for line in _item(inner, indent + 2, (*keys, "-")))
    else:
        yield from _scalar(f"{' ' * indent}-", item, indent)
        return
    yield dash + next(lines)[indent + 2 :]
    yield from lines


def _scalar(head: str, value: Any, indent: int) -> Iterator[str]:
    margin = " " * (indent + 2)
    if isinstance(value, str):
        if _is_literal(value):
            yield f"{head} |-"
            yield from (f"{margin}{line}".rstrip() for line in value.split("\n"))
            return
        if len(head) + 1 + len(_inline(value)) > WIDTH and (lines := _folded(value, len(margin))):
            yield f"{head} >-"
            yield from (margin + line for line in lines)
            return
    yield f"{head} {_inline(value)}"


def _is_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0])
        and bool(lines[-1])
        and not lines[0].startswith(" ")
        and all(line == line.rstrip() and line.isprintable() for line in lines)
    )


def _folded(text: str, margin: int) -> list[str] | None:
    """Return the lines of a text that YAML puts together again; None if no such lines can be made."""
    if not text.isprintable() or text != text.strip():
        return None
    lines: list[str] = []
    line = ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and margin + len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _inline(value: Any) -> str:
    """Return a value on one line; JSON's escapes are YAML's."""
    if isinstance(value, str):
        if _is_plain(value):
            return value
        is_quotable = value.isprintable()
        return "'" + value.replace("'", "''") + "'" if is_quotable else json.dumps(value)
    if is_object(value) or is_list(value):
        return "{}" if is_object(value) else "[]"
    return json.dumps(value)


@lru_cache(maxsize=10_000)
def _is_plain(text: str) -> bool:
    """Whether a text is nothing but a text without quotes, for every version of YAML."""
    if not text or text != text.strip() or not text.isprintable():
        return False
    if text in NULLS or text in BOOLEANS or text.lower() in WORDS:
        return False
    if INTEGER.fullmatch(text) or REAL.fullmatch(text) or NO_NUMBER.fullmatch(text):
        return False
    resolvers: Mapping[str, Any] = yaml.SafeLoader.yaml_implicit_resolvers
    if any(pattern.match(text) for _, pattern in resolvers.get(text[0], ())):
        return False
    return (
        text[0] not in INDICATORS
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
    )
