"""Reading a document whose shape nobody guarantees: what is not where it should be counts as absent.

What that loses is said by the validation, or noted here. A reference is followed wherever one stands, also where
OpenAPI does not have any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from clientloom.document import Document, Location
from clientloom.document.data import is_list, is_object
from clientloom.errors import ClientloomError, Note

Node: TypeAlias = Mapping[str, Any]

NOTHING: Node = {}


class Reader:
    """A document, and what had to be noted while it was read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._notes: dict[tuple[Location, str], Note] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noted, each once."""
        return tuple(self._notes.values())

    def repair(self, location: Location, message: str, hint: str | None = None) -> None:
        """Note that something is wrong, and read as it is meant."""
        if (location, message) not in self._notes:
            problem = self.document.problem(location, message, hint)
            self._notes[location, message] = Note("repair", problem)

    def fallback(self, location: Location, message: str, hint: str | None = None) -> None:
        """Note that something is typed more loosely than the document has it."""
        if (location, message) not in self._notes:
            problem = self.document.problem(location, message, hint)
            self._notes[location, message] = Note("fallback", problem)

    def followed(self, node: Any, location: Location) -> tuple[Any, Location]:
        """What a node is, or refers to."""
        return self.document.follow(node, location)

    def step(self, node: Any, location: Location) -> tuple[Any, Location]:
        """What a node is, or what its reference leads to, which can be another reference."""
        return self.document.step(node, location)

    def object(self, node: Any, location: Location) -> tuple[Node, Location]:
        """An object, or one that is referred to. What stands beside a reference goes before what is behind it."""
        found, where = self.document.follow(node, location)
        if not is_object(found):
            return NOTHING, where
        if where != location and is_object(node) and len(node) > 1:
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            return {**found, **siblings}, where
        return found, where

    def optional(self, node: Any, location: Location) -> tuple[Node, Location]:
        """An object that may be missing, even where a reference promises it."""
        try:
            return self.object(node, location)
        except ClientloomError:
            return NOTHING, location

    def entries(
        self, owner: Node, location: Location, key: str
    ) -> Iterator[tuple[str, Any, Location]]:
        """The names, values and places in a map of an object."""
        if key in owner:
            found, where = self.followed_map(owner[key], location.child(key))
            if is_object(found):
                for name, value in found.items():
                    yield name, value, where.child(name)

    def items(self, owner: Node, location: Location, key: str) -> Iterator[tuple[Any, Location]]:
        """The items and places in a list of an object."""
        if key in owner:
            found, where = self.followed_map(owner[key], location.child(key))
            if is_list(found):
                for index, value in enumerate(found):
                    yield value, where.child(index)

    def followed_map(self, node: Any, location: Location) -> tuple[Any, Location]:
        """A map or list, or one that is referred to: a reference is text, an entry named `$ref` is not."""
        if is_object(node) and isinstance(node.get("$ref"), str):
            return self.document.follow(node, location)
        return node, location


def text(node: Any, key: str) -> str:
    """The text that an object has under a key; none where it has something else."""
    value = node.get(key) if is_object(node) else None
    return value if isinstance(value, str) else ""


def prose(node: Any) -> str:
    """The description of an object, and the address of what the document has elsewhere about it."""
    address = text(node.get("externalDocs") if is_object(node) else None, "url")
    parts = [text(node, "description").rstrip(), f"More at {address}" if address else ""]
    return "\n\n".join(filter(None, parts)) if address else text(node, "description")


def texts(node: Any, key: str) -> list[str]:
    """The words of a list. One word alone is a list of one."""
    value = node.get(key) if is_object(node) else None
    if isinstance(value, str):
        return [value]
    return [str(v) for v in value if isinstance(v, str | int | float)] if is_list(value) else []
