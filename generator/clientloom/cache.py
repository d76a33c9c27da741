"""What earlier runs worked out, kept between runs: a store of texts by digest, in the user's cache folder.

It only ever saves work. Whoever asks it can make the answer anew, so it may vanish at any time, be read-only, damaged
or switched off (`CLIENTLOOM_CACHE=`), and nothing but the time that a run takes depends on it.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

VARIABLE = "CLIENTLOOM_CACHE"
"""The environment variable that names another folder; empty, it switches the cache off."""

_DAYS = 30
"""What nobody asked for in so many days is dropped."""

_AT_ONCE = 500
"""How many keys one question has; SQLite stops at 999 in its older versions."""


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for what is kept between runs, by the custom of the system; None if there is to be none."""
    named = environment.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    try:
        if sys.platform == "win32":
            base = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            # XDG Base Directory Specification: a relative path is to be ignored.
            named = environment.get("XDG_CACHE_HOME", "")
            base = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # nobody's home
        return None
    return base / "clientloom"


def key(*parts: str) -> str:
    """A key for what is made of these texts and of nothing else."""
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


class Cache:
    """Texts by key. Every failure looks like an empty cache."""

    def __init__(self, folder: Path | None) -> None:
        self._file = None if folder is None else folder / "texts.sqlite"

    def get(self, keys: Iterable[str]) -> dict[str, str]:
        """The texts that are known, of those that are asked for."""
        found: dict[str, bytes] = {}
        self._run(lambda connection: found.update(_read(connection, keys)))
        texts: dict[str, str] = {}
        for name, packed in found.items():
            with suppress(zlib.error, ValueError, TypeError):
                texts[name] = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        return texts

    def put(self, texts: Mapping[str, str]) -> None:
        """Keep texts, and drop those that nobody has asked for in a while."""
        if texts:
            self._run(lambda connection: _write(connection, texts))

    def _run(self, action: Callable[[sqlite3.Connection], object]) -> None:
        """Do something in one transaction; where it fails, it has no effect."""
        if self._file is None:
            return
        try:
            import sqlite3
        except ImportError:  # a Python that was built without it
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=10)) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS texts"
                    " (key TEXT PRIMARY KEY, text BLOB NOT NULL, used INTEGER NOT NULL)"
                )
                action(connection)
        except (OSError, sqlite3.OperationalError):  # locked, read-only, the disk is full
            return
        except sqlite3.DatabaseError:  # damaged
            with suppress(OSError):
                self._file.unlink()


def _read(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, bytes]:
    today = _today()
    found: dict[str, bytes] = {}
    aged: list[str] = []
    for some in _portions(dict.fromkeys(keys)):
        marks = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT key, text, used FROM texts WHERE key IN ({marks})", some)
        for name, text, used in rows:
            found[name] = text
            if used != today:
                aged.append(name)
    connection.executemany(
        "UPDATE texts SET used = ? WHERE key = ?", [(today, name) for name in aged]
    )
    return found


def _write(connection: sqlite3.Connection, texts: Mapping[str, str]) -> None:
    today = _today()
    rows = (
        (name, zlib.compress(text.encode("utf-8", "surrogatepass"), 1), today)
        for name, text in texts.items()
    )
    connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", rows)
    connection.execute("DELETE FROM texts WHERE used < ?", [today - _DAYS])


def _portions(keys: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(keys)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some


def _today() -> int:
    return int(time()) // 86_400
