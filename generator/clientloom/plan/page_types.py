"""Types in the words of a page, with links to the pages of models."""

from __future__ import annotations

from clientloom.api import (
    NULL,
    AnyType,
    ListOf,
    Literals,
    MapOf,
    Reference,
    Scalar,
    TupleOf,
    Type,
    Union,
    references,
)
from clientloom.plan.scope import Scope

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_FORMATS = {
    "binary": "bytes",
    "date": "date",
    "date-time": "datetime",
    "decimal": "Decimal",
    "duration": "timedelta",
    "time": "time",
    "uuid": "UUID",
}


def type_text(scope: Scope, of: Type) -> str:
    """A type in words, such as `List[Task]`."""
    match of:
        case AnyType():
            return "object"
        case Scalar("string", form, False) if form in _FORMATS:
            return _FORMATS[form]
        case Scalar(kind, _):
            return _SCALARS[kind]
        case Literals(values):
            kinds = {str: "str", bool: "bool", int: "int", float: "float", type(None): "None"}
            return " or ".join(dict.fromkeys(kinds[type(v)] for v in values))
        case ListOf(items):
            return scope.style.page.list_type.format(type_text(scope, items))
        case TupleOf(items, rest):
            more = "" if rest is None else f", *tuple[{type_text(scope, rest)}, ...]"
            return f"tuple[{', '.join(type_text(scope, each) for each in items)}{more}]"
        case MapOf(values):
            return scope.style.page.map_type.format(type_text(scope, values))
        case Reference(name):
            return scope.names.classes[name]
        case Union(variants):
            return " or ".join(dict.fromkeys(type_text(scope, v) for v in variants))


def type_link(scope: Scope, of: Type) -> str:
    """A type as Markdown: bold, and a link to the page of the model that it is about."""
    if isinstance(of, Union):
        return " or ".join(dict.fromkeys(type_link(scope, v) for v in of.variants))
    plain = type_text(scope, of).replace("*", r"\*")
    text = f"**{plain}**"
    model = next(references(of), None)
    return text if model is None else f"[{text}]({scope.names.pages[model]}.md)"


def is_nullable(of: Type) -> bool:
    """Whether a value may be null."""
    return isinstance(of, Union) and NULL in of.variants
