"""Pages of models: properties, values, variants."""

import re
from collections.abc import Iterator

from clientloom.reconstruct.described import defined, definitions, parts_of
from clientloom.reconstruct.facts import ModelPage, Property
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.markdown import (
    Block,
    Heading,
    Row,
    Table,
    Text,
    type_words,
    unescaped,
    unmarked,
)
from clientloom.reconstruct.notes import Notes, bracketed, default_of, listed
from clientloom.reconstruct.sections import Page, is_navigation, row_cell, written

TITLES = {
    "properties": "properties",
    "enum": "values",
    "enums": "values",
    "values": "values",
    "variants": "variants",
    "oneof schemas": "variants",
    "anyof schemas": "variants",
    "example": "example",
}
ANY_NAME = "any string name"
MEMBER = re.compile(r"^[*-]\s*`(.*?)`\s*\(value:\s*`(.*)`\)\s*$")
LISTED = re.compile(r"^[*-]\s+(.*)$")
OTHERS = re.compile(r"^Other properties: (.*)\.$")


def is_described(page: Page) -> bool:
    """Whether a page describes its model by the types of Python that it is made of."""
    return any(isinstance(b, Heading) and b.text == "Model Type Info" for b in page.blocks)


def is_model_page(page: Page) -> bool:
    """Whether a page is about a model."""
    titles = {b.text.lower() for b in page.blocks if isinstance(b, Heading) and b.level in (2, 3)}
    closed = any(isinstance(b, Text) and OTHERS.match(b.text) for b in page.blocks)
    title = next((b for b in page.blocks if isinstance(b, Heading) and b.level == 1), None)
    is_bare = page.is_own and title is not None and title.text.isidentifier()
    return closed or is_bare or is_described(page) or bool(titles & (TITLES.keys() - {"example"}))


def model_page(page: Page, findings: Findings) -> ModelPage | None:
    """Read the page of a model."""
    title = next((b for b in page.blocks if isinstance(b, Heading) and b.level == 1), None)
    if title is None or not title.text:
        findings.warn(page.at(1), "a page about a model without its name.")
        return None
    if is_described(page):
        return _described(page, title, findings)
    parts = _parts(page, title, findings)
    prose = [b for b in parts[""] if not (isinstance(b, Text) and _is_mark(b.text))]
    marks = [b.text for b in parts[""] if isinstance(b, Text)]
    properties, additional, value = _properties(page, parts, findings)
    found = ModelPage(
        name=unescaped(title.text).rpartition(".")[2] or title.text,
        place=page.at(title.line),
        description=written(page, prose),
        deprecated=any(text.strip("* .\n").lower() == "deprecated" for text in marks),
        properties=tuple(properties),
        additional=additional,
        values=tuple(_values(parts.get("values", []))),
        variants=tuple(_variants(parts.get("variants", []))),
        value=value,
        is_complete=page.is_own,
        members=dict(_members(parts.get("values", []))),
    )
    findings.read(page.file, "models")
    findings.read(page.file, "properties", len(found.properties))
    findings.read(page.file, "values", len(found.values))
    findings.read(page.file, "variants", len(found.variants))
    return found


def _described(page: Page, title: Heading, findings: Findings) -> ModelPage:
    known = definitions(parts_of(page.blocks))
    found = ModelPage(
        unescaped(title.text).rpartition(".")[2],
        page.at(title.line),
        schema=defined(known, title.text),
    )
    findings.read(page.file, "models")
    findings.read(page.file, "properties", len((found.schema or {}).get("properties", ())))
    return found


def _is_mark(text: str) -> bool:
    bare = text.strip("* .\n").lower()
    return bare == "deprecated" or is_navigation(text) or bool(OTHERS.match(text))


def _parts(page: Page, name: Heading, findings: Findings) -> dict[str, list[Block]]:
    parts: dict[str, list[Block]] = {"": []}
    part = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            title = TITLES.get(block.text.strip(" :").lower())
            if title is not None and block.level > 1:
                part = title
            elif block is name:
                continue
            elif part:
                findings.warn(page.at(block.line), f'the section "{block.text[:60]}" is not read.')
                part = "unknown"
            else:
                parts[""].append(block)
                continue
            parts.setdefault(part, [])
        else:
            parts.setdefault(part, []).append(block)
    return parts


def _properties(
    page: Page, parts: dict[str, list[Block]], findings: Findings
) -> tuple[list[Property], str | None, Property | None]:
    """Return the properties, the type of those that are not listed, and what the model stands for."""
    blocks = parts.get("properties", [])
    additional: str | None = None
    found: list[Property] = []
    for block in (b for each in parts.values() for b in each):
        if isinstance(block, Text) and (others := OTHERS.match(block.text)):
            additional = "" if others[1] == "none" else unmarked(others[1])
    table = next((b for b in blocks if isinstance(b, Table)), None)
    if table is None:
        return [], additional, None
    if "name" not in table.columns or "type" not in table.columns:
        findings.warn(page.at(table.line), "a table of properties without names and types.")
        return [], additional, None
    for row in table.rows:
        name = unmarked(table.cell(row, "name"))
        if name.lower() == ANY_NAME:
            additional = unmarked(table.cell(row, "type"))
        elif not name:
            findings.warn(page.at(row.line), "a row without a name.")
        elif any(p.name == name for p in found):
            findings.warn(page.at(row.line), f'the property "{name}" is listed twice.')
        else:
            found.append(_property(page, table, row, name, findings))
    if len(found) == 1 and _is_value(found[0], additional):
        return [], None, found[0]
    return found, additional, None


def _is_value(only: Property, additional: str | None) -> bool:
    """Whether the only row of a table stands for the model itself: an enum, or a list."""
    is_list = only.type.startswith("[") and only.required and additional is None
    return only.name == "value" and only.wire_name is None and (bool(only.choices) or is_list)


def _property(page: Page, table: Table, row: Row, name: str, findings: Findings) -> Property:
    cell = table.cell(row, "notes")
    notes: Notes = listed(unescaped(cell)) if page.is_own else bracketed(unescaped(cell))
    if notes.unread:
        findings.warn(page.at(row.line), f'the note "{notes.unread[:60]}" is not understood.')
    return Property(
        name=name,
        type=type_words(table.cell(row, "type")),
        required=not notes.optional,
        place=page.at(row.line),
        wire_name=unescaped(table.cell(row, "in json")) if "in json" in table.columns else None,
        description=page.said_of(table.cell(row, "description")),
        nullable=notes.nullable,
        default=notes.default,
        choices=notes.choices,
        limits=notes.limits,
        read_only=notes.read_only,
        write_only=notes.write_only,
        deprecated=notes.deprecated,
    )


def _values(blocks: list[Block]) -> Iterator[object]:
    """Yield the values of an enum, from a table or a list of them."""
    for row in (row for block in blocks if isinstance(block, Table) for row in block.rows):
        yield default_of(unescaped(row_cell(row, 1)))
    yield from (value for _, value in _members(blocks))


def _members(blocks: list[Block]) -> Iterator[tuple[str, object]]:
    """Yield the members of an enum in a list of them, each with its value."""
    for line in (line for block in blocks if isinstance(block, Text) for line in block.lines):
        if member := MEMBER.match(line.strip()):
            yield unescaped(member[1]), default_of(unescaped(member[2]))


def _variants(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Text):
            for line in block.lines:
                if (item := LISTED.match(line.strip())) and (words := type_words(item[1])):
                    yield words
