"""A report for a terminal: the summary first, then the worst changes, on one screen; `--all` shows the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clientloom.diff.formats.signatures import signature_lines
from clientloom.diff.report import Change, ClientReport, Report, counts, ranked
from clientloom.diff.rules import SAFE

MOST_LINES = 36
"""What fits on a screen with what stands around it."""

MOST_KINDS = 8


def as_text(report: Report) -> str:
    """The report, cut to a screen for each client."""
    return _text(report, MOST_LINES)


def as_full_text(report: Report) -> str:
    """The report with all of its changes."""
    return _text(report, None)


def _text(report: Report, most: int | None) -> str:
    return "\n".join("\n".join(_client(client, most)) + "\n" for client in report.clients)


def _client(client: ClientReport, most: int | None) -> Iterator[str]:
    yield f"{client.distribution}: {client.old} -> {client.new}"
    yield headline(client)
    if not client.changes:
        return
    shown = [change for change in ranked(client.changes) if most is None or change.level > SAFE]
    yield from _shown(shown, most)
    if most is not None:
        yield from _rest(client)


def _shown(changes: Sequence[Change], most: int | None) -> Iterator[str]:
    """All changes in full if there is room; else the worst in full, others in a line, and how many there are more."""
    blocks = [["", *_change(change)] for change in changes]
    if most is None or sum(map(len, blocks)) <= most:
        yield from (line for block in blocks for line in block)
        return
    used, number = 0, 0
    while number < len(blocks) and used + len(blocks[number]) <= most // 2:
        yield from blocks[number]
        used += len(blocks[number])
        number += 1
    lines = [_line(change) for change in changes[number : number + most - used]]
    yield from ["", *lines] if lines else []
    if left := len(changes) - number - len(lines):
        yield f"  and {left} more of these; --all shows them, --format html is a page to browse."


def _line(change: Change) -> str:
    text = f"  {change.level.word.upper()}  {change.sentence}"
    return text if len(text) <= 140 else f"{text[:139]}…"


def headline(client: ClientReport) -> str:
    """How much changed, and what that makes of the version."""
    if not client.changes:
        files = "1 file differs" if client.churn == 1 else f"{client.churn} files differ"
        if not client.churn:
            return "no changes"
        return f"{files}, 0 public lines; {version_text(client)}"
    found = ", ".join(f"{n} {level.word}" for level, n in counts(client.changes).items() if n)
    accepted = sum(change.accepted is not None for change in client.changes)
    note = f" ({accepted} accepted)" if accepted else ""
    return f"{found}{note}; {version_text(client)}"


def version_text(client: ClientReport) -> str:
    """What becomes of the version."""
    if client.bump == "none":
        return f"version {client.version} stays" if client.version else "no new version"
    if not client.version:
        return f"a {client.bump} version"
    return f"a {client.bump} version: {client.version} -> {client.next_version}"


def verdict_text(change: Change) -> str:
    """Both verdicts in a few words."""
    if change.wire is None:
        return f"{change.callers.word} for callers"
    if change.wire is change.callers:
        return f"{change.callers.word} on the wire and for callers"
    return f"{change.wire.word} on the wire, {change.callers.word} for callers"


def _change(change: Change) -> Iterator[str]:
    yield f"  {change.level.word.upper()}  {change.sentence}"
    where = [
        str(side.position).partition(" ")[0] for side in (change.old, change.new) if side.position
    ]
    facts = [verdict_text(change), change.kind, change.fingerprint]
    yield f"    {' -> '.join(dict.fromkeys(where))}" if where else f"    {change.resource}"
    yield f"    {'; '.join(facts)}"
    if change.accepted is not None:
        yield f"    accepted: {change.accepted}"
    yield from (f"    {line}" for line in signature_lines(change))
    yield from (f"    {line}" for line in _cut(change.advice))


def _cut(lines: Sequence[str], most: int = 3) -> Iterator[str]:
    """The first lines, each no longer than two lines of a terminal."""
    for line in lines[:most]:
        yield line if len(line) <= 180 else f"{line[:179]}…"
    if len(lines) > most:
        yield f"(and {len(lines) - most} more)"


def _rest(client: ClientReport) -> Iterator[str]:
    """What is not shown, by kind."""
    safe = [change for change in client.changes if change.level is SAFE]
    if safe:
        yield ""
        yield f"  safe: {', '.join(kinds_text(safe))}"


def kinds_text(changes: Iterable[Change]) -> Iterator[str]:
    """How many there are of each kind, the most frequent first."""
    found = Counter(change.kind for change in changes).most_common()
    for kind, number in found[:MOST_KINDS]:
        yield f"{number} {kind}"
    if len(found) > MOST_KINDS:
        yield f"{sum(n for _, n in found[MOST_KINDS:])} others"
