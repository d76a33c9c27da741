"""A run that is killed at any moment leaves the old files or the new ones, and the lock that fits."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import clientloom
import pytest
from clientloom import journal
from clientloom.errors import ClientloomError
from clientloom.journal import commit, finish, is_pending

CONFIG = """\
[clients.many]
spec = "many.yaml"
style = "native"
package = "many"
distribution = "many"
version = "1.0.0"
"""

RUN = """\
import sys
from pathlib import Path
from clientloom import cli
from clientloom.config import load_project
from clientloom.pipeline import Package

def build(client, former):
    kind = client.spec.read_text()
    tree = {f"many/{n % 7}/{n}.py": f"{kind} {n}" for n in range(400)}
    tree |= {f"many/{kind}/{n}.py": "" for n in range(50)}
    return Package(tree, {client.spec: client.spec.read_bytes()})

project = load_project(Path("clientloom.toml"))
sys.exit(cli.generate(cli.Run(project, project.clients, quiet=True, build=build)))
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(clientloom.__file__).parents[1]))
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    return tmp_path


def disk(root: Path) -> dict[str, str]:
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text() for path in found}


def run(kind: str) -> subprocess.Popen[bytes]:
    Path("many.yaml").write_text(kind)
    return subprocess.Popen([sys.executable, "-c", RUN])


def test_a_kill_leaves_the_old_files_or_the_new_ones(project: Path) -> None:
    """Kills come at random, and right after the moment that decides, which is the delicate one."""
    states = {}
    for kind in ("red", "blue"):
        assert run(kind).wait() == 0
        states[kind] = disk(project / "generated"), (project / "clientloom.lock").read_text()
    rng, now, seen = random.Random(7), "blue", set[str]()
    for attempt in range(24):
        wanted = "red" if now == "blue" else "blue"
        process = run(wanted)
        if attempt % 2:
            while process.poll() is None and not is_pending(project):
                pass
            time.sleep(rng.random() * 0.01)
        else:
            time.sleep(rng.random() * 0.3)
        process.send_signal(signal.SIGKILL)
        process.wait()
        interrupted = is_pending(project)
        finish(project)
        state = disk(project / "generated"), (project / "clientloom.lock").read_text()
        assert state in states.values()
        assert not (project / ".clientloom" / "pending").exists()
        now = next(kind for kind in states if states[kind] == state)
        seen.add("finished" if interrupted else "new" if now == wanted else "old")
    assert {"finished", "old"} <= seen


def test_nothing_is_decided_before_everything_is_staged(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bytes = Path.write_bytes

    def fail(path: Path, data: bytes) -> int:
        if path.name == "1":
            raise OSError(28, "No space left on device")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space"):
        commit(project, project / "out", {project / "out" / name: b"x" for name in "abc"})
    assert not (project / "out" / "a").exists()
    assert not (project / ".clientloom").exists()


def test_what_was_decided_is_finished_by_the_next_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "gone").write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(journal, "_move", interrupt)
        with pytest.raises(KeyboardInterrupt):
            commit(project, project, {project / "a": b"1", project / "gone": None})
    assert is_pending(project)

    command = [sys.executable, "-m", "clientloom", "check"]
    (project / "many.yaml").write_text("openapi: 3.0.3")
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stderr == (
        "a run of clientloom was interrupted while it wrote.\n"
        "  Run `clientloom generate`: it finishes what was begun.\n"
    )
    finish(project)
    assert (project / "a").read_text() == "1"
    assert not (project / "gone").exists()


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_stage_that_decided_nothing_is_forgotten(project: Path) -> None:
    pending = project / ".clientloom" / "pending"
    pending.mkdir(parents=True)
    (pending / "0").write_text("x")
    (pending / "journal.json.draft").write_text(json.dumps({"output": ".", "files": [["a", "0"]]}))

    finish(project)

    assert not pending.exists()
    assert not (project / "a").exists()


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be locked there")
def test_two_runs_do_not_write_at_a_time(project: Path) -> None:
    import fcntl

    (project / ".clientloom").mkdir()
    handle = os.open(project / ".clientloom", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    with pytest.raises(ClientloomError, match="another run of clientloom"):
        commit(project, project, {project / "a": b"1"})
    os.close(handle)
    commit(project, project, {project / "a": b"1"})
    assert (project / "a").read_text() == "1"
