"""clientloom.lock: what the files of each client were made from, and what they were.

A client is current when every input is what it was (the digests of its documents, its table in
clientloom.toml, the digests of the templates and of the generator, the versions of the libraries
that shape the output) and every file has the bytes that were written. That is decided by hashing:
nothing is parsed, and no library that generates anything is imported.
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

from clientloom import __version__
from clientloom.cache import Cache, cache_folder, key
from clientloom.paths import templates_root
from clientloom.renames import NO_HISTORY, History, history_data, read_history
from clientloom.tree import Tree, is_safe

FILE_NAME = "clientloom.lock"

SHAPING = ("datamodel-code-generator", "jinja2")
"""The distributions whose version shapes the output, beside the client's formatter."""

NAMING_EDITION = "2"
"""Changes when the rules by which names of documents become names of Python change."""

_ONE_LINE = 5
"""How deep in the lock an entry is on one line: a schema is one below its client's `names`."""

NOTE = "Written by `clientloom generate`: what the generated files were made from. Commit it."


class Client(Protocol):
    """What the lock looks at in a `clientloom.config.Client`; and at the values of all fields."""

    @property
    def name(self) -> str: ...
    @property
    def spec(self) -> Path: ...
    @property
    def overlays(self) -> tuple[Path, ...]: ...
    @property
    def output(self) -> Path: ...
    @property
    def formatter(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """What the files of one client were made from, and what they were. Digests are SHA-256."""

    output: str
    """The output root, relative to the project."""
    config: Mapping[str, Any]
    """The client's table in clientloom.toml, with the defaults of what it does not say."""
    documents: Mapping[str, str]
    """The digest of each file of the document, by its path relative to the project."""
    generator: str
    """The digest of all sources of the generator."""
    templates: str
    """The digest of all templates."""
    versions: Mapping[str, str]
    """The version of clientloom, the edition of its names, the versions of what shapes the output."""
    files: Mapping[str, str]
    """The digest of each file as it was generated, by its path relative to the output root."""
    edited: Mapping[str, str]
    """The digest of each of these files that keeps edits by hand, as it is with them."""
    names: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What is called how in Python, and the earlier names that live on: a `clientloom.renames.History`."""

    def expected(self, path: str) -> str | None:
        """Return the digest that a file has when all is well; None if it is none of these."""
        return self.edited.get(path) or self.files.get(path)


Lock: TypeAlias = Mapping[str, Entry]
"""The entries by the name of the client."""


def read_lock(root: Path) -> Lock:
    """Return the lock of a project.

    A file that is absent, damaged or of another format counts as an empty lock: everything is
    generated anew, and the file is replaced.
    """
    try:
        data = json.loads((root / FILE_NAME).read_bytes())
        return {name: _entry(entry) for name, entry in data["clients"].items()}
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}


def lock_text(lock: Lock) -> str:
    """Return the text of a lock, in an order that depends on nothing else."""
    clients = {name: asdict(lock[name]) for name in sorted(lock)}
    return _lines({"note": NOTE, "clients": clients}) + "\n"


def _lines(value: Any, depth: int = 0) -> str:
    """Return a value as JSON in which a change of one file, schema or operation is one line."""
    named, listed = cast("dict[str, Any]", value), cast("list[Any]", value)
    if not isinstance(value, (dict, list)) or not value or depth == _ONE_LINE:
        return json.dumps(value)
    if isinstance(value, dict):
        first, last = "{}"
        inner = [f"{json.dumps(name)}: {_lines(each, depth + 1)}" for name, each in named.items()]
    else:
        first, last = "[]"
        inner = [json.dumps(each) for each in listed]
    margin = "\n" + "  " * depth
    return f"{first}{margin}  {f',{margin}  '.join(inner)}{margin}{last}"


def is_current(lock: Lock, client: Client, root: Path) -> bool:
    """Whether the files of a client are what generating it now would write."""
    entry = lock.get(client.name)
    return (
        entry is not None
        and bool(entry.documents and entry.files)
        and entry.output == relative(client.output, root)
        and entry.config == config_values(client, root)
        and entry.versions == tool_versions(client)
        and (entry.generator, entry.templates) == (generator_digest(), templates_digest())
        and all(file_digest(root / path) == digest for path, digest in entry.documents.items())
        and _has_files(client.output, entry)
    )


def _has_files(root: Path, entry: Entry) -> bool:
    """Whether files have the bytes that were written.

    Ten thousand files take a while to read. So when all of them have been read and were right, their sizes, times and
    inodes are remembered, and as long as those are the same, nobody has written to a file. What changed a moment ago
    could change again within one tick of the file system's clock, and is read.
    """
    # In a loop over all files, pathlib takes longer than the files do.
    folder = os.path.abspath(root)  # noqa: PTH100
    files = {path: entry.expected(path) for path in entry.files}
    traces = _traces(folder, files)
    if traces is None:
        return False
    store = Cache(cache_folder())
    asked = key("untouched", folder, json.dumps(files), traces)
    if traces and asked in store.get([asked]):
        return True
    right = all(
        file_digest(os.path.join(folder, path)) == digest  # noqa: PTH118
        for path, digest in files.items()
    )
    if right and traces and traces == _traces(folder, files):
        store.put({asked: ""})
    return right


def _traces(folder: str, files: Iterable[str]) -> str | None:
    """What a change of a file leaves behind; None if one is missing, empty if one is too new to tell."""
    try:
        found = [os.stat(os.path.join(folder, path)) for path in files]  # noqa: PTH116, PTH118
    except (OSError, ValueError):
        return None
    newest = max((max(each.st_mtime_ns, each.st_ctime_ns) for each in found), default=0)
    if newest > time.time_ns() - _TICK:
        return ""
    return ",".join(
        f"{each.st_size} {each.st_mtime_ns} {each.st_ctime_ns} {each.st_ino}" for each in found
    )


_TICK = 3_000_000_000
"""Nanoseconds after which a second change of a file has another time than the first, on any file system."""


def make_entry(
    client: Client,
    root: Path,
    documents: Mapping[Path, bytes],
    tree: Tree,
    edited: Mapping[str, str] = {},
    history: History = NO_HISTORY,
) -> Entry:
    """Return the entry for a tree that was generated from these documents.

    :param edited: the texts of files that keep edits by hand
    :param history: what is called how
    """
    return Entry(
        output=relative(client.output, root),
        config=config_values(client, root),
        documents={
            relative(path, root): _bytes_digest(documents[path]) for path in sorted(documents)
        },
        generator=generator_digest(),
        templates=templates_digest(),
        versions=tool_versions(client),
        files={path: text_digest(tree[path]) for path in sorted(tree)},
        edited={path: text_digest(edited[path]) for path in sorted(edited)},
        names=history_data(history),
    )


def own_entry(lock: Lock, client: Client, root: Path) -> Entry | None:
    """Return what the lock says of a client, if that was written to where it goes now."""
    entry = lock.get(client.name)
    return entry if entry and entry.output == relative(client.output, root) else None


def history(lock: Lock, client: Client) -> History:
    """Return what was called how in the last run of a client; nothing if the lock does not know, or is damaged."""
    entry = lock.get(client.name)
    try:
        return read_history(entry.names) if entry else NO_HISTORY
    except (TypeError, LookupError, AttributeError):
        return NO_HISTORY


def owned_files(lock: Lock, client: Client, root: Path) -> frozenset[str]:
    """Return the paths below the output root of a client that an earlier run wrote."""
    entry = own_entry(lock, client, root)
    return frozenset(entry.files) if entry else frozenset()


def written_files(lock: Lock, output: str) -> dict[str, str]:
    """Return the digests of all files that were written below an output root, for whichever client."""
    entries = [entry for entry in lock.values() if entry.output == output]
    return {path: digest for entry in entries for path, digest in entry.files.items()}


def file_digest(path: Path | str) -> str | None:
    """Return the SHA-256 of a file in hexadecimal; None if it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return _bytes_digest(file.read())
    except (OSError, ValueError):
        return None


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return _bytes_digest(text.encode())


def _bytes_digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def relative(path: Path, root: Path) -> str:
    """Return a path relative to the project, the same on every machine."""
    return Path(os.path.relpath(path, root)).as_posix()


def _entry(data: Any) -> Entry:
    values: dict[str, Any] = {"names": {}, **data}
    entry = Entry(**{each.name: values[each.name] for each in fields(Entry)})
    if not all(is_safe(path) for path in entry.files):
        raise ValueError("a path that leads out of the output root")
    return entry


def config_values(client: Client, root: Path) -> dict[str, Any]:
    """Return the values of a client that shape its output, as JSON has them."""
    values = {key: value for key, value in vars(client).items() if key not in ("name", "output")}
    values["spec"] = relative(client.spec, root)
    values["overlays"] = [relative(path, root) for path in client.overlays]
    return cast("dict[str, Any]", json.loads(json.dumps(values)))


@cache
def generator_digest() -> str:
    """Return one digest of all sources of the generator."""
    return _digest(Path(__file__).parent, templates_root(), (".py",))


@cache
def templates_digest() -> str:
    """Return one digest of all templates: of what is rendered, and of what is copied."""
    return _digest(templates_root(), None, (".jinja", ".py"))


def _digest(root: Path, apart: Path | None, suffixes: tuple[str, ...]) -> str:
    """Return one digest of files with some suffixes; what editors leave beside them has others, or is hidden."""
    total = sha256()
    for path in _files(root, apart):
        if path.endswith(suffixes) and not path.rpartition("/")[2].startswith("."):
            total.update(f"{path} {file_digest(root / path)}\n".encode())
    return total.hexdigest()


def _files(root: Path, apart: Path | None) -> Iterator[str]:
    """Yield the files below a folder in a fixed order, without caches and one folder apart."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name != "__pycache__" and Path(folder, name) != apart
        )
        yield from (Path(folder, name).relative_to(root).as_posix() for name in sorted(names))


def tool_versions(client: Client) -> dict[str, str]:
    """Return the versions of what shapes the output of a client."""
    own = {"clientloom": __version__, "naming edition": NAMING_EDITION}
    names = sorted([*SHAPING, client.formatter])
    return {**own, **{name: installed_version(name) for name in names}}


def installed_version(distribution: str) -> str:
    """Return the version of a distribution that is installed; "absent" if it is not."""
    return _installed().get(distribution, "absent")


@cache
def _installed() -> Mapping[str, str]:
    """Return the versions of all installed distributions.

    The folder of a distribution's metadata says both (binary distribution format, "The .dist-info
    directory"); importlib.metadata takes 40 ms to say the same.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = [path.name for path in Path(folder or ".").iterdir()]
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                distribution, _, version = name.removesuffix(".dist-info").partition("-")
                found.setdefault(re.sub(r"[-_.]+", "-", distribution).lower(), version)
    return found
