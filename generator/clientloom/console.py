"""Printing text of documents, whatever the encoding of the terminal is."""

import sys


def say(text: str, end: str = "\n") -> None:
    """Print a text; what the encoding of the output does not have is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), end=end)
