"""One status line on a terminal while something takes longer than a second; silence elsewhere."""

import os
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TextIO

DELAY = 1.0
"""Seconds before the line appears for the first time."""

INTERVAL = 0.2
"""Seconds between two looks at the clock."""

ERASE = "\r\x1b[K"


class Progress:
    """Shows what is being done, on a terminal; the line is rewritten, and erased in the end.

    The line is drawn by a thread of its own, which writes past Python's buffers, so that a process
    that forks meanwhile inherits no lock that somebody holds.
    """

    def __init__(self, stream: TextIO, *, enabled: bool = True) -> None:
        self._stream = stream
        self._terminal = stream.fileno() if enabled and stream.isatty() else None
        self._start = time.monotonic()
        self._label: str | None = None
        self._is_drawn = False
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @contextmanager
    def step(self, label: str) -> Generator[None]:
        """Show a label for as long as the block runs."""
        if self._terminal is None:
            yield
            return
        with self._lock:
            self._label = label
        if self._thread is None:
            self._thread = threading.Thread(target=self._draw, daemon=True)
            self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._label = None
                if self._is_drawn:
                    self._write(ERASE)
                self._is_drawn = False

    def write(self, text: str) -> None:
        """Write something else to the stream, where the line is or would be; it is drawn again below."""
        with self._lock:
            if self._is_drawn:
                self._write(ERASE)
                self._is_drawn = False
            self._stream.write(text)
            self._stream.flush()

    def _draw(self) -> None:
        while True:
            time.sleep(INTERVAL)
            elapsed = time.monotonic() - self._start
            with self._lock:
                if self._label is not None and elapsed >= DELAY:
                    self._write(f"{ERASE}{self._label} … {elapsed:.0f} s")
                    self._is_drawn = True

    def _write(self, text: str) -> None:
        if self._terminal is not None:
            os.write(self._terminal, text.encode())
