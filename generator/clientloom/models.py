"""The one room that knows datamodel-code-generator: schemas in, the text of each field's annotation out.

The library gets the schemas flat, under neutral names and without prose, so that it decides one thing only: which
Python type a schema is. Class names, field names, aliases, bounds and docstrings are this project's own, which keeps
them stable whatever the library does with names, and keeps text of a document away from its templates.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from clientloom.api import (
    NULL,
    AliasShape,
    AnyType,
    Api,
    EnumShape,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Reference,
    Scalar,
    Schema,
    Type,
    Union,
)

# Formats that have a Python type of their own. Others stay strings, so that what came is what is sent back.
FORMATS = frozenset({"date-time", "date", "uuid", "decimal"})

_KINDS = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one schema, as Python source.

    :param fields: by property name, of an object
    :param additional: of an object's undeclared properties, where they have a type
    :param root: what an alias stands for
    """

    fields: Mapping[str, str]
    additional: str | None = None
    root: str | None = None


def field_annotations(api: Api, class_names: Mapping[str, str]) -> dict[str, Annotations]:
    """Annotations by schema name.

    :param class_names: the Python class for each schema that is an object, an enum or a union
    """
    neutral = {name: f"C{index}" for index, name in enumerate(api.schemas)}
    variants = _variants_of_unions(api)
    definitions = {
        neutral[schema.name]: _definition(schema, neutral, closed=schema.name in variants)
        for schema in api.schemas.values()
    }
    if not definitions:
        return {}
    classes = {neutral[name]: class_names[name] for name in neutral}
    rename = _Rename(classes)
    found = {node.name: node for node in _classes(_run({"$defs": definitions}))}
    result: dict[str, Annotations] = {}
    for schema in api.schemas.values():
        match schema.shape:
            case ObjectShape(properties, additional):
                fields = _fields(found[neutral[schema.name]], rename)
                result[schema.name] = Annotations(
                    {p.name: fields[f"f{i}"] for i, p in enumerate(properties)},
                    additional=None if additional is None else fields[f"f{len(properties)}"],
                )
            case AliasShape():
                fields = _fields(found[neutral[schema.name]], rename)
                result[schema.name] = Annotations({}, root=fields["f0"])
            case EnumShape():
                pass
    return result


def has_default(schema_type: Type, default: Any) -> bool:
    """Whether a default of the document is a plain value that the type accepts."""
    if isinstance(schema_type, Literals):
        return default in schema_type.values
    if isinstance(schema_type, Union):
        return any(has_default(v, default) for v in schema_type.variants)
    if not isinstance(schema_type, Scalar) or schema_type.format in FORMATS:
        return False
    kind = _KINDS.get(cast("Any", type(default)))
    return kind == schema_type.kind or (kind == "integer" and schema_type.kind == "number")


def _variants_of_unions(api: Api) -> set[str]:
    """The schemas that a union chooses from: their constants tell them apart and must match."""

    def walk(of: Type) -> Iterator[str]:
        if isinstance(of, Union):
            references = [v.name for v in of.variants if isinstance(v, Reference)]
            yield from references if len(references) > 1 else ()
            for variant in of.variants:
                yield from walk(variant)
        elif isinstance(of, ListOf):
            yield from walk(of.items)
        elif isinstance(of, MapOf):
            yield from walk(of.values)

    found: set[str] = set()
    for schema in api.schemas.values():
        if isinstance(schema.shape, AliasShape):
            found.update(walk(schema.shape.type))
        elif isinstance(schema.shape, ObjectShape):
            for prop in schema.shape.properties:
                found.update(walk(prop.type))
    for operation in api.operations:
        bodies = [response.content for response in operation.responses]
        bodies += [operation.body.content] if operation.body is not None else []
        for of in (media.type for content in bodies for media in content):
            found.update(walk(of) if of is not None else ())
    return found


def _definition(schema: Schema, neutral: Mapping[str, str], *, closed: bool) -> dict[str, Any]:
    match schema.shape:
        case EnumShape(kind, values):
            return {"type": kind, "enum": list(values)}
        case AliasShape(of):
            return {"type": "object", "properties": {"f0": _json(of, neutral)}, "required": ["f0"]}
        case ObjectShape(properties, additional):
            fields = {
                f"f{i}": _json(p.type, neutral, closed=closed and p.required)
                for i, p in enumerate(properties)
            }
            required = [
                f"f{i}"
                for i, p in enumerate(properties)
                if p.required or has_default(p.type, p.default)
            ]
            if additional is not None:
                fields[f"f{len(properties)}"] = _json(additional, neutral)
                required.append(f"f{len(properties)}")
            return {"type": "object", "properties": fields, "required": required}


def _json(of: Type, neutral: Mapping[str, str], *, closed: bool = False) -> dict[str, Any]:
    match of:
        case AnyType():
            return {}
        case Scalar(kind, form):
            return (
                {"type": kind, "format": form}
                if form in FORMATS and kind == "string"
                else {"type": kind}
            )
        case Literals(values):
            kinds = list(dict.fromkeys(_KINDS[type(v)] for v in values))
            if float in map(type, values):  # PEP 586 has no fractions in Literal
                return {"anyOf": [{"type": k} for k in kinds]}
            exact: dict[str, Any] = {"enum": list(values)}
            if len(kinds) == 1:
                exact["type"] = kinds[0]
            # An enum is open: a server may know values that the document does not.
            return (
                exact
                if closed and len(values) == 1
                else {"anyOf": [exact, *({"type": k} for k in kinds)]}
            )
        case ListOf(items):
            return {"type": "array", "items": _json(items, neutral)}
        case MapOf(values):
            return {"type": "object", "additionalProperties": _json(values, neutral) or True}
        case Reference(name):
            return {"$ref": f"#/$defs/{neutral[name]}"}
        case Union(variants):
            choices = [_json(v, neutral, closed=closed) for v in variants]
            if sum(isinstance(v, Reference) for v in variants) > 1:
                # A variant that the document does not know stays what it is: data.
                choices.insert(
                    len(choices) - (NULL in variants),
                    {"type": "object", "additionalProperties": True},
                )
            return {"anyOf": choices}


def _run(schema: Mapping[str, Any]) -> str:
    from datamodel_code_generator import generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType, InputFileType
    from datamodel_code_generator.format import DatetimeClassType, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[],
        strict_nullable=True,
        use_standard_collections=True,
        use_union_operator=True,
        disable_timestamp=True,
        output_datetime_class=DatetimeClassType.Datetime,
        enum_field_as_literal=LiteralType.All,
        class_name="Root",
    )
    return str(generate(json.dumps(schema), config=config))


def _classes(source: str) -> Iterator[ast.ClassDef]:
    return (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))


def _fields(node: ast.ClassDef, rename: _Rename) -> dict[str, str]:
    fields = [entry for entry in node.body if isinstance(entry, ast.AnnAssign)]
    return {
        ast.unparse(entry.target): ast.unparse(rename.visit(entry.annotation)) for entry in fields
    }


class _Rename(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in ("date", "datetime"):  # by their module: documents name fields so
            return ast.Attribute(ast.Name("dt"), node.id)
        return ast.Name(self._names.get(node.id, node.id))
