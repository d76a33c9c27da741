"""The pages of a distribution: one per API class, one per model, and the front page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clientloom.api import (
    NULL,
    UNSET,
    AliasShape,
    EnumShape,
    Literals,
    ObjectShape,
    Operation,
    Property,
    Reference,
    Response,
    Schema,
    SecurityScheme,
    Type,
    Union,
)
from clientloom.escape import line, literal, markdown
from clientloom.plan import page_contexts as contexts
from clientloom.plan.calls import (
    Argument,
    api_imports,
    api_source,
    arguments,
    call_example,
    host,
    in_a_fence,
    model_imports,
    scheme_kind,
    scheme_setup,
)
from clientloom.plan.contexts import Header
from clientloom.plan.examples import example, fits, source
from clientloom.plan.names import Group
from clientloom.plan.operations import accepted, bounds_text, returned
from clientloom.plan.page_types import is_nullable, type_link, type_text, without_null
from clientloom.plan.scope import Scope


def api_page(scope: Scope, group: Group, header: Header) -> contexts.ApiPage:
    """The page of one API class."""
    return contexts.ApiPage(
        header=header,
        package=scope.client.package,
        class_name=group.class_name,
        description=group.description,
        host=host(scope),
        operations=tuple(_operation(scope, group, each) for each in group.operations),
    )


def _operation(scope: Scope, group: Group, operation: Operation) -> contexts.OperationSection:
    body = operation.body
    taken = arguments(scope, operation)
    returns = returned(operation.responses)
    return contexts.OperationSection(
        name=scope.names.operations[operation.id],
        method=operation.method,
        path=operation.path,
        signature=_signature(scope, operation, taken, returns),
        summary=operation.summary,
        description=operation.description,
        deprecated=operation.deprecated,
        example=call_example(scope, group, operation, optional=True),
        parameters=tuple(_parameter(scope, each) for each in taken),
        returns=type_link(scope, returns),
        authorization=_authorization(operation.security),
        content_types=", ".join(m.name for m in body.content) if body is not None else "",
        accepts=", ".join(accepted(operation.responses)),
        answers=tuple(_answer(each) for each in operation.responses),
    )


def _signature(
    scope: Scope, operation: Operation, taken: Sequence[Argument], returns: Type
) -> str:
    optional = [a for a in taken if not a.required and scope.style.page.shows_optional]
    given = [a.name for a in taken if a.required] + [f"{a.name}={a.name}" for a in optional]
    call = f"{scope.names.operations[operation.id]}({', '.join(given)})"
    return call if returns == NULL else f"{type_text(scope, returns)} {call}"


def _parameter(scope: Scope, argument: Argument) -> contexts.Row:
    notes: list[str] = []
    if not argument.required:
        notes.append("[optional]")
        if argument.default is not UNSET:
            notes.append(scope.style.page.default.format(literal(argument.default)))
    notes += _choices(argument.type)
    if argument.deprecated:
        notes.append("[deprecated]")
    return contexts.Row(
        name=argument.name,
        wire_name=argument.wire_name,
        type=type_link(scope, without_null(argument.type)),
        description=argument.description,
        notes=" ".join(notes),
    )


def _choices(of: Type) -> list[str]:
    bare = without_null(of)
    if not isinstance(bare, Literals):
        return []
    return [f"[one of {', '.join(literal(v) for v in bare.values)}]"]


def _authorization(security: Sequence[Sequence[str]]) -> str:
    """Alternatives with commas between them; what goes together is joined by "and"."""
    ways = [
        " and ".join(f"[{markdown(name)}](../README.md#{_anchor(name)})" for name in names)
        for names in security
    ]
    return ", ".join(way or "none" for way in ways)


def _anchor(name: str) -> str:
    return re.sub(r"[^\w.-]", "-", name, flags=re.ASCII) or "-"


def _answer(response: Response) -> contexts.Answer:
    return contexts.Answer(
        status="0" if response.status == "default" else response.status,
        description=response.description,
        headers=tuple(
            f"{h.name}: {h.description}" if h.description else h.name for h in response.headers
        ),
    )


# --- Models


def model_page(scope: Scope, schema: Schema, header: Header) -> contexts.ModelPage:
    """The page of one model."""
    properties: tuple[contexts.Row, ...] = ()
    members: tuple[contexts.Member, ...] = ()
    variants: tuple[str, ...] = ()
    others = ""
    match schema.shape:
        case EnumShape(_, values):
            names = scope.names.members[schema.name]
            members = tuple(contexts.Member(names[v], literal(v)) for v in values)
        case ObjectShape(each, additional, closed):
            fields = scope.names.fields[schema.name]
            properties = tuple(_property(scope, p, fields[p.name]) for p in each)
            others = "none" if closed else type_link(scope, additional) if additional else ""
        case AliasShape(of):
            choices = of.variants if isinstance(of, Union) else (of,)
            variants = tuple(type_link(scope, v) for v in choices)
    return contexts.ModelPage(
        header=header,
        class_name=scope.names.classes[schema.name],
        description=schema.description,
        deprecated=schema.deprecated,
        properties=properties,
        members=members,
        variants=variants,
        others=others,
        example=_model_example(scope, schema),
    )


def _property(scope: Scope, prop: Property, name: str) -> contexts.Row:
    notes = [] if prop.required else ["optional"]
    if is_nullable(prop.type):
        notes.append("nullable")
    if prop.default is not UNSET:
        notes.append(f"default {literal(prop.default)}")
    notes += bounds_text(prop.limits)
    notes += [each.strip("[]") for each in _choices(prop.type)]
    marks = {
        "read only": prop.read_only,
        "write only": prop.write_only,
        "deprecated": prop.deprecated,
    }
    return contexts.Row(
        name=name,
        wire_name=prop.name,
        type=type_link(scope, without_null(prop.type)),
        description=prop.description,
        notes=", ".join([*notes, *(mark for mark, given in marks.items() if given)]),
    )


def _model_example(scope: Scope, schema: Schema) -> contexts.ModelExample | None:
    """A program that makes a model, None where the schema allows no value."""
    of = Reference(schema.name)
    name = scope.names.classes[schema.name]
    package = scope.client.package
    if scope.style.root_exports_everything:
        imports, expression = [f"import {package}"], f"{package}.{name}"
    else:
        imports, expression = model_imports(scope, [name]), name
    if isinstance(schema.shape, EnumShape):
        member = scope.names.members[schema.name][schema.shape.values[0]]
        return contexts.ModelExample(tuple(imports), f"{expression}.{member}", "value")
    value = example(scope.api, of, _NO_LIMITS, schema.name)
    if not fits(scope.api, value, of):
        return None
    text = in_a_fence(source(scope, value, of))
    if not scope.style.root_exports_everything:
        imports = model_imports(scope, [text])
    return contexts.ModelExample(
        ("from pprint import pprint", "", *imports), text, "to_dict()"
    )


# --- The front page


def readme(scope: Scope, header: Header) -> contexts.Readme:
    """The front page of a distribution."""
    names = scope.names
    return contexts.Readme(
        header=header,
        title=title(scope),
        description=scope.api.description,
        distribution=scope.client.distribution,
        package=scope.client.package,
        start=_start(scope),
        refused=scope.style.page.refused,
        schemes=tuple(_scheme(scope, each) for each in scope.api.security_schemes),
        apis=tuple(
            contexts.Link(group.class_name, group.class_name, _first_line(group.description))
            for group in names.groups
        ),
        models=tuple(
            sorted(
                (
                    contexts.Link(
                        names.classes[s.name], names.pages[s.name], _first_line(s.description)
                    )
                    for s in scope.api.schemas.values()
                ),
                key=lambda link: link.name,
            )
        ),
    )
