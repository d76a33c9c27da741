"""Files as they are at a git reference, written to a folder so that they can be read like any others."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path, PurePosixPath

from clientloom.errors import ClientloomError, Problem
from clientloom.git import run_git

SUFFIXES = frozenset({"", ".json", ".lock", ".toml", ".yaml", ".yml"})
"""What documents, overlays, configurations and locks are called. Nothing else is written."""


def is_reference(name: str, folder: Path) -> bool:
    """Whether git knows a name of a commit."""
    if not name or name.startswith("-"):
        return False
    command = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return run_git(command, folder).returncode == 0


def toplevel(folder: Path) -> Path:
    """The folder of the repository that a folder is in."""
    done = run_git(("rev-parse", "--show-toplevel"), folder)
    if done.returncode != 0:
        raise ClientloomError(Problem(f"{folder}: this is not in a git repository."))
    return Path(done.stdout.decode().rstrip("\n"))


def export(reference: str, path: PurePosixPath, target: Path, folder: Path) -> None:
    """Write the documents below a path at a reference into a folder, under their paths in the repository.

    :param folder: any folder of the repository
    """
    top = toplevel(folder)
    command = ["archive", "--format=tar", reference, "--"]
    done = run_git([*command, *([str(path)] if str(path) != "." else [])], top)
    if done.returncode != 0:
        message = f'there is no "{path}" at {reference}.'
        raise ClientloomError(
            Problem(message, hint="The path counts from the root of the repository.")
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [m for m in archive if m.isdir() or PurePosixPath(m.name).suffix in SUFFIXES]
        archive.extractall(target, members, filter="data")


def export_file(reference: str, path: Path, target: Path, folder: Path) -> None:
    """Write one file as it was at a reference, if it was there."""
    done = run_git(["show", f"{reference}:{path.as_posix()}"], toplevel(folder))
    if done.returncode == 0:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(done.stdout)
