"""Where a node stands in a document: a file and the keys that lead to the node."""

from dataclasses import dataclass
from pathlib import Path

from clientloom.errors import format_pointer


@dataclass(frozen=True, slots=True)
class Location:
    """A node of one file. The pointer holds unescaped keys: `("paths", "/v1/tasks", "get")`."""

    file: Path
    pointer: tuple[str | int, ...] = ()

    def child(self, *keys: str | int) -> "Location":
        """Return the location below this one."""
        return Location(self.file, self.pointer + keys)

    def __str__(self) -> str:
        return format_pointer(self.pointer)
