"""What a person sees of clientloom: output, exit codes, and what is on the disk afterwards."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import clientloom
import pytest
from clientloom import cli
from clientloom.cli import Run
from clientloom.config import Client, load_project
from clientloom.errors import ClientloomError, Problem
from clientloom.pipeline import Build, Package
from clientloom.renames import NO_HISTORY, History
from clientloom.tree import Tree

ROOT = Path(__file__).parents[1]

CONFIG = """\
[clients.ica]
spec = "specs/a.yaml"
style = "prior"
package = "ICA_SDK"
distribution = "ica-sdk"
version = "1.0.0"

[clients.workflow]
spec = "specs/b.yaml"
style = "legacy"
package = "lusid_workflow"
distribution = "lusid-workflow"
version = "1.0.0"
"""

ADVICE = "Run `clientloom generate` and commit the result.\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(clientloom.__file__).parents[1]))
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.yaml").write_text("x = 1\n")
    (tmp_path / "specs" / "b.yaml").write_text("y = 1\n")
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    return tmp_path


def fake(client: Client, former: History = NO_HISTORY) -> Package:
    """A package of two files: one with the text of the document, one that is always the same."""
    text = client.spec.read_text()
    if text == "broken\n":
        raise ClientloomError(Problem("the document is broken.", hint="Mend it."))
    if text == "unreadable\n":
        raise PermissionError(13, "Permission denied", "specs/a.yaml")
    if text == "deep\n":
        raise RecursionError
    tree = {f"{client.distribution}/api.py": text, f"{client.distribution}/py.typed": ""}
    return Package(tree, {client.spec: client.spec.read_bytes()})


def never(client: Client, former: History) -> Package:
    raise AssertionError(f"{client.name} was generated")


def run(
    verb: Callable[[Run], int],
    *names: str,
    quiet: bool = False,
    build: Build = fake,
) -> int:
    project = load_project(Path("clientloom.toml"))
    clients = [client for client in project.clients if not names or client.name in names]
    return verb(Run(project, clients, everything=not names, quiet=quiet, build=build))


def disk(root: str = "generated") -> Tree:
    found = sorted(path for path in Path(root).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text() for path in found}


def traces() -> dict[Path, tuple[int, int, int]]:
    """What writing to a file or a folder of the project would change."""
    stats = {path: path.stat() for path in Path().rglob("*")}
    return {path: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in stats.items()}


def command(*arguments: str, cwd: Path | None = None) -> tuple[int, str, str]:
    result = subprocess.run(
        [sys.executable, "-m", "clientloom", *arguments], capture_output=True, text=True, cwd=cwd
    )
    assert "Traceback" not in result.stderr
    return result.returncode, result.stdout, result.stderr


# generate


def test_generate_writes_and_says_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli.generate) == 0
    assert capsys.readouterr().out == (
        "ica-sdk           2 files, 2 added\nlusid-workflow    2 files, 2 added\n"
    )
    assert disk() == {
        "ica-sdk/api.py": "x = 1\n",
        "ica-sdk/py.typed": "",
        "lusid-workflow/api.py": "y = 1\n",
        "lusid-workflow/py.typed": "",
    }

    assert run(cli.generate, build=never) == 0
    assert capsys.readouterr().out == "ica-sdk           up to date\nlusid-workflow    up to date\n"

    Path("specs/a.yaml").write_text("x = 2\n")
    assert run(cli.generate) == 0
    assert capsys.readouterr().out == (
        "ica-sdk           2 files, 1 changed\nlusid-workflow    up to date\n"
    )
    assert disk()["ica-sdk/api.py"] == "x = 2\n"


def test_generate_is_silent_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli.generate, quiet=True) == 0
    assert capsys.readouterr() == ("", "")


def test_a_client_that_fails_leaves_the_others_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("specs/a.yaml").write_text("broken\n")

    assert run(cli.generate) == 1
    assert capsys.readouterr() == (
        "ica-sdk           failed\nlusid-workflow    2 files, 2 added\n",
        "the document is broken.\n  Mend it.\n",
    )
    assert list(disk()) == ["lusid-workflow/api.py", "lusid-workflow/py.typed"]
    assert run(cli.check, "workflow", build=never) == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("unreadable\n", "specs/a.yaml: permission denied.\n"),
        ("deep\n", "{spec}: the document is nested too deeply.\n"),
    ],
)
def test_limits_of_the_machine_are_said_plainly(
    capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    Path("specs/a.yaml").write_text(text)

    assert run(cli.generate, "ica") == 1
    assert capsys.readouterr().err == message.format(spec=Path("specs/a.yaml").absolute())


def test_files_that_are_not_generated_any_more_go(capsys: pytest.CaptureFixture[str]) -> None:
    def more(client: Client, former: History) -> Package:
        package = fake(client)
        extra: Mapping[str, str] = {f"{client.distribution}/old/gone.py": "z = 1\n"}
        return Package({**package.tree, **extra}, package.documents)

    run(cli.generate, build=more)
    Path("generated/ica-sdk/mine.txt").write_text("by hand")
    Path("specs/a.yaml").write_text("x = 2\n")
    capsys.readouterr()

    assert run(cli.check, "ica") == 1
    assert capsys.readouterr().out.startswith("ica-sdk           1 changed, 1 removed\n")
    assert run(cli.generate, "ica") == 0
    assert capsys.readouterr().out == "ica-sdk           2 files, 1 changed, 1 removed\n"
    assert not Path("generated/ica-sdk/old").exists()
    assert Path("generated/ica-sdk/mine.txt").exists()


def test_clients_that_left_the_configuration_leave_the_disk(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(cli.generate)
    Path("clientloom.toml").write_text(CONFIG[: CONFIG.index("[clients.workflow]")])
    capsys.readouterr()

    assert run(cli.check, "ica") == 0
    assert run(cli.check) == 1
    out = capsys.readouterr().out
    assert "workflow    2 removed\n--- generated/lusid-workflow/api.py\n+++ (fresh)\n" in out
    assert out.endswith(f"1 of 2 clients is out of date. {ADVICE}")
    assert run(cli.generate) == 0
    assert capsys.readouterr().out == "ica-sdk    up to date\nworkflow    2 removed\n"
    assert not Path("generated/lusid-workflow").exists()
    assert run(cli.check) == 0


def test_a_client_that_is_renamed_keeps_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    run(cli.generate)
    Path("clientloom.toml").write_text(CONFIG.replace("[clients.ica]", "[clients.other]"))

    assert run(cli.generate) == 0
    assert "ica-sdk/api.py" in disk()
    assert run(cli.check, build=never) == 0


def test_two_clients_cannot_write_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    def same(client: Client, former: History) -> Package:
        return Package({"shared.py": client.name}, {client.spec: client.spec.read_bytes()})

    assert run(cli.generate, build=same) == 1
    assert capsys.readouterr().err == '"shared.py" belongs to the client "ica".\n'
    assert disk() == {"shared.py": "ica"}


# check


def test_check_shows_what_is_out_of_date_and_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(cli.generate)
    Path("specs/b.yaml").write_text("y = 2\n")
    Path("generated/lusid-workflow/py.typed").unlink()
    before = traces()
    capsys.readouterr()

    assert run(cli.check) == 1
    assert capsys.readouterr().out == dedent(
        """\
        ica-sdk           up to date
        lusid-workflow    1 changed, 1 added
        --- generated/lusid-workflow/api.py
        +++ (fresh)
        @@ -1 +1 @@
        -y = 1
        +y = 2
        1 of 2 clients is out of date. Run `clientloom generate` and commit the result.
        """
    )
    assert traces() == before


def test_check_is_silent_when_quiet_and_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    run(cli.generate)
    capsys.readouterr()

    assert run(cli.check, quiet=True) == 0
    assert capsys.readouterr() == ("", "")
    Path("generated/ica-sdk/api.py").write_text("edited\n")
    assert run(cli.check, quiet=True) == 1
    assert capsys.readouterr().out == (
        "ica-sdk           1 changed\n--- generated/ica-sdk/api.py\n+++ (fresh)\n@@ -1 +1 @@\n"
        f"-edited\n+x = 1\n1 of 2 clients is out of date. {ADVICE}"
    )


def test_check_counts_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli.check) == 1
    assert capsys.readouterr().out.endswith(f"2 of 2 clients are out of date. {ADVICE}")
    assert run(cli.check, "ica") == 1
    assert capsys.readouterr().out.endswith(f"1 client is out of date. {ADVICE}")


def test_check_trusts_bytes_rather_than_the_lock(capsys: pytest.CaptureFixture[str]) -> None:
    run(cli.generate)
    Path("clientloom.lock").unlink()

    assert run(cli.check) == 0


def test_check_of_a_broken_document_fails_without_advice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(cli.generate)
    Path("specs/a.yaml").write_text("broken\n")
    capsys.readouterr()

    assert run(cli.check) == 1
    assert capsys.readouterr() == (
        "ica-sdk           failed\nlusid-workflow    up to date\n",
        "the document is broken.\n  Mend it.\n",
    )


# The command itself


def test_without_a_verb_it_explains_itself() -> None:
    code, out, err = command()

    assert (code, err) == (0, "")
    assert command("--help") == (0, out, "")
    assert out.startswith("usage: clientloom ")
    for words in ("clientloom generate", "clientloom check", "clientloom.toml", "exit codes:"):
        assert words in out


def test_every_verb_and_option_is_explained() -> None:
    for verb in ("generate", "check"):
        code, out, _ = command(verb, "--help")
        assert code == 0
        for words in ("CLIENT", "--config PATH", "--quiet"):
            assert words in out
    assert command("--version") == (0, f"clientloom {clientloom.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("generat",),
        ("generate", "--nope"),
        ("check", "nobody"),
        ("--config",),
        ("generate", "--qui"),
    ],
)
def test_a_mistake_on_the_command_line_is_exit_code_2(arguments: tuple[str, ...]) -> None:
    code, out, err = command(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("usage: clientloom ")


def test_a_client_that_is_not_there_is_said_with_those_that_are() -> None:
    assert command("check", "nobody")[2].splitlines()[-1] == (
        'clientloom: error: there is no client "nobody"; there are: ica, workflow'
    )


def test_a_missing_configuration_is_exit_code_1(project: Path) -> None:
    Path("clientloom.toml").unlink()
    code, out, err = command("check")

    assert (code, out) == (1, "")
    assert err.startswith(f"there is no clientloom.toml in {project} or above.\n  Create one, ")
    assert command("check", "--config", "no.toml") == (
        1,
        "",
        "no.toml: no such file or directory.\n",
    )
    assert command("--config", "no.toml", "check") == (
        1,
        "",
        "no.toml: no such file or directory.\n",
    )


DOCUMENT = """\
openapi: 3.0.3
info: {title: Tasks, version: "1"}
servers: [{url: "https://example.com"}]
paths:
  /tasks/{id}:
    get:
      operationId: getTask
      tags: [Tasks]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The task.
          content: {application/json: {schema: {$ref: "#/components/schemas/Task"}}}
components:
  schemas:
    Task: {type: object, properties: {id: {type: string}}}
"""


@pytest.fixture
def real(project: Path) -> Path:
    """A project with one client and a document that is right."""
    (project / "clientloom.toml").write_text(CONFIG[: CONFIG.index("[clients.workflow]")])
    (project / "specs" / "a.yaml").write_text(DOCUMENT)
    return project


def test_the_whole_way_from_a_folder_below(real: Path) -> None:
    code, out, err = command("generate", "ica-sdk", cwd=real / "specs")

    assert (code, err) == (0, "")
    assert re.fullmatch(r"ica-sdk    \d+ files, \d+ added\n", out)
    assert command("check", cwd=real / "specs") == (0, "ica-sdk    up to date\n", "")
    assert command("check", "--quiet") == (0, "", "")

    path = real / "specs" / "a.yaml"
    path.write_text(DOCUMENT.replace("{type: string}}}", "{type: string}, name: {type: string}}}"))
    code, out, err = command("check")
    assert (code, err) == (1, "")
    assert "+    name: " in out
    assert out.endswith(f"\n1 client is out of date. {ADVICE}")


def test_all_problems_of_a_document_are_printed(real: Path) -> None:
    path = real / "specs" / "a.yaml"
    path.write_text(
        DOCUMENT.replace("info: {title: Tasks, ", "info: {").replace("schemas/Task", "x")
    )

    assert command("generate") == (
        1,
        "ica-sdk    failed\n",
        "specs/a.yaml:14:49 #/paths/~1tasks~1{id}/get/responses/200/content/application~1json"
        '/schema/$ref: there is no "#/components/x".\n',
    )
    assert not (real / "generated").exists()


UNDECLARED = DOCUMENT.replace(
    "      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n",
    "",
)
BROKEN = UNDECLARED.replace("id: {type: string}", "id: {type: strin}")

NOTES = (
    "specs/a.yaml:6:5 #/paths/~1tasks~1{id}/get:"
    ' path parameter "id" of "/tasks/{id}" is not declared.',
    "specs/a.yaml:15:44 #/components/schemas/Task/properties/id/type:"
    ' "strin" is not one of "array", "boolean", "integer", "number", "object", "string".',
    "specs/a.yaml:15:44 #/components/schemas/Task/properties/id/type:"
    ' "strin" is no type: any value is accepted.',
)


def test_what_was_repaired_is_said_once(real: Path) -> None:
    (real / "specs" / "a.yaml").write_text(BROKEN)
    head, *lines = command("generate")[1].splitlines()

    assert re.fullmatch(r"ica-sdk    \d+ files, \d+ added", head)
    assert lines == [
        "  2 repairs and 1 looser type; --strict makes them errors:",
        *(f"  {note}" for note in NOTES),
    ]
    assert command("generate") == (0, "ica-sdk    up to date\n", "")


def test_what_was_repaired_is_not_said_when_quiet(real: Path) -> None:
    (real / "specs" / "a.yaml").write_text(BROKEN)

    assert command("generate", "--quiet") == (0, "", "")


def test_strict_accepts_nothing_that_has_to_be_repaired(real: Path) -> None:
    (real / "specs" / "a.yaml").write_text(BROKEN)
    strict = (
        1,
        "ica-sdk    failed\n",
        f"{NOTES[0]}\n  It is read as a required string.\n{NOTES[1]}\n{NOTES[2]}\n",
    )

    assert command("generate", "--strict") == strict
    assert not (real / "generated").exists()

    assert command("generate")[0] == 0
    assert command("generate", "--strict") == strict

    (real / "specs" / "a.yaml").write_text(DOCUMENT)
    assert command("generate", "--strict")[0] == 0


def test_a_report_has_everything(real: Path) -> None:
    (real / "specs" / "a.yaml").write_text(BROKEN)
    command("generate", "--quiet")
    code, out, err = command("generate", "--report", "json")
    (client,) = json.loads(out)["clients"]

    assert (code, err) == (0, "")
    assert [
        (
            note["kind"],
            f"{note['file']}:{note['line']}:{note['column']} {note['pointer']}: {note['message']}",
        )
        for note in client["notes"]
    ] == list(zip(("repair", "repair", "fallback"), NOTES, strict=True))
    assert client["notes"][0]["hint"] == "It is read as a required string."
    assert {key: client[key] for key in ("client", "changed", "errors")} == {
        "client": "ica",
        "changed": 0,
        "errors": [],
    }

    (real / "specs" / "a.yaml").write_text("openapi: 3.0.3\n")
    code, out, err = command("generate", "--report", "json")
    (client,) = json.loads(out)["clients"]
    assert code == 1
    assert err.startswith("specs/a.yaml:1:1 #: there are neither paths")
    assert client["errors"][0]["message"].startswith("there are neither paths")


def test_nothing_changed_is_said_in_well_below_half_a_second_of_cpu(real: Path) -> None:
    command("generate")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert command("check")[0] == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 0.4


def test_a_reader_who_has_seen_enough_is_no_error(real: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "clientloom", "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


SLOW = """\
import sys, time
from pathlib import Path
from clientloom import cli
from clientloom.config import load_project
from clientloom.pipeline import Build, Package
from clientloom.renames import NO_HISTORY, History

def build(client, former):
    time.sleep({seconds})
    return Package({{"ica-sdk/a.py": ""}}, {{client.spec: client.spec.read_bytes()}})

def slow(argv):
    project = load_project(Path("clientloom.toml"))
    return cli.generate(cli.Run(project, project.clients, build=build))

cli._main = slow
sys.exit(cli.main())
"""


def test_an_interruption_is_quiet(real: Path) -> None:
    code = SLOW.format(seconds=30)
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)

    assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == 130


def on_a_terminal(seconds: float) -> str:
    """What a terminal receives of a run that takes so long."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW.format(seconds=seconds)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    received = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        received += part
    os.close(master)
    process.wait()
    return received.decode()


def test_progress_shows_on_a_terminal_after_a_second_and_goes(real: Path) -> None:
    assert on_a_terminal(0.1) == "ica-sdk    1 file, 1 added\r\n"
    Path("clientloom.lock").unlink()
    Path("generated/ica-sdk/a.py").unlink()
    slow = on_a_terminal(2)

    assert "\r\x1b[Kgenerating ica-sdk (1 of 1) … 1 s" in slow
    assert slow.endswith("\r\x1b[Kica-sdk    1 file, 1 added\r\n")


def test_every_module_says_what_it_is_for() -> None:
    for path in sorted((ROOT / "generator" / "clientloom").rglob("*.py")):
        assert path.read_text().lstrip().startswith(('"""', 'r"""')), path


# speed


def test_a_formatter_is_named_on_the_command_line_or_in_the_configuration(real: Path) -> None:
    command("generate")
    black = disk()
    lock = json.loads((real / "clientloom.lock").read_text())
    assert "black" in lock["clients"]["ica"]["versions"]

    assert command("check", "--formatter", "ruff") == (0, "ica-sdk    up to date\n", "")
    config = (real / "clientloom.toml").read_text()
    (real / "clientloom.toml").write_text(f'formatter = "ruff"\n{config}')
    assert command("generate")[0] == 0
    lock = json.loads((real / "clientloom.lock").read_text())
    assert "ruff" in lock["clients"]["ica"]["versions"]
    assert disk() == black


def test_a_single_document_that_did_not_change_is_not_parsed(real: Path) -> None:
    document = real / "specs" / "a.yaml"
    document.rename(real / "one.yaml")
    arguments = ("generate", "one.yaml", "-o", "out", "--formatter", "ruff")
    assert "added" in command(*arguments)[1]
    (real / "one.yaml").touch()

    code = "import sys; from clientloom import cli; cli.main(sys.argv[1:]); print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    name, _, modules = result.stdout.partition("\n")
    assert name.endswith("up to date")
    loaded = {"clientloom.document", "clientloom.parse", "clientloom.plan", "yaml", "jinja2"}
    assert not loaded & set(modules.split())
