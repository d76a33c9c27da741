"""One file of a document: its bytes, its data, and where each node of the data stands."""

import gc
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from clientloom.document import json_text
from clientloom.errors import ClientloomError, Position, Problem, format_pointer

SAVE_AS_UTF8 = "Save the file as UTF-8."
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Source:
    """A file that has been read. Positions are looked up only when a message needs one."""

    path: Path
    text: str
    data: Any
    is_json: bool
    content: bytes
    """The bytes that were read."""

    def position(self, pointer: Sequence[str | int]) -> Position:
        """Return where a key or an item stands; the nearest one above if there is none."""
        line, column = self._positions.find(pointer)
        return Position(display(self.path), line, column, format_pointer(pointer))

    @cached_property
    def _positions(self) -> Any:
        if self.is_json:
            return json_text.JsonPositions(self.text)
        from clientloom.document.yaml_text import YamlPositions

        with collector_paused():
            return YamlPositions(self.text)


def read(path: Path, content: bytes | None = None) -> Source:
    """Read a JSON or YAML file, told apart by what is in it.

    :param content: what is in the file, or is to be
    """
    file = display(path)
    raw = _read_bytes(path, file) if content is None else content
    text = _decode(raw, file)
    with collector_paused():
        data, is_json = _parse(text, path, file)
    return Source(path, text, data, is_json, raw)


def read_text(path: Path) -> str:
    """Read a text file, with the same errors as for a document."""
    file = display(path)
    return _decode(_read_bytes(path, file), file)


def display(path: Path) -> str:
    """Return a path as a person would type it: relative to the working directory when below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _read_bytes(path: Path, file: str) -> bytes:
    if not path.exists():
        raise ClientloomError(Problem(f"{file}: there is no such file."))
    if not path.is_file():
        raise ClientloomError(Problem(f"{file}: this is not a file."))
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ClientloomError(Problem(f"{file}: the file cannot be read: {reason}.")) from None


def _decode(raw: bytes, file: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""

    def error(message: str, offset: int, hint: str | None) -> ClientloomError:
        before = raw[:offset].decode(errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        position = Position(file, line, column, "")
        return ClientloomError(Problem(message, position, hint))

    if raw.startswith(UTF16):
        raise error("the file is UTF-16, not UTF-8.", 0, SAVE_AS_UTF8)
    if (offset := raw.find(b"\0")) >= 0:
        raise error("a text file must not have NUL bytes.", offset, None)
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as undecodable:
        byte = f"0x{raw[undecodable.start]:02x}"
        message = f"the byte {byte} is not valid UTF-8."
        raise error(message, undecodable.start, SAVE_AS_UTF8) from None


def _parse(text: str, path: Path, file: str) -> tuple[Any, bool]:
    """Return the data and whether it was JSON.

    YAML has flow collections that look like JSON, so a text that fails as JSON gets a second
    chance as YAML unless its name says JSON; if it fails again, the first message is the apt one.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return _parse_yaml(text, file), False
    try:
        return json_text.read(text, file), True
    except ClientloomError as error:
        is_syntax = error.problems[0].message.startswith(json_text.NOT_JSON)
        if path.suffix.lower() == ".json" or not is_syntax:
            raise
        try:
            return _parse_yaml(text, file), False
        except ClientloomError:
            raise error from None


def _parse_yaml(text: str, file: str) -> Any:
    from clientloom.document import yaml_text

    return yaml_text.read(text, file)


@contextmanager
def collector_paused() -> Generator[None]:
    """Keep the garbage collector off: what is made of a document has no cycles, but millions of objects."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def absolute(path: Path) -> Path:
    """Return the path without `..` and relative parts, and with its symbolic links as they are."""
    # Path.resolve would follow the links, and a document is where its author put it.
    return Path(os.path.abspath(path))  # noqa: PTH100
