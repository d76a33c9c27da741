"""The real documents that tests try, and which of them a run of the tests takes."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "shared" / "corpus"
DEV = FOLDER / "dev"
ALL = os.environ.get("CLIENTLOOM_CORPUS") == "all"
"""Whether time does not matter (`make corpus`)."""


def documents() -> list[Path]:
    """The documents in `dev`, of all versions; those that are a folder as the file to begin with."""
    found = sorted(DEV.iterdir()) if DEV.is_dir() else []
    return [_entry(path) if path.is_dir() else path for path in found]


def large() -> list[Path]:
    """The documents of GitHub and Stripe: 1,223 and 452 operations."""
    return sorted((FOLDER / "large").glob("*.json"))


def name_of(path: Path) -> str:
    """What to call a document: its path from the folder that it is in."""
    return str(path.relative_to(DEV)) if DEV in path.parents else path.name


def _entry(folder: Path) -> Path:
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.is_file()
    }
    return next(path for path, text in texts.items() if "openapi:" in text and "\npaths:" in text)
