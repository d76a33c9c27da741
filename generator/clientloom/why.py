"""Why a client package is out of date: what of its inputs changed, and who touched its files."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clientloom import lock as locks
from clientloom.config import Client, Project
from clientloom.document.data import is_list, is_object
from clientloom.document.source import Source, read
from clientloom.errors import ClientloomError, format_pointer, printable, shorten
from clientloom.ignore import ignored
from clientloom.lock import Entry, Lock
from clientloom.pristine import unpack

MOST = 20
"""How many places of a document, or files, are listed one by one."""

NOT_OURS = ("__pycache__", ".egg-info", ".dist-info", "build", "dist", ".venv")
"""Folders that tools make below a package."""


def causes(client: Client, project: Project, lock: Lock) -> Iterator[str]:
    """Yield why a client is out of date, a line for each cause: documents, options, tools, files."""
    entry = locks.own_entry(lock, client, project.root)
    if entry is None:
        yield "it was never generated, as far as clientloom.lock knows"
        return
    yield from _documents(client, project, entry)
    yield from _options(entry.config, locks.config_values(client, project.root))
    yield from _tools(client, entry)
    yield from _files(client, project, lock, entry)


def _documents(client: Client, project: Project, entry: Entry) -> Iterator[str]:
    old = unpack(project.root, client.name).documents
    for name, digest in entry.documents.items():
        file = project.root / name
        if (now := locks.file_digest(file)) == digest:
            continue
        if now is None:
            yield f"{printable(name)}: the document is gone"
        elif name not in old:
            yield f"{printable(name)}: the document changed (its old text is not kept)"
        else:
            yield from _places(name, old[name], file)


def _places(name: str, old: bytes, file: Path) -> Iterator[str]:
    """Yield where a document differs from what it was, at its lines."""
    try:
        with TemporaryDirectory() as folder:
            former = Path(folder, file.name)
            former.write_bytes(old)
            before = read(former)
        after = read(file)
    except ClientloomError:
        yield f"{printable(name)}: the document changed, and cannot be read"
        return
    found = [*_differences(before.data, after.data, ())]
    for pointer, what in found[:MOST]:
        yield f"{_place(after, pointer, name)}: {what}"
    if len(found) > MOST:
        yield f"{printable(name)}: and {len(found) - MOST} more places"
    if not found:
        yield f"{printable(name)}: only its layout changed, or its comments"


def _place(source: Source, pointer: tuple[str | int, ...], name: str) -> str:
    position = source.position(pointer)
    return printable(f"{name}:{position.line}:{position.column} {format_pointer(pointer)}")


def _differences(
    old: Any, new: Any, pointer: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the topmost places that were added, removed or changed."""
    if is_object(old) and is_object(new):
        for key in [*new, *(key for key in old if key not in new)]:
            if key not in old:
                yield (*pointer, key), "added"
            elif key not in new:
                yield (*pointer, key), "removed"
            else:
                yield from _differences(old[key], new[key], (*pointer, key))
        if [*old] != [*new] and sorted(old) == sorted(new):
            yield pointer, "in another order"
    elif is_list(old) and is_list(new) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from _differences(before, after, (*pointer, index))
    elif is_list(old) and is_list(new):
        yield pointer, f"{len(old)} -> {len(new)} items"
    elif type(old) is not type(new) or old != new:
        if any(map(is_object, (old, new))) or any(map(is_list, (old, new))):
            yield pointer, "changed"
        else:
            yield pointer, f"{shorten(repr(old))} -> {shorten(repr(new))}"


def _options(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield printable(f"clientloom.toml: {key} {old.get(key)!r} -> {new.get(key)!r}")


def _tools(client: Client, entry: Entry) -> Iterator[str]:
    now = locks.tool_versions(client)
    for name in sorted(now.keys() | entry.versions.keys()):
        before, after = entry.versions.get(name, "absent"), now.get(name, "absent")
        if before != after:
            yield f"{name} {before} -> {after}"
    if entry.templates != locks.templates_digest():
        yield "the templates of clientloom changed"
    if entry.generator != locks.generator_digest():
        yield "the generator of clientloom changed"


def _files(client: Client, project: Project, lock: Lock, entry: Entry) -> Iterator[str]:
    leave = ignored(project.root, entry.output)
    root = "" if entry.output == "." else f"{entry.output}/"
    touched: list[str] = []
    for path in sorted(entry.files):
        digest = locks.file_digest(client.output / path)
        if digest != entry.expected(path) and not leave(path):
            touched.append(f"{root}{path}: {'deleted' if digest is None else 'edited'} by hand")
    known = locks.written_files(lock, entry.output)
    folders = {path.partition("/")[0] for path in entry.files if "/" in path}
    for path in sorted(found for folder in folders for found in _found(client.output, folder)):
        if path not in known and not leave(path):
            touched.append(f"{root}{path}: added by hand (left alone)")
    yield from map(printable, touched[:MOST])
    if len(touched) > MOST:
        yield f"and {len(touched) - MOST} more files"


def _found(output: Path, folder: str) -> Iterator[str]:
    """Yield the files below a folder of the output root, without what tools make."""
    for place, folders, names in os.walk(output / folder):
        folders[:] = [name for name in folders if not name.endswith(NOT_OURS)]
        yield from (Path(place, name).relative_to(output).as_posix() for name in names)
