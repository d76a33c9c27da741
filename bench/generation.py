"""What it costs to generate: cold, after a change, and when nothing changed; beside the peers."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.measure import Cost, FailedError, run, table
from bench.peers import Peer

CLIENTLOOM = (sys.executable, "-m", "clientloom", "generate", "--quiet")


def generation(documents: Sequence[Path], peers: Sequence[Peer], cache: Path, folder: Path) -> None:
    """Print a table for each document."""
    for document in documents:
        rows = [_row(name, cost) for name, cost in _ours(document, folder / document.stem)]
        for peer in peers:
            for when in ("cold", "again"):
                rows.append(_peer(peer, when, cache, document, folder / document.stem / peer.name))
        table(f"Generating {document.name}", ("", "CPU s", "peak MB"), rows)


def _ours(document: Path, folder: Path) -> list[tuple[str, Cost]]:
    """Each kind of run, in the order in which they build upon each other."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    spec = folder / document.name
    shutil.copy(document, spec)
    spec.chmod(0o644)
    environment = {"CLIENTLOOM_CACHE": str(folder / "cache")}

    def generate() -> Cost:
        command = (
            *CLIENTLOOM,
            "--formatter",
            "ruff",
            "--package",
            "subject",
            spec,
            "-o",
            folder / "out",
        )
        return run(command, folder, environment)

    def changed(change: Callable[[Any], None]) -> Cost:
        _edit(spec, change)
        return generate()

    _edit(spec, _nothing)
    found = [("clientloom, cold", generate())]
    generate()
    _age(folder / "out")
    generate()
    found.append(("clientloom, nothing changed", generate()))
    found.append(("clientloom, one description changed", changed(_describe)))
    found.append(("clientloom, one property added", changed(_add)))
    shutil.rmtree(folder / "out")
    found.append(("clientloom, the output was removed", generate()))
    return found


def _age(folder: Path) -> None:
    """Wait until files are old enough for their times to be trusted."""
    import time

    newest = max(path.stat().st_mtime for path in folder.rglob("*"))
    time.sleep(max(newest + 3.5 - time.time(), 0))


def _edit(spec: Path, change: Callable[[Any], None]) -> None:
    """Change a document, in another process: the peak of memory of this one counts for its children."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(_rewrite, spec, change).result()


def _rewrite(spec: Path, change: Callable[[Any], None]) -> None:
    data = json.loads(spec.read_bytes())
    change(data)
    spec.write_text(json.dumps(data))


def _nothing(data: Any) -> None:
    pass


def _schema(data: Any) -> Any:
    """A component with properties, in the middle of the document."""
    schemas = data.get("definitions") or data["components"]["schemas"]
    found = [each for each in schemas.values() if isinstance(each.get("properties"), dict)]
    return found[len(found) // 2]


def _describe(data: Any) -> None:
    _schema(data)["description"] = "Another description."


def _add(data: Any) -> None:
    _schema(data)["properties"]["added_by_the_benchmark"] = {"type": "string"}


def _row(name: str, cost: Cost) -> tuple[str, str, str]:
    return name, f"{cost.seconds:.2f}", f"{cost.megabytes:.0f}"


def _peer(peer: Peer, when: str, cache: Path, document: Path, output: Path) -> tuple[str, str, str]:
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _row(f"{peer.name}, {when}", peer.generate(cache, document, output))
    except (FailedError, OSError) as error:
        print(f"{peer.name} fails on {document.name}: {str(error).splitlines()[-1][:200]}")
        return f"{peer.name}, {when}", "fails", ""
