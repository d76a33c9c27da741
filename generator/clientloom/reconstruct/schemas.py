"""The schemas of a document: from the pages of models, and from what examples make."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from clientloom.api import UNSET
from clientloom.document.data import is_list, is_object
from clientloom.errors import Position
from clientloom.naming import MODEL_NAMES, free, snake
from clientloom.reconstruct.facts import Built, ModelPage, Property
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.names import Spelling
from clientloom.reconstruct.types import (
    NULL,
    Schema,
    enum,
    fitted,
    reference,
    referenced,
    references,
    schema_of,
    with_null,
)

PLACEHOLDERS = (1, 56, 789, 3.14, 3.4, 1.1, 1.2, True)
"""What the generators put into examples where the document has no value."""

MEMBER = re.compile(r"(\w+)\.(\w+)")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Schemas:
    """The models that operations use, each described as well as the pages allow."""

    def __init__(
        self, pages: Mapping[str, ModelPage], spelling: Spelling, findings: Findings
    ) -> None:
        self._pages = pages
        self._spelling = spelling
        self._findings = findings
        self._shown: dict[str, dict[str, Any]] = {}
        self._places: dict[str, Position] = {}
        self._by_wire_name: set[str] = set()
        self._plain: set[str] = set()
        self._aliased: dict[str, Any] = {}

    # --- What pages and examples say

    def typed(self, text: str, place: Position, what: str) -> Schema:
        """Return the schema for the words of a page, an open one if they are no type."""
        schema = schema_of(text)
        if schema is None:
            if text:
                self._findings.warn(place, f'"{text[:60]}" is not understood as a type of {what}.')
            self._findings.unknown(place, f"the type of {what}")
            return {}
        references(schema, lambda name: self._places.setdefault(name, place))
        return schema

    def is_enum(self, name: str) -> bool:
        """Whether the page of a model says that it is one of some values."""
        page = self._pages.get(name)
        return page is not None and bool(
            page.values or page.value or (page.schema and "enum" in page.schema)
        )

    def default(self, value: Any, schema: Schema) -> Any:
        """Return a default as its type wants it, UNSET for one that does not fit; `Kind.SAIL` is a member."""
        member = MEMBER.fullmatch(value) if isinstance(value, str) else None
        if member is not None and referenced(schema) == member[1] and self.is_enum(member[1]):
            return self._pages[member[1]].members.get(member[2], UNSET)
        return fitted(value, schema)

    def example(self, value: Any, place: Position) -> Any:
        """Return a value of an example as JSON, and remember what it shows of models."""
        if isinstance(value, Built):
            self._see(value, place)
            if not value.fields:
                return UNSET if value.argument is UNSET else self.example(value.argument, place)
            named = {self.wire(value.class_name, k): v for k, v in value.fields.items()}
            return self.example(named, place)
        if is_list(value):
            items = [self.example(item, place) for item in value]
            return [item for item in items if item is not UNSET]
        if is_object(value):
            members = {k: self.example(v, place) for k, v in value.items()}
            return {k: v for k, v in members.items() if v is not UNSET}
        return value

    def see_parameter(self, schema: Schema) -> None:
        """Remember that a model is the type of a parameter: it is no object."""
        references(schema, self._plain.add)

    def see_body(self, name: str, value: Mapping[str, Any], place: Position) -> None:
        """Remember a dict that an example passes for a model: it has wire names."""
        self._places.setdefault(name, place)
        self._by_wire_name.add(name)
        self._spelling.saw(_keys(value))
        self._shown.setdefault(name, {}).update(
            {k: v for k, v in value.items() if k not in self._shown.get(name, {})}
        )

    def _see(self, value: Built, place: Position) -> None:
        self._places.setdefault(value.class_name, place)
        if value.argument is not UNSET and value.argument is not None:
            self._aliased.setdefault(value.class_name, value.argument)
        known = self._shown.setdefault(value.class_name, {})
        for name, inner in value.fields.items():
            if name not in known or known[name] in ([], {}, None):
                known[name] = inner

    def wire(self, model: str, name: str) -> str:
        """Return the wire name of a property."""
        if model in self._by_wire_name:
            return name
        page = self._pages.get(model)
        for prop in page.properties if page else ():
            if prop.name == name and prop.wire_name is not None:
                return prop.wire_name
        return self._spelling.wire(name)[0]

    # --- What becomes of it

    def components(self, document: Iterable[Any]) -> dict[str, Schema]:
        """Return the models that a document refers to, in the order of the references."""
        found: dict[str, Schema] = {}
        pending: list[str] = []
        for part in document:
            references(part, pending.append)
        pending.extend(self._pages)
        pending.reverse()
        while pending:
            name = pending.pop()
            if name in found:
                continue
            found[name] = self._schema(name)
            inner: list[str] = []
            references(found[name], inner.append)
            pending.extend(reversed(inner))
        return found

    def _schema(self, name: str) -> Schema:
        page = self._pages.get(name)
        if page is not None:
            return self._of_page(page)
        place = self._places.get(name)
        shown = self._shown.get(name)
        if place is not None and shown:
            self._findings.inferred(place, f"the fields of {name}, from an example")
            by_name = name not in self._by_wire_name
            properties = self._of_fields(shown, place, by_name=by_name)
            text = "fields from an example; what is required and what more there is is unknown"
            return {"type": "object", "properties": properties, "x-provenance": text}
        if place is not None and name in self._aliased:
            schema = self._of_value(self._aliased[name], place)
            text = self._findings.inferred(place, f"the type of {name}, from an example")
            return {**schema, "x-provenance": text} if "$ref" not in schema else schema
        if place is not None:
            self._findings.unknown(place, f"the model {name}")
        if name in self._plain:
            types = ("string", "number", "boolean")
            text = "no page describes this model; that it is a single value is inferred"
            return {"anyOf": [{"type": each} for each in types], "x-provenance": text}
        text = "no page describes this model; that it is an object is inferred"
        return {"type": "object", "x-clientloom-name": name, "x-provenance": text}

    def _of_page(self, page: ModelPage) -> Schema:
        if page.schema:
            return page.schema
        schema: Schema
        if page.value is not None:
            schema = self._property(page.value)
        elif page.values:
            schema = enum(list(page.values))
        elif page.variants:
            schema = self._variants(page)
        elif page.properties or page.additional is not None:
            schema = self._object(page)
        elif page.is_complete:
            text = "the page of this model lists nothing; that it is an object is inferred"
            schema = {"type": "object", "x-clientloom-name": page.name, "x-provenance": text}
        else:
            self._findings.unknown(page.place, f"the model {page.name}: its page lists nothing")
            schema = {"x-provenance": "the page of this model lists nothing"}
        if page.description:
            schema = {**schema, "description": page.description}
        return {**schema, "deprecated": True} if page.deprecated else schema

    def _variants(self, page: ModelPage) -> Schema:
        variants = [self.typed(text, page.place, page.name) for text in page.variants]
        if len(variants) == 1:
            only = variants[0]
            return {"allOf": variants} if "$ref" in only else only
        if NULL in variants:
            others = [each for each in variants if each != NULL]
            return with_null({"oneOf": others} if len(others) > 1 else others[0])
        self._findings.inferred(page.place, f"that one of the variants of {page.name} is enough")
        return {"oneOf": variants, "x-provenance": "oneOf inferred, the page lists variants"}

    def _object(self, page: ModelPage) -> Schema:
        schema: Schema = {"type": "object"}
        wires = {prop.name: self._wire_of(prop) for prop in page.properties}
        required = [wires[p.name][0] for p in page.properties if p.required]
        if required:
            schema["required"] = required
        if page.properties:
            schema["properties"] = {
                wires[p.name][0]: self._named(p, *wires[p.name]) for p in page.properties
            }
        if page.additional == "":
            schema["additionalProperties"] = False
        elif page.additional:
            additional = self.typed(page.additional, page.place, f"other properties of {page.name}")
            if additional or not page.properties:
                schema["additionalProperties"] = additional or True
        return schema

    def _wire_of(self, prop: Property) -> tuple[str, bool]:
        if prop.wire_name is not None:
            return prop.wire_name, False
        return self._spelling.wire(prop.name)

    def _named(self, prop: Property, wire: str, inferred: bool) -> Schema:
        schema = self._property(prop)
        extras: Schema = {}
        if free(snake(wire), MODEL_NAMES) != prop.name:
            extras["x-clientloom-name"] = prop.name
        if inferred:
            extras["x-provenance"] = self._findings.inferred(prop.place, "wire name inferred")
        if extras and "$ref" in schema:
            return {"allOf": [schema], **extras}
        return {**schema, **extras}

    def _property(self, prop: Property) -> Schema:
        schema = restricted(self.typed(prop.type, prop.place, prop.name), prop.choices)
        if prop.nullable and schema:
            schema = with_null(schema)
        extras: Schema = {}
        if prop.description:
            extras["description"] = prop.description
        if prop.default is None and schema.get("nullable"):
            extras["default"] = None
        elif prop.default is not UNSET and prop.default is not None:
            default = self.default(prop.default, schema)
            if default is UNSET:
                self._findings.warn(prop.place, f'the default of "{prop.name}" does not fit.')
            else:
                extras["default"] = default
        extras |= prop.limits
        for mark, given in (
            ("readOnly", prop.read_only),
            ("writeOnly", prop.write_only),
            ("deprecated", prop.deprecated),
        ):
            if given:
                extras[mark] = True
        if extras and "$ref" in schema:
            return {"allOf": [schema], **extras}
        return {**schema, **extras}

    def _of_fields(
        self, fields: Mapping[str, Any], place: Position, *, by_name: bool
    ) -> dict[str, Schema]:
        found: dict[str, Schema] = {}
        for name, value in fields.items():
            wire, inferred = self._spelling.wire(name) if by_name else (name, False)
            schema = self._of_value(value, place)
            provenance: list[str] = ["wire name inferred"] if inferred else []
            if by_name and is_default(value):
                schema = {**schema, "default": value}
                provenance.append("default inferred from an example")
            if by_name and free(snake(wire), MODEL_NAMES) != name:
                schema = {**schema, "x-clientloom-name": name}
            if provenance and "$ref" not in schema:
                schema = {**schema, "x-provenance": "; ".join(provenance)}
            found[wire] = schema
        return found

    def _of_value(self, value: Any, place: Position) -> Schema:
        if isinstance(value, Built):
            self._see(value, place)
            return reference(value.class_name)
        if is_list(value):
            return {"type": "array", "items": self._of_value(value[0], place) if value else {}}
        if is_object(value):
            if list(value) == ["key"]:
                inner = self._of_value(value["key"], place)
                return {"type": "object", "additionalProperties": inner}
            properties = self._of_fields(value, place, by_name=False)
            return {"type": "object", **({"properties": properties} if properties else {})}
        return _of_scalar(value)


def _of_scalar(value: Any) -> Schema:
    match value:
        case bool():
            return {"type": "boolean"}
        case int():
            return {"type": "integer"}
        case float():
            return {"type": "number"}
        case str() if MOMENT.fullmatch(value):
            return {"type": "string", "format": "date-time"}
        case str() if DAY.fullmatch(value):
            return {"type": "string", "format": "date"}
        case str():
            return {"type": "string"}
        case _:
            return {}


def restricted(schema: Schema, choices: tuple[Any, ...]) -> Schema:
    """Return a schema for one of some values, or for a list of them."""
    if not choices:
        return schema
    if schema.get("type") == "array":
        return {**schema, "items": restricted(schema["items"], choices)}
    kept = {k: v for k, v in schema.items() if k != "anyOf"}
    return {**enum(list(choices)), **kept}


def is_default(value: Any) -> bool:
    """Whether a value in a constructor of an example is more than a placeholder: the default."""
    if isinstance(value, str):
        is_placeholder = (
            value.endswith("_example") or MOMENT.fullmatch(value) or DAY.fullmatch(value)
        )
        return not is_placeholder and value != ""
    if isinstance(value, bool):
        return not value
    return isinstance(value, int | float) and value not in PLACEHOLDERS


def _keys(value: Any) -> list[str]:
    """Return all names of members within a value."""
    if is_object(value):
        return [str(k) for k in value] + [k for v in value.values() for k in _keys(v)]
    return [k for v in value for k in _keys(v)] if is_list(value) else []
