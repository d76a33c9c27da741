"""Put the report into the summary of the job."""

from __future__ import annotations

import sys

from message import message
from workflow import summarise


def main() -> int:
    """Say at least that all is well."""
    text = message("summary") or "The packages are up to date."
    summarise(f"{text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
