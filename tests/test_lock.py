"""The lock says that nothing changed exactly when nothing did, and says it fast."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clientloom import lock as locks
from clientloom.config import Client
from clientloom.journal import commit
from clientloom.lock import Lock, is_current, lock_text, make_entry, owned_files, read_lock
from clientloom.renames import NO_HISTORY
from clientloom.tree import changes_to, contents

TREE = {"tasks-sdk/tasks/__init__.py": "", "tasks-sdk/README.md": "# Tasks\n"}


def put(root: Path, tree: Mapping[str, str]) -> None:
    commit(root.parent, root, contents(root, changes_to(root, tree)))


@pytest.fixture
def client(tmp_path: Path) -> Client:
    spec = tmp_path / "specs" / "tasks.yaml"
    spec.parent.mkdir()
    spec.write_text("openapi: 3.0.3\n")
    (tmp_path / "specs" / "more.yaml").write_text("type: string\n")
    return Client(
        name="tasks",
        spec=spec,
        style="prior",
        package="tasks",
        distribution="tasks-sdk",
        version="1.0.0",
        output=tmp_path / "generated",
    )


@pytest.fixture
def lock(client: Client, tmp_path: Path) -> Lock:
    """The lock after the files of the client have been written."""
    put(client.output, TREE)
    documents = {
        path: path.read_bytes() for path in (client.spec, client.spec.with_name("more.yaml"))
    }
    return {client.name: make_entry(client, tmp_path, documents, TREE)}


def test_a_client_is_current_when_nothing_changed(
    client: Client, lock: Lock, tmp_path: Path
) -> None:
    assert is_current(lock, client, tmp_path)
    assert not is_current({}, client, tmp_path)


@pytest.mark.parametrize(
    "path",
    ["specs/tasks.yaml", "specs/more.yaml", "generated/tasks-sdk/README.md"],
)
def test_a_file_that_changed_or_went_is_noticed(
    client: Client, lock: Lock, tmp_path: Path, path: str
) -> None:
    text = (tmp_path / path).read_text()
    (tmp_path / path).write_text(text + "\n")
    assert not is_current(lock, client, tmp_path)
    (tmp_path / path).unlink()
    assert not is_current(lock, client, tmp_path)
    (tmp_path / path).write_text(text)
    assert is_current(lock, client, tmp_path)


def test_another_configuration_is_noticed(client: Client, lock: Lock, tmp_path: Path) -> None:
    for other in (
        replace(client, version="1.0.1"),
        replace(client, title="Tasks"),
        replace(client, output=tmp_path / "elsewhere"),
        replace(client, spec=tmp_path / "specs" / "more.yaml"),
    ):
        assert not is_current(lock, other, tmp_path)


def test_another_generator_is_noticed(
    client: Client, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "generator_digest", lambda: "other")
    assert not is_current(lock, client, tmp_path)
    monkeypatch.undo()
    assert is_current(lock, client, tmp_path)
    monkeypatch.setattr(locks, "templates_digest", lambda: "other")
    assert not is_current(lock, client, tmp_path)


def test_another_version_of_a_library_is_noticed(
    client: Client, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = dict(locks._installed())  # pyright: ignore[reportPrivateUsage]
    assert {"black", "datamodel-code-generator", "jinja2"} <= versions.keys()
    monkeypatch.setattr(locks, "_installed", lambda: {**versions, "black": "1.0"})
    assert not is_current(lock, client, tmp_path)


def test_the_generator_is_its_sources_and_templates() -> None:
    sources = Path(locks.__file__).parent
    found = set(locks._files(sources, None))  # pyright: ignore[reportPrivateUsage]

    assert {"lock.py", "document/__init__.py"} <= found
    assert not any("__pycache__" in path for path in found)


def test_a_lock_moves_with_its_project(client: Client, lock: Lock, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    put(moved, {"specs/tasks.yaml": "openapi: 3.0.3\n", "specs/more.yaml": "type: string\n"})
    put(moved / "generated", TREE)
    there = replace(client, spec=moved / "specs" / "tasks.yaml", output=moved / "generated")

    assert is_current(lock, there, moved)


def test_a_lock_is_the_same_whatever_the_order(client: Client, lock: Lock, tmp_path: Path) -> None:
    entry = lock["tasks"]
    first = lock_text({"b": entry, "a": entry})
    (tmp_path / "clientloom.lock").write_text(first)

    assert lock_text({"a": entry, "b": entry}) == first
    assert read_lock(tmp_path) == {"a": entry, "b": entry}
    assert first.endswith("}\n")
    assert '        "tasks-sdk/README.md": "' in first


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"operations": 1},
        {"operations": {}, "schemas": {"a": {}}, "aliases": []},
        {"schemas": {}},
    ],
)
def test_damaged_names_count_as_none(client: Client, lock: Lock, names: dict[str, Any]) -> None:
    damaged = {"tasks": replace(lock["tasks"], names=names)}

    assert locks.history(damaged, client) == NO_HISTORY


def test_a_damaged_lock_counts_as_none(client: Client, lock: Lock, tmp_path: Path) -> None:
    path = tmp_path / "clientloom.lock"
    good = lock_text(lock)
    path.write_text(good)
    data: dict[str, Any] = json.loads(good)
    assert read_lock(tmp_path) == lock

    hostile = good.replace("tasks-sdk/README.md", "../../precious")
    del data["clients"]["tasks"]["files"]
    for text in (
        "",
        "[]",
        "{}",
        good[:-20],
        "<<<<<<<\n" + good,
        hostile,
        json.dumps(data),
        "[" * 9999,
    ):
        path.write_text(text)
        assert read_lock(tmp_path) == {}
    path.unlink()
    assert read_lock(tmp_path) == {}


def test_files_are_owned_below_the_output_that_they_were_written_to(
    client: Client, lock: Lock, tmp_path: Path
) -> None:
    assert owned_files(lock, client, tmp_path) == TREE.keys()
    assert not owned_files({}, client, tmp_path)
    assert not owned_files(lock, replace(client, output=tmp_path / "x"), tmp_path)


def test_deciding_imports_nothing_that_generates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(locks.__file__).parents[1]))
    code = "import sys, clientloom.cli; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    heavy = {"yaml", "jinja2", "black", "jsonschema", "pydantic", "openapi_spec_validator"}
    assert not heavy & set(result.stdout.split())
    assert "clientloom.document" not in result.stdout.split()


def test_files_that_nobody_touched_are_not_read_again(
    client: Client, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIENTLOOM_CACHE", str(tmp_path / "cache"))
    paths = [client.output / path for path in TREE]
    for path in paths:
        os.utime(path, ns=(1, 1))
    reads: list[str] = []
    digest = locks.file_digest

    def counted(path: Path | str) -> str | None:
        if str(path).startswith(str(client.output)):
            reads.append(str(path))
        return digest(path)

    monkeypatch.setattr(locks, "file_digest", counted)

    assert is_current(lock, client, tmp_path)  # what is newer than a tick is read each time
    assert is_current(lock, client, tmp_path)
    assert len(reads) == 2 * len(TREE)
    monkeypatch.setattr(locks, "_TICK", 0)
    assert is_current(lock, client, tmp_path)
    reads.clear()
    assert is_current(lock, client, tmp_path)
    assert reads == []
    # The same size and time of change as before: the inode's own time tells.
    paths[1].write_text("# tasks\n")
    os.utime(paths[1], ns=(1, 1))
    assert not is_current(lock, client, tmp_path)
    paths[1].write_text(TREE["tasks-sdk/README.md"])
    assert is_current(lock, client, tmp_path)
    paths[0].unlink()
    assert not is_current(lock, client, tmp_path)
