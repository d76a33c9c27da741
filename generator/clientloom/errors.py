"""The one error type of clientloom: what is wrong, where it stands, and what to do about it.

A stage that finds problems collects them and raises all of them in one `ClientloomError`, so that
a person who corrects a document sees everything in one run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file, in the form that editors and terminals turn into a link."""

    file: str
    """The file as a person would type it: relative to the working directory when below it."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    pointer: str
    """JSON Pointer (RFC 6901) as a fragment, `#/a/b~1c`; empty while a file has no structure."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place} {self.pointer}" if self.pointer else place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place and a hint how to get rid of it."""

    message: str
    position: Position | None = None
    hint: str | None = None

    def __str__(self) -> str:
        text = f"{self.position}: {self.message}" if self.position else self.message
        hints = self.hint.split("\n") if self.hint else []
        return "\n".join([printable(text), *(f"  {printable(line)}" for line in hints)])


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a document says wrongly or that cannot be said precisely, and is read all the same."""

    kind: Literal["repair", "fallback", "unused"]
    """A repair: the document is wrong, and what it means is plain. A fallback: a looser type.
    Unused: an action of an overlay that finds nothing to change."""
    problem: Problem


class ClientloomError(Exception):
    """Everything that is wrong with the input of a run, in order of position."""

    problems: tuple[Problem, ...]

    def __init__(self, *problems: Problem) -> None:
        self.problems = in_order(problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by file, line and column, without repetitions."""

    def key(problem: Problem) -> tuple[str, int, int]:
        position = problem.position
        return (position.file, position.line, position.column) if position else ("", 0, 0)

    return tuple(sorted(dict.fromkeys(problems), key=key))


def notes_in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes sorted by file, line and column, one for each place and message."""
    kept: dict[Problem, Note] = {}
    for note in notes:
        kept.setdefault(note.problem, note)
    return tuple(kept[problem] for problem in in_order(kept))


def format_pointer(keys: Iterable[str | int]) -> str:
    """Return the keys as a JSON Pointer in fragment form: `#/paths/~1v1~1tasks/get`."""
    escaped = (shorten(str(key), 200).replace("~", "~0").replace("/", "~1") for key in keys)
    return "".join(["#", *(f"/{key}" for key in escaped)])


def printable(text: str) -> str:
    r"""Return the text on one line, with control and direction characters as `\x..` escapes.

    Documents are quoted in messages; their text must not steer a terminal or reorder a line.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def shorten(text: str, limit: int = 80) -> str:
    """Return the text, cut to at most `limit` characters with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
