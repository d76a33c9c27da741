"""Operations on the pages that describe types in full (see `described`): parameters, bodies, responses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clientloom.reconstruct.described import Part, defined, definitions, parts_of
from clientloom.reconstruct.facts import Answer, Argument, Binding
from clientloom.reconstruct.markdown import Block, Heading, Row, Table, unescaped, unmarked
from clientloom.reconstruct.notes import bracketed
from clientloom.reconstruct.sections import Page
from clientloom.reconstruct.types import Schema

RESPONSES = "Return Types, Responses"
PLACES: Mapping[str, Binding] = {
    "path_params": "path",
    "query_params": "query",
    "header_params": "header",
    "cookie_params": "cookie",
}
OUTER = frozenset({"Parameters", "body", RESPONSES, "Authorization", "Example", *PLACES})
MEDIA_TYPES: Mapping[str, str] = {
    re.sub(r"\W+", "", name): name
    for name in (
        "application/json", "application/xml", "application/octet-stream", "application/pdf",
        "application/x-www-form-urlencoded", "application/json-patch+json", "application/problem+json",
        "application/zip", "application/yaml", "image/png", "image/jpeg", "multipart/form-data",
        "text/csv", "text/html", "text/json", "text/plain", "text/xml",
    )
}  # fmt: skip
STATUS = re.compile(r"[1-5]\d\d|default")


def is_described(page: Page) -> bool:
    """Whether the operations of a page are described by their types."""
    return any(isinstance(b, Heading) and b.text == RESPONSES for b in page.blocks)


class Described:
    """The section of an operation on such a page."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self._page = page
        self._parts = parts_of(blocks)
        self._known = definitions(self._parts, OUTER)
        notes = self._parameter_notes()
        self._content_type = next(iter(re.findall(r"'([^']+)'", notes.get("content_type", ""))), "")
        self.accepts = tuple(re.findall(r"'([^']+/[^']+)'", notes.get("accept_content_types", "")))

    def arguments(self) -> list[Argument]:
        """Return the parameters by their wire names, then the body."""
        found: list[Argument] = []
        place: Binding = ""
        for part in self._parts:
            if part.level <= 3 and part.level != 1:
                place = PLACES.get(part.title, "" if part.title in OUTER else place)
            table = part.table("name", "type")
            if place and table is not None and part.level == 4:
                found += [self._argument(table, row, place) for row in table.rows]
        found += self._body()
        return sorted(found, key=lambda argument: not argument.required)

    def _argument(self, table: Table, row: Row, place: Binding) -> Argument:
        name = unmarked(table.cell(row, "name"))
        schema = defined(self._known, unmarked(table.cell(row, "type"))) or {}
        notes = bracketed(unescaped(table.cell(row, "notes")))
        text = schema.pop("description", "") or unescaped(table.cell(row, "description")).strip()
        optional = notes.optional or "optional" in table.cell(row, "notes")
        return Argument(
            name, "", place == "path" or not optional, self._page.at(row.line), text,
            binding=place, wire_name=name, schema=schema,
        )  # fmt: skip

    def _parameter_notes(self) -> dict[str, str]:
        """Return the cells behind the name in the table of keyword arguments."""
        part = next((p for p in self._parts if p.title == "Parameters"), None)
        table = part.table("name", "type") if part else None
        rows = table.rows if table else ()
        return {unmarked(row.cells[0]): " ".join(row.cells[1:]) for row in rows if row.cells}

    def _body(self) -> Iterator[Argument]:
        cells = self._parameter_notes().get("body")
        if cells is None:
            return
        content = self._content(cells)
        place = next((p.line for p in self._parts if p.title in ("body", "Parameters")), 1)
        required = re.search(r"\brequired\b", cells) is not None
        yield Argument("body", "", required, self._page.at(place), binding="body", content=content)

    def _content(self, cells: str) -> dict[str, Schema]:
        """Return the schemas by media type that a union of classes stands for."""
        found: dict[str, Schema] = {}
        for name in re.findall(r"\bSchemaFor\w+", cells):
            schema = defined(self._known, name)
            suffix = re.sub(r"^SchemaFor(RequestBody|\w*?ResponseBody)", "", name).lower()
            own = {_suffix(each): each for each in (self._content_type, *self.accepts) if each}
            media = own.get(suffix) or MEDIA_TYPES.get(suffix) or self._content_type
            found[media or "application/octet-stream"] = schema or {}
        return found

    def answers(self) -> Iterator[Answer]:
        """Yield the responses with their bodies and headers."""
        part = next((p for p in self._parts if p.title == RESPONSES), None)
        table = part.table("code", "class") if part else None
        for row in table.rows if table else ():
            status = unmarked(table.cell(row, "code")) if table else ""
            if table is None or not STATUS.fullmatch(status):
                continue
            class_name = unmarked(table.cell(row, "class"))
            inner = self._part(class_name)
            rows = self._rows(inner)
            content = self._content(rows.get("body", ""))
            headers = tuple(self._headers(rows.get("headers", "")))
            text = self._page.said(table.cell(row, "description"))
            yield Answer(status, text, headers, content)

    def _part(self, class_name: str) -> Part | None:
        ends = (p for p in self._parts if p.level == 4 and p.title.endswith(class_name))
        return next(ends, None)

    def _rows(self, part: Part | None) -> dict[str, str]:
        table = part.table("name", "type") if part else None
        return (
            {unmarked(r.cells[0]): unmarked(r.cells[1]) for r in table.rows if len(r.cells) > 1}
            if table
            else {}
        )

    def _headers(self, class_name: str) -> Iterator[tuple[str, str]]:
        part = self._part(class_name) if class_name and class_name != "Unset" else None
        table = part.table("name", "type") if part else None
        for row in table.rows if table else ():
            if table is not None:
                schema: dict[str, Any] = (
                    defined(self._known, unmarked(table.cell(row, "type"))) or {}
                )
                yield unmarked(table.cell(row, "name")), str(schema.get("description", ""))


def _suffix(media_type: str) -> str:
    """Return what a class that is named for a media type ends with; case differs by what comes before a word."""
    return re.sub(r"\W+", "", media_type).lower()
