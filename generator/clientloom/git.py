"""Running git, which is not always installed."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from clientloom.errors import ClientloomError, Problem

TIMEOUT = 120.0
"""Seconds that a command may take."""


def run_git(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a git command in a folder, and return what came of it, a failure too.

    :raises ClientloomError: if git is not installed
    """
    try:
        return subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=False, timeout=TIMEOUT
        )
    except FileNotFoundError:
        raise ClientloomError(Problem("git is not installed.")) from None
