"""The verdicts for callers are proved: packages are generated for both documents, and mypy reads what callers wrote.

The runtime is the same in all packages; for mypy's time it is there once.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import griffe
import pytest
from clientloom.config import Client
from clientloom.pipeline import build
from clientloom.renames import NO_HISTORY, History
from diff_cases import CASES, Case, Spec, base
from test_diff import changed, difference

SHARED = "shared_runtime"

PRELUDES: Mapping[str, str] = {
    "native": "from {package} import Client, models\ndef use(client: Client) -> None:\n",
    "prior": "from {package}.api.things_api import ThingsApi\nfrom {package}.api.notes_api import NotesApi\n"
    "from {package} import models\ndef use(things: ThingsApi, notes: NotesApi) -> None:\n",
}
PRELUDES = {
    **PRELUDES,
    "legacy": PRELUDES["prior"],
    "nextgen": PRELUDES["prior"],
    "waylay": PRELUDES["prior"]
    .replace("def use", "async def use")
    .replace(
        "import models\n", "import models\nfrom {package}.queries import things_api as queries\n"
    ),
}

# What every caller of the old package may have written; no safe change may break a line of it.
USES: Mapping[str, tuple[str, ...]] = {
    "native": (
        "for thing in client.things.list(limit=1, filter='a', order='up', x_trace='t'):",
        "    print(thing.id + 1, thing.name.upper(), thing.color == models.Color.RED)",
        "    print((thing.note or '').upper(), (thing.size or 0) / 2, thing.owner)",
        "client.things.create(name='a', shade=models.Shade.DARK, kind='big', size=1, label='b')",
        "client.things.create(body=models.NewThing(name='a', owner=models.Owner(email='e', nick='n')))",
        "client.things.create(body={'name': 'a'})",
        "client.things.delete(client.things.get(thing_id='a').name)",
        "client.notes.replace('a', texts=[*client.notes.list('a', 1, size=2).first.body.texts])",
    ),
    "nextgen": (
        "for thing in things.list_things(1, 'a', 'up', 't'):",
        "    print(thing.id + 1, thing.name.upper(), thing.color == models.Color.RED)",
        "things.create_thing(models.NewThing(name='a', owner=models.Owner(email='e')))",
        "things.delete_thing(things.get_thing(thing_id='a').name)",
        "notes.replace_notes('a', notes.list_notes('a', 1, 2))",
    ),
}


def styles_of(case: Case) -> set[str]:
    """The styles that a case says something about in code."""
    return {
        *case.before,
        *case.after,
        *case.kept,
        *(style for style in USES if is_used(case, style)),
    }


def is_used(case: Case, style: str) -> bool:
    """Whether all uses of a style are checked after a change: only arguments differ by style."""
    is_about_arguments = "parameter" in case.kind or "body" in case.kind
    return case.expected(style)[0] != "breaking" and (style == "native" or is_about_arguments)


def name_of(case: Case, style: str) -> str:
    return f"{style}_" + re.sub(r"\W+", "_", case.name)


@dataclass(frozen=True)
class Proof:
    """The errors of mypy by the name of a snippet's file, the folder of the packages, what was called how by style."""

    errors: Mapping[str, list[str]]
    folder: Path
    former: Mapping[str, History]


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    """All packages and all snippets, checked in one run."""
    folder = tmp_path_factory.mktemp("proof")
    former = {style: write_package(folder, base(), f"{style}_old", style) for style in PRELUDES}
    for case in CASES:
        for style in sorted(styles_of(case)):
            write_package(folder, changed(case), name_of(case, style), style, former[style])
    for case in CASES:
        for style in sorted(styles_of(case)):
            new, old = name_of(case, style), f"{style}_old"
            kinds = (("before", case.before), ("after", case.after), ("kept", case.kept))
            for kind, lines in kinds:
                if style in lines:
                    write_snippet(folder, f"{kind}_old_{new}", old, style, (lines[style],))
                    write_snippet(folder, f"{kind}_new_{new}", new, style, (lines[style],))
            if style in USES and is_used(case, style):
                write_snippet(folder, f"uses_{new}", new, style, USES[style])
    for style, lines in USES.items():
        write_snippet(folder, f"uses_{style}_old", f"{style}_old", style, lines)
    return Proof(errors_of_mypy(folder), folder, former)


def write_package(
    folder: Path, spec: Spec, package: str, style: str, former: History = NO_HISTORY
) -> History:
    """Write what is generated where names were others before, and return what is called how now."""
    path = folder / f"{package}.json"
    path.write_text(json.dumps(spec))
    client = Client(package, path, style, package, package, "1.0.0")
    made = build(client, former)
    for name, text in made.tree.items():
        file = folder / name.partition("/")[2]
        if not name.endswith((".py", ".pyi", ".typed")):
            continue
        if "/_runtime/" in name:
            file = folder / SHARED / name.partition("/_runtime/")[2]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(re.sub(r"from \.+(?:api\.)?_runtime(?=[. ])", f"from {SHARED}", text))
    return made.history


def write_snippet(
    folder: Path, name: str, package: str, style: str, lines: tuple[str, ...]
) -> None:
    body = "".join(f"    {line}\n" for line in lines)
    text = PRELUDES[style].format(package=package) + body
    (folder / f"{name}.py").write_text(text)


def errors_of_mypy(folder: Path) -> dict[str, list[str]]:
    files = sorted(p.name for p in folder.glob("*.py"))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--no-error-summary",
            "--cache-dir",
            os.devnull,
            *files,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    found: dict[str, list[str]] = {file.removesuffix(".py"): [] for file in files}
    for line in done.stdout.splitlines():
        found.setdefault(line.partition(":")[0].removesuffix(".py"), []).append(line)
    return found


def pairs(kind: str) -> Iterator[tuple[Case, str]]:
    for case in CASES:
        for style in getattr(case, kind):
            yield case, style


def ids(pair: object) -> str:
    return pair.name if isinstance(pair, Case) else str(pair)


def test_the_packages_and_their_uses_are_sound(proof: Proof) -> None:
    wrong = {
        name: errors
        for name, errors in proof.errors.items()
        if errors and not name.startswith(("before_new_", "after_old_"))
    }

    assert not wrong, wrong


@pytest.mark.parametrize(("case", "style"), list(pairs("before")), ids=ids)
def test_what_a_breaking_change_breaks_fitted_before(proof: Proof, case: Case, style: str) -> None:
    assert case.expected(style)[0] == "breaking"
    assert not proof.errors[f"before_old_{name_of(case, style)}"]
    assert proof.errors[f"before_new_{name_of(case, style)}"]


@pytest.mark.parametrize(("case", "style"), list(pairs("after")), ids=ids)
def test_what_a_change_brings_was_not_there_before(proof: Proof, case: Case, style: str) -> None:
    assert proof.errors[f"after_old_{name_of(case, style)}"]
    assert not proof.errors[f"after_new_{name_of(case, style)}"]


@pytest.mark.parametrize(("case", "style"), list(pairs("kept")), ids=ids)
def test_what_lives_on_fits_before_and_after(proof: Proof, case: Case, style: str) -> None:
    assert case.expected(style)[0] != "breaking"
    assert not proof.errors[f"kept_old_{name_of(case, style)}"]
    assert not proof.errors[f"kept_new_{name_of(case, style)}"]


def test_styles_are_proved_where_they_differ() -> None:
    """Code of a style for which a change is another thing than for `native`, and code of `native` beside it."""
    missing: set[tuple[str, str]] = set()
    for case in CASES:
        verdicts = {style: case.expected(style)[0] == "breaking" for style in PRELUDES}
        shown = {*case.before, *case.after, *case.kept}
        if len(set(verdicts.values())) > 1:
            odd = [s for s in PRELUDES if verdicts[s] != verdicts["native"]]
            missing |= {(case.name, style) for style in odd if style not in shown}

    assert missing == {
        (name, style) for name in UNSEEN for style in ("prior", "legacy", "nextgen", "waylay")
    }


UNSEEN = frozenset({"a field is only read", "a scheme less"})
"""Only the arguments of `native` have what these take away; in other styles there is nothing to write."""

# What a type checker has no word for: `Any` and unions of objects with `dict` take what comes.
UNPROVED = frozenset({"a success more", "a variant more"})


def test_every_breaking_change_is_proved() -> None:
    """Except what a type checker cannot see, or sees in other styles than these only."""
    missing = {
        case.name
        for case in CASES
        if any(case.expected(s)[0] == "breaking" for s in PRELUDES) and not case.before
    }

    assert missing == UNPROVED


# --- griffe

SEEN_BY_GRIFFE = frozenset(
    """
    argument-keyword-only argument-required class-removed class-renamed field-removed field-renamed member-removed
    member-renamed method-removed method-renamed required-argument-added
    """.split()
)
"""The facts that griffe looks for as well. It knows no types of fields, and since methods take `**options`, it holds
that any keyword can be given."""

STYLE = "native"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_griffe_agrees_where_it_can_see(proof: Proof, case: Case, tmp_path: Path) -> None:
    report = difference(tmp_path, base(), changed(case), STYLE)
    package = name_of(case, STYLE)
    if not (proof.folder / package).is_dir():
        write_package(proof.folder, changed(case), package, STYLE, proof.former[STYLE])
    found = [
        breakage
        for breakage in breakages(proof.folder, f"{STYLE}_old", package)
        if breakage.kind
        in (
            griffe.BreakageKind.OBJECT_REMOVED,
            griffe.BreakageKind.PARAMETER_REMOVED,
            griffe.BreakageKind.PARAMETER_MOVED,
            griffe.BreakageKind.PARAMETER_CHANGED_KIND,
            griffe.BreakageKind.PARAMETER_CHANGED_REQUIRED,
            griffe.BreakageKind.PARAMETER_ADDED_REQUIRED,
        )
    ]
    facts = {fact.kind for change in report.changes for fact in change.facts}

    if found and "argument-aliased" not in facts:  # griffe sees no overloads
        assert report.bump == "major", [b.explain() for b in found]
    if facts & SEEN_BY_GRIFFE:
        assert found, facts


def breakages(folder: Path, old: str, new: str) -> list[griffe.Breakage]:
    """What griffe finds between two packages; they have two names, and griffe compares what is inside."""
    loaded = [
        griffe.load(name, search_paths=[folder], resolve_aliases=False) for name in (old, new)
    ]
    return list(griffe.find_breaking_changes(*loaded))
