"""The parts of a page: what stands above its first operation, and the sections of each operation."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clientloom.errors import Position
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.markdown import (
    Block,
    Code,
    Heading,
    Quote,
    Row,
    Table,
    Text,
    description,
    unescaped,
    unmarked,
)

MADE_BY_CLIENTLOOM = re.compile(r"^<!-- Made by clientloom from ", re.M)

TITLES: Mapping[str, str] = {
    "example": "example",
    "examples": "example",
    "endpoint": "endpoint",
    "parameters": "parameters",
    "return type": "returns",
    "returns": "returns",
    "authorization": "authorization",
    "authentication": "authorization",
    "http request headers": "headers",
    "http response details": "responses",
    "http responses": "responses",
}

OWN_TITLES: Mapping[str, str] = {"all items": "iteration", "item by item": "stream"}
"""Sections that pages of this project have in addition. What they say follows from the operation."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file, its blocks, and whether its text is escaped as this project escapes it."""

    file: str
    blocks: Sequence[Block]
    is_own: bool

    def at(self, line: int) -> Position:
        """Return a place on the page."""
        return Position(self.file, line, 1, "")

    def said(self, text: str) -> str:
        """Return what a cell or a paragraph says."""
        return unescaped(text).strip() if self.is_own else description(text)

    def said_of(self, cell: str) -> str:
        """Return what a cell says of its row; the oldest generator says None where there is nothing."""
        text = self.said(cell)
        return "" if text == "None" and not self.is_own else text


@dataclass(slots=True)
class Section:
    """An operation on a page: what stands below its heading, by titles."""

    name: str
    line: int
    prose: list[Block] = field(default_factory=list[Block])
    blocks: list[Block] = field(default_factory=list[Block])
    """Everything, in its order."""
    parts: dict[str, list[Block]] = field(default_factory=dict[str, list[Block]])

    def table(self, title: str) -> Table | None:
        """Return the table of a part."""
        return next((b for b in self.parts.get(title, ()) if isinstance(b, Table)), None)

    def text(self, title: str) -> str:
        """Return the text of a part, without links that lead back to the top."""
        texts = (b.text for b in self.parts.get(title, ()) if isinstance(b, Text))
        return "\n".join(text for text in texts if not is_navigation(text)).strip()

    def code(self, title: str) -> Code | None:
        """Return the code of a part."""
        return next((b for b in self.parts.get(title, ()) if isinstance(b, Code)), None)


def is_navigation(text: str) -> bool:
    """Whether a paragraph only leads to other pages."""
    return text.lstrip().startswith(("[[Back to ", "[Back to ")) or bool(
        re.fullmatch(r"\s*<a [^>]*>\s*</a>\s*", text)
    )


def method_rows(page: Page) -> dict[str, tuple[str, str, str, int]]:
    """Return method, path, summary and line of each operation in the table at the top of a page."""
    found: dict[str, tuple[str, str, str, int]] = {}
    for block in page.blocks:
        if isinstance(block, Table) and block.columns[:2] == ("method", "http request"):
            for row in block.rows:
                name = unmarked(block.cell(row, "method"))
                request = re.match(r"\**(\w+)\**\s+(\S+)", unescaped(row_cell(row, 1)))
                if name and request:
                    text = page.said(block.cell(row, "description"))
                    found.setdefault(name, (request[1].upper(), request[2], text, row.line))
    return found


def row_cell(row: Row, index: int) -> str:
    """Return a cell of a row; empty where there is none."""
    return row.cells[index] if index < len(row.cells) else ""


def sections(
    page: Page, known: Mapping[str, object], findings: Findings, *, described: bool = False
) -> Iterator[Section]:
    """Yield the operations of a page.

    :param described: whether the page has definitions of types, below headings of their own

    The heading of an operation is of the first level. Descriptions have headings too: one is an
    operation's if the table at the top names it, or if a quote with a signature follows.
    """
    current: Section | None = None
    part = ""
    for index, block in enumerate(page.blocks):
        if isinstance(block, Heading) and _is_operation(page, index, block, known, current):
            if current is not None:
                yield current
            current, part = Section(block.text, block.line), ""
        elif current is not None:
            current.blocks.append(block)
            title = _title(page, block)
            if title is not None:
                part = title
                current.parts.setdefault(part, [])
            elif isinstance(block, Heading) and block.level <= 3 and part:
                if not described:
                    text = f'the section "{_short(block.text)}" is not read.'
                    findings.warn(page.at(block.line), text)
                part = "unknown"
                current.parts.setdefault(part, [])
            elif part:
                current.parts[part].append(block)
            else:
                current.prose.append(block)
    if current is not None:
        yield current


def _is_operation(
    page: Page,
    index: int,
    heading: Heading,
    known: Mapping[str, object],
    current: Section | None,
) -> bool:
    if heading.level > 2 or _title(page, heading) is not None:
        return False
    if heading.text in known:
        return current is None or heading.text != current.name
    following = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
    return heading.level == 1 and heading.is_bold and isinstance(following, Quote)


def _title(page: Page, block: Block) -> str | None:
    if not isinstance(block, Heading) or block.level < 2:
        return None
    title = block.text.strip(" :").lower()
    return TITLES.get(title) or (OWN_TITLES.get(title) if page.is_own else None)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def written(page: Page, blocks: Sequence[Block]) -> str:
    """Return prose as it is written, the blocks apart."""
    texts: list[str] = []
    for block in blocks:
        match block:
            case Text() if not is_navigation(block.text):
                texts.append(page.said(block.text))
            case Heading():
                texts.append(f"{'#' * block.level} {block.text}")
            case Code():
                texts.append(f"```{block.language}\n{block.text.rstrip()}\n```")
            case Table():
                texts.append("\n".join(" | ".join(row.cells) for row in block.rows))
            case Quote():
                texts.append("\n".join(f"> {line}" for line in block.lines))
            case _:
                pass
    return "\n\n".join(text for text in texts if text.strip())
