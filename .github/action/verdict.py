"""Decide, after everything has been told, whether the job fails."""

from __future__ import annotations

import sys

from workflow import annotate, setting

PROBLEMS = {
    ("CHECK_STATE", "stale"): "The packages are out of date: run `clientloom generate` and commit.",
    ("CHECK_STATE", "failed"): "The packages could not be checked.",
    (
        "DIFF_STATE",
        "found",
    ): "There are changes that break callers, or may, and that nobody has accepted.",
    ("DIFF_STATE", "failed"): "The documents could not be compared.",
}


def main() -> int:
    """Fail with what is wrong."""
    found = [text for (name, state), text in PROBLEMS.items() if setting(name) == state]
    for text in found:
        annotate("error", "clientloom", text)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
