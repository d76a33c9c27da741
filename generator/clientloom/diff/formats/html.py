"""A report as one page to browse: filters, search, keys, signatures side by side.

The page is complete without its script, which only filters. Nothing is loaded: a policy in the page forbids it, and
lets no script and no style run but the two that are written here. Text of a document is escaped wherever it stands.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from itertools import zip_longest
from pathlib import Path

from clientloom.diff.changelog import changelog
from clientloom.diff.formats.signatures import split_signature
from clientloom.diff.formats.text import headline
from clientloom.diff.report import Change, ClientReport, Report, Side, counts, ranked
from clientloom.diff.rules import BREAKING, SAFE, WARNING
from clientloom.errors import printable

_PAGE = Path(__file__).parent / "page"
_CODE = re.compile(r"`([^`]*)`")


def as_html(report: Report) -> str:
    """The page."""
    style, script = ((_PAGE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}"
    title = ", ".join(client.distribution for client in report.clients)
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Changes of {_text(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f"<header><h1>Changes of {_text(title)}</h1></header>",
        *_controls(report),
        "<main>",
        *(line for client in report.clients for line in _client(client)),
        "</main>",
        "<footer>",
        '<p class="faint">Keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous change, '
        "<kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> levels, <kbd>Esc</kbd> search everything again.</p>",
        "</footer>",
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(text: str) -> str:
    return escape(printable(text), quote=True)


def _sentence(text: str) -> str:
    """A sentence whose code spans are code."""
    return _CODE.sub(r"<code>\1</code>", _text(text))


def _controls(report: Report) -> Iterator[str]:
    found = counts(report.changes)
    yield '<form role="search">'
    yield "<fieldset><legend>Levels</legend>"
    for level in (BREAKING, WARNING, SAFE):
        yield (
            f'<label><input type="checkbox" name="level" value="{level.word}" checked>'
            f'<span class="level {level.word}">{level.word}</span> {found[level]}</label>'
        )
    yield "</fieldset>"
    yield '<label>Resource <select id="resource"><option value="">all</option>'
    for resource in sorted({change.resource for change in report.changes}):
        yield f'<option value="{_text(resource)}">{_text(resource)}</option>'
    yield "</select></label>"
    yield '<label>Search <input type="search" id="search" autocomplete="off"></label>'
    yield '<span id="found" role="status"></span>'
    yield "</form>"


def _client(client: ClientReport) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{_text(client.distribution)}</h2>"
    yield f"<p>{_text(headline(client))}</p>"
    yield f'<p class="faint"><code>{_text(client.old)}</code> to <code>{_text(client.new)}</code></p>'
    if entry := changelog(client):
        yield f"<details><summary>Changelog entry</summary><pre>{_text_block(entry)}</pre></details>"
    seen: set[str] = set()
    for change in ranked(client.changes):
        anchor = f"{client.name}-{change.fingerprint}"
        yield from _change(change, anchor if anchor not in seen else "")
        seen.add(anchor)
    yield "</section>"


def _text_block(text: str) -> str:
    """Text of several lines."""
    return "\n".join(_text(line) for line in text.splitlines())


def _change(change: Change, anchor: str) -> Iterator[str]:
    level = change.level.word
    own = f' id="{_text(anchor)}"' if anchor else ""
    yield (
        f'<article tabindex="-1" class="{level}" data-level="{level}" '
        f'data-resource="{_text(change.resource)}"{own}>'
    )
    yield f'<p><span class="level {level}">{level}</span> <span class="faint">{_text(change.resource)}</span></p>'
    yield f"<h3>{_sentence(change.sentence)}</h3>"
    wire = f"on the wire {change.wire.word}, " if change.wire is not None else ""
    yield (
        f'<p class="faint">{wire}for callers {change.callers.word}; {_text(change.kind)}; '
        f"<code>{_text(change.fingerprint)}</code></p>"
    )
    if change.accepted is not None:
        yield f"<p>Accepted: {_text(change.accepted)}</p>"
    if change.old.signatures or change.new.signatures or change.old.position or change.new.position:
        yield '<div class="sides">'
        marked = [
            _marked(old, new)
            for old, new in zip_longest(change.old.signatures, change.new.signatures, fillvalue="")
        ]
        yield from _side("Before", change.old, [old for old, _ in marked])
        yield from _side("After", change.new, [new for _, new in marked])
        yield "</div>"
    if change.advice:
        yield "<ul>"
        yield from (f"<li>{_sentence(line)}</li>" for line in change.advice)
        yield "</ul>"
    yield "</article>"


def _side(title: str, side: Side, signatures: Iterable[str]) -> Iterator[str]:
    yield f"<div><h4>{title}</h4>"
    if side.position is not None:
        place = f"{side.position.file}:{side.position.line}"
        yield f'<p class="faint"><code>{_text(place)}</code></p>'
    yield from (f"<pre>{line}</pre>" for line in signatures if line)
    yield "</div>"


def _marked(old: str, new: str) -> tuple[str, str]:
    """Two signatures, with what one has and the other has not marked."""
    one, other = split_signature(old), split_signature(new)
    return (
        _with_marks(one, other, "del") if old else "",
        _with_marks(other, one, "ins") if new else "",
    )


def _with_marks(
    parts: tuple[str, list[str], str], others: tuple[str, list[str], str], mark: str
) -> str:
    head, arguments, rest = parts

    def marked(text: str, is_common: bool) -> str:
        return _text(text) if is_common or not text else f"<{mark}>{_text(text)}</{mark}>"

    text = marked(head, head == others[0])
    if not rest:
        return text
    shown = ", ".join(marked(a, a in others[1]) for a in arguments)
    return f"{text}({shown}{marked(rest, rest == others[2])}"
