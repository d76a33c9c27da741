"""Plain data of a document, of which nobody has checked yet what it is.

The guards exist for the type checkers: after a bare `isinstance(value, dict)` they know nothing
about the keys, and in the data of a document those are always strings.
"""

from typing import Any, TypeGuard

from clientloom.errors import shorten


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is an object of JSON."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list of JSON."""
    return isinstance(value, list)


def object_or_empty(value: object) -> dict[str, Any]:
    """Return an object as it is, and an empty one for anything else."""
    return value if is_object(value) else {}


def list_or_empty(value: object) -> list[Any]:
    """Return a list as it is, and an empty one for anything else."""
    return value if is_list(value) else []


def describe(value: object) -> str:
    """Return what a value is, in the words of JSON, for a message: "an object", "a string"."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int():
            return "an integer"
        case float():
            return "a number"
        case str():
            return "a string"
        case _:
            return "a list" if is_list(value) else "an object"


def quote(value: object) -> str:
    """Return a value as JSON shows it, shortened, for a message."""
    match value:
        case str():
            return f'"{shorten(value)}"'
        case None | bool():
            return str(value).lower().replace("none", "null")
        case int() | float():
            return shorten(str(value))
        case _:
            return describe(value)
