"""`clientloom diff`: verdicts on single changes, in every style."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from clientloom.config import Client
from clientloom.diff.compare import compare
from clientloom.diff.report import ClientReport
from clientloom.diff.rules import KINDS, RULES, rule_for, rules_table
from clientloom.diff.sentences import ADVICE, SENTENCES, SURFACE
from clientloom.diff.settings import NOTHING
from clientloom.diff.sources import DocumentSource
from diff_cases import CASES, STYLES, Case, Spec, base

ROOT = Path(__file__).parents[1]


def difference(folder: Path, old: Spec, new: Spec, style: str) -> ClientReport:
    """Compare two documents."""
    paths = folder / "old.json", folder / "new.json"
    for path, spec in zip(paths, (old, new), strict=True):
        path.write_text(json.dumps(spec))
    client = Client("things", paths[1], style, "things", "things", "1.2.3")
    sources = [DocumentSource(path.name, path) for path in paths]
    (found,) = compare(sources[0], sources[1], (client,), None, NOTHING)
    return found.report


def changed(case: Case) -> Spec:
    spec = deepcopy(base())
    case.edit(spec)
    return spec


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_change_has_both_verdicts_and_a_bump(case: Case, style: str, tmp_path: Path) -> None:
    report = difference(tmp_path, base(), changed(case), style)
    found = [c for c in report.changes if c.kind == case.kind and c.direction == case.direction]

    assert found, [(c.kind, c.direction, c.sentence) for c in report.changes]
    callers, bump = case.expected(style)
    assert (found[0].wire.word if found[0].wire is not None else "") == case.wire, found[0]
    assert found[0].callers.word == callers, found[0]
    assert report.bump == bump, [(c.kind, c.bump, c.sentence) for c in report.changes]


# --- The table of rules


def test_every_kind_has_its_words() -> None:
    of_document = {rule.kind for rule in RULES if rule.wire is not None}
    of_surface = {rule.kind for rule in RULES if rule.wire is None}

    assert set(SENTENCES) | {"surface-changed"} == of_document
    assert set(SURFACE) == of_surface
    assert set(ADVICE) <= of_surface
    assert {rule.kind for rule in RULES if rule.wire is None and rule.callers == 2} <= set(ADVICE)
    assert set(KINDS) == of_document | of_surface


def test_the_documentation_has_the_table() -> None:
    text = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")

    assert text.endswith(rules_table()), (
        "Write the output of rules_table() to the end of docs/diff.md."
    )


BACKWARDS = {
    "an error more": "error-removed",
    "a header of an answer": "header-removed",
    "one media type more": "media-type-removed",
    "a field can be null in a request": "null-refused",
    "a field is only read": "property-writable",
    "a field is only written": "property-readable",
    "a scheme less": "scheme-added",
    "a server more": "server-removed",
    "an operation is deprecated": "no-longer-deprecated",
    "a body becomes required": "body-optional",
    "a variant more": "variant-removed",
    "a success more": "response-removed",
    "no more properties": "extra-properties-allowed",
    "no security": "security-added",
}
"""What a case is when the new document is the old one."""


@pytest.mark.parametrize("name", BACKWARDS)
def test_a_case_backwards_is_judged_by_its_own_rule(name: str, tmp_path: Path) -> None:
    (case,) = (case for case in CASES if case.name == name)
    report = difference(tmp_path, changed(case), base(), "native")
    found = [c for c in report.changes if c.kind == BACKWARDS[name]]

    assert found, [(c.kind, c.sentence) for c in report.changes]
    for change in found:
        rule = rule_for(change.kind, change.direction)
        assert change.wire == rule.wire
        assert change.callers >= rule.callers


def test_every_rule_of_the_document_is_tried() -> None:
    tried = {case.kind for case in CASES} | set(BACKWARDS.values())
    elsewhere = {"client-added", "client-removed", "surface-changed"}  # tests/test_diff_command.py

    assert {rule.kind for rule in RULES if rule.wire is not None} == tried | elsewhere
