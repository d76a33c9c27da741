"""What is costly and needed by many tests is made once, whichever process of pytest-xdist is first."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Make a folder in the first process that comes here; the others wait until it is done."""
    done, failed = folder.with_suffix(".done"), folder.with_suffix(".failed")
    try:
        folder.with_suffix(".begun").mkdir(parents=True)
    except FileExistsError:
        while not done.exists():
            if failed.exists():
                raise AssertionError(failed.read_text(encoding="utf-8")) from None
            time.sleep(0.05)
        return folder
    try:
        folder.mkdir()
        make(folder)
    except BaseException as error:
        failed.write_text(str(error), encoding="utf-8")
        raise
    done.touch()
    return folder
