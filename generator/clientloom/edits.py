"""Edits by hand in generated files: found by digest, and never lost without somebody saying so."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from clientloom.errors import ClientloomError, Problem, printable
from clientloom.lock import Entry, text_digest
from clientloom.merge import has_markers, merge
from clientloom.tree import Tree

Edits: TypeAlias = Literal["refuse", "overwrite", "merge"]
"""What becomes of edits by hand where the text is generated anew."""

HINT = """\
Undo the edit, or list the file in .clientloomignore to keep it out of generation.
`clientloom generate --merge` merges edits with what is generated, `--force` overwrites them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The tree that is to be on the disk, edits by hand included."""

    tree: Tree
    edited: Mapping[str, str] = field(default_factory=dict[str, str])
    """The texts of those files that keep edits."""
    conflicts: tuple[str, ...] = ()
    """Files in which somebody has to choose."""
    left: frozenset[str] = frozenset()
    """Files that are not generated any more, and stay for their edits."""


def accepted(disk: Tree, fresh: Tree, entry: Entry | None) -> Tree:
    """Return a fresh tree with the edits that were accepted before, where the fresh text is as it was then."""
    if entry is None:
        return fresh
    return {
        path: disk[path]
        if path in entry.edited
        and text_digest(disk.get(path, "")) == entry.edited[path]
        and text_digest(text) == entry.files.get(path)
        else text
        for path, text in fresh.items()
    }


def hand_edits(disk: Tree, written: Mapping[str, str], paths: Iterable[str]) -> list[str]:
    """Return those files that are not as they were written, by the digests of that."""
    return [p for p in sorted(paths) if p in disk and text_digest(disk[p]) != written.get(p)]


def keep_edits(
    disk: Tree,
    fresh: Tree,
    owned: Set[str],
    entry: Entry | None,
    written: Mapping[str, str],
    pristine: Mapping[str, bytes],
    edits: Edits,
    root: str,
) -> Kept:
    """Return what is to be written so that no edit is lost.

    :param disk: the files as they are
    :param fresh: the files as they are generated now
    :param owned: the files that the last run wrote
    :param entry: what the lock says of that run
    :param written: the digests of all files that any client wrote below the output root
    :param pristine: the files as they were generated then
    :param edits: what is to become of edits
    :param root: the output root, for messages
    :raises ClientloomError: if there are edits and nobody said what is to become of them, or one
        cannot be merged
    """
    wanted = dict(accepted(disk, fresh, entry))
    kept = {path: wanted[path] for path in wanted if wanted[path] != fresh[path]}
    touched = hand_edits(disk, written, fresh.keys() | owned)
    differing = [path for path in touched if disk[path] != wanted.get(path)]
    if edits == "overwrite":
        return Kept({path: fresh[path] for path in fresh})
    problems: list[Problem] = []
    conflicts: list[str] = []
    left: set[str] = set()
    for path in differing:
        name = printable(path if root in ("", ".") else f"{root}/{path}")
        if edits == "refuse":
            what = "edited" if path in written else "written"
            problems.append(Problem(f'"{name}" was {what} by hand.', hint=HINT))
        elif path not in fresh:
            left.add(path)
        elif has_markers(disk[path]):
            hint = "Resolve them first."
            problems.append(Problem(f'"{name}" has marks of conflicts.', hint=hint))
        else:
            # Without the pristine text, what the two have in common is all that is certain.
            base = pristine[path].decode() if path in pristine else ""
            result = merge(base, disk[path], fresh[path])
            wanted[path] = result.text
            if result.conflicts:
                conflicts.append(path)
            elif result.text != fresh[path]:
                kept[path] = result.text
    if problems:
        raise ClientloomError(*_briefly(problems))
    return Kept(wanted, kept, tuple(conflicts), frozenset(left))


def _briefly(problems: list[Problem]) -> list[Problem]:
    """Return problems of one kind with the hint at the last one only."""
    return [
        Problem(problem.message) if problem.hint == later.hint else problem
        for problem, later in zip(problems, [*problems[1:], Problem("")], strict=True)
    ]
