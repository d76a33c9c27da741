"""Merging edits by hand into text that was generated anew: a three-way merge by lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OURS, BETWEEN, THEIRS = "<<<<<<< edited by hand\n", "=======\n", ">>>>>>> generated\n"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, and how many conflicts are marked in it."""

    text: str
    conflicts: int


def has_markers(text: str) -> bool:
    """Whether conflicts of an earlier merge still stand in a text."""
    return f"\n{OURS}" in f"\n{text}" and f"\n{THEIRS}" in f"\n{text}"


def merge(base: str, edited: str, generated: str) -> Merged:
    """Take from both texts what they changed of their common base.

    Where both changed the same lines in different ways, both stand in the result, between markers.
    """
    lines, conflicts = list[str](), 0
    for ours, old, theirs in _regions(*map(_lines, (base, edited, generated))):
        if ours in (old, theirs):
            lines += theirs
        elif theirs == old:
            lines += ours
        else:
            conflicts += 1
            lines += [OURS, *_ended(ours), BETWEEN, *_ended(theirs), THEIRS]
    return Merged("".join(lines), conflicts)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _ended(lines: Sequence[str]) -> list[str]:
    """Return lines of which the last one ends, too."""
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]


def _regions(
    base: Sequence[str], edited: Sequence[str], generated: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """Yield the texts piece by piece, as (edited, base, generated): alike in all three, or not."""
    ours, theirs = _matches(base, edited), _matches(base, generated)
    at_base = at_ours = at_theirs = 0
    for line in range(len(base) + 1):
        end = line == len(base)
        if not end and not (line in ours and line in theirs):
            continue
        here, there = (len(edited), len(generated)) if end else (ours[line], theirs[line])
        if (line, here, there) != (at_base, at_ours, at_theirs):
            yield edited[at_ours:here], base[at_base:line], generated[at_theirs:there]
        if not end:
            same = (base[line],)
            yield same, same, same
            at_base, at_ours, at_theirs = line + 1, here + 1, there + 1


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return which line of the other text each line of the base is, where it is still there."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {a + i: b + i for a, b, size in blocks for i in range(size)}
