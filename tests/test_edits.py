"""Edits by hand are never lost, and `check --why` says who and what made a package out of date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import clientloom
import pytest
from clientloom.merge import Merged, has_markers, merge
from clientloom.pristine import Pristine, archive, pack, unpack

SPEC = """\
openapi: 3.0.3
info: {title: Tasks, version: "1"}
servers: [{url: "http://localhost"}]
paths:
  /tasks:
    get:
      operationId: listTasks
      tags: [Tasks]
      summary: List all tasks.
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: The tasks.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Task"}}
components:
  schemas:
    Task:
      type: object
      properties:
        id: {type: string}
        state: {type: string, enum: [new, done]}
"""

CONFIG = """\
[clients.tasks]
spec = "tasks.yaml"
style = "native"
package = "tasks"
distribution = "tasks-sdk"
version = "1.0.0"
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(clientloom.__file__).parents[1]))
    (tmp_path / "tasks.yaml").write_text(SPEC)
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    assert clientloom_("generate") == (0, "tasks-sdk    ", "")
    return tmp_path


def clientloom_(*arguments: str) -> tuple[int, str, str]:
    """Run the command; counts of files are left out of what it printed."""
    command = [sys.executable, "-m", "clientloom", *arguments]
    result = subprocess.run(command, capture_output=True, text=True)
    assert "Traceback" not in result.stderr
    out = result.stdout
    if arguments[0] == "generate" and " file" in out:
        out = out[: out.index("    ") + 4]
    return result.returncode, out, result.stderr


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


MODEL = Path("generated/tasks-sdk/tasks/models/task.py")
SUMMARY = ("summary: List all tasks.", "summary: List the tasks.")
FIELD = (
    "        id: {type: string}\n",
    "        id: {type: string}\n        name: {type: string}\n",
)


def edit() -> None:
    MODEL.write_text("# By hand.\n" + MODEL.read_text())


# merge


@pytest.mark.parametrize(
    ("base", "edited", "generated", "text"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n"),
        ("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("a\n", "a\nx\n", "a\nx\n", "a\nx\n"),
        ("", "x\n", "", "x\n"),
        ("a\nb\n", "", "a\nb\n", ""),
        ("a\nb", "a\nb", "a\nb\n", "a\nb\n"),
        ("a\r\nb\r\n", "x\r\nb\r\n", "a\r\ny\r\n", None),
        ("1\n2\n3\n4\n5\n", "1\nx\n3\n4\n5\n", "1\n2\n3\ny\n5\n", "1\nx\n3\ny\n5\n"),
    ],
)
def test_what_only_one_side_changed_is_taken(
    base: str, edited: str, generated: str, text: str | None
) -> None:
    result = merge(base, edited, generated)

    if text is None:
        assert result.conflicts == 1
    else:
        assert result == Merged(text, 0)
        assert merge(base, generated, edited) == result


def test_what_both_sides_changed_stands_between_marks() -> None:
    result = merge(
        "a\nb\nc\n",
        "a\nx\nc\n",
        "a\ny",
    )

    assert result.text == ("a\n<<<<<<< edited by hand\nx\nc\n=======\ny\n>>>>>>> generated\n")
    assert has_markers(result.text)
    assert not has_markers("a\nx\nc\n")


# generate


def test_an_edit_is_not_overwritten_unasked(project: Path) -> None:
    edit()
    change(project / "tasks.yaml", *FIELD)
    before = MODEL.read_text(), (project / "clientloom.lock").read_text()

    code, out, error = clientloom_("generate")

    assert (code, out) == (1, "tasks-sdk    failed\n")
    assert error == (
        f'"{MODEL}" was edited by hand.\n'
        "  Undo the edit, or list the file in .clientloomignore to keep it out of generation.\n"
        "  `clientloom generate --merge` merges edits with what is generated, `--force` overwrites"
        " them.\n"
    )
    assert before == (MODEL.read_text(), (project / "clientloom.lock").read_text())


def test_force_overwrites(project: Path) -> None:
    before = MODEL.read_text()
    edit()

    assert clientloom_("generate", "--force")[0] == 0
    assert MODEL.read_text() == before
    assert clientloom_("check")[0] == 0


def test_an_edit_is_merged_and_stays(project: Path) -> None:
    edit()
    change(project / "tasks.yaml", *FIELD)

    assert clientloom_("generate", "--merge")[0] == 0
    text = MODEL.read_text()
    assert text.startswith("# By hand.\n") and "name: str" in text
    assert clientloom_("check") == (0, "tasks-sdk    up to date\n", "")
    # The document changes elsewhere, so the file is generated as before: nobody has to be asked.
    change(project / "tasks.yaml", *SUMMARY)
    assert clientloom_("generate")[0] == 0
    assert MODEL.read_text() == text
    assert clientloom_("check")[0] == 0
    # It is generated in another way: the edit is one of those that somebody has to decide on.
    change(project / "tasks.yaml", "        name: {type: string}\n", "")
    assert clientloom_("generate")[0] == 1
    assert clientloom_("generate", "--merge")[0] == 0
    assert MODEL.read_text().startswith("# By hand.\n") and "name: str" not in MODEL.read_text()


def test_a_contradiction_is_marked_and_has_to_be_resolved(project: Path) -> None:
    line = next(line for line in MODEL.read_text().splitlines() if line.startswith("    id:"))
    change(MODEL, line, "    id: int | None = None")
    change(project / "tasks.yaml", "id: {type: string}", "id: {type: number}")

    code, _, error = clientloom_("generate", "--merge")
    assert code == 1
    assert error.startswith(f'"{project / MODEL}": an edit contradicts the new text.\n')
    assert "<<<<<<< edited by hand\n    id: int | None = None\n" in MODEL.read_text()
    assert clientloom_("check")[0] == 1
    code, _, error = clientloom_("generate", "--merge")
    assert (code, error) == (1, f'"{MODEL}" has marks of conflicts.\n  Resolve them first.\n')
    text = MODEL.read_text()
    start, end = text.index("<<<<<<<"), text.index(">>>>>>> generated\n")
    MODEL.write_text(text[:start] + "    id: int | None = None\n" + text[end + 18 :])
    assert clientloom_("generate", "--merge")[0] == 0
    assert "    id: int | None = None\n" in MODEL.read_text()
    assert clientloom_("check")[0] == 0


def test_a_file_that_somebody_else_wrote_is_not_overwritten(project: Path) -> None:
    (project / "clientloom.lock").unlink()
    assert clientloom_("generate")[0] == 0  # every file is what would be written
    (project / "clientloom.lock").unlink()
    edit()

    code, _, error = clientloom_("generate")
    assert code == 1
    assert error.startswith(f'"{MODEL}" was written by hand.\n')


def test_an_edited_file_that_is_not_generated_any_more_is_kept_by_a_merge(project: Path) -> None:
    edit()
    change(
        project / "tasks.yaml",
        'schema: {type: array, items: {$ref: "#/components/schemas/Task"}}',
        "schema: {}",
    )
    text = (project / "tasks.yaml").read_text()
    (project / "tasks.yaml").write_text(text[: text.index("components:")])

    assert clientloom_("generate")[0] == 1
    assert clientloom_("generate", "--merge")[0] == 0
    assert MODEL.read_text().startswith("# By hand.\n")
    assert clientloom_("check")[0] == 0


def test_ignored_files_are_neither_written_nor_compared_nor_removed(project: Path) -> None:
    readme = project / "generated/tasks-sdk/README.md"
    readme.write_text("Mine.\n")
    (project / ".clientloomignore").write_text(
        "# ours\nREADME.md\n!other\n/generated/*/tasks/models/\n"
    )

    assert clientloom_("generate")[0] == 0
    assert readme.read_text() == "Mine.\n" and MODEL.exists()
    assert clientloom_("check") == (0, "tasks-sdk    up to date\n", "")
    (project / "clientloom.toml").write_text(
        CONFIG.replace("clients.tasks", "clients.other").replace("tasks-sdk", "other-sdk")
    )
    assert clientloom_("generate")[0] == 0
    assert readme.read_text() == "Mine.\n" and MODEL.exists()
    assert not (project / "generated/tasks-sdk/tasks/__init__.py").exists()


# check --why


def why(project: Path) -> list[str]:
    code, out, error = clientloom_("check", "--why")
    assert (code, error) == (1, "")
    lines = out.splitlines()
    assert lines[0].startswith("tasks-sdk    ") and lines[-1].endswith("commit the result.")
    return [line.removeprefix("  ") for line in lines[1:-1]]


def test_why_names_the_places_of_a_document(project: Path) -> None:
    change(project / "tasks.yaml", *SUMMARY)
    change(project / "tasks.yaml", *FIELD)
    change(project / "tasks.yaml", "        state: {type: string, enum: [new, done]}\n", "")

    assert why(project) == [
        "tasks.yaml:9:7 #/paths/~1tasks/get/summary: 'List all tasks.' -> 'List the tasks.'",
        "tasks.yaml:24:9 #/components/schemas/Task/properties/name: added",
        "tasks.yaml:22:7 #/components/schemas/Task/properties/state: removed",
    ]


def test_why_names_options_tools_and_files(project: Path) -> None:
    (project / "clientloom.toml").write_text(CONFIG.replace("1.0.0", "1.1.0"))
    lock = project / "clientloom.lock"
    change(lock, '"jinja2": "', '"jinja2": "1.')
    edit()
    (project / "generated/tasks-sdk/tasks/py.typed").unlink()
    (project / "generated/tasks-sdk/tasks/extra.py").write_text("")
    (project / "generated/tasks-sdk/tasks/__pycache__").mkdir()
    (project / "generated/tasks-sdk/tasks/__pycache__/x.pyc").write_text("")

    import jinja2

    assert why(project) == [
        "clientloom.toml: version '1.0.0' -> '1.1.0'",
        f"jinja2 1.{jinja2.__version__} -> {jinja2.__version__}",
        "generated/tasks-sdk/tasks/models/task.py: edited by hand",
        "generated/tasks-sdk/tasks/py.typed: deleted by hand",
        "generated/tasks-sdk/tasks/extra.py: added by hand (left alone)",
    ]


def test_why_knows_what_was_never_generated(project: Path) -> None:
    (project / "clientloom.lock").unlink()
    change(project / "tasks.yaml", *FIELD)

    assert why(project) == ["it was never generated, as far as clientloom.lock knows"]


# The texts beside the lock


def test_texts_are_kept_as_they_are(tmp_path: Path) -> None:
    texts = Pristine({"../a.yaml": b"\xff\x00"}, {"b/c.py": b"x = 1\n", "d": b""})
    path = archive(tmp_path, "../odd name")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pack(texts))

    assert path.parent == tmp_path / ".clientloom"
    assert pack(texts) == pack(texts)
    assert unpack(tmp_path, "../odd name") == texts
    for damaged in (b"", b"PK", path.read_bytes()[:-30], path.read_bytes()[40:]):
        path.write_bytes(damaged)
        assert unpack(tmp_path, "../odd name") == Pristine({}, {})
