"""The pages of plugins: one per API class, one on what all operations have in common, the front pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AnyType,
    Body,
    ListOf,
    Literals,
    MapOf,
    Operation,
    Parameter,
    Reference,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from clientloom.escape import literal
from clientloom.plan import contexts
from clientloom.plan import plugin_contexts as plugin
from clientloom.plan.calls import host, in_a_fence
from clientloom.plan.examples import example
from clientloom.plan.media import accepted, chosen_media, returned, without_null
from clientloom.plan.names import Group
from clientloom.plan.operations import iteration_names
from clientloom.plan.plugin import (
    attribute,
    body_kind,
    field_names,
    is_iterated,
    located,
    path_arguments,
    query_class,
    service_class,
    service_name,
    types_distribution,
)
from clientloom.plan.scope import Scope


def _page_type(scope: Scope, of: Type) -> plugin.TypeText:
    match of:
        case Reference(name):
            class_name = scope.names.classes[name]
            return plugin.TypeText(class_name, _model_link(scope, name))
        case ListOf(items):
            inner = _page_type(scope, items)
            return plugin.TypeText(f"List[{inner.text}]", inner.link)
        case MapOf(values):
            inner = _page_type(scope, values)
            return plugin.TypeText(f"Dict[str, {inner.text}]", inner.link)
        case Union(variants):
            known = [_page_type(scope, v) for v in variants if v != NULL]
            text = " | ".join(dict.fromkeys(t.text for t in known))
            return plugin.TypeText(text, known[0].link if len(known) == 1 else None)
        case Scalar() | Literals() | AnyType() | TupleOf():
            return plugin.TypeText(scope.writer.value(of))


def _model_link(scope: Scope, schema: str) -> str:
    return f"../../{types_distribution(scope)}/docs/{scope.names.pages[schema]}.md"


def _page_parameter(scope: Scope, parameter: Parameter, name: str) -> plugin.PageParameter:
    notes = "" if parameter.required else "[optional]"
    # The default of a named type stands on its own page.
    if parameter.default is not UNSET and not isinstance(parameter.type, Reference):
        notes = f"{notes} [default {literal(parameter.default)}]".strip()
    return plugin.PageParameter(
        name=name,
        wire_name=parameter.name,
        type=_page_type(scope, parameter.type),
        description=parameter.description,
        notes=notes,
    )


def api_page(scope: Scope, group: Group, header: contexts.Header) -> plugin.ApiPage:
    """The page of one API class."""
    return plugin.ApiPage(
        header=header,
        title=f"{scope.client.package}.{group.class_name}",
        file=f"{group.page}.md",
        host=host(scope),
        types_distribution=types_distribution(scope),
        queries_module=f"{scope.client.package}.queries.{group.module}",
        operations=tuple(_page_operation(scope, group, each) for each in group.operations),
    )


def _page_operation(scope: Scope, group: Group, each: Operation) -> plugin.PageOperation:
    paths = path_arguments(scope, each)
    query = located(each, "query")
    fields = field_names(each)
    result = returned(each.responses)
    typed = query_class(scope, each) if query else None
    return plugin.PageOperation(
        name=scope.names.operations[each.id],
        method=each.method,
        path=each.path,
        summary=each.summary or f"{each.method} {each.path}",
        description=each.description,
        signature=(
            *(f"{name}: {_page_type(scope, p.type).text}," for p, name in paths),
            *([f"query: {typed},"] if query else []),
            "headers",
        ),
        result=None if result == NULL else _page_type(scope, result),
        call=_call(scope, group, each),
        query_class=typed,
        path_parameters=tuple(_page_parameter(scope, p, name) for p, name in paths),
        bodies=tuple(_page_bodies(scope, each.body)),
        query_parameters=tuple(_page_parameter(scope, p, fields[p.name]) for p in query),
        header_parameters=tuple(_page_parameter(scope, p, p.name) for p in located(each, "header")),
        content_type=", ".join(m.name for m in each.body.content) if each.body else "",
        accept=", ".join(accepted(each.responses)),
        responses=tuple(
            plugin.PageResponse(
                r.status,
                r.description,
                tuple(plugin.PageHeader(h.name, h.description) for h in r.headers),
            )
            for r in each.responses
        ),
        iteration=_page_iteration(scope, group, each) if is_iterated(scope, each) else None,
    )


def _page_iteration(scope: Scope, group: Group, each: Operation) -> plugin.PageIteration:
    names = iteration_names(group, scope.names, scope.style, scope.paged)
    return plugin.PageIteration(names[each.id], _page_type(scope, scope.paged[each.id].item))


def _page_bodies(scope: Scope, body: Body | None) -> Iterable[plugin.PageBody]:
    if body is None:
        return
    kind, _ = body_kind(body)
    media = chosen_media(body)
    of = _page_type(scope, media.type) if media and media.type else plugin.TypeText("Any")
    binding = {"json": "json request body", "data": "form fields", "files": "files and form fields"}
    yield plugin.PageBody(
        name=kind,
        type=of,
        binding=binding.get(kind, "request body"),
        description=body.description,
        notes="" if body.required else "[optional]",
    )


def operation_page(scope: Scope, header: contexts.Header) -> plugin.OperationPage:
    """The page on what all operations have in common."""
    return plugin.OperationPage(header, types_distribution(scope))


# --- Examples


def _call(scope: Scope, group: Group, each: Operation) -> plugin.Call:
    name = scope.names.operations[each.id]
    return plugin.Call(
        name=f"{service_name(scope)}.{attribute(group)}.{name}",
        has_result=returned(each.responses) != NULL,
        path_arguments=tuple(_path_values(scope, each)),
        query=tuple(
            plugin.NamedSource(in_a_fence(literal(v.name)), v.source)
            for v in _query_values(scope, each)
        ),
        bodies=tuple(_body_values(scope, each.body)),
    )


def _path_values(scope: Scope, each: Operation) -> Iterable[plugin.NamedSource]:
    for parameter, name in path_arguments(scope, each):
        yield plugin.NamedSource(name, _value(scope, parameter))


def _query_values(scope: Scope, each: Operation) -> Iterable[plugin.NamedSource]:
    """The query parameters that the document gives an example for, and those that must be there."""
    for parameter in located(each, "query"):
        if parameter.required or parameter.example is not UNSET:
            yield plugin.NamedSource(parameter.name, _value(scope, parameter))


def _value(scope: Scope, parameter: Parameter) -> str:
    given = (parameter.example, parameter.default)
    of = without_null(parameter.type)
    value = example(scope.api, of, parameter.limits, parameter.name, *given)
    return in_a_fence(_pretty(value))


def _body_values(scope: Scope, body: Body | None) -> Iterable[plugin.NamedSource]:
    media = chosen_media(body) if body is not None else None
    if body is None or media is None:
        return
    kind, _ = body_kind(body)
    if kind == "content":
        yield plugin.NamedSource(kind, 'b"..."')
        return
    of = media.type or AnyType()
    value = example(scope.api, of, NO_LIMITS, "body", media.example)
    if kind == "files":
        yield plugin.NamedSource("data", in_a_fence(_pretty(value)))
        return
    yield plugin.NamedSource(kind, in_a_fence(_pretty(value)))


def _pretty(value: Any, margin: str = "") -> str:
    """A JSON value as Python source, one item per line."""
    inner = f"{margin}    "
    children: Any = value
    if isinstance(value, dict) and value:
        items = [f"{literal(k)}: {_pretty(v, inner)}" for k, v in children.items()]
        opening, closing = "{", "}"
    elif isinstance(value, list) and value:
        items = [_pretty(v, inner) for v in children]
        opening, closing = "[", "]"
    else:
        return literal(value)
    lines = "".join(f"{inner}{item},\n" for item in items)
    return f"{opening}\n{lines}{margin}{closing}"


def readme(scope: Scope, header: contexts.Header) -> plugin.Readme:
    """The README of both distributions."""
    ranked = sorted(
        ((g, o) for g in scope.names.groups for o in g.operations),
        key=lambda entry: (
            len(located(entry[1], "path")),
            entry[1].body is not None,
            entry[1].method != "GET",
        ),
    )
    first = ranked[:1]
    return plugin.Readme(
        header=header,
        distribution=scope.client.distribution,
        types_distribution=types_distribution(scope),
        package=scope.client.package,
        title=scope.title,
        description=scope.api.description,
        service=service_name(scope),
        service_module=f"{scope.client.package}.service",
        service_class=service_class(scope),
        quickstart=tuple(_call(scope, g, o) for g, o in first),
        typed_quickstart=tuple(_typed_call(scope, g, o) for g, o in first if located(o, "query")),
        apis=tuple(
            plugin.ReadmeApi(
                g.class_name,
                g.page,
                tuple(
                    plugin.ReadmeOperation(
                        scope.names.operations[o.id], o.method, o.path, o.summary
                    )
                    for o in g.operations
                ),
            )
            for g in scope.names.groups
        ),
        models=tuple(
            plugin.ReadmeModel(name, scope.names.pages[schema])
            for schema, name in sorted(scope.names.classes.items(), key=lambda item: item[1])
        ),
    )


def _typed_call(scope: Scope, group: Group, each: Operation) -> plugin.TypedCall:
    call = _call(scope, group, each)
    names = field_names(each)
    return plugin.TypedCall(
        name=call.name,
        has_result=call.has_result,
        path_arguments=call.path_arguments,
        argument="query",
        module=f"{scope.client.package}.queries.{group.module}",
        class_name=query_class(scope, each),
        fields=tuple(
            plugin.NamedSource(names[v.name], v.source) for v in _query_values(scope, each)
        ),
    )


#: The kinds of pages, by what they are repeated for.
CLIENT: Mapping[str, Callable[[Scope, contexts.Header], Any]] = {
    "plugin_operation_page": operation_page,
    "plugin_readme": readme,
}
API: Mapping[str, Callable[[Scope, Group, contexts.Header], Any]] = {"plugin_api_page": api_page}
