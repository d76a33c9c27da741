"""Discriminators as Python source: wherever a union stands, also within lists and dicts, its objects are told apart."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from clientloom.api import (
    Api,
    ListOf,
    Literals,
    MapOf,
    ObjectShape,
    Schema,
    TupleOf,
    Type,
    Union,
    inner_types,
)
from clientloom.escape import literal


def variants_source(of: Type, classes: Mapping[str, str], api: Api) -> str | None:
    """`Variants("kind", {"cat": "Cat"})`; None where constants do it alone, or nothing does."""
    if not isinstance(of, Union) or of.discriminator is None:
        return None
    told = (name for _, name in of.mapping)
    if None not in dict(of.mapping) and all(
        _has_constant(api.schemas[name], of.discriminator) for name in told
    ):
        return None
    entries = ", ".join(f"{literal(value)}: {literal(classes[name])}" for value, name in of.mapping)
    return f"Variants({literal(of.discriminator)}, {{{entries}}})"


def _has_constant(schema: Schema, name: str) -> bool:
    properties = schema.shape.properties if isinstance(schema.shape, ObjectShape) else ()
    return any(
        p.name == name and p.required and isinstance(p.type, Literals) and len(p.type.values) == 1
        for p in properties
    )


def with_inner_variants(of: Type, annotation: str, classes: Mapping[str, str], api: Api) -> str:
    """An annotation whose unions within lists and dicts say how they are told apart."""
    if not _has_inner(of, classes, api):
        return annotation
    node = ast.parse(annotation, mode="eval").body
    return ast.unparse(_inside(of, node, classes, api))


def _has_inner(of: Type, classes: Mapping[str, str], api: Api) -> bool:
    match of:
        case Union(alternatives):
            return any(_has_inner(each, classes, api) for each in alternatives)
        case _:
            return any(
                variants_source(each, classes, api) is not None or _has_inner(each, classes, api)
                for each in inner_types(of)
            )


def _inside(of: Type, node: ast.expr, classes: Mapping[str, str], api: Api) -> ast.expr:
    """Put metadata on what is within a type; its annotation has the same shape, with null perhaps."""
    match of, node:
        case Union(alternatives), _:
            containers = [v for v in alternatives if isinstance(v, ListOf | MapOf | TupleOf)]
            kinds = [type(each) for each in containers]
            for each in containers:
                if kinds.count(type(each)) == 1:
                    node = _inside(each, node, classes, api)
            return node
        case _, ast.BinOp(left, ast.BitOr(), right):
            return ast.BinOp(
                _inside(of, left, classes, api), ast.BitOr(), _inside(of, right, classes, api)
            )
        case ListOf(items), ast.Subscript(ast.Name("list"), inner):
            return ast.Subscript(ast.Name("list"), _whole(items, inner, classes, api))
        case TupleOf(), ast.Subscript(ast.Name("Annotated"), ast.Tuple([inner, metadata])):
            told = _inside_tuple(of, inner, classes, api)
            return ast.Subscript(ast.Name("Annotated"), ast.Tuple([told, metadata]))
        case MapOf(values), ast.Subscript(ast.Name("dict"), ast.Tuple([key, inner])):
            if isinstance(values, Union) or ast.unparse(inner) != "Any":
                found = ast.Tuple([key, _whole(values, inner, classes, api)])
                return ast.Subscript(ast.Name("dict"), found)
            return node
        case _:
            return node


def _inside_tuple(of: TupleOf, node: ast.expr, classes: Mapping[str, str], api: Api) -> ast.expr:
    match node:
        case ast.Subscript(ast.Name("tuple"), ast.Tuple(found)):
            pairs = zip(of.items, found, strict=False)
            items = [_whole(each, source, classes, api) for each, source in pairs]
        case ast.Subscript(ast.Name("tuple"), single):
            found = [single]
            items = [_whole(of.items[0], single, classes, api)]
        case _:
            return node
    match of.rest, found[-1]:
        case None, _:
            pass
        case rest, ast.Starred(ast.Subscript(_, ast.Tuple([inner, *dots]))):
            told = ast.Tuple([_whole(rest, inner, classes, api), *dots])
            items.append(ast.Starred(ast.Subscript(ast.Name("tuple"), told)))
        case _:
            return node
    return ast.Subscript(ast.Name("tuple"), ast.Tuple(items) if len(items) > 1 else items[0])


def _whole(of: Type, node: ast.expr, classes: Mapping[str, str], api: Api) -> ast.expr:
    node = _inside(of, node, classes, api)
    source = variants_source(of, classes, api)
    if source is None:
        return node
    metadata = ast.parse(source, mode="eval").body
    return ast.Subscript(ast.Name("Annotated"), ast.Tuple([node, metadata]))
