"""Signatures side by side: what both sides have is left out, so that a long one shows what changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from clientloom.diff.report import Change

_LONG = 100
"""From how many characters on a signature is shortened."""

MOST = 3
"""How many signatures a change shows; a field of a body may be an argument of many methods."""


def signature_lines(change: Change) -> Iterator[str]:
    """The old lines with a minus, the new ones with a plus, in pairs."""
    pairs = list(zip_longest(change.old.signatures, change.new.signatures, fillvalue=""))
    for old, new in pairs[:MOST]:
        before, after = shortened(old, new)
        yield from ([f"- {before}"] if before else [])
        yield from ([f"+ {after}"] if after else [])
    if len(pairs) > MOST:
        yield f"  (and {len(pairs) - MOST} more)"


def shortened(old: str, new: str) -> tuple[str, str]:
    """Two signatures without the arguments that they have in common, if they are long."""
    if not old or not new or max(len(old), len(new)) <= _LONG:
        return old, new
    one, other = split_signature(old), split_signature(new)
    return _without(one, set(other[1])), _without(other, set(one[1]))


def _without(parts: tuple[str, list[str], str], common: set[str]) -> str:
    head, arguments, rest = parts
    if not rest:
        return head
    shown: list[str] = []
    for argument in arguments:
        if argument not in common:
            shown.append(argument)
        elif shown[-1:] != ["…"]:
            shown.append("…")
    return f"{head}({', '.join(shown)}{rest}"


def split_signature(line: str) -> tuple[str, list[str], str]:
    """A signature as what stands before the arguments, the arguments, and the rest with its bracket."""
    head, bracket, rest = line.partition("(")
    if not bracket:
        return line, [], ""
    arguments: list[str] = []
    depth, start, quote = 0, 0, ""
    for index, letter in enumerate(rest):
        if quote:
            quote = "" if letter == quote and rest[index - 1] != "\\" else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}" and depth == 0:
            arguments.append(rest[start:index].strip())
            return head, [a for a in arguments if a], rest[index:]
        elif letter in ")]}":
            depth -= 1
        elif letter == "," and depth == 0:
            arguments.append(rest[start:index].strip())
            start = index + 1
    return line, [], ""
