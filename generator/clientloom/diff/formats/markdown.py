"""A report for a pull request: below the length that GitHub accepts for a comment, by telling less of the mildest.

Text of a document is data here: it stands in code spans or is escaped, so that it can neither mention anybody nor draw
anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from clientloom.diff.changelog import changelog
from clientloom.diff.formats.signatures import signature_lines
from clientloom.diff.formats.text import headline, kinds_text, verdict_text
from clientloom.diff.report import Change, ClientReport, Report, ranked
from clientloom.diff.rules import BREAKING, SAFE, WARNING

LIMIT = 65_536
"""The number of characters that a comment on GitHub may have."""

_ROOM = 2_000
"""For what stands around the changes."""

_SIGNS = {BREAKING: "🔴", WARNING: "🟡", SAFE: "🟢"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~@$&])")
_CODE = re.compile(r"(`[^`]*`)")


def as_markdown(report: Report, limit: int = LIMIT) -> str:
    """The report, no longer than `limit` characters."""
    heads = ["\n".join(_head(client)) for client in report.clients]
    room = (limit - sum(map(len, heads)) - _ROOM) // max(1, len(report.clients))
    parts = [
        f"{head}\n{_body(client, max(room, 0))}"
        for head, client in zip(heads, report.clients, strict=True)
    ]
    text = "\n".join(parts) or "No clients were compared.\n"
    return text if len(text) <= limit else text[: limit - 20] + "\n\n(cut)\n"


def _head(client: ClientReport) -> Iterator[str]:
    title = escaped(headline(client).replace("->", "→"))
    yield f"## {escaped(client.distribution)}"
    yield ""
    yield f"{code(client.old)} → {code(client.new)}: {title}"


def _body(client: ClientReport, room: int) -> str:
    """As much as there is room for: changes in full, the worst first, then in a line each, then counted."""
    changes = ranked(client.changes)
    full: list[str] = []
    used = 0
    forms: Sequence[Callable[[Change], str]] = (_block, _line)
    parts: list[str] = []
    for form in forms:
        while changes:
            text = form(changes[0])
            if changes[0].level is SAFE and form is _block:
                break
            if used + len(text) > room * (0.7 if form is _block else 0.9):
                break
            full.append(text)
            used += len(text)
            changes = changes[1:]
        parts += ["", *full] if full else []
        full = []
    if changes:
        parts += ["", f"Not shown: {', '.join(kinds_text(changes))}."]
    entry = changelog(client)
    if entry and used + len(entry) < room:
        parts += ["", *_details("Changelog entry", f"```markdown\n{fenced(entry)}```")]
    return "\n".join(parts) + "\n"


def _details(title: str, text: str) -> list[str]:
    return ["<details>", f"<summary>{title}</summary>", "", text, "", "</details>"]


def _line(change: Change) -> str:
    return f"- {_SIGNS[change.level]} {_sentence(change)} {code(change.fingerprint)}"


def _block(change: Change) -> str:
    lines = [f"### {_SIGNS[change.level]} {_sentence(change)}", ""]
    sides = [s.position for s in (change.old, change.new) if s.position is not None]
    where = " → ".join(dict.fromkeys(code(f"{p.file}:{p.line}") for p in sides))
    facts = [verdict_text(change), code(change.kind), code(change.fingerprint)]
    lines += [" · ".join([*([where] if where else []), *facts]), ""]
    if change.accepted is not None:
        lines += [f"Accepted: {escaped(change.accepted)}", ""]
    shown = list(signature_lines(change))
    if shown:
        text = "\n".join(fenced(line[:400]) for line in shown)
        lines += ["```diff", text, "```", ""]
    lines += [f"{spans(line)}  " for line in change.advice[:3]]
    if len(change.advice) > 3:
        lines.append(f"and {len(change.advice) - 3} more places of this kind.")
    return "\n".join(lines).rstrip() + "\n"


def _sentence(change: Change) -> str:
    return spans(change.sentence)


def spans(text: str) -> str:
    """A sentence whose code spans stay code spans; everything else is plain text."""
    parts = _CODE.split(text)
    return "".join(part if index % 2 else escaped(part) for index, part in enumerate(parts))


def escaped(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    plain = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
    return plain.replace("\\@", "@\u200b")  # nobody is mentioned


def code(text: str) -> str:
    """A code span, whatever backticks the text has."""
    return f"`{text.replace('`', chr(39))}`"


def fenced(text: str) -> str:
    """Text for a fenced block, which it cannot end."""
    return text.replace("```", "'''")
