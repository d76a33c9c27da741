"""A tree of text files as a value, and what has to happen so that the disk becomes equal to it.

Generation returns a tree; `check` compares it with the disk and `generate` writes it. Everything is
checked before anything is touched: equal bytes stay as they are, and nothing outside the root is
ever written or removed.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from clientloom.errors import ClientloomError, Problem, printable

Tree: TypeAlias = Mapping[str, str]
"""Text by path; paths are relative to the output root, with forward slashes on every system."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs between two trees."""

    path: str
    kind: Literal["added", "changed", "removed"]
    old: str
    new: str


def read(root: Path, prefixes: Iterable[str]) -> Tree:
    """Return the files below a root that a prefix names: a file, or all files of a folder.

    Bytes that are no UTF-8 come back as escapes, so that a damaged file shows up as a changed one.
    """
    tree: dict[str, str] = {}
    for prefix in sorted(set(prefixes)):
        try:
            # In a loop over ten thousand files, pathlib takes longer than the files do.
            with open(os.path.join(root, prefix), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
                tree[prefix] = _text(file.read())
        except (IsADirectoryError, PermissionError):  # the latter for a folder on Windows
            if not (root / prefix).is_dir():
                raise
            for path in sorted((root / prefix).rglob("*")):
                if path.is_file():
                    tree[path.relative_to(root).as_posix()] = _text(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            continue
    return tree


def _text(content: bytes) -> str:
    return content.decode("utf-8", "backslashreplace")


def compare(old: Tree, new: Tree) -> list[Change]:
    """Return what has to happen to the old tree so that it becomes the new one, by path."""
    return list(_compare(old, new))


def _compare(old: Tree, new: Tree) -> Iterator[Change]:
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield Change(path, "added", "", new[path])
        elif path not in new:
            yield Change(path, "removed", old[path], "")
        elif old[path] != new[path]:
            yield Change(path, "changed", old[path], new[path])


def unified_diff(change: Change, root: str = "generated") -> str:
    """Return a change as a unified diff; the left side is the file below `root`, as it is there."""
    import difflib

    old, new = change.old.splitlines(keepends=True), change.new.splitlines(keepends=True)
    name = change.path if root in ("", ".") else f"{root}/{change.path}"
    lines = difflib.unified_diff(old, new, name, "(fresh)")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def changes_to(
    root: Path, tree: Tree, owned: Iterable[str] = (), disk: Tree | None = None
) -> list[Change]:
    """Return what has to happen to the files below a root so that they become a tree.

    :param root: the output root
    :param tree: the files to write, in UTF-8, with the newlines that they have
    :param owned: the paths that an earlier run wrote; those that are not in the tree are to go; no
        other file is ever removed
    :param disk: all of these files as they are, where they have been read
    :raises ClientloomError: if a path leads out of the root or collides with another
    """
    stale = set(owned) - tree.keys()
    problems = [
        *_unsafe_paths(root, tree.keys() | stale),
        *_collisions(root, tree.keys(), stale),
    ]
    if problems:
        raise ClientloomError(*problems)
    return compare(read(root, tree.keys() | stale) if disk is None else disk, tree)


def contents(root: Path, changes: Iterable[Change]) -> dict[Path, bytes | None]:
    """Return changes as `journal.commit` takes them."""
    return {root / c.path: None if c.kind == "removed" else c.new.encode() for c in changes}


_NO_NAMES = frozenset(("", ".", ".."))


def is_safe(path: str) -> bool:
    """Whether a path stays below the root that it is relative to, on every system."""
    return (
        _NO_NAMES.isdisjoint(path.split("/"))
        and "\\" not in path
        and ":" not in path
        and path.isprintable()
    )


def _unsafe_paths(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    folders: dict[str, bool] = {}
    for path in sorted(paths):
        folder = path.rpartition("/")[0]
        if not is_safe(path):
            yield Problem(f'"{path}" is not a path that may be written.')
            continue
        if folder not in folders:
            folders[folder] = _stays_inside(root, folder)
        if not folders[folder]:
            yield Problem(f'"{printable(path)}" leads out of {root} through a symbolic link.')


def _stays_inside(root: Path, path: str) -> bool:
    """Whether no folder on the way to a folder, or this one, is a link to a place outside the root."""
    folder = root
    for part in path.split("/") if path else ():
        folder /= part
        if folder.is_symlink() and not folder.resolve().is_relative_to(root.resolve()):
            return False
        if not folder.exists():
            return True
    return True


def _collisions(root: Path, paths: Set[str], stale: Set[str]) -> Iterator[Problem]:
    """Yield the paths that need a folder where there is a file, or the other way round."""
    needed = {parent for path in paths for parent in _parents(path)}
    for path in sorted(paths & needed):
        yield Problem(f'"{path}" is both a file and a folder.')
    for folder in sorted(needed - stale):
        if is_safe(folder) and (root / folder).exists() and not (root / folder).is_dir():
            yield Problem(f'"{folder}" is a file, and a folder is needed there.')
    for path in sorted(paths):
        if is_safe(path) and (root / path).is_dir():
            inside = read(root, [path]).keys()
            if not inside or not inside <= stale:
                yield Problem(f'"{path}" is a folder, and a file is to be written there.')


def _parents(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts)))


def write_text(path: Path, text: str) -> None:
    """Write one file in one step; a file with the same bytes is left alone."""
    with suppress(OSError):
        if path.read_bytes() == text.encode():
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(text.encode())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
