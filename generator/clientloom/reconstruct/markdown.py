"""Pages as a row of blocks: headings, tables, fences, quotes, lists and paragraphs, each with its line.

markdown-it-py finds the blocks; what stands in them is kept as it is written, for descriptions are
Markdown themselves. Constructs that generated pages do not have but hand edits fall into (indented
code, underlined headings, HTML that swallows the lines after it) are read as plain text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

MAX_CELLS = 50
RULER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*){0,50}\|?")
"""The line below the head of a table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `text` is without the marks around it."""

    line: int
    level: int
    text: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its cells as they are written."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` are the lower-case words of its header."""

    line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def cell(self, row: Row, *names: str) -> str:
        """Return the cell of a row in the first of some columns that the table has."""
        for name in names:
            if name in self.columns:
                index = self.columns.index(name)
                return row.cells[index] if index < len(row.cells) else ""
        return ""


@dataclass(frozen=True, slots=True)
class Code:
    """A fenced block of code."""

    line: int
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote, without its marks."""

    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, a list or anything else, as it is written."""

    line: int
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


Block = Heading | Table | Code | Quote | Text


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.at("table", _find_table, {"alt": ["paragraph"]})
    return parser.disable(["inline", "text_join", "code", "lheading", "reference", "html_block"])


def _find_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Find where a table ends (GitHub Flavored Markdown, 4.10): its cells are `cells`.

    The parser's own rule makes tokens of every cell, which takes as long as everything else.
    """
    if start + 2 > end or not RULER.fullmatch(ruler := _line(state, start + 1)):
        return False
    head = _line(state, start)
    if "|" not in head or len(cells(head)) != len(cells(ruler)):
        return False
    if silent:
        return True
    number = start + 2
    others = state.md.block.ruler.getRules("blockquote")
    while number < end and state.sCount[number] >= state.blkIndent and _line(state, number):
        if any(rule(state, number, end, True) for rule in others):
            break
        number += 1
    state.push("table_open", "table", 0).map = [start, number]
    state.line = number
    return True


def _line(state: StateBlock, number: int) -> str:
    """Return a line without its margin; nothing of one that is code by its margin, or of another block."""
    if not 0 <= state.sCount[number] - state.blkIndent < 4:
        return ""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def blocks(text: str) -> list[Block]:
    """Return the blocks of a page, in their order."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    text = _without_comments(text)
    lines = text.split("\n")
    return list(_blocks(_parser().parse(text), lines))


def _without_comments(text: str) -> str:
    """Return a page without the comments that begin a line, such as licences, its lines where they were."""
    kept: list[str] = []
    end = 0
    for found in re.finditer(r"^ {0,3}<!--", text, re.M):
        if found.start() < end:
            continue
        close = text.find("-->", found.end())
        if close < 0:
            break
        kept += [text[end : found.start()], "\n" * text.count("\n", found.start(), close)]
        end = close + len("-->")
    return "".join([*kept, text[end:]])


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    for index, token in enumerate(tokens):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        start, end = token.map
        match token.type:
            case "heading_open":
                yield _heading(start + 1, int(token.tag[1:]), tokens[index + 1].content)
            case "fence":
                yield Code(start + 1, token.info.strip().split(" ")[0].lower(), token.content)
            case "table_open":
                yield _table(lines, start, end)
            case "blockquote_open":
                yield from _quote(lines, start, end)
            case _:
                yield Text(start + 1, "\n".join(lines[start:end]).strip("\n"))


def _heading(line: int, level: int, text: str) -> Heading:
    text = re.sub(r"<[^<>]{0,200}>", "", text).strip()
    bare = re.sub(r"^(\*\*|__)(.*)\1$", r"\2", text)
    return Heading(line, level, unescaped(bare).strip(), bare != text)


def _quote(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Yield a quote; lines without the mark are text, although Markdown counts them in."""
    quoted = [line for line in lines[start:end] if line.lstrip().startswith(">")]
    yield Quote(start + 1, tuple(line.lstrip()[1:].strip() for line in quoted))
    rest = [line for line in lines[start:end] if not line.lstrip().startswith(">")]
    if any(map(str.strip, rest)):
        yield Text(start + 1 + len(quoted), "\n".join(rest).strip("\n"))


def _table(lines: Sequence[str], start: int, end: int) -> Table:
    columns = tuple(" ".join(unmarked(cell).lower().split()) for cell in cells(lines[start]))
    rows = (Row(number + 1, cells(lines[number])) for number in range(start + 2, end))
    return Table(start + 1, columns, tuple(_fitted(row, len(columns)) for row in rows))


def _fitted(row: Row, width: int) -> Row:
    """Return a row with as many cells as the table has columns.

    A pipe that nobody has escaped stands in a description, which is the column before the last.
    """
    excess = len(row.cells) - width
    if excess <= 0 or width < 3:
        return row
    if not row.cells[-1].strip():
        return _fitted(Row(row.line, row.cells[:-1]), width)
    head, tail = row.cells[: width - 2], row.cells[-1:]
    middle = " | ".join(row.cells[width - 2 : -1])
    return Row(row.line, (*head, middle, *tail))


def cells(line: str) -> tuple[str, ...]:
    """Split the line of a table at its pipes; an escaped one belongs to a cell."""
    text = line.strip()
    text = text[1:] if text.startswith("|") else text
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    found = re.split(r"(?<!\\)\|", text, maxsplit=MAX_CELLS)
    return tuple(cell.replace("\\|", "|").strip() for cell in found)


def unmarked(text: str) -> str:
    """Return the words of a cell: of a link its text, nothing of marks for bold type and code."""
    text = re.sub(r"\[(.{1,500}?)\]\([^()]{0,1000}\)", r"\1", text)
    text = re.sub(r"<[bB][rR]\s*/?>", " ", text).replace("**", "").replace("`", "")
    return unescaped(text).strip()


def type_words(text: str) -> str:
    """Return the words of a cell with a type; a model that is named like a type of Python is marked as one."""
    words = unmarked(text)
    link = re.search(r"\]\((?:[^()\s]{0,1000}/)?([A-Z]\w{0,200})\.md\)", text)
    return f"models.{words}" if link and link[1] == words else words


def unescaped(text: str) -> str:
    """Return a text without the backslashes and entities that Markdown needs."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


def description(text: str) -> str:
    r"""Return what a cell or paragraph says, itself Markdown.

    The generators escape quotes as Java does, and write the rest of Markdown's marks as they are.
    """
    text = html.unescape(text).replace('\\"', '"')
    return re.sub(r"\s*<[bB][rR]\s*/?>\s*", "\n", text).strip()
