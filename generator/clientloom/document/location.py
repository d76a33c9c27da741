"""Where a node stands in a document: a file and the keys that lead to the node."""

from pathlib import Path
from typing import NamedTuple

from clientloom.errors import format_pointer


class Location(NamedTuple):
    """A node of one file. The pointer holds unescaped keys: `("paths", "/v1/tasks", "get")`.

    A tuple, since every node of a document is looked up by one, several times.
    """

    file: Path
    pointer: tuple[str | int, ...] = ()

    def child(self, *keys: str | int) -> "Location":
        """Return the location below this one."""
        return Location(self.file, self.pointer + keys)

    def __str__(self) -> str:
        return format_pointer(self.pointer)
