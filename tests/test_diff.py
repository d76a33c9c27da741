"""`clientloom diff`: verdicts on single changes, in every style."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import lru_cache
from pathlib import Path

import pytest
from clientloom.config import Client
from clientloom.diff.compare import compare
from clientloom.diff.report import Change, ClientReport
from clientloom.diff.rules import KINDS, RULES
from clientloom.diff.sentences import ADVICE, SENTENCES, SURFACE
from clientloom.diff.settings import NOTHING
from clientloom.diff.sources import DocumentSource
from diff_cases import CASES, STYLES, Case, Spec, base


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
    assert (found[0].wire and found[0].wire.word) or found[0].wire == 0
    assert (found[0].wire.word if found[0].wire is not None else "") == case.wire, found[0]
    assert found[0].callers.word == callers, found[0]
    assert report.bump == bump, [(c.kind, c.bump, c.sentence) for c in report.changes]
