"""`generated/` is what a fresh run gives, byte for byte: on any machine, in any place, for any hash seed."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATED = ROOT / "generated"
HOW = "Run `clientloom generate` and commit the result."


@dataclass(frozen=True)
class Machine:
    """Where and how a run takes place."""

    name: str
    umask: int
    elsewhere: bool
    environment: Mapping[str, str]


MACHINES = (
    Machine("here", 0o022, False, {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}),
    Machine(
        "elsewhere",
        0o077,
        True,
        {
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "TZ": "Asia/Kathmandu",
            "COLUMNS": "40",
        },
    ),
)


def command(verb: str, config: Path, *options: str) -> Sequence[str]:
    return [sys.executable, "-m", "clientloom", "--config", str(config), verb, *options]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's variables, with the generator on the path; nothing of earlier runs is used."""
    path = os.pathsep.join([str(ROOT / "generator"), os.environ.get("PYTHONPATH", "")])
    own = {"PYTHONPATH": path.rstrip(os.pathsep), "CLIENTLOOM_CACHE": ""}
    return {**os.environ, **own, **(more or {})}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Path]]:
    """Copies of the project without its output, generated on two machines at the same time."""
    folders: dict[str, Path] = {}
    runs: list[tuple[str, subprocess.Popen[str]]] = []
    for machine in MACHINES:
        folder = tmp_path_factory.mktemp(f"project {machine.name}")
        folders[machine.name] = folder
        shutil.copytree(ROOT / "specs", folder / "specs")
        shutil.copy(ROOT / "clientloom.toml", folder)
        run = subprocess.Popen(
            command("generate", folder / "clientloom.toml"),
            cwd=tmp_path_factory.mktemp("another folder") if machine.elsewhere else folder,
            env=environment(machine.environment),
            umask=machine.umask,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        runs.append((machine.name, run))
    for name, run in runs:
        output, _ = run.communicate(timeout=120)
        assert run.returncode == 0, f"{name}: {output}"
    yield folders


def files(folder: Path) -> dict[str, bytes]:
    """What is generated below a folder, without what Python and pip leave behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(
            part in ("__pycache__", "build", "dist", ".mypy_cache") or part.endswith(".egg-info")
            for part in path.relative_to(folder).parts
        )
    }


@pytest.mark.parametrize("machine", [machine.name for machine in MACHINES])
def test_generated_is_a_fresh_run(fresh: Mapping[str, Path], machine: str) -> None:
    ours, theirs = files(GENERATED), files(fresh[machine] / "generated")

    assert sorted(ours) == sorted(theirs), HOW
    assert [path for path in ours if ours[path] != theirs[path]] == [], HOW


@pytest.mark.parametrize("machine", [machine.name for machine in MACHINES])
def test_the_lock_is_that_of_a_fresh_run(fresh: Mapping[str, Path], machine: str) -> None:
    lock = "clientloom.lock"

    assert (ROOT / lock).read_bytes() == (fresh[machine] / lock).read_bytes(), HOW


def test_the_lock_lists_all_files() -> None:
    lock = json.loads((ROOT / "clientloom.lock").read_text(encoding="utf-8"))
    listed = {path for client in lock["clients"].values() for path in client["files"]}

    assert listed == set(files(GENERATED))


def test_check_finds_nothing() -> None:
    done = subprocess.run(
        command("check", ROOT / "clientloom.toml"),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert {line.split(maxsplit=1)[1] for line in done.stdout.splitlines()} == {"up to date"}


def test_check_without_a_lock_finds_nothing(fresh: Mapping[str, Path], tmp_path: Path) -> None:
    """Then everything is generated and compared."""
    folder = tmp_path / "project"
    shutil.copytree(fresh["here"], folder)
    (folder / "clientloom.lock").unlink()

    done = subprocess.run(
        command("check", folder / "clientloom.toml", "--quiet"),
        cwd=folder,
        env=environment({"PYTHONHASHSEED": "1"}),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (folder / "clientloom.lock").exists()


def test_nothing_of_this_machine_is_generated() -> None:
    """No absolute path, no date of today, no version of the generator."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    local = re.compile(
        "|".join(map(re.escape, {str(ROOT), str(Path.home()) + "/", sys.prefix, today}))
        + r"|/home/|/Users/|/root/|[A-Z]:\\Users|clientloom[- ]?v?[0-9]+\.[0-9]"
    )
    for path, content in files(GENERATED).items():
        assert (found := local.search(content.decode("utf-8"))) is None, f"{path}: {found}"


def test_generated_files_are_plain_text() -> None:
    """UTF-8, newlines as Unix has them, one at the end."""
    for path, content in files(GENERATED).items():
        assert b"\r" not in content, path
        assert b"\t" not in content or path.endswith(".md"), path
        assert not content or content.endswith(b"\n"), path
        assert not content.endswith(b"\n\n"), path
        assert not re.search(rb"[ \t]\n", content), f"{path}: white space at the end of a line"
