"""Keys: what of a document a change is about, in the same words on both sides.

A change of the document and what Python makes of it meet at their key.
"""

from __future__ import annotations

from typing import TypeAlias

from clientloom.api import Parameter

Key: TypeAlias = tuple[str, ...]


def operation_key(operation: str) -> Key:
    """An operation, by its id."""
    return ("operation", operation)


def parameter_key(operation: str, parameter: Parameter) -> Key:
    """A parameter of an operation."""
    return ("operation", operation, f"{parameter.location_in}:{parameter.name}")


def body_key(operation: str) -> Key:
    """The request body of an operation."""
    return ("operation", operation, "body")


def answer_key(operation: str) -> Key:
    """All that an operation answers."""
    return ("operation", operation, "answer")


def schema_key(schema: str) -> Key:
    """A named schema."""
    return ("schema", schema)


def sent_key(schema: str) -> Key:
    """What requests have in the place of a named schema, where that is another class."""
    return ("schema", schema, "sent")


def property_key(schema: str, name: str) -> Key:
    """A property of an object."""
    return ("schema", schema, f".{name}")


def value_key(schema: str, value: str | int) -> Key:
    """A value of a named list of values."""
    return ("schema", schema, f"={value!r}")


def tag_key(tag: str) -> Key:
    """A group of operations."""
    return ("tag", tag)


def scheme_key(scheme: str) -> Key:
    """A security scheme."""
    return ("scheme", scheme)


def server_key(url: str) -> Key:
    """A place where the API is."""
    return ("server", url)


def gone(key: Key) -> Key:
    """The key of what only the old side has: the new side may use the name for something else."""
    return ("-", *key)
