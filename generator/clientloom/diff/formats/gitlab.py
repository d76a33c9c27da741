"""A report for a merge request on GitLab: findings at the lines of the documents.

docs.gitlab.com, "Code Quality", "Code Quality report format".
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from clientloom.diff.formats.text import verdict_text
from clientloom.diff.report import Change, ClientReport, Report
from clientloom.diff.rules import BREAKING, SAFE, WARNING

_SEVERITIES = {BREAKING: "critical", WARNING: "minor"}


def as_gitlab(report: Report) -> str:
    """A finding for each change that is not safe and has a place."""
    found = [
        _finding(client, change)
        for client in report.clients
        for change in client.changes
        if change.level > SAFE and (change.new.position or change.old.position) is not None
    ]
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _finding(client: ClientReport, change: Change) -> dict[str, Any]:
    position = change.new.position or change.old.position
    assert position is not None
    text = " ".join([change.sentence, f"{verdict_text(change)}.", *change.advice[:3]])
    # GitLab takes findings with the same fingerprint for one; several clients may share a document.
    identity = f"{client.distribution} {change.fingerprint} {position.pointer}"
    return {
        "description": f"{client.distribution}: {text}",
        "check_name": change.kind,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITIES[change.level],
        "location": {
            "path": position.file.rpartition(":")[
                2
            ],  # without the reference, where only git has it
            "lines": {"begin": position.line},
        },
    }
