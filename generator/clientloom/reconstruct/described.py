"""Schemas of the pages that describe types in full: tables of input types, keys, items and alternatives.

The `python` generator of openapi-generator 6.0 to 6.4 wrote such pages. They have wire names, and a
schema of its own below a heading of the first level for everything that is defined inline. In those
of 6.0.0 such a heading is one of the fourth level.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clientloom.api import UNSET
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
from clientloom.reconstruct.notes import bracketed
from clientloom.reconstruct.types import NULL, Schema, enum, fitted, schema_of, with_null

FORMATS = (
    ("64 bit integer", "int64"),
    ("32 bit integer", "int32"),
    ("64 bit float", "double"),
    ("32 bit float", "float"),
    ("date-time", "date-time"),
    ("full-date", "date"),
    ("uuid", "uuid"),
)
WORDS = re.compile(r"[\w.]+")
ANYTHING = frozenset({"str", "bool", "dict", "list"})
COMPOSED = ("allOf", "anyOf", "oneOf")
ANY_NAME = frozenset({"any string name", "any_string_name"})
OLD_DEFINITION = re.compile(r"SchemaFor\w+|\w+Schema")
MAX_DEPTH = 30


@dataclass(slots=True)
class Part:
    """What stands below a heading, up to the next one."""

    title: str
    level: int
    line: int
    blocks: list[Block] = field(default_factory=list[Block])

    def table(self, *columns: str) -> Table | None:
        """Return the first table whose first columns these are."""
        tables = (b for b in self.blocks if isinstance(b, Table))
        return next((t for t in tables if t.columns[: len(columns)] == columns), None)


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """Return what stands below each heading; the first part has none."""
    found = [Part("", 0, 0)]
    for block in blocks:
        if isinstance(block, Heading):
            found.append(Part(block.text, block.level, block.line))
        else:
            found[-1].blocks.append(block)
    return found


def definitions(
    parts: Sequence[Part], outer: frozenset[str] = frozenset()
) -> dict[str, list[Part]]:
    """Return the definitions by name: a heading of the first level, and what follows up to the next.

    :param outer: titles that end a definition although their level is that of its own parts
    """
    found: dict[str, list[Part]] = {}
    current: list[Part] | None = None
    for part in parts:
        if part.level == 1 or (part.level == 4 and OLD_DEFINITION.fullmatch(part.title)):
            current = found.setdefault(part.title, [])
        elif part.title in outer:
            current = None
        if current is not None:
            current.append(part)
    return found


def defined(known: Mapping[str, list[Part]], name: str, depth: int = 0) -> Schema | None:
    """Return the schema that a definition describes; None if there is none."""
    parts = known.get(name)
    if parts is None or depth > MAX_DEPTH:
        return None
    schema: Schema = {}
    for part in parts:
        for block in part.blocks:
            if isinstance(block, Table):
                schema = _with_table(known, schema, part, block, depth)
    prose = [
        b.text for b in parts[0].blocks if isinstance(b, Text) and not b.text.startswith("<a ")
    ]
    if prose and "description" not in schema and "$ref" not in schema:
        schema = {**schema, "description": unescaped(prose[0])}
    return schema


def _with_table(
    known: Mapping[str, list[Part]], schema: Schema, part: Part, table: Table, depth: int
) -> Schema:
    first = table.rows[0] if table.rows else None
    columns = table.columns
    if columns[:1] == ("type",) and first is not None:
        return {**schema, **_of_words(table, first)}
    if columns[:2] == ("name", "type") and part.title == "Properties":
        return {**schema, "type": "object", **_properties(table)}
    if columns[:2] == ("input type", "accessed type") and first is not None:
        return {**schema, **typed(known, table, first, depth)}
    if columns[:2] == ("key", "input type"):
        return {**schema, "type": "object", **_keys(known, table, depth)}
    if columns[:2] == ("class name", "input type"):
        found = [_member(known, table, row, depth) for row in table.rows]
        if part.title.startswith("Tuple"):
            items = found[0] if len(found) == 1 else {"anyOf": found}
            return {**schema, "type": "array", "items": items}
        if part.title in COMPOSED:
            kept = {k: v for k, v in schema.items() if k != "type"}
            return {**kept, part.title: found}
        if part.title == "not":
            return {**schema, "not": found[0]} if found else schema
    return schema


def _of_words(table: Table, row: Row) -> Schema:
    """Return the schema for a type in the words of Python, its default and its values."""
    schema = schema_of(type_words(table.cell(row, "type"))) or {}
    notes = bracketed(unescaped(table.cell(row, "notes")))
    if notes.choices:
        schema = {**enum(list(notes.choices)), **schema}
    extras: Schema = {}
    if (text := unescaped(table.cell(row, "description")).strip()) and "name" in table.columns:
        extras["description"] = text
    default = UNSET if notes.default is None else fitted(notes.default, schema)
    if default is not UNSET:
        extras["default"] = default
    return {"allOf": [schema], **extras} if extras and "$ref" in schema else {**schema, **extras}


def _properties(table: Table) -> Schema:
    """Return the properties in a table with a name and a type in each row."""
    named = {unmarked(table.cell(row, "name")): row for row in table.rows}
    others = next((named.pop(name) for name in ANY_NAME if name in named), None)
    required = [
        name
        for name, row in named.items()
        if not bracketed(unescaped(table.cell(row, "notes"))).optional
    ]
    found: Schema = {"required": required} if required else {}
    if named:
        found["properties"] = {name: _of_words(table, row) for name, row in named.items()}
    additional = schema_of(type_words(table.cell(others, "type"))) if others else None
    return {**found, "additionalProperties": additional} if additional else found


def _keys(known: Mapping[str, list[Part]], table: Table, depth: int) -> Schema:
    properties: dict[str, Schema] = {}
    required: list[str] = []
    found: Schema = {}
    for row in table.rows:
        cell = table.cell(row, "key")
        name = unmarked(cell)
        schema = _member(known, table, row, depth)
        if name in ANY_NAME:
            others = {k: v for k, v in schema.items() if k != "description"}
            found |= {"additionalProperties": others} if others else {}
            continue
        properties[name] = schema
        if not bracketed(unescaped(table.cell(row, "notes"))).optional:
            required.append(name)
    if required:
        found["required"] = required
    return {**found, **({"properties": properties} if properties else {})}


def _member(known: Mapping[str, list[Part]], table: Table, row: Row, depth: int) -> Schema:
    """Return the schema of a key, an item or an alternative; one with a definition of its own has that."""
    name_cell = table.cell(row, "key", "class name")
    anchor = re.search(r"\]\(#([^()\s]{1,200})\)", name_cell)
    inner = defined(known, anchor[1], depth + 1) if anchor else None
    if inner is not None:
        return inner
    if table.columns[0] == "class name" and ".md)" in name_cell:
        return schema_of(type_words(name_cell)) or {}
    return typed(known, table, row, depth)


def typed(known: Mapping[str, list[Part]], table: Table, row: Row, depth: int = 0) -> Schema:
    """Return the schema for the input types of a row, its description and notes."""
    cell = table.cell(row, "input type")
    text = table.cell(row, "notes")
    notes = bracketed(unescaped(text))
    description = unescaped(table.cell(row, "description")).strip()
    extras: Schema = {"description": description} if description else {}
    if notes.default is not UNSET and notes.default is not None:
        extras["default"] = notes.default
    if ".md)" in cell:
        schema = schema_of(type_words(cell)) or {}
        return (
            {"allOf": [schema], **extras} if extras and "$ref" in schema else {**schema, **extras}
        )
    schema = of_inputs(frozenset(WORDS.findall(unescaped(cell))))
    form = next((form for words, form in FORMATS if words in text), None)
    if form is not None and schema.get("type") in ("integer", "number", "string"):
        schema = {**schema, "format": form}
    if notes.choices:
        schema = {**enum(list(notes.choices)), **schema}
    if "default" in extras and (default := fitted(extras.pop("default"), schema)) is not UNSET:
        extras["default"] = default
    return {**schema, **extras}


def of_inputs(names: frozenset[str]) -> Schema:
    """Return the schema for the Python types that a value may be given as."""
    if names >= ANYTHING:
        return {}
    found: list[Schema] = []
    if "dict" in names:
        found.append({"type": "object"})
    if names & {"list", "tuple"}:
        found.append({"type": "array", "items": {}})
    if names & {"bytes", "io.FileIO"}:
        found.append({"type": "string", "format": "binary"})
    elif "str" in names:
        forms = {"date": "date", "datetime": "date-time", "uuid.UUID": "uuid"}
        form = next((f for name, f in forms.items() if name in names), None)
        found.append({"type": "string", **({"format": form} if form else {})})
    if "float" in names:
        found.append({"type": "number"})
    elif "int" in names:
        found.append({"type": "integer"})
    if "bool" in names:
        found.append({"type": "boolean"})
    is_nullable = bool(names & {"None", "NoneClass"})
    if not found:
        return dict(NULL) if is_nullable else {}
    schema = found[0] if len(found) == 1 else {"anyOf": found}
    return with_null(schema) if is_nullable else schema
