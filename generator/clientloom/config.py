"""clientloom.toml: which clients there are, as frozen values.

Everything that is wrong with the file is reported in one run, at its line.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from clientloom import cache
from clientloom.errors import ClientloomError, Position, Problem, format_pointer

if TYPE_CHECKING:
    from clientloom.document import Document

FILE_NAME = "clientloom.toml"

EXAMPLE = """[clients.petstore]
spec = "specs/petstore.yaml"
style = "prior"
package = "petstore"
distribution = "petstore-sdk"
version = "1.0.0\""""

# The core metadata specification: "Name" and "Version" (PEP 508, PEP 440 without its variants).
DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
VERSION = re.compile(
    r"([0-9]+!)?[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?"
    r"(\+[a-z0-9]+(\.[a-z0-9]+)*)?"
)

KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
KEYS = rf"{KEY}(?:\s*\.\s*{KEY})*"
HEADER = re.compile(rf"\s*\[\s*({KEYS})\s*\]")
ENTRY = re.compile(rf"\s*({KEYS})\s*=")


@dataclass(frozen=True)
class Client:
    """One client package to generate: a table of clientloom.toml."""

    name: str
    """The name of the table, for the command line."""
    spec: Path
    """The OpenAPI document."""
    style: str
    """The surface of the package: one of `clientloom.styles.style_names()`."""
    package: str
    """The import name; it may have dots."""
    distribution: str
    """The name that pip knows, and the name of the folder below `output`."""
    version: str
    """The version of the distribution."""
    output: Path = Path("generated")
    """The root of all packages."""
    title: str | None = None
    """What to call the API instead of the title of the document."""
    description: str | None = None
    """One line for the metadata of the distribution instead of one made from the document."""
    line_length: int = 100
    """The length that generated lines of code do not exceed where they can be broken."""
    formatter: Literal["black", "ruff"] = "black"
    """What lays out the code: the same bytes from either, from ruff much sooner."""
    pagination: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)
    """By operationId: how a list comes in pages, in the words of `x-clientloom-pagination`."""
    overlays: tuple[Path, ...] = ()
    """Files with changes to the document, which are applied to it in this order."""


@dataclass(frozen=True)
class Project:
    """A folder with a clientloom.toml, and the clients that it lists, in their order."""

    root: Path
    output: Path
    clients: tuple[Client, ...]


def find_config(start: Path) -> Path:
    """Return the nearest clientloom.toml, in a folder or in one above it."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    message = f"there is no {FILE_NAME} in {start} or above."
    raise ClientloomError(Problem(message, hint=f"Create one, for example:\n{EXAMPLE}"))


def load_project(path: Path) -> Project:
    """Read a clientloom.toml.

    :raises ClientloomError: if the file cannot be read, or something in it is wrong
    """
    config = _Config(path)
    root = path.absolute().parent
    output = config.output(root)
    clients = tuple(config.clients(root, output, config.formatter()))
    config.finish(clients)
    return Project(root, output, clients)


def load_table(path: Path, name: str) -> tuple[Mapping[str, Any], Callable[..., Problem]]:
    """Read a table of a clientloom.toml that another part of the program understands.

    :return: its data, empty if there is none, and a function that makes a problem: `problem(keys, message, hint)`
    :raises ClientloomError: if the file cannot be read, or it is no table
    """
    config = _Config(path)
    return config.table(name), config.problem


def single_project(
    document: Path,
    output: Path,
    *,
    style: str | None = None,
    package: str | None = None,
    distribution: str | None = None,
    version: str | None = None,
    overlays: Sequence[Path] = (),
    load: Callable[[Path, Sequence[Path]], Document] | None = None,
) -> Project:
    """Return a project of one client, without a clientloom.toml.

    What is not given comes from the document: the names from its title, the version from its own.

    :param load: reads the document, where it has not been seen before
    :raises ClientloomError: if the document cannot be read, or something that is given is wrong
    """
    from clientloom.naming import snake
    from clientloom.styles import style_names

    own_title, own_version = _title_and_version(document, tuple(overlays), load)
    title = snake(own_title or document.stem)
    package = package or (title if _is_identifier(title) else "client")
    values: dict[str, Any] = {
        "style": style or style_names()[0],
        "package": package,
        "distribution": distribution or re.sub(r"[._]+", "-", package).strip("-"),
        "version": version or (own_version if VERSION.fullmatch(own_version) else "0.1.0"),
    }
    problems = [
        Problem(f"--{key}: {found[0]}", hint=found[1])
        for key, value in values.items()
        if (found := _objection(key, value, output)) is not None
    ]
    if problems:
        raise ClientloomError(*problems)
    values["overlays"] = tuple(overlays)
    client = Client(name=values["distribution"], spec=document, output=output, **values)
    return Project(output, output, (client,))


def _title_and_version(
    document: Path,
    overlays: Sequence[Path],
    load: Callable[[Path, Sequence[Path]], Document] | None,
) -> tuple[str, str]:
    """What a document calls itself; an earlier run has read it if all bytes are still the same."""
    try:
        digests = [sha256(path.read_bytes()).hexdigest() for path in (document, *overlays)]
    except OSError:
        digests = []
    asked = cache.key("info", *digests)
    store = cache.Cache(cache.cache_folder())
    if digests and (known := store.get([asked])):
        title, version = json.loads(known[asked])
        return title, version
    from clientloom import document as documents

    info: Any = (load or documents.load)(document, overlays).root.get("info")
    facts = cast("dict[str, Any]", info) if isinstance(info, dict) else {}
    found = str(facts.get("title") or ""), str(facts.get("version", ""))
    store.put({asked: json.dumps(found)})
    return found


class _Config:
    """A clientloom.toml while it is read: its data, and the problems so far."""

    def __init__(self, path: Path) -> None:
        self._file = str(path)
        if path.is_absolute() and path.is_relative_to(Path.cwd()):
            self._file = str(path.relative_to(Path.cwd()))
        self._problems: list[Problem] = []
        self._lines: dict[tuple[str, ...], tuple[int, int]] = {}
        self._data = self._read(path)

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            text = path.read_text(encoding="utf-8-sig")
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ClientloomError(_syntax_problem(str(error), self._file)) from None
        except UnicodeDecodeError:
            raise ClientloomError(Problem(f"{self._file}: the file is not UTF-8.")) from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise ClientloomError(Problem(f"{self._file}: {reason}.")) from None
        for keys, place in _key_lines(text):
            self._lines.setdefault(keys, place)
        return data

    def output(self, root: Path) -> Path:
        """Return the folder that all packages go to."""
        for key in self._data.keys() - {"output", "formatter", "clients", "diff"}:
            hint = 'There are "output", "formatter", "clients" and "diff".'
            self._report((key,), f'"{key}" is not an option.', hint)
        value = self._data.get("output", "generated")
        if not isinstance(value, str):
            self._report(("output",), '"output" must be a string.')
            return root
        output = root / value
        if not output.resolve().is_relative_to(root.resolve()):
            self._report(("output",), f'"{value}" is outside the folder of {FILE_NAME}.')
        return output

    def formatter(self) -> Any:
        """Return the name of the formatter."""
        value = self._data.get("formatter", "black")
        if not isinstance(value, str):
            self._report(("formatter",), '"formatter" must be a string.')
        elif message := _objection("formatter", value, Path()):
            self._report(("formatter",), *message)
        return value

    def clients(self, root: Path, output: Path, formatter: Any) -> Iterator[Client]:
        """Yield the clients whose tables are right."""
        tables = self._data.get("clients", {})
        if not isinstance(tables, dict):
            self._report(("clients",), '"clients" must be tables.', f"For example:\n{EXAMPLE}")
        elif not tables:
            self._report((), "there are no clients.", f"Add one, for example:\n{EXAMPLE}")
        else:
            for name, table in cast("dict[str, Any]", tables).items():
                client = self._client(name, table, root, output, formatter)
                if client is not None:
                    yield client

    def _client(
        self, name: str, table: Any, root: Path, output: Path, formatter: Any
    ) -> Client | None:
        at = ("clients", name)
        if not isinstance(table, dict):
            hint = f"For example:\n{EXAMPLE}"
            self._report(at, f'"{name}" must be a table.', hint)
            return None
        before = len(self._problems)
        values = cast("dict[str, Any]", table)
        for key in values:
            if key not in OPTIONS:
                known = ", ".join(OPTIONS)
                self._report((*at, key), f'"{key}" is not an option.', f"There are: {known}.")
        for key, (kind, required) in OPTIONS.items():
            if key not in values:
                if required:
                    self._report(at, f'"{key}" is missing.')
            elif type(values[key]) is not kind:
                self._report((*at, key), f'"{key}" must be {EXPECTED[kind]}.')
            elif message := _objection(key, values[key], root):
                self._report((*at, key), *message)
        if len(self._problems) > before:
            return None
        values = {**values, "spec": root / values["spec"]}
        values["overlays"] = tuple(root / path for path in values.get("overlays", ()))
        return Client(name=name, output=output, formatter=formatter, **values)

    def finish(self, clients: tuple[Client, ...]) -> None:
        """Raise what was found, and what is wrong among the clients."""
        first: dict[str, Client] = {}
        for client in clients:
            name = re.sub(r"[-_.]+", "-", client.distribution).lower()
            other = first.setdefault(name, client)
            if other is not client:
                at = ("clients", client.name, "distribution")
                message = f'the distribution "{client.distribution}" is that of "{other.name}" too.'
                self._report(at, message, "Give each client a distribution of its own.")
        if self._problems:
            raise ClientloomError(*self._problems)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a table, or an empty one."""
        table = self._data.get(name, {})
        if not isinstance(table, dict):
            raise ClientloomError(self.problem((name,), f'"{name}" must be a table.'))
        return cast("dict[str, Any]", table)

    def _report(self, keys: tuple[str, ...], message: str, hint: str | None = None) -> None:
        self._problems.append(self.problem(keys, message, hint))

    def problem(self, keys: tuple[str, ...], message: str, hint: str | None = None) -> Problem:
        """Return a problem at a key; or at the table where it belongs."""
        known = keys
        while known and known not in self._lines:
            known = known[:-1]
        line, column = self._lines.get(known, (1, 1))
        position = Position(self._file, line, column, format_pointer(keys))
        return Problem(message, position, hint)


FORMATTERS = ("black", "ruff")

OPTIONS: Mapping[str, tuple[type, bool]] = {
    "spec": (str, True),
    "style": (str, True),
    "package": (str, True),
    "distribution": (str, True),
    "version": (str, True),
    "title": (str, False),
    "description": (str, False),
    "line_length": (int, False),
    "pagination": (dict, False),
    "overlays": (list, False),
}
"""The options of a client: the type of each, and whether it must be there."""

EXPECTED: Mapping[type, str] = {
    str: "a string",
    int: "a whole number",
    list: "a list of strings",
    dict: "a table",
}


def _objection(key: str, value: Any, root: Path) -> tuple[str, str | None] | None:
    """Return what is wrong with the value of an option, and a hint; None if nothing is."""
    match key:
        case "spec" if not (root / value).is_file():
            return f'there is no file "{value}".', f"The path is relative to {FILE_NAME}."
        case "overlays":
            for path in cast("list[object]", value):
                if not isinstance(path, str):
                    return '"overlays" must be a list of strings.', None
                if not (root / path).is_file():
                    return f'there is no file "{path}".', f"The path is relative to {FILE_NAME}."
        case "pagination":
            for name, table in cast("dict[str, object]", value).items():
                entries = (
                    cast("dict[str, object]", table).values()
                    if isinstance(table, dict)
                    else [table]
                )
                if table is True or not all(isinstance(v, str | int) for v in entries):
                    hint = "It takes what x-clientloom-pagination takes: see docs/pagination.md."
                    return f'"{name}" must be a table of strings and numbers, or false.', hint
        case "style":
            # The styles know their names; a style itself is loaded when it is used.
            from clientloom.styles import style_names

            if value not in style_names():
                return f'there is no style "{value}".', f"There are: {', '.join(style_names())}."
        case "package" if not all(_is_identifier(part) for part in value.split(".")):
            hint = "It takes identifiers that are no keywords, with dots between them."
            return f'"{value}" cannot be imported.', hint
        case "distribution" if not DISTRIBUTION.fullmatch(value):
            return f'"{value}" is no name for a distribution.', "It takes letters, digits, - _ ."
        case "version" if not VERSION.fullmatch(value):
            return f'"{value}" is not a version.', 'Write it like "1.0.0" (PEP 440).'
        case "formatter" if value not in FORMATTERS:
            return f'there is no formatter "{value}".', f"There are: {', '.join(FORMATTERS)}."
        case "line_length" if value not in range(40, 321):
            return f"{value} is not a length for lines of code.", "It takes 40 to 320."
        case _:
            pass
    return None


def _is_identifier(text: str) -> bool:
    return text.isascii() and text.isidentifier() and not iskeyword(text)


def _syntax_problem(message: str, file: str) -> Problem:
    """Return what is wrong with a text that is no TOML; tomllib's message says where at its end."""
    place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    text = message[: place.start()] if place else message.removesuffix(" (at end of document)")
    position = Position(file, line, column, "")
    return Problem(f"not valid TOML: {text[:1].lower()}{text[1:]}.", position)


def _key_lines(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Yield the place of each table and key; good enough for text that is valid TOML."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.match(line):
            table, place = _split(header[1]), (number, header.start(1) + 1)
            yield from ((table[:length], place) for length in range(1, len(table) + 1))
        elif entry := ENTRY.match(line):
            keys, place = (*table, *_split(entry[1])), (number, entry.start(1) + 1)
            yield from ((keys[:length], place) for length in range(1, len(keys) + 1))


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(KEY, keys))
