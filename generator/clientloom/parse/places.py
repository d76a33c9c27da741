"""Words for a place: what a schema is called that a reference leads to, and that is no component.

They are the words that the schema would have got where it stands, so that one name belongs to it from both sides.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from clientloom.document import Location
from clientloom.document.data import object_or_empty
from clientloom.parse.reading import Reader, text

_NAMED = frozenset({"properties", "patternProperties", "schemas", "dependentSchemas", "headers"})
"""Keywords whose next word is a name."""

_DEFINITIONS = frozenset({"$defs", "definitions"})

_ROLES = {
    "items": "item",
    "prefixItems": "item",
    "additionalProperties": "value",
    "unevaluatedProperties": "value",
    "requestBody": "request",
    "requestBodies": "request",
    "responses": "response",
    "parameters": "parameter",
    "itemSchema": "item",
}

_SILENT = frozenset(
    {"components", "schema", "paths", "webhooks", "allOf", "oneOf", "anyOf", "type", "pathItems"}
)


def words_of(reader: Reader, where: Location, *, whole: bool = False) -> tuple[str, ...]:
    """The words for a place.

    :param whole: with the media type, and with what a definition within a schema belongs to: both only matter where
        two schemas would share a name
    """
    words = list(_words(reader, where, whole=whole))
    if words:
        return tuple(words)
    return (where.file.stem,) if where.file != reader.document.location.file else ("document",)


def longer_words(reader: Reader, where: Location) -> Iterator[tuple[str, ...]]:
    """What tells a place from others that share its words: the best first, the last is its alone.

    They are those of its JSON pointer. A file's name is among them for other files than the document's own.
    """
    yield words_of(reader, where, whole=True)
    pointer = tuple(map(str, where.pointer))
    file = () if where.file == reader.document.location.file else (where.file.stem,)
    if pointer[:2] == ("components", "schemas"):
        yield (*file, *pointer[2:])
    yield (*file, *pointer)
    path = os.path.relpath(where.file, reader.document.location.file.parent)
    yield (*([path] if file else []), "#", *(key.replace(" ", "_ ") for key in pointer))


def _words(reader: Reader, where: Location, *, whole: bool) -> Iterator[str]:
    pointer = [str(key) for key in where.pointer]
    is_entry = where.file == reader.document.location.file
    if not whole:
        last = max(
            (i for i, key in enumerate(pointer) if key in _DEFINITIONS and i + 1 < len(pointer)),
            default=-1,
        )
        pointer = pointer[last + 1 :] if last > 0 or (last == 0 and not is_entry) else pointer
        if last >= 0:
            yield from pointer[:1]
            pointer = pointer[1:]
    elif not is_entry:
        yield where.file.stem
    if pointer[:1] == ["paths"] and len(pointer) > 2:
        yield _operation(reader, where, pointer[1], pointer[2])
        pointer = pointer[3:]
    keys = iter(pointer)
    for key in keys:
        if key == "content":
            media_type = next(keys, "")
            if whole:
                yield media_type.partition("/")[2]
        elif key == "responses":
            status = next(keys, "")
            if not status.startswith("2") and status:
                yield status
            yield "response"
        elif key in _NAMED or key in _DEFINITIONS:
            if (name := next(keys, None)) is not None:
                yield name
        elif key in _ROLES:
            yield _ROLES[key]
        elif key not in _SILENT and not key.isdigit():
            yield key


def _operation(reader: Reader, where: Location, path: str, method: str) -> str:
    root = object_or_empty(reader.document.data(where.file))
    item = object_or_empty(object_or_empty(root.get("paths")).get(path))
    return text(item.get(method), "operationId") or f"{method} {path}"
