"""Programs run as processes of their own, and what each of them cost."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile


class FailedError(Exception):
    """A program ended with an error."""


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a process and its children, its peak of memory in MB, and what it printed."""

    seconds: float
    megabytes: float
    printed: str


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's variables; Python may keep what it compiled, as it does on everybody's machine."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **(more or {})}


def run(command: Sequence[str | Path], cwd: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end.

    :raises FailedError: with the end of what it printed, if it fails
    """
    with TemporaryFile() as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=environment(more),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode("utf-8", "replace").strip()
    if process.returncode != 0:
        raise FailedError(f"{command[0]}: {printed[-300:] or process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed)


def median(costs: Sequence[Cost]) -> Cost:
    """The cost in the middle, by time; the same of memory."""
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
        costs[0].printed,
    )


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    print(f"\n## {title}\n")
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    for row in (head, ["-" * width for width in widths], *rows):
        print(
            "| "
            + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            + " |"
        )
    print(end="", flush=True)
