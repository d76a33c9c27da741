"""Writing many files in one step: after a kill at any moment, all of them are old or all are new.

What is to be written is staged below `.clientloom/` first. Then a journal is moved into its place,
which decides: from then on the files are moved to where they belong, and whoever comes later
finishes what was left of that. Before that moment nothing but the stage has changed.
"""

import json
import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from clientloom.errors import ClientloomError, Problem

FOLDER = ".clientloom"
"""The folder beside clientloom.lock that is clientloom's own."""

PENDING = "pending"
JOURNAL = "journal.json"


def commit(root: Path, output: Path, files: Mapping[Path, bytes | None]) -> None:
    """Write and remove files so that nobody ever finds a part of it.

    :param root: the folder of the project
    :param output: folders that are empty after a removal go too, up to this one
    :param files: what is to be in each file; None for a file that is to go
    :raises OSError: if something cannot be staged, and then nothing has changed
    """
    if not files:
        return
    with _alone(root):
        _finish(root)
        pending = root / FOLDER / PENDING
        pending.mkdir(parents=True)
        try:
            _stage(root, output, files)
        except BaseException:
            shutil.rmtree(pending, ignore_errors=True)
            _remove_if_empty(root / FOLDER)
            raise
        _finish(root)


def finish(root: Path) -> None:
    """Finish what an interrupted run had decided to write; forget what it had not."""
    if (root / FOLDER / PENDING).exists():
        with _alone(root):
            _finish(root)


def is_pending(root: Path) -> bool:
    """Whether an interrupted run had decided to write, and did not come to its end."""
    return (root / FOLDER / PENDING / JOURNAL).exists()


def _stage(root: Path, output: Path, files: Mapping[Path, bytes | None]) -> None:
    pending = root / FOLDER / PENDING
    moves: list[tuple[str, str | None]] = []
    for folder in dict.fromkeys(p.parent for p, content in files.items() if content is not None):
        if _is_free(folder):
            folder.mkdir(parents=True, exist_ok=True)
    for number, (path, content) in enumerate(sorted(files.items())):
        staged = None if content is None else str(number)
        if staged is not None and content is not None:
            (pending / staged).write_bytes(content)
        moves.append((os.path.relpath(path, root), staged))
    journal = {"output": os.path.relpath(output, root), "files": moves}
    draft = pending / f"{JOURNAL}.draft"
    draft.write_text(json.dumps(journal))
    draft.replace(pending / JOURNAL)


def _is_free(folder: Path) -> bool:
    """Whether a folder can be made already: nothing that has to go first is in its way."""
    return not any(parent.is_file() for parent in (folder, *folder.parents))


def _finish(root: Path) -> None:
    pending = root / FOLDER / PENDING
    try:
        journal: dict[str, Any] = json.loads((pending / JOURNAL).read_bytes())
    except FileNotFoundError:
        shutil.rmtree(pending, ignore_errors=True)
        return
    output = root / journal["output"]
    for path, staged in journal["files"]:
        if staged is None:
            _remove(root / path, output)
    left = {path.name for path in pending.iterdir()}
    moves = [(pending / staged, root / path) for path, staged in journal["files"] if staged in left]
    for folder in dict.fromkeys(target.parent for _, target in moves):
        folder.mkdir(parents=True, exist_ok=True)
    for staged_file, target in moves:
        _move(staged_file, target)
    (pending / JOURNAL).unlink()
    shutil.rmtree(pending, ignore_errors=True)
    _remove_if_empty(root / FOLDER)


def _move(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except OSError as error:
        if not target.exists() and not target.parent.exists():
            raise
        # Another file system: no move there is one step, but one from beside the target is.
        beside = target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp")
        try:
            shutil.copyfile(staged, beside)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise error from None
        staged.unlink()


def _remove(path: Path, output: Path) -> None:
    """Remove a file, and the folders above it that are empty now, up to the output root."""
    with suppress(NotADirectoryError):
        path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or not folder.is_relative_to(output):
            break
        if not _remove_if_empty(folder):
            break


def _remove_if_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


@contextmanager
def _alone(root: Path) -> Generator[None]:
    """Keep other runs out; the system lets them in when this one ends, however it ends."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # Windows, where nothing of this kind works on a folder
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = f"another run of clientloom is writing to {root}."
            raise ClientloomError(Problem(message, hint="Wait for its end.")) from None
        yield
    finally:
        os.close(handle)
