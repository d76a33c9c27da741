"""A report for a job on GitHub: annotations at the lines of the documents, as workflow commands.

docs.github.com, "Workflow commands for GitHub Actions", "Setting an error message".
"""

from __future__ import annotations

from clientloom.diff.formats.text import headline, verdict_text
from clientloom.diff.report import Change, Report, ranked
from clientloom.diff.rules import BREAKING, SAFE, WARNING

MOST = 50
"""GitHub shows no more annotations of a step than this."""

_COMMANDS = {BREAKING: "error", WARNING: "warning", SAFE: "notice"}


def as_github(report: Report) -> str:
    """An annotation for each change that is not safe, the worst first, and a line for each client."""
    changes = [c for client in report.clients for c in client.changes if c.level > SAFE]
    lines = [_annotation(change) for change in ranked(changes)[:MOST]]
    for client in report.clients:
        title = _property(f"clientloom: {client.distribution}")
        lines.append(f"::notice title={title}::{_data(headline(client))}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(change: Change) -> str:
    position = change.new.position or change.old.position
    place = ""
    if position is not None and ":" not in position.file:
        place = f"file={_property(position.file)},line={position.line},col={position.column},"
    title = _property(f"{change.kind} ({change.fingerprint})")
    text = "\n".join([change.sentence, f"{verdict_text(change)}.", *change.advice[:3]])
    return f"::{_COMMANDS[change.level]} {place}title={title}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
