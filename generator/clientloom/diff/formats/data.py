"""A report for programs: JSON with the same names as the report."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from clientloom.diff.changelog import changelog
from clientloom.diff.report import Change, ClientReport, Report, Side, counts


def as_json(report: Report) -> str:
    """The report as JSON."""
    data = {"level": report.level.word, "clients": [_client(client) for client in report.clients]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _client(client: ClientReport) -> dict[str, Any]:
    return {
        "client": client.name,
        "distribution": client.distribution,
        "style": client.style,
        "old": client.old,
        "new": client.new,
        "bump": client.bump,
        "version": client.version,
        "next_version": client.next_version,
        "counts": {level.word: number for level, number in counts(client.changes).items()},
        "files_changed_without_surface": client.churn,
        "changelog": changelog(client),
        "changes": [change_data(change) for change in client.changes],
    }


def change_data(change: Change) -> dict[str, Any]:
    """One change, for JSON and for the page that is made of it."""
    return {
        "fingerprint": change.fingerprint,
        "kind": change.kind,
        "direction": change.direction,
        "resource": change.resource,
        "subject": change.subject,
        "sentence": change.sentence,
        "level": change.level.word,
        "wire": None if change.wire is None else change.wire.word,
        "callers": change.callers.word,
        "bump": change.bump,
        "accepted": change.accepted,
        "old": _side(change.old),
        "new": _side(change.new),
        "advice": list(change.advice),
        "surface": [
            {"kind": f.kind, "symbol": f.symbol, "name": f.name, "old": f.old, "new": f.new}
            for f in change.facts
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "position": asdict(side.position) if side.position is not None else None,
        "signatures": list(side.signatures),
        "text": side.text,
    }
