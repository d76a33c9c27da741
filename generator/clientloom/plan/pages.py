"""The pages of a distribution: one per API class, one per model, and the front page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clientloom.api import (
    NO_LIMITS,
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
from clientloom.plan.arguments import bounds_text
from clientloom.plan.calls import (
    IN_MAIN,
    IN_TRY,
    IN_WITH,
    Argument,
    arguments,
    call_example,
    host,
    in_a_fence,
    model_imports,
    scheme_kind,
    scheme_setup,
    setup_imports,
    standard_imports,
    testing_program,
)
from clientloom.plan.contexts import Header
from clientloom.plan.examples import class_source, example, fits, source
from clientloom.plan.media import accepted, returned, without_null
from clientloom.plan.names import Group
from clientloom.plan.operations import iteration_names, stream_names
from clientloom.plan.page_types import is_nullable, type_link, type_text
from clientloom.plan.scope import Scope
from clientloom.plan.security import sources
from clientloom.plan.streams import streaming


def api_page(scope: Scope, group: Group, header: Header) -> contexts.ApiPage:
    """The page of one API class."""
    return contexts.ApiPage(
        header=header,
        package=scope.client.package,
        class_name=group.class_name,
        page=group.page,
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
        example=call_example(scope, group, operation, IN_TRY),
        parameters=tuple(_parameter(scope, each) for each in taken),
        returns=type_link(scope, returns),
        authorization=_authorization(operation.security),
        content_types=_media_types([m.name for m in body.content] if body is not None else []),
        accepts=_media_types(accepted(operation.responses)),
        answers=tuple(_answer(each) for each in operation.responses),
        iteration=_iteration(scope, group, operation),
        stream=_stream(scope, group, operation),
    )


def _iteration(scope: Scope, group: Group, operation: Operation) -> contexts.Iteration | None:
    if operation.id not in scope.paged:
        return None
    names = iteration_names(group, scope.names, scope.style, scope.paged)
    return contexts.Iteration(names[operation.id], type_link(scope, scope.paged[operation.id].item))


def _stream(scope: Scope, group: Group, operation: Operation) -> contexts.Iteration | None:
    found = streaming(scope.api, operation.responses)
    if found is None:
        return None
    item = "`ServerSentEvent`" if found.item is None else type_link(scope, found.item)
    return contexts.Iteration(stream_names(group, scope.names, scope.api)[operation.id], item)


def _signature(scope: Scope, operation: Operation, taken: Sequence[Argument], returns: Type) -> str:
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


def _media_types(names: Sequence[str]) -> str:
    return ", ".join(names) or "Not defined"


def _authorization(security: Sequence[Sequence[str]]) -> str:
    """Alternatives with commas between them; what goes together is joined by "and"."""
    ways = [
        " and ".join(f"[{markdown(name)}](../README.md#{_anchor(name)})" for name in names)
        for names in security
    ]
    return ", ".join(way or "none" for way in ways) or "No authorization required"


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
        earlier=tuple(_earlier(scope, schema)),
    )


def _earlier(scope: Scope, schema: Schema) -> Iterator[str]:
    """The earlier names of a class, and of its fields or members."""
    yield from (f"`{name}`" for name in scope.aliases.of_class(schema.name))
    names = scope.names.fields.get(schema.name, {})
    members = {str(v): name for v, name in scope.names.members.get(schema.name, {}).items()}
    for part in scope.aliases.of_parts(schema.name):
        yield f"`{part.name}`, which is `{names.get(part.of) or members[part.of]}` now"


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
    own = [f"import {scope.client.package}"] if scope.style.root_exports_everything else []
    if isinstance(schema.shape, EnumShape):
        first = scope.names.members[schema.name][schema.shape.values[0]]
        made = class_source(scope, schema.name)
        imports = [*own, *model_imports(scope, [made])]
        return contexts.ModelExample(tuple(imports), f"{made}.{first}", "print(model.value)")
    value = example(scope.api, of, NO_LIMITS, schema.name)
    if not fits(scope.api, value, of):
        return None
    made = in_a_fence(source(scope, value, of))
    imports = [*standard_imports((), prints=True), *own, *model_imports(scope, [made])]
    return contexts.ModelExample(tuple(imports), made, "pprint(model.to_dict())")


# --- The front page


def readme(scope: Scope, header: Header) -> contexts.Readme:
    """The front page of a distribution."""
    names = scope.names
    return contexts.Readme(
        header=header,
        title=scope.title,
        description=scope.api.description,
        distribution=scope.client.distribution,
        package=scope.client.package,
        start=_start(scope),
        testing=_testing(scope),
        refused=scope.style.page.refused,
        schemes=tuple(_scheme(scope, each) for each in scope.api.security_schemes),
        apis=tuple(
            contexts.Link(group.class_name, group.page, _first_line(group.description))
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


def _start(scope: Scope) -> contexts.Start | None:
    first = _first(scope)
    if first is None:
        return None
    return contexts.Start(
        sync=call_example(scope, *first, IN_WITH),
        awaited=call_example(scope, *first, IN_MAIN),
    )


def _testing(scope: Scope) -> tuple[str, ...]:
    first = _first(scope)
    return () if first is None else testing_program(scope, *first)


def _first(scope: Scope) -> tuple[Group, Operation] | None:
    """The first operation that reads something, else the first of all."""
    groups = {o.id: group for group in scope.names.groups for o in group.operations}
    operations = [o for o in scope.api.operations if o.id in groups]
    reading = [o for o in operations if o.method == "GET"]
    return next(((groups[o.id], o) for o in (*reading, *operations)), None)


def _scheme(scope: Scope, scheme: SecurityScheme) -> contexts.Scheme:
    setup = scheme_setup(scope, [scheme])
    return contexts.Scheme(
        name=scheme.name,
        anchor=_anchor(scheme.name),
        kind=_described(scheme),
        description=scheme.description,
        imports=tuple(setup_imports(setup)),
        setup=setup,
        sources=tuple(_sources(scope, scheme)),
    )


def _sources(scope: Scope, scheme: SecurityScheme) -> Iterator[str]:
    """The ways to have a token obtained, as a program."""
    ways = sources(scheme)
    if not ways:
        return
    makers = ", ".join(sorted(maker for _, maker, _ in ways))
    yield f"from {scope.client.package}.auth import {makers}"
    yield ""
    for index, (flow, maker, needed) in enumerate(ways):
        passed = ", ".join(
            "prompt=print" if a == "device_prompt" else f'{a}="YOUR_{a.upper()}"' for a in needed
        )
        statement = f"configuration.access_token = {maker}({passed})"
        yield f"{'# or ' if index else ''}{statement}  # {flow}"


def _described(scheme: SecurityScheme) -> str:
    """What a scheme wants and where that goes."""
    kind = scheme_kind(scheme)
    sentence = f"{kind[0].upper()}{kind[1:]}"
    if scheme.kind == "apiKey":
        place = {"query": "the query parameter", "cookie": "the cookie"}
        found = place.get(scheme.location_in or "", "the header")
        return f"{sentence} in {found} {line(scheme.parameter or scheme.name)}."
    if scheme.kind == "mutualTLS":
        return f"{sentence}."
    return f"{sentence} in the header Authorization."


def _first_line(text: str) -> str:
    return line(text.strip().partition("\n\n")[0])
