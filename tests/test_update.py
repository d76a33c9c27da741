"""Two steps, two diffs: what new tools change, and what new documents change."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import clientloom
import pytest

SPEC = """\
openapi: 3.0.3
info: {title: Tasks, version: "1"}
servers: [{url: "http://localhost"}]
paths:
  /tasks:
    get:
      operationId: listTasks
      tags: [Tasks]
      responses: {"200": {description: The tasks.}}
"""

PARAMETER = "      parameters: [{name: limit, in: query, schema: {type: integer}}]\n"

CONFIG = """\
[clients.tasks]
spec = "specs/tasks.yaml"
style = "native"
package = "tasks"
distribution = "tasks-sdk"
version = "1.0.0"
"""

# Another version of the generator: one that writes another line into every README.
OTHER = """\
import sys
from clientloom import lock, pipeline
from clientloom.pipeline import Package

build = pipeline.build

def other(client, former, load=None):
    package = build(client, former, load)
    readme = f"{client.distribution}/README.md"
    tree = {**package.tree, readme: package.tree[readme] + "By the other version.\\n"}
    return Package(tree, package.documents, package.history, package.notes)

lock.__version__ = "9.9.9"
pipeline.build = other
from clientloom import cli
sys.exit(cli.main())
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(clientloom.__file__).parents[1]))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.com")
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/tasks.yaml").write_text(SPEC)
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    assert command("-m", "clientloom", "generate", "-q") == ""
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "First")
    return tmp_path


def command(*arguments: str, code: int = 0) -> str:
    result = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
    assert (result.returncode, "Traceback" in result.stderr) == (code, False), result.stderr
    return result.stdout + result.stderr


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


def add_parameter() -> None:
    spec = Path("specs/tasks.yaml")
    spec.write_text(spec.read_text().replace("      tags:", f"{PARAMETER}      tags:"))


def test_what_tools_change_and_what_documents_change_stand_apart(project: Path) -> None:
    add_parameter()

    out = command("-c", OTHER, "update").splitlines()

    assert out[0] == "tasks-sdk    templates: 1 file, 0 public lines"
    assert out[1].startswith("tasks-sdk    document: ")
    assert [line for line in out if "limit" in line and line.startswith("  + ")]
    assert "By the other version." in (project / "generated/tasks-sdk/README.md").read_text()
    assert command("-c", OTHER, "check") == "tasks-sdk    up to date\n"
    assert command("-c", OTHER, "update") == "tasks-sdk    document: 0 files, 0 public lines\n"


def test_each_step_is_a_commit(project: Path) -> None:
    add_parameter()
    (project / "mine.txt").write_text("not part of it")

    command("-c", OTHER, "update", "--commit")

    first, second, *_ = reversed(git("log", "--format=%s", "-2").splitlines())
    assert first == "Regenerate clients with new tools: 1 file, 0 public lines"
    assert second.startswith("Regenerate clients from new documents: ")
    assert "specs/tasks.yaml" not in git("show", "--stat", "HEAD~1")
    assert "specs/tasks.yaml" in git("show", "--stat=200", "HEAD")
    assert git("status", "--short") == "?? mine.txt\n"
    lock = json.loads(git("show", "HEAD~1:clientloom.lock"))["clients"]["tasks"]
    assert lock["versions"]["clientloom"] == "9.9.9"
    assert (
        lock["documents"]
        == json.loads(git("show", "HEAD~2:clientloom.lock"))["clients"]["tasks"]["documents"]
    )


def test_a_commit_takes_nothing_that_somebody_staged(project: Path) -> None:
    (project / "mine.txt").write_text("staged")
    git("add", "mine.txt")

    out = command("-m", "clientloom", "update", "--commit", code=1)
    assert out == "something is staged in the repository.\n  Commit or unstage it first.\n"


def test_without_the_texts_of_the_last_run_it_says_so(project: Path) -> None:
    (project / ".clientloom/tasks.zip").unlink()

    out = command("-c", OTHER, "update", code=1)
    assert "the documents that tasks-sdk was generated from are not kept.\n" in out


def test_watching_generates_when_a_document_changes(project: Path) -> None:
    arguments = [sys.executable, "-u", "-m", "clientloom", "watch"]
    process = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "tasks-sdk    up to date\n"
    Path("specs/tasks.yaml").write_text("openapi: [")
    assert process.stdout.readline() == "tasks-sdk    failed\n"
    Path("specs/tasks.yaml").write_text(SPEC)
    while "up to date" not in process.stdout.readline():
        pass
    add_parameter()
    assert "changed" in process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    assert "limit" in (project / "generated/tasks-sdk/API.txt").read_text()
