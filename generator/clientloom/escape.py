"""Text of a document on its way into a file. The only ways in: a literal, a docstring, a comment, Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

# Everything that an editor, a terminal or Python itself could take for more than text: control characters, line and
# paragraph separators, and the marks that change the direction of what follows (Unicode Standard Annex 9).
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_JSON = json.JSONEncoder(ensure_ascii=False)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a value is an object of the document."""
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence)


def literal(value: Any) -> str:
    """A JSON value as a Python literal, strings in double quotes."""
    if isinstance(value, str):
        # JSON's string escapes are Python's, but for astral characters, which JSON writes as surrogate pairs.
        text = _JSON.encode(value)
        if text.isprintable():  # nothing that `_CONTROL` is for is printable
            return text
        return _CONTROL.sub(lambda m: f"\\u{ord(m.group()):04x}", text)
    if is_mapping(value):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if _is_sequence(value):
        if isinstance(value, tuple):
            return "(" + "".join(f"{literal(v)}, " for v in value).rstrip() + ")"
        return "[" + ", ".join(literal(v) for v in value) + "]"
    if (isinstance(value, float) and value in (float("inf"), float("-inf"))) or value != value:
        return f'float("{value}")'
    return repr(value)


def plain(text: str) -> str:
    """A text without control characters; line ends are newlines."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", "    ")


def line(text: str) -> str:
    """A text as one line."""
    return " ".join(plain(text).split())


def docstring(text: str, indent: int = 0) -> str:
    """A whole docstring with its quotes, its lines indented by `indent` spaces (PEP 257)."""
    lines = [each.rstrip() for each in plain(text).strip().split("\n")]
    safe = [each.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for each in lines]
    if len(safe) == 1:
        quoted = safe[0]
        if quoted.endswith('"'):  # a space keeps it apart, as formatters do
            before = quoted[:-1]
            escaped = (len(before) - len(before.rstrip("\\"))) % 2
            quoted = f'{before[: len(before) - escaped]}" '
        return f'"""{quoted}"""'
    margin = " " * indent
    body = "\n".join(margin + each if each else "" for each in safe[1:])
    return f'"""{safe[0]}\n{body}\n{margin}"""'


def comment(text: str) -> str:
    """A text that stays behind its `#`."""
    return line(text)


# What is markup within a line (CommonMark 0.31, GitHub's tables and strikethrough). An underscore within a word is
# none, and a bracket is none unless a link or the definition of one could follow.
_INLINE = re.compile(r"[\\`*~|]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])")

# What is markup at the beginning of a line: a heading, the line under one, a break; an item of a list.
_BLOCK = re.compile(r"#{1,6}(?:\s|$)|(?:=+|-+|(?:- *){3,})$")
_ITEM = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)))")


def markdown(text: str) -> str:
    """A text as one line of Markdown, in a table or outside, that shows what the text says and does nothing."""
    return _ITEM.sub(r"\1\\", _markdown_line(line(text)))


def prose(text: str) -> str:
    """A text as paragraphs and lists of Markdown; it can hold no other structure."""
    lines = [_markdown_line(each.strip()) for each in plain(text).strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _markdown_line(text: str) -> str:
    safe = _INLINE.sub(r"\\\g<0>", text)
    safe = re.sub(r"&(?=#?\w+;)", "&amp;", safe).replace("<", "&lt;").replace(">", "&gt;")
    return f"\\{safe}" if _BLOCK.match(safe) else safe
