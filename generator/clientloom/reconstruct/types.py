"""Types in the words of a page, back to schemas.

What the generators write is Python (`List[str]`, `{str: (int,)}`, `dict(str, Task)`, `str or None`),
so Python's own parser reads it; the few notations of other languages are turned into it first.
"""

import ast
import html
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any, cast

from clientloom.api import UNSET
from clientloom.document.data import is_list, is_object

Schema = dict[str, Any]

MAX_LENGTH = 2_000
PREFIX = "#/components/schemas/"

STRING: Mapping[str, str] = {"type": "string"}
SCALARS: Mapping[str, Mapping[str, Any]] = {
    "str": STRING,
    "string": STRING,
    "String": STRING,
    "StrictStr": STRING,
    "int": {"type": "integer"},
    "integer": {"type": "integer"},
    "Integer": {"type": "integer"},
    "StrictInt": {"type": "integer"},
    "long": {"type": "integer", "format": "int64"},
    "Long": {"type": "integer", "format": "int64"},
    "float": {"type": "number"},
    "StrictFloat": {"type": "number"},
    "number": {"type": "number"},
    "Number": {"type": "number"},
    "double": {"type": "number", "format": "double"},
    "Double": {"type": "number", "format": "double"},
    "bool": {"type": "boolean"},
    "boolean": {"type": "boolean"},
    "Boolean": {"type": "boolean"},
    "StrictBool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "DateTime": {"type": "string", "format": "date-time"},
    "UUID": {"type": "string", "format": "uuid"},
    "Decimal": {"type": "string", "format": "decimal"},
    "file": {"type": "string", "format": "binary"},
    "File": {"type": "string", "format": "binary"},
    "file_type": {"type": "string", "format": "binary"},
    "bytes": {"type": "string", "format": "binary"},
    "StrictBytes": {"type": "string", "format": "binary"},
    "bytearray": {"type": "string", "format": "binary"},
    "object": {},
    "Object": {},
    "Any": {},
    "dict": {"type": "object"},
    "Dict": {"type": "object"},
    "list": {"type": "array", "items": {}},
    "List": {"type": "array", "items": {}},
}
NULL: Mapping[str, Any] = {"nullable": True, "enum": [None]}
NULLS = frozenset({"None", "none_type", "NoneType"})
LISTS = frozenset(
    {"list", "List", "conlist", "array", "Array", "Sequence", "Iterable", "Collection"}
)
SETS = frozenset({"set", "Set", "conset", "frozenset"})
MAPS = frozenset({"dict", "Dict", "Mapping", "map", "Map", "HashMap"})
ANYTHING = frozenset({"bool", "dict", "float", "int", "list", "str"})
NONE_OF_THESE = frozenset({"void", "None", "null", "undefined", "void (empty response body)", ""})


def reference(name: str) -> Schema:
    """Return a reference to a model."""
    return {"$ref": PREFIX + name.replace("~", "~0").replace("/", "~1")}


def referenced(schema: Mapping[str, Any]) -> str | None:
    """Return the name of the model that a schema is a reference to, if it is one."""
    target = schema.get("$ref")
    if not isinstance(target, str) or not target.startswith(PREFIX):
        return None
    return target.removeprefix(PREFIX).replace("~1", "/").replace("~0", "~")


def is_nothing(text: str) -> bool:
    """Whether the words for a return type say that there is no result."""
    return text.strip() in NONE_OF_THESE or text.strip().startswith("void")


def schema_of(text: str) -> Schema | None:
    """Return the schema for a type; None where the text is no type."""
    return deepcopy(_schema_of(text))


@lru_cache(maxsize=10_000)
def _schema_of(text: str) -> Schema | None:
    text = html.unescape(text).replace("\\", "").strip().strip("*`").strip()
    text = re.sub(r"\barray\[", "list[", text.replace("<", "[").replace(">", "]"))
    if not text or len(text) > MAX_LENGTH:
        return None
    try:
        node = ast.parse(text, mode="eval").body
        return _schema(node)
    except (SyntaxError, ValueError, RecursionError, MemoryError, _NoTypeError):
        return None


class _NoTypeError(Exception):
    """An expression that means no type."""


def _schema(node: ast.expr) -> Schema:
    match node:
        case ast.Attribute(ast.Name("models"), name):
            return reference(name)
        case ast.Name(name) | ast.Attribute(attr=name):
            return _named(name)
        case ast.Constant(None):
            return dict(NULL)
        case ast.Constant(str(text)):
            return _schema(ast.parse(text, mode="eval").body)
        case ast.List([item]):
            return {"type": "array", "items": _schema(item)}
        case ast.List(items) if items:
            return {"type": "array", "items": _union(items)}
        case ast.Set([item]):
            return _schema(item)
        case ast.Dict([_], [value]):
            return _map(value)
        case ast.Tuple(items):
            return _union(items)
        case ast.BinOp(left, ast.BitOr(), right):
            return _union([*_alternatives(left), *_alternatives(right)])
        case ast.BoolOp(ast.Or(), items):
            return _union(items)
        case ast.Subscript(head, inside):
            return _generic(head, inside.elts if isinstance(inside, ast.Tuple) else [inside])
        case ast.Call(head, arguments):
            return _generic(head, arguments)
        case _:
            raise _NoTypeError


def _named(name: str) -> Schema:
    if name in NULLS:
        return dict(NULL)
    return dict(SCALARS[name]) if name in SCALARS else reference(name)


def _generic(head: ast.expr, inside: list[ast.expr]) -> Schema:
    name = head.id if isinstance(head, ast.Name) else getattr(head, "attr", "")
    if name == "Literal":
        return enum([ast.literal_eval(item) for item in inside])
    if name in ("Union", "Optional"):
        return _union([*inside, *([ast.Constant(None)] if name == "Optional" else [])])
    if name in ("Annotated", "constr", "conint", "confloat") and inside:
        return _schema(inside[0])
    if name in LISTS and inside:
        return {"type": "array", "items": _schema(inside[0])}
    if name in SETS and inside:
        return {"type": "array", "uniqueItems": True, "items": _schema(inside[0])}
    if name in MAPS and inside:
        return _map(inside[-1])
    raise _NoTypeError


def _map(value: ast.expr) -> Schema:
    inner = _schema(value)
    return {"type": "object", "additionalProperties": inner}


def _alternatives(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_alternatives(node.left), *_alternatives(node.right)]
    return [node]


def _union(items: list[ast.expr]) -> Schema:
    names = {item.id for item in items if isinstance(item, ast.Name)}
    if names >= ANYTHING:
        return {}
    found: list[Schema] = []
    nullable = False
    for schema in map(_schema, items):
        if schema == NULL:
            nullable = True
        elif schema not in found:
            found.append(schema)
    if not found:
        return {"nullable": True}
    return (
        with_null(found[0] if len(found) == 1 else {"anyOf": found})
        if nullable
        else (found[0] if len(found) == 1 else {"anyOf": found})
    )


def with_null(schema: Schema) -> Schema:
    """Return a schema that accepts null as well (OpenAPI 3.0.3, "nullable")."""
    if not schema:
        return schema
    return (
        {"allOf": [schema], "nullable": True} if "$ref" in schema else {**schema, "nullable": True}
    )


def enum(values: list[Any]) -> Schema:
    """Return the schema of one of some values."""
    kinds: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}
    found = list(dict.fromkeys(kinds[type(v)] for v in values if type(v) in kinds))
    schema: Schema = {"type": found[0]} if len(found) == 1 else {}
    return {**schema, "enum": values}


def fitted(value: Any, schema: Mapping[str, Any]) -> Any:
    """Return a default as its type wants it; UNSET for one that does not fit.

    Pages write `true` and `5` for texts and for other values alike.
    """
    kind = schema.get("type")
    if kind == "string":
        is_single = isinstance(value, bool | int | float)
        return str(value) if is_single else value if isinstance(value, str) else UNSET
    if kind == "boolean" and isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    kinds: Mapping[str, tuple[type[Any], ...]] = {
        "boolean": (bool,),
        "integer": (int,),
        "number": (int, float),
        "array": (list,),
        "object": (dict,),
    }
    if not isinstance(kind, str) or kind not in kinds:
        return value
    is_other = isinstance(value, bool) and kind != "boolean"
    fits = isinstance(value, kinds[kind]) and not is_other
    return cast("Any", value) if fits else UNSET


def references(data: Any, found: Callable[[str], object]) -> None:
    """Name every model that some data of a document refers to, in order."""
    pending = [data]
    while pending:
        node: Any = pending.pop()
        if is_object(node):
            name = referenced(node)
            if name is not None:
                found(name)
            pending.extend(reversed(list(node.values())))
        elif is_list(node):
            pending.extend(reversed(node))
