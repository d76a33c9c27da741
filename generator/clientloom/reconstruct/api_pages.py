"""Pages of API classes: operations, and what each takes and gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clientloom.reconstruct.described_pages import PLACES, Described, is_described
from clientloom.reconstruct.examples import read_example
from clientloom.reconstruct.facts import Answer, ApiPage, Argument, Binding, Operation, Shown
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.markdown import (
    Block,
    Heading,
    Quote,
    Row,
    Table,
    Text,
    type_words,
    unescaped,
    unmarked,
)
from clientloom.reconstruct.notes import bracketed
from clientloom.reconstruct.sections import (
    Page,
    Section,
    is_navigation,
    method_rows,
    row_cell,
    sections,
    written,
)

HOST = re.compile(r"All URIs are relative to \*(\S+?)\*(?:\s|$)")
STATUS = re.compile(r"[1-5](?:\d\d|XX)|0|default", re.I)
NO_AUTHORIZATION = re.compile(r"no authori[sz]ation required|^none$|^$", re.I)
SHARED = frozenset({"headers", "query"})
"""Rows of plugin pages that stand for all parameters of a kind."""


def api_page(page: Page, findings: Findings) -> ApiPage:
    """Read the page of an API class."""
    rows = method_rows(page)
    title = next((b for b in page.blocks if isinstance(b, Heading) and b.level == 1), None)
    package, class_name = _named(title.text if title else "")
    host, above = _opening(page, title)
    found: list[Operation] = []
    seen: set[str] = set()
    described = is_described(page)
    for section in sections(page, rows, findings, described=described):
        operation = _operation(page, section, rows.get(section.name), findings)
        if operation is None:
            findings.warn(
                page.at(section.line), f'"{section.name}" is left out: its path is not stated.'
            )
        elif section.name in seen:
            findings.warn(page.at(section.line), f'"{section.name}" is described twice.')
        else:
            seen.add(section.name)
            found.append(operation)
    for name_, (method, path, summary, line) in rows.items():
        if name_ not in seen:
            findings.warn(page.at(line), f'"{name_}" has no section: only its row is read.')
            found.append(Operation(name_, method, path, page.at(line), summary))
    order = {name_: index for index, name_ in enumerate(rows)}
    found.sort(key=lambda each: order.get(each.name, len(order)))
    for operation in found:
        _count(page, operation, findings)
    return ApiPage(page.file, package, class_name, host, above, tuple(found))


def _named(title: str) -> tuple[str, str]:
    """Return the package and the class that a title names: `boats.FleetApi`, `Boats of Ida.FleetApi`."""
    title = title.replace("\\", "").strip()
    package, _, class_name = title.rpartition(".")
    if len(class_name.split()) != 1:
        package, _, class_name = next(iter(title.split()), "").rpartition(".")
    return package.partition(".apis.")[0], class_name.strip()


def _count(page: Page, operation: Operation, findings: Findings) -> None:
    findings.read(page.file, "operations")
    findings.read(page.file, "parameters", len(operation.arguments))
    findings.read(page.file, "responses", len(operation.answers))
    findings.read(page.file, "example values", len(operation.shown.values))


def _opening(page: Page, title: Heading | None) -> tuple[str, str]:
    """Return the host, and the description of the API class, which stands above it."""
    host = ""
    above: list[Text] = []
    for block in page.blocks:
        if isinstance(block, Text):
            if found := HOST.search(block.text):
                host = unescaped(found[1])
                break
            above.append(block)
        elif isinstance(block, Table) or (isinstance(block, Heading) and block is not title):
            break
    return host, written(page, above)


def _operation(
    page: Page, section: Section, row: tuple[str, str, str, int] | None, findings: Findings
) -> Operation | None:
    method, path, summary = row[:3] if row else ("", "", "")
    endpoint = section.code("endpoint")
    if endpoint is not None and (found := re.match(r"\s*(\w+)\s+(\S+)", endpoint.text)):
        method, path = method or found[1].upper(), path or found[2]
    if not path or not method.isalpha():
        return None
    quote = next((b for b in section.prose if isinstance(b, Quote)), None)
    prose = [b for b in section.prose if b is not quote and not _leads_away(b)]
    summary, text, deprecated = _prose(page, prose, summary)
    inside = Described(page, section.blocks) if is_described(page) else None
    if inside is not None:
        arguments, declares = inside.arguments(), True
    else:
        arguments, declares = _arguments(page, section, findings)
    signature = " ".join(quote.lines) if quote else ""
    example = section.code("example")
    bullets = section.text("example")
    shown = Shown()
    if example is not None or bullets:
        taken = [a.name for a in arguments]
        taken += [*PLACES] if inside is not None else []
        shown = read_example(example.text if example else "", section.name, taken, bullets)
    headers = section.text("headers")
    return Operation(
        name=section.name,
        method=method,
        path=path,
        place=page.at(section.line),
        summary=summary,
        description=text,
        deprecated=deprecated,
        arguments=tuple(arguments) if declares else _signed(page, section, signature),
        returns=None if inside is not None else _returns(page, section, signature),
        authorization=_authorization(section),
        content_types=_media_types(headers, "Content-Type"),
        accepts=_media_types(headers, "Accept"),
        answers=tuple(inside.answers() if inside else _answers(page, section, findings)),
        shown=shown,
    )


def _leads_away(block: Block) -> bool:
    return isinstance(block, Text) and is_navigation(block.text)


def _prose(page: Page, prose: Sequence[object], summary: str) -> tuple[str, str, bool]:
    """Return summary, description, and whether the operation is deprecated.

    The first paragraph is the summary if it says what the table at the top says.
    """
    blocks = [b for b in prose if isinstance(b, Text | Heading | Table | Quote) or b]
    deprecated = False
    kept: list[Text | Heading | Table | Quote] = []
    for block in blocks:
        if isinstance(block, Text) and block.text.strip("* \n.").lower() == "deprecated":
            deprecated = True
        elif isinstance(block, Text | Heading | Table | Quote):
            kept.append(block)
    first = kept[0] if kept else None
    if isinstance(first, Text):
        own = page.said(first.text)
        if not summary or _words(own) == _words(summary):
            return (
                (own if summary else ""),
                written(page, kept[1:] if summary else kept),
                deprecated,
            )
        # A hand edit may have put both into one paragraph.
        line, _, rest = own.partition("\n")
        if _words(line) == _words(summary):
            others = written(page, kept[1:])
            return line, "\n\n".join(t for t in (rest.strip(), others) if t), deprecated
    return summary, written(page, kept), deprecated


def _words(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).strip()


# --- Parameters


def _arguments(page: Page, section: Section, findings: Findings) -> tuple[list[Argument], bool]:
    """Return the arguments, and whether the page has a place for them."""
    table = section.table("parameters")
    if table is None:
        return [], "parameters" in section.parts
    if "name" not in table.columns or "type" not in table.columns:
        findings.warn(page.at(table.line), "a table of parameters without names and types.")
        return [], False
    found: list[Argument] = []
    for row in table.rows:
        argument = _argument(page, table, row)
        if argument is None:
            continue
        if not argument.name:
            _continued(page, found, row, findings)
        elif any(a.name == argument.name and a.binding == argument.binding for a in found):
            findings.warn(page.at(row.line), f'the parameter "{argument.name}" is listed twice.')
        else:
            notes = bracketed(unescaped(table.cell(row, "notes")))
            if notes.unread:
                findings.warn(
                    page.at(row.line), f'the note "{notes.unread[:60]}" is not understood.'
                )
            found.append(argument)
    return found, True


def _continued(page: Page, found: list[Argument], row: Row, findings: Findings) -> None:
    """Append a line that belongs to the description of the row above."""
    text = page.said(" ".join(cell for cell in row.cells if cell))
    if not found:
        findings.warn(page.at(row.line), "a row without a name.")
    elif text:
        last = found[-1]
        found[-1] = replace(last, description=f"{last.description} {text}".strip())


def _argument(page: Page, table: Table, row: Row) -> Argument | None:
    name_cell, binding_cell = table.cell(row, "name"), table.cell(row, "api binding")
    name = unmarked(name_cell)
    binding, wire_name = _binding(binding_cell)
    if "api binding" in table.columns:
        if name in SHARED:
            return None
        if attribute := re.search(r"\bquery\.(\w+)", name_cell):
            name = attribute[1]
        elif header := re.match(r"\*\*headers\['(.*?)'\]\*\*", name_cell):
            name = unescaped(header[1])
    if not re.fullmatch(r"[^\s|*]+", name):
        return Argument("", "", True, page.at(row.line))
    notes = bracketed(unescaped(table.cell(row, "notes")))
    return Argument(
        name=name,
        type=type_words(table.cell(row, "type")),
        required=not notes.optional,
        place=page.at(row.line),
        description=page.said_of(table.cell(row, "description")),
        default=notes.default,
        choices=notes.choices,
        deprecated=notes.deprecated,
        binding=binding,
        wire_name=wire_name,
    )


def _binding(cell: str) -> tuple[Binding, str]:
    """Return what an argument goes into and its wire name, such as path and `taskId`."""
    found = re.match(r"(path|query|request header)\b[^`\"]*`?\"(.*)\"`?", cell)
    if found:
        kinds: dict[str, Binding] = {"path": "path", "query": "query", "request header": "header"}
        return kinds[found[1]], unescaped(found[2])
    return ("body", "") if re.search(r"body|form fields|files", cell) else ("", "")


def _signed(page: Page, section: Section, signature: str) -> tuple[Argument, ...]:
    """Return the arguments that a signature names, for a page without a table of them."""
    found = re.search(rf"\b{re.escape(section.name)}\((.*)\)", signature)
    names = [part.strip() for part in found[1].split(",")] if found else []
    return tuple(
        Argument(name.partition("=")[0], "", "=" not in name, page.at(section.line))
        for name in names
        if re.fullmatch(r"[^\W\d]\w*(=[^\W\d]\w*)?", name)
    )


# --- Results


def _returns(page: Page, section: Section, signature: str) -> str | None:
    table = section.table("returns")
    if table is not None:
        for row in table.rows:
            if row_cell(row, 1).lower().startswith("false"):
                return unmarked(table.cell(row, "return type"))
        return None
    if text := section.text("returns"):
        return type_words(text.split("\n")[0])
    found = re.match(rf"(.*?)\s*\b{re.escape(section.name)}\(", unescaped(signature))
    return found[1].strip() if found else None


def _authorization(section: Section) -> tuple[tuple[str, ...], ...] | None:
    if "authorization" not in section.parts:
        return None
    text = section.text("authorization").split("\n")[0]
    if NO_AUTHORIZATION.search(unmarked(text)):
        return ()
    ways = re.split(r",\s*(?=\[|none\b)", text)
    found: list[tuple[str, ...]] = []
    for way in ways:
        names = re.findall(r"\[((?:[^\[\]\\]|\\.)*)\]\([^()]*\)", way)
        found.append(tuple(unescaped(name).replace("**", "").strip() for name in names))
    return tuple(dict.fromkeys(found))


def _media_types(text: str, name: str) -> tuple[str, ...] | None:
    found = re.search(rf"\*\*{name}\*\*:[ \t]*(.*)", text)
    if found is None:
        return None
    value = unescaped(found[1]).strip()
    if not value or value.lower() == "not defined":
        return ()
    return tuple(dict.fromkeys(part.strip() for part in re.split(r",\s*", value) if part.strip()))


def _answers(page: Page, section: Section, findings: Findings) -> Iterator[Answer]:
    table = section.table("responses")
    if table is None:
        return
    seen: set[str] = set()
    for row in table.rows:
        status = unmarked(row_cell(row, 0))
        if not STATUS.fullmatch(status):
            if status:
                findings.warn(page.at(row.line), f'"{status[:60]}" is not a status.')
            continue
        status = "default" if status.lower() in ("0", "default") else status.upper()
        if status not in seen:
            seen.add(status)
            headers = tuple(_headers(page, table.cell(row, "response headers")))
            yield Answer(status, page.said(table.cell(row, "description")), headers)


def _headers(page: Page, cell: str) -> Iterator[tuple[str, str]]:
    """Yield the headers in a cell: `* X-Count - How many <br>`, or `X-Count: How many`."""
    for part in re.split(r"<[bB][rR]\s*/?>", cell):
        text = part.strip()
        if text in ("", "-"):
            continue
        found = re.match(r"\*?\s*([^\s:]+)(?:\s+-\s*|:\s*|$)(.*)", text, re.S)
        if found:
            yield unescaped(found[1]), page.said(found[2])
