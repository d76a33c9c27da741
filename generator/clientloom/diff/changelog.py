"""The entry for a changelog: one plain sentence for each change that a caller can notice, by resource."""

from __future__ import annotations

from collections.abc import Iterator

from clientloom.diff.report import Change, ClientReport, by_resource
from clientloom.diff.rules import BREAKING

_UNNOTICED = frozenset({"description-changed", "error-added", "error-removed"})
"""Kinds that no changelog needs to tell."""


def changelog(client: ClientReport) -> str:
    """The entry for the next version, in the form of Keep a Changelog; empty if there is nothing to tell."""
    told = [c for c in client.changes if c.kind not in _UNNOTICED]
    if not told:
        return ""
    lines = [f"## {client.next_version or 'Unreleased'}"]
    for resource, changes in sorted(by_resource(told).items()):
        lines += ["", f"### {resource}", "", *_entries(changes)]
    return "\n".join(lines) + "\n"


def _entries(changes: list[Change]) -> Iterator[str]:
    for change in sorted(changes, key=lambda c: -c.callers):
        mark = "**Breaking:** " if change.callers is BREAKING else ""
        advice = f" {' '.join(change.advice)}" if change.callers is BREAKING else ""
        yield f"- {mark}{change.sentence}{advice}"
