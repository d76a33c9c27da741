"""clientloom.lock: what the files of each client were made from, and what they were.

A client is current when every input has the digest that it had (its documents, its table in
clientloom.toml, the templates and the generator, the versions of the libraries that shape the
output) and every file has the bytes that were written. That is decided by hashing alone: nothing is
parsed, and no library that generates anything is imported.
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from clientloom import __version__
from clientloom.paths import templates_root
from clientloom.tree import Tree, is_safe, write_text

FILE_NAME = "clientloom.lock"

SHAPING = ("black", "datamodel-code-generator", "jinja2")
"""The distributions whose version shapes the output."""

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


@dataclass(frozen=True, slots=True)
class Entry:
    """What the files of one client were made from, and what they were. Digests are SHA-256."""

    output: str
    """The output root, relative to the project."""
    config: str
    """The digest of the client's table in clientloom.toml."""
    documents: Mapping[str, str]
    """The digest of each file of the document, by its path relative to the project."""
    generator: str
    """The digest of all templates and all sources of the generator."""
    versions: Mapping[str, str]
    """The version of clientloom, and of each library that shapes the output."""
    files: Mapping[str, str]
    """The digest of each file that was written, by its path relative to the output root."""


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


def write_lock(root: Path, lock: Lock) -> None:
    """Write the lock of a project, in an order that depends on nothing else."""
    clients = {name: asdict(lock[name]) for name in sorted(lock)}
    write_text(root / FILE_NAME, json.dumps({"note": NOTE, "clients": clients}, indent=2) + "\n")


def is_current(lock: Lock, client: Client, root: Path) -> bool:
    """Whether the files of a client are what generating it now would write."""
    entry = lock.get(client.name)
    return (
        entry is not None
        and bool(entry.documents and entry.files)
        and entry.output == relative(client.output, root)
        and entry.config == _config_digest(client, root)
        and entry.versions == _versions()
        and entry.generator == _generator_digest()
        and all(file_digest(root / path) == digest for path, digest in entry.documents.items())
        and all(file_digest(client.output / path) == digest for path, digest in entry.files.items())
    )


def make_entry(client: Client, root: Path, documents: Mapping[Path, str], tree: Tree) -> Entry:
    """Return the entry for a tree that was generated from documents with these digests."""
    return Entry(
        output=relative(client.output, root),
        config=_config_digest(client, root),
        documents={relative(path, root): documents[path] for path in sorted(documents)},
        generator=_generator_digest(),
        versions=_versions(),
        files={path: sha256(tree[path].encode()).hexdigest() for path in sorted(tree)},
    )


def owned_files(lock: Lock, client: Client, root: Path) -> frozenset[str]:
    """Return the paths below the output root of a client that an earlier run wrote."""
    entry = lock.get(client.name)
    if entry is None or entry.output != relative(client.output, root):
        return frozenset()
    return frozenset(entry.files)


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of a file in hexadecimal; None if it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def relative(path: Path, root: Path) -> str:
    """Return a path relative to the project, the same on every machine."""
    return Path(os.path.relpath(path, root)).as_posix()


def _entry(data: Any) -> Entry:
    entry = Entry(**{field.name: data[field.name] for field in fields(Entry)})
    if not all(is_safe(path) for path in entry.files):
        raise ValueError("a path that leads out of the output root")
    return entry


def _config_digest(client: Client, root: Path) -> str:
    values = dict(vars(client))
    values["spec"], values["output"] = relative(client.spec, root), relative(client.output, root)
    values["overlays"] = [relative(path, root) for path in client.overlays]
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


@cache
def _generator_digest() -> str:
    """Return one digest of all templates and all sources of the generator."""
    sources = Path(__file__).parent
    templates = templates_root()
    total = sha256()
    for label, root, suffixes in (("generator", sources, (".py",)), ("templates", templates, None)):
        for path in _files(root, templates if label == "generator" else None):
            if suffixes is None or path.endswith(suffixes):
                digest = sha256((root / path).read_bytes()).hexdigest()
                total.update(f"{label}/{path} {digest}\n".encode())
    return total.hexdigest()


def _files(root: Path, apart: Path | None) -> Iterator[str]:
    """Yield the files below a folder in a fixed order, without caches and one folder apart."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name != "__pycache__" and Path(folder, name) != apart
        )
        yield from (Path(folder, name).relative_to(root).as_posix() for name in sorted(names))


def _versions() -> dict[str, str]:
    installed = _installed()
    return {"clientloom": __version__, **{name: installed.get(name, "absent") for name in SHAPING}}


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
