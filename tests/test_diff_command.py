"""`clientloom diff` as a person uses it: sources, formats, decisions, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from clientloom.cli import main
from clientloom.config import Client
from clientloom.diff.formats.github import as_github
from clientloom.diff.formats.markdown import LIMIT, as_markdown
from clientloom.diff.report import Report, bumped
from clientloom.pipeline import generate
from diff_cases import (
    Spec,
    base,
    in_parameter,
    operation,
    parameter,
    query,
    rename_property,
    rename_schema,
    schema,
    set_in,
    string,
)
from test_diff import difference

ROOT = Path(__file__).parents[1]
GITHUB = Path("/work/shared/corpus/large/github.json")

CONFIG = """\
[clients.things]
spec = "specs/things.json"
style = "native"
package = "things"
distribution = "things-sdk"
version = "1.2.3"
"""


def git(*arguments: str, folder: Path) -> None:
    identity = [
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.com",
        "-c",
        "init.defaultBranch=main",
    ]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def edited(*edits: Callable[[Spec], object]) -> Spec:
    spec = deepcopy(base())
    for edit in edits:
        edit(spec)
    return spec


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a client, whose document has one file more."""
    spec = base()
    spec["components"]["schemas"]["Owner"] = {"$ref": "parts/owner.json"}
    (tmp_path / "specs" / "parts").mkdir(parents=True)
    (tmp_path / "specs" / "things.json").write_text(json.dumps(spec, indent=1))
    (tmp_path / "specs" / "parts" / "owner.json").write_text(json.dumps(schema(base(), "Owner")))
    (tmp_path / "clientloom.toml").write_text(CONFIG)
    git("init", folder=tmp_path)
    git("add", ".", folder=tmp_path)
    git("commit", "-m", "first", folder=tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change_owner(project: Path) -> None:
    owner = schema(base(), "Owner")
    del owner["properties"]["nick"]
    (project / "specs" / "parts" / "owner.json").write_text(json.dumps(owner))


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["diff", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


# --- Sources


@pytest.mark.parametrize(
    "sources",
    [
        ("main",),
        ("main", "."),
        ("HEAD:specs/things.json", "specs/things.json"),
        ("HEAD:./specs/things.json", "specs/things.json"),
        ("main", "specs/things.json"),
    ],
    ids=" ".join,
)
def test_sides_can_be_in_git(
    sources: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_owner(project)
    code, out, _ = run(*sources, "--fail-on", "breaking", capsys=capsys)

    assert code == 1
    assert "things-sdk: " in out
    assert "`Owner.nick` is gone." in out
    where = re.search(r"^    (\S+) -> (\S+)$", out, re.MULTILINE)
    assert where is not None
    assert where[1] == f"{sources[0].partition(':')[0]}:specs/parts/owner.json:1:87"
    assert "/tmp/" not in out


def test_both_sides_can_be_in_git(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_owner(project)
    git("commit", "-am", "second", folder=project)

    assert "`Owner.nick` is gone." in run("HEAD~1", "HEAD", capsys=capsys)[1]
    assert run("HEAD", capsys=capsys)[1].endswith("no changes\n")


def test_a_client_that_is_new_or_gone_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = CONFIG.replace("things", "others").replace("specs/others", "specs/things")
    (project / "clientloom.toml").write_text(CONFIG + more)
    git("commit", "-am", "second", folder=project)

    assert "`others-sdk` is new." in run("HEAD~1", "--all", capsys=capsys)[1]
    (project / "clientloom.toml").write_text(CONFIG)
    code, out, _ = run("HEAD", "--fail-on", "breaking", capsys=capsys)
    assert code == 1 and "`others-sdk` is gone." in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("nowhere.json", "specs/things.json"),
            '"nowhere.json" is no document, git reference or package.',
        ),
        (
            ("HEAD:nowhere.json", "specs/things.json"),
            'there is no document "nowhere.json" at HEAD.',
        ),
        (("specs/things.json", "clientloom.toml"), "clientloom.toml:1:"),
        (("main", "--client", "nobody"), 'there is no client "nobody".'),
    ],
)
def test_what_cannot_be_compared_is_said(
    arguments: tuple[str, ...], message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(*arguments, capsys=capsys)

    assert (code, out) == (2, "")
    assert message in err


def write_package(folder: Path, spec: Spec, package: str = "things") -> Path:
    document = folder / "specs" / "things.json"
    document.parent.mkdir(parents=True, exist_ok=True)
    document.write_text(json.dumps(spec))
    client = Client(package, document, "native", package, package, "1.2.3")
    for name, text in generate(client).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder / package


def test_packages_are_compared_by_their_surfaces(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old = write_package(tmp_path / "old", base(), "things_one")
    spec = edited(
        lambda s: s["paths"]["/things/{thingId}"].pop("delete"),
        in_parameter("listThings", "filter", set_in("name", "filters")),
        rename_property("Thing", "size", "theSize"),
    )
    new = write_package(tmp_path / "new", spec, "things_one")
    code, out, _ = run(str(old), str(new), "--all", "--fail-on", "breaking", capsys=capsys)

    assert code == 1
    assert "a major version: 1.2.3 -> 2.0.0" in out
    for sentence in (
        "`Things.delete` is gone.",
        "`filter` of `Things.list` is now `filters`.",
        "`Thing.size` is now `Thing.the_size`.",
    ):
        assert sentence in out, out

    # As installed packages, by their import names: one of them under another name.
    monkeypatch.syspath_prepend(str(old))
    _, out, _ = run("things_one", str(new), "--all", capsys=capsys)
    assert "`Things.delete` is gone." in out
    assert "is new" not in out, out


def test_templates_alone_make_a_patch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    old, new = (write_package(tmp_path / side, base()) for side in ("old", "new"))
    assert run(str(old), str(new), capsys=capsys)[1].endswith("no changes\n")

    page = new / "README.md"
    page.write_text(f"{page.read_text()}\nMore.\n")
    _, out, _ = run(str(old), str(new), capsys=capsys)
    assert "1 file differs, 0 public lines; a patch version: 1.2.3 -> 1.2.4" in out


def test_overlays_are_those_of_the_reference(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    action = {"target": "$.components.schemas.Notes.properties.total", "remove": True}
    overlay = {"overlay": "1.0.0", "info": {"title": "o", "version": "1"}, "actions": [action]}
    (project / "overlays").mkdir()
    file = project / "overlays" / "less.json"
    file.write_text(json.dumps(overlay))
    (project / "clientloom.toml").write_text(f'{CONFIG}overlays = ["overlays/less.json"]\n')
    git("add", ".", folder=project)
    git("commit", "-m", "second", folder=project)
    for sources in (("HEAD~1",), ("HEAD~1:specs/things.json", "specs/things.json")):
        assert "`Notes.total` is gone." in run(*sources, capsys=capsys)[1]

    overlay["actions"] = []
    file.write_text(json.dumps(overlay | {"actions": [{**action, "target": "$.info.summary"}]}))
    for sources in (("HEAD",), ("HEAD:specs/things.json", "specs/things.json")):
        assert "safe: 1 property-added" in run(*sources, capsys=capsys)[1]


# --- Renames


def test_renames_are_one_change_each(tmp_path: Path) -> None:
    spec = edited(
        rename_schema("Owner", "Person"),
        rename_schema("Circle", "Disc"),
        rename_property("Notes", "texts", "lines"),
        in_parameter("listThings", "order", set_in("name", "sortOrder")),
    )
    operation(spec, "createThing")["operationId"] = "makeThing"
    report = difference(tmp_path, base(), spec, "native")

    assert sorted((c.kind, c.old.text, c.new.text) for c in report.changes) == [
        ("operation-renamed", "createThing", "makeThing"),
        ("parameter-renamed", "order", "sortOrder"),
        ("property-renamed", "texts", "lines"),
        ("schema-renamed", "Circle", "Disc"),
        ("schema-renamed", "Owner", "Person"),
    ]


def test_what_has_nothing_in_common_is_no_rename(tmp_path: Path) -> None:
    spec = base()
    del spec["components"]["schemas"]["Triangle"]
    spec["components"]["schemas"]["Star"] = {"type": "object", "properties": {"points": string()}}
    del schema(spec, "Thing")["properties"]["owner"]
    schema(spec, "Thing")["properties"]["weight"] = {"type": "integer"}
    report = difference(tmp_path, base(), spec, "native")

    assert {c.kind for c in report.changes} == {
        "schema-removed", "schema-added", "property-removed", "property-added", "surface-changed",
    } - {"surface-changed"}  # fmt: skip


def test_a_name_that_changes_for_a_neighbour_is_told(tmp_path: Path) -> None:
    """`get` is free for one operation only; a second one that wants it takes it from both."""
    spec = base()
    other = deepcopy(operation(spec, "getThing"))
    spec["paths"]["/all/{thingId}"] = {"get": {**other, "operationId": "thingGet"}}
    report = difference(tmp_path, base(), spec, "native")
    (change,) = (c for c in report.changes if c.kind == "surface-changed")

    assert change.sentence == (
        "`client.things.get` is now `client.things.get_thing`. The earlier name still works, deprecated."
    )
    assert change.callers.word == "warning"
    assert report.bump == "minor"


@pytest.mark.parametrize("style", ["native", "waylay"])
def test_a_use_elsewhere_makes_no_field_optional(tmp_path: Path, style: str) -> None:
    """A field that is only read is in answers, whether or not the schema is sent too."""
    before = base()
    before["components"]["schemas"]["Thing"]["properties"]["id"]["readOnly"] = True
    after = deepcopy(before)
    operation(after, "createThing")["requestBody"]["content"] = {
        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
    }
    facts = [
        (fact.kind, fact.name)
        for change in difference(tmp_path, before, after, style).changes
        for fact in change.facts
    ]

    assert ("field-optional", "id") not in facts


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [
        ("1.2.3", "none", "1.2.3"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "major", "2.0.0"),
        ("0.4.1", "major", "0.5.0"),
        ("2.0", "minor", "2.1.0"),
        ("1.0.0rc1", "patch", "1.0.1"),
    ],
)
def test_versions(version: str, bump: Any, expected: str) -> None:
    assert bumped(version, bump) == expected


# --- Decisions


def test_an_accepted_change_fails_nobody_and_keeps_its_version(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_owner(project)
    _, out, _ = run("main", "--format", "json", capsys=capsys)
    (change,) = json.loads(out)["clients"][0]["changes"]
    accepted = f'\n[diff.accept]\n"{change["fingerprint"]}" = "Nobody reads it."\n'
    (project / "clientloom.toml").write_text(CONFIG + accepted)
    code, out, _ = run("main", "--fail-on", "warning", "--all", capsys=capsys)

    assert code == 0
    assert "accepted: Nobody reads it." in out
    assert "(1 accepted); a major version: 1.2.3 -> 2.0.0" in out

    # The same change in a file with other lines is the same change.
    text = (project / "specs" / "things.json").read_text()
    (project / "specs" / "things.json").write_text(f"\n\n{text}")
    assert run("main", "--fail-on", "warning", capsys=capsys)[0] == 0


def test_severities_can_be_overridden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_owner(project)
    severity = '\n[diff.severity]\n"property-removed.both" = "warning"\n'
    (project / "clientloom.toml").write_text(CONFIG + severity)

    assert run("main", "--fail-on", "breaking", capsys=capsys)[0] == 0
    code, out, _ = run("main", "--fail-on", "warning", capsys=capsys)
    assert code == 1 and "a minor version" in out


def test_mistakes_in_the_decisions_are_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = """
[diff]
ignore = true
[diff.severity]
"field-gone" = "safe"
"property-removed" = "fine"
[diff.accept]
"abc" = "because"
"0123456789ab" = " "
"""
    (project / "clientloom.toml").write_text(CONFIG + wrong)
    code, _, err = run("main", capsys=capsys)

    assert code == 2
    assert [line for line in err.splitlines() if not line.startswith("  ")] == [
        'clientloom.toml:9:1 #/diff/ignore: "ignore" is not an option.',
        'clientloom.toml:11:1 #/diff/severity/field-gone: "field-gone" is no kind of change.',
        'clientloom.toml:12:1 #/diff/severity/property-removed: "fine" is no level.',
        'clientloom.toml:14:1 #/diff/accept/abc: "abc" is no fingerprint.',
        'clientloom.toml:15:1 #/diff/accept/0123456789ab: "0123456789ab" is accepted without a reason.',
    ]


# --- Formats


def test_json_has_all_there_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_owner(project)
    code, out, _ = run("main", "--format", "json", capsys=capsys)
    data = json.loads(out)
    (change,) = data["clients"][0]["changes"]

    assert code == 0
    assert data["level"] == "breaking"
    assert (change["wire"], change["callers"], change["bump"]) == ("breaking", "breaking", "major")
    assert change["old"]["position"]["file"] == "main:specs/parts/owner.json"
    assert change["old"]["signatures"] == ["Owner.nick: str | None = None"]
    assert change["advice"] == ["Remove `Owner.nick`: nothing takes its place."]
    assert data["clients"][0]["changelog"] == (
        "## 2.0.0\n\n### things\n\n- **Breaking:** `Owner.nick` is gone. "
        "Remove `Owner.nick`: nothing takes its place.\n"
    )


def huge(tmp_path: Path) -> Report:
    spec = base()
    for number in range(600):
        schema(spec, "Thing")["properties"][f"extra_{number}"] = string(description="x" * 50)
        operation(spec, "listThings")["parameters"].append(
            query(f"more{number}", string(), number % 2 == 0)
        )
    return Report((difference(tmp_path, base(), spec, "native"),))


def test_markdown_fits_into_a_comment(tmp_path: Path) -> None:
    report = huge(tmp_path)
    text = as_markdown(report)

    assert len(report.changes) == 1200
    assert 10_000 < len(text) <= LIMIT
    assert text.index("🔴") < text.index("🟢") if "🟢" in text else True
    assert re.search(r"^Not shown: \d+ property-added", text, re.MULTILINE)
    assert text.count("```") % 2 == 0


def test_the_summary_fits_on_a_screen(tmp_path: Path) -> None:
    from clientloom.diff.formats.text import as_full_text, as_text

    report = huge(tmp_path)

    assert len(as_text(report).splitlines()) <= 50
    assert len(as_full_text(report).splitlines()) > 1200


def test_hostile_text_stays_text_in_markdown_and_in_workflow_commands(tmp_path: Path) -> None:
    hostile = "</details> @octocat `` ``` | [x](http://evil.example) <img src=x>\n::error::hurt"
    spec = base()
    parameter(spec, "listThings", "filter")["schema"] = string(enum=[hostile])
    operation(spec, "getThing")["tags"] = [hostile]
    schema(spec, "Color")["enum"].append(hostile)
    report = Report((difference(tmp_path, base(), spec, "native"),))
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": True}).render(as_markdown(report))
    assert "<img" not in html and "<a " not in html
    assert html.count("</details>") == 1
    assert "@octocat" not in re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
    commands = as_github(report).splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands)


def test_github_annotates_the_lines_of_the_document(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_owner(project)
    _, out, _ = run("main", "--format", "github", capsys=capsys)

    assert out.splitlines()[0].startswith("::error file=specs/parts/owner.json,line=1,col=")
    assert "`Owner.nick` is gone.%0Abreaking on the wire and for callers." in out


def test_a_comparison_is_written_in_several_formats(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_owner(project)
    formats = ("markdown", "github", "gitlab", "json", "html")
    also = [f"--also={name}={name}.txt" for name in formats]
    code, out, _ = run("main", *also, capsys=capsys)

    assert code == 0 and out.startswith("things-sdk: main -> ")
    for name in formats:
        alone = run("main", "--format", name, capsys=capsys)[1]
        assert (project / f"{name}.txt").read_text(encoding="utf-8") == alone
    (finding, *_) = json.loads((project / "gitlab.txt").read_text())
    assert finding["location"] == {"path": "specs/parts/owner.json", "lines": {"begin": 1}}
    assert "`Owner.nick` is gone." in finding["description"]


@pytest.mark.parametrize("word", ["pdf=x", "html", "html=", "=x", "html=nowhere/x.html"])
def test_a_format_and_path_that_cannot_be(
    word: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run("main", "--also", word, capsys=capsys)

    assert (code, out) == (2, "")
    assert "nowhere/x.html" in err if "/" in word else "is no format and path." in err


# --- The README, and real documents


def test_the_transcript_of_the_readme_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(
        r"```text\n\$ clientloom diff main --client ica\n(.*?)```",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert shown is not None
    (tmp_path / "specs").mkdir()
    for name in (
        "clientloom.toml",
        *(p.relative_to(ROOT).as_posix() for p in (ROOT / "specs").glob("*.yaml")),
    ):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    git("init", folder=tmp_path)
    git("add", ".", folder=tmp_path)
    git("commit", "-m", "first", folder=tmp_path)
    document = tmp_path / "specs" / "ica.yaml"
    text = document.read_text(encoding="utf-8")
    before, found, after = text.partition("        - name: names\n")
    assert found
    added = "        - name: archived\n          in: query\n          schema:\n            type: boolean\n"
    document.write_text(f"{before}{added}        - name: taskNames\n{after}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    _, out, _ = run("main", "--client", "ica", capsys=capsys)

    assert out == shown[1], "Paste the output into the README."


@pytest.mark.skipif(not GITHUB.is_file(), reason="the corpus of real documents is not here")
def test_a_thousand_operations_take_seconds(tmp_path: Path) -> None:
    data = json.loads(GITHUB.read_text(encoding="utf-8"))
    for number, item in enumerate(data["paths"].values()):
        for each in [o for m, o in item.items() if m in ("get", "post", "put", "patch", "delete")]:
            if number % 20 == 0:
                each.setdefault("parameters", []).append(query("brandNew", string()))
            if number % 31 == 0:
                each["operationId"] += "-again"
    for number, each in enumerate(data["components"]["schemas"].values()):
        if number % 10 == 0 and "properties" in each:
            each["properties"]["brand_new"] = string()
    new = tmp_path / "new.json"
    new.write_text(json.dumps(data, ensure_ascii=False))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "diff", str(GITHUB), str(new)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
    )
    seconds, kilobytes = map(float, done.stderr.split())

    assert seconds < 10 * SLOWNESS
    assert kilobytes / 1024 < 500
    assert len(done.stdout.splitlines()) <= 50


MEASURED = """
import resource, sys
from clientloom.cli import main

code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(code)
"""

SLOWNESS = 4
"""A machine that several programs share takes longer for the same work."""
