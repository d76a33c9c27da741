"""The plan for plugins of a core SDK: two distributions, one of operations, one of types.

What operations, responses and models have in common with other styles comes from the modules beside this one.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AliasShape,
    AnyType,
    Body,
    ListOf,
    Literals,
    MapOf,
    Operation,
    Parameter,
    Reference,
    Response,
    Scalar,
    Schema,
    Type,
    Union,
)
from clientloom.escape import line, literal
from clientloom.models import has_default
from clientloom.naming import MODEL_NAMES, distinct, free, pascal, snake
from clientloom.plan import contexts
from clientloom.plan import contexts_waylay as plugin
from clientloom.plan.examples import example
from clientloom.plan.models import model_module
from clientloom.plan.names import Group, argument_names
from clientloom.plan.operations import (
    accepted,
    chosen_media,
    limits_source,
    parameter_text,
    response_type,
)
from clientloom.plan.scope import Scope
from clientloom.plan.types import grouped, standard_imports, used_names

RUNTIME = "..api._runtime"

# What the methods of an API class name themselves.
_ARGUMENTS = frozenset({"content", "data", "files", "json", "query"})

# What a service has from the core.
_ATTRIBUTES = frozenset({"api_client", "description", "name", "title"})

_OPTIONS = ":param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`"


def types_distribution(scope: Scope) -> str:
    """The distribution with the models and queries."""
    return f"{scope.client.distribution}-types"


def _title(scope: Scope) -> str:
    return line(scope.client.title or scope.api.title) or scope.client.distribution


def _service_name(scope: Scope) -> str:
    return scope.client.package.rpartition(".")[2]


def _service_class(scope: Scope) -> str:
    return f"{pascal(_service_name(scope))}Service"


def _attribute(group: Group) -> str:
    return free(group.module.removesuffix("_api"), _ATTRIBUTES)


# --- API modules


def api_module(scope: Scope, group: Group, header: contexts.Header) -> plugin.ApiModule:
    """The module of one tag."""
    operations = tuple(_operation(scope, each) for each in group.operations)
    shadowed = _shadowed(operations)
    operations = tuple(_unshadowed(each, shadowed) for each in operations)
    signatures = used_names(
        part for op in operations for part in (*op.signature, *(o.returns for o in op.overloads))
    )
    values = used_names(
        type_
        for op in operations
        for answer in op.responses
        for type_ in (answer.type, *(t for _, t in answer.by_media_type))
    )
    runtime = used_names(argument for op in operations for argument in op.arguments)
    models = "models" in signatures | values
    typing_imports = [
        *standard_imports(signatures - values - {"Any"}),
        *([contexts.Import("..", ("models",))] if models else []),
        *(
            [contexts.Import("..queries", (f"{group.module} as queries",))]
            if "queries" in signatures
            else []
        ),
    ]
    core = signatures & {"QueryParamTypes", "RequestContent", "RequestData", "RequestFiles"}
    own = {"Decoded", "Options", "Raw", "Selected", "T", "call"} | runtime & {"Path", "Query"}
    return plugin.ApiModule(
        header=header,
        doc=f"The operations of {line(group.tag)}.",
        modules=("builtins",) if shadowed else (),
        imports=grouped(
            [
                contexts.Import("typing", ("Any", "Unpack", "overload")),
                *([contexts.Import("typing", ("TYPE_CHECKING",))] if typing_imports else []),
                *standard_imports(values),
                contexts.Import("waylay.sdk.api", ("Response", *core)),
                contexts.Import("waylay.sdk.plugin", ("WithApiClient",)),
                contexts.Import("._runtime.waylay", (*own, *(["optional"] if models else []))),
            ]
        ),
        typing_imports=grouped(typing_imports),
        models=f"{scope.client.package}.models" if models else None,
        class_name=group.class_name,
        class_doc=group.description or f"The operations of {line(group.tag)}.",
        operations=operations,
    )


def _shadowed(operations: Sequence[plugin.Operation]) -> frozenset[str]:
    """Names of methods that hide a type from the signatures of the class: `list`."""
    names = {op.name for op in operations} & set(dir(builtins))
    used = used_names(
        part for op in operations for part in (*op.signature, *(o.returns for o in op.overloads))
    )
    return frozenset(names & used)


def _unshadowed(each: plugin.Operation, shadowed: frozenset[str]) -> plugin.Operation:
    def spelled(source: str) -> str:
        pattern = rf"(?<![\w.\"])({'|'.join(sorted(shadowed))})(?=\[|$| \|)"
        return re.sub(pattern, r"builtins.\1", source)

    if not shadowed:
        return each
    return plugin.Operation(
        name=each.name,
        signature=tuple(spelled(part) for part in each.signature),
        overloads=tuple(plugin.Overload(o.type, spelled(o.returns)) for o in each.overloads),
        doc=each.doc,
        method=each.method,
        path=each.path,
        arguments=each.arguments,
        responses=each.responses,
        accept=each.accept,
    )


def _operation(scope: Scope, each: Operation) -> plugin.Operation:
    paths = _path_arguments(scope, each)
    keywords = [*_body_signature(scope, each.body), *_query_signature(scope, each)]
    media = accepted(each.responses)
    return plugin.Operation(
        name=scope.names.operations[each.id],
        signature=(
            *(f"{name}: {scope.writer.argument(p.type)}" for p, name in paths),
            *(["*", *keywords] if keywords else []),
        ),
        overloads=(
            plugin.Overload("Decoded", scope.writer.value(_result(each.responses))),
            plugin.Overload("Selected[T]", "T"),
            plugin.Overload("Raw", "Response"),
        ),
        doc=_doc(scope, each),
        method=each.method,
        path=each.path,
        arguments=(
            *(_path_argument(p, name) for p, name in paths),
            *(argument for p in _in(each, "query") if (argument := _query_argument(p))),
            *_body_arguments(each.body),
            *(["query=query"] if _in(each, "query") else []),
        ),
        responses=tuple(_answer(scope, response) for response in each.responses),
        accept=None if media in (["application/json"], []) else ", ".join(media),
    )


def _in(each: Operation, location: str) -> list[Parameter]:
    return [p for p in each.parameters if p.location_in == location]


def _path_arguments(scope: Scope, each: Operation) -> list[tuple[Parameter, str]]:
    names, _ = argument_names(each, scope.names, scope.style)
    return [
        (p, free(names[i], _ARGUMENTS))
        for i, p in enumerate(each.parameters)
        if p.location_in == "path"
    ]


def _path_argument(parameter: Parameter, name: str) -> str:
    parts = [literal(parameter.name), name]
    if parameter.media_type is not None:
        parts.append(f"media_type={literal(parameter.media_type)}")
    if parameter.style != "simple":
        parts.append(f"style={literal(parameter.style)}")
    if parameter.explode:
        parts.append("explode=True")
    return f"Path({', '.join(parts)})"


def _query_argument(parameter: Parameter) -> str | None:
    """How a query parameter travels, where the document says more than the runtime assumes."""
    parts: list[str] = []
    if parameter.media_type is not None:
        parts.append(f"media_type={literal(parameter.media_type)}")
    else:
        if parameter.style != "form":
            parts.append(f"style={literal(parameter.style)}")
        if not parameter.explode:
            parts.append("explode=False")
        if parameter.allow_reserved:
            parts.append("allow_reserved=True")
        if parameter.allow_empty_value:
            parts.append("allow_empty_value=True")
    return f"Query({', '.join([literal(parameter.name), *parts])})" if parts else None


def _query_signature(scope: Scope, each: Operation) -> list[str]:
    parameters = _in(each, "query")
    if not parameters:
        return []
    annotation = f"query: queries.{_query_class(scope, each)} | QueryParamTypes"
    required = any(p.required for p in parameters)
    return [annotation if required else f"{annotation} | None = None"]


def _query_class(scope: Scope, each: Operation) -> str:
    return f"{pascal(scope.names.operations[each.id])}Query"


def _body_kind(body: Body) -> tuple[str, str]:
    """The argument that takes a body, and its media type."""
    media = chosen_media(body)
    name = media.name if media else "application/json"
    plain = name.partition(";")[0].strip().lower()
    if plain == "application/x-www-form-urlencoded":
        return "data", name
    if plain.startswith("multipart/"):
        return "files", name
    return ("json" if re.search(r"[/+]json$", plain) else "content"), name


def _body_signature(scope: Scope, body: Body | None) -> list[str]:
    if body is None:
        return []
    kind, _ = _body_kind(body)
    if kind == "files":
        return ["files: RequestFiles | None = None", "data: RequestData | None = None"]
    annotation = {"data": "RequestData", "content": "RequestContent"}.get(kind, "")
    if kind == "json":
        media = chosen_media(body)
        annotation = _wide(scope, media.type) if media and media.type is not None else "Any"
    if body.required:
        return [f"{kind}: {annotation}"]
    optional = annotation if annotation == "Any" else f"{annotation} | None"
    return [f"{kind}: {optional} = None"]


def _wide(scope: Scope, of: Type) -> str:
    """What a caller may pass: for a union, each of its variants too."""
    parts = scope.writer.argument(of).split(" | ")
    if isinstance(of, Reference):
        shape = scope.api.schemas[of.name].shape
        if isinstance(shape, AliasShape) and isinstance(shape.type, Union):
            parts = [scope.writer.value(of)]
            for variant in shape.type.variants:
                parts += scope.writer.argument(variant).split(" | ")
            parts.sort(key=lambda part: not part.startswith("models."))
    return " | ".join(dict.fromkeys(parts))


def _body_arguments(body: Body | None) -> list[str]:
    if body is None:
        return []
    kind, media_type = _body_kind(body)
    arguments = ["files=files", "data=data"] if kind == "files" else [f"{kind}={kind}"]
    if (kind == "json" and media_type != "application/json") or kind == "content":
        arguments.append(f"content_type={literal(media_type)}")
    return arguments


def _result(responses: Sequence[Response]) -> Type:
    """The type of a successful answer."""
    successes = [r for r in responses if r.status.startswith("2")]
    successes = successes or [r for r in responses if r.status == "default"]
    types = list(dict.fromkeys(response_type(r) or NULL for r in successes)) or [NULL]
    ordered = [t for t in types if t != NULL] + [t for t in types if t == NULL]
    return ordered[0] if len(ordered) == 1 else Union(tuple(ordered))


def _answer(scope: Scope, response: Response) -> plugin.Answer:
    of = response_type(response)
    json_types = [
        (m.name, m.type)
        for m in response.content
        if m.type is not None and re.search(r"[/+]json$", m.name.partition(";")[0].strip())
    ]
    several = len({t for _, t in json_types}) > 1
    return plugin.Answer(
        status=response.status,
        type="None" if of is None else scope.writer.value(of),
        by_media_type=tuple((name, scope.writer.value(t)) for name, t in json_types)
        if several
        else (),
    )


def _doc(scope: Scope, each: Operation) -> str:
    title = line(each.summary) or f"{each.method} {line(each.path)}"
    sections = [title if title.endswith((".", "!", "?")) else f"{title}."]
    if each.description and line(each.description) != line(each.summary):
        sections.append(each.description.strip())
    facts = [f":param {name}: {parameter_text(p)}" for p, name in _path_arguments(scope, each)]
    if each.body is not None:
        facts.append(f":param {_body_kind(each.body)[0]}: {line(each.body.description)}")
    if query := _in(each, "query"):
        facts.append(f":param query: by wire name, or a `{_query_class(scope, each)}`")
        facts += [f"    {line(p.name)}: {parameter_text(p)}" for p in query]
    facts.append(_OPTIONS)
    facts += [f"    headers {line(p.name)}: {parameter_text(p)}" for p in _in(each, "header")]
    facts += [f"    cookies {line(p.name)}: {parameter_text(p)}" for p in _in(each, "cookie")]
    for response in each.responses:
        kind = "return" if response.status.startswith("2") else "raises ApiError"
        facts.append(f":{kind}: {line(response.status)}, {line(response.description)}")
    if each.deprecated:
        facts.append(":deprecated: The document marks this operation as deprecated.")
    return "\n\n".join([*sections, "\n".join(facts)])


# --- Queries


def query_module(scope: Scope, group: Group, header: contexts.Header) -> plugin.QueryModule:
    """The query classes of one tag."""
    queries = tuple(
        plugin.QueryClass(
            class_name=_query_class(scope, each),
            doc=f"Query parameters of `{group.class_name}.{scope.names.operations[each.id]}`.",
            fields=tuple(_query_fields(scope, each)),
        )
        for each in group.operations
        if _in(each, "query")
    )
    used = used_names(field.annotation for query in queries for field in query.fields)
    return plugin.QueryModule(
        header=header,
        doc=f"Query parameters of {group.class_name}, for the argument `query` of its methods.",
        imports=grouped(
            [
                *standard_imports(used),
                *([contexts.Import("..", ("models",))] if "models" in used else []),
                *(
                    [contexts.Import(f"{RUNTIME}.limits", ("Limits",))]
                    if "Limits" in used
                    else []
                ),
                contexts.Import(f"{RUNTIME}.models", ("Model",)),
            ]
        ),
        queries=queries,
    )


def _field_names(each: Operation) -> dict[str, str]:
    pinned = {p.name: p.pinned_name for p in _in(each, "query") if p.pinned_name}
    return distinct(
        [p.name for p in _in(each, "query")],
        lambda text: pinned.get(text) or free(snake(text), MODEL_NAMES | {"models"}),
    )


def _query_fields(scope: Scope, each: Operation) -> Iterable[plugin.QueryField]:
    names = _field_names(each)
    for parameter in _in(each, "query"):
        name = names[parameter.name]
        annotation = _wide(scope, parameter.type)
        default = None
        if not parameter.required:
            known = has_default(parameter.type, parameter.default)
            default = literal(parameter.default) if known else "None"
            if default == "None" and annotation != "Any" and not annotation.endswith("None"):
                annotation = f"{annotation} | None"
        metadata = [f"Field(alias={literal(parameter.name)})"] if name != parameter.name else []
        if parameter.limits != NO_LIMITS:
            metadata.append(limits_source(parameter.limits))
        if metadata:
            annotation = f"Annotated[{', '.join([annotation, *metadata])}]"
        yield plugin.QueryField(name, annotation, default)


# --- Packages and projects


def model(scope: Scope, schema: Schema, header: contexts.Header) -> contexts.ModelModule:
    """The module of one schema, in the distribution of types."""
    fields = scope.annotations.get(schema.name, {})
    return model_module(schema, fields, scope.names, scope.style, header, RUNTIME)


def api_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    """The `api` package, which has the runtime as well."""
    entries = [contexts.Entry(g.class_name, f".{g.module}") for g in scope.names.groups]
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return contexts.Package(header, "The operations, one module per tag.", ".", by_name)


def models_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    """The `models` package."""
    names = scope.names
    entries = [contexts.Entry(names.classes[s], f".{names.modules[s]}") for s in scope.api.schemas]
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return contexts.Package(header, "The models, one module each.", "..api.", by_name)


def queries_package(scope: Scope, header: contexts.Header) -> plugin.Marker:
    """The `queries` package, which is empty."""
    return plugin.Marker(header)


def service(scope: Scope, header: contexts.Header) -> plugin.Service:
    """The `service` package: the plugin."""
    return plugin.Service(
        header=header,
        doc=f"The service class of {_title(scope)}.",
        class_name=_service_class(scope),
        class_doc=f"{_title(scope)}: `{_service_name(scope)}` of a `WaylayClient`.",
        name=_service_name(scope),
        title=_title(scope),
        apis=tuple(
            plugin.ServiceApi(_attribute(g), g.class_name, g.module)
            for g in sorted(scope.names.groups, key=lambda g: g.module)
        ),
    )


def project(scope: Scope, header: contexts.Header) -> plugin.Project:
    """The project files of both distributions."""
    client = scope.client
    return plugin.Project(
        header=header,
        distribution=client.distribution,
        types_distribution=types_distribution(scope),
        version=client.version,
        description=client.description or f"{_title(scope)}: a plugin of waylay-sdk-core.",
        types_description=f"{_title(scope)}: the typed models and queries of {client.distribution}.",
        pin=f"{client.distribution}=={client.version}",
        plugins=f"{client.package}.service:PLUGINS",
        folder=client.package.partition(".")[0],
    )


# --- Pages


def _page_type(scope: Scope, of: Type) -> plugin.TypeText:
    match of:
        case Reference(name):
            class_name = scope.names.classes[name]
            return plugin.TypeText(class_name, _model_link(scope, class_name))
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
        case Scalar() | Literals() | AnyType():
            return plugin.TypeText(scope.writer.value(of))


def _model_link(scope: Scope, class_name: str) -> str:
    return f"../../{types_distribution(scope)}/docs/{class_name}.md"


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
        title=f"{scope.client.package}.{group.class_name}",
        file=f"{group.class_name}.md",
        host=scope.api.servers[0].url if scope.api.servers else "/",
        types_distribution=types_distribution(scope),
        queries_module=f"{scope.client.package}.queries.{group.module}",
        operations=tuple(_page_operation(scope, group, each) for each in group.operations),
    )


def _page_operation(scope: Scope, group: Group, each: Operation) -> plugin.PageOperation:
    paths = _path_arguments(scope, each)
    query = _in(each, "query")
    fields = _field_names(each)
    result = _result(each.responses)
    query_class = _query_class(scope, each) if query else None
    return plugin.PageOperation(
        name=scope.names.operations[each.id],
        method=each.method,
        path=each.path,
        summary=each.summary or f"{each.method} {each.path}",
        description=each.description,
        signature=(
            *(f"{name}: {_page_type(scope, p.type).text}," for p, name in paths),
            *([f"query: {query_class},"] if query else []),
            "headers",
        ),
        result=None if result == NULL else _page_type(scope, result),
        call=_call(scope, group, each),
        query_class=query_class,
        path_parameters=tuple(_page_parameter(scope, p, name) for p, name in paths),
        bodies=tuple(_page_bodies(scope, each.body)),
        query_parameters=tuple(_page_parameter(scope, p, fields[p.name]) for p in query),
        header_parameters=tuple(
            _page_parameter(scope, p, p.name) for p in _in(each, "header")
        ),
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
    )


def _page_bodies(scope: Scope, body: Body | None) -> Iterable[plugin.PageBody]:
    if body is None:
        return
    kind, _ = _body_kind(body)
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
    return plugin.OperationPage(types_distribution(scope))


# --- Examples


def _call(scope: Scope, group: Group, each: Operation) -> plugin.Call:
    name = scope.names.operations[each.id]
    return plugin.Call(
        name=f"{_service_name(scope)}.{_attribute(group)}.{name}",
        has_result=_result(each.responses) != NULL,
        path_arguments=tuple(_path_values(scope, each)),
        query=tuple(_query_values(scope, each)),
        bodies=tuple(_body_values(scope, each.body)),
    )


def _path_values(scope: Scope, each: Operation) -> Iterable[plugin.NamedValue]:
    for parameter, name in _path_arguments(scope, each):
        yield plugin.NamedValue(name, _value(scope, parameter))


def _query_values(scope: Scope, each: Operation) -> Iterable[plugin.NamedValue]:
    """The query parameters that the document gives an example for, and those that must be there."""
    for parameter in _in(each, "query"):
        if parameter.required or parameter.example is not UNSET:
            yield plugin.NamedValue(parameter.name, _value(scope, parameter))


def _value(scope: Scope, parameter: Parameter) -> Any:
    given = (parameter.example, parameter.default)
    return example(scope.api, parameter.type, parameter.limits, parameter.name, *given)


def _body_values(scope: Scope, body: Body | None) -> Iterable[plugin.BodyArgument]:
    media = chosen_media(body) if body is not None else None
    if body is None or media is None:
        return
    kind, _ = _body_kind(body)
    if kind == "content":
        yield plugin.BodyArgument(kind, 'b"..."')
        return
    of = media.type or AnyType()
    value = example(scope.api, of, NO_LIMITS, "body", media.example)
    if kind == "files":
        yield plugin.BodyArgument("data", _pretty(value))
        return
    yield plugin.BodyArgument(kind, _pretty(value))


def _pretty(value: Any, margin: str = "") -> str:
    """A JSON value as Python source, one item per line."""
    inner = f"{margin}    "
    match value:
        case Mapping() if value:
            items = [f"{literal(str(k))}: {_pretty(v, inner)}" for k, v in value.items()]
            opening, closing = "{", "}"
        case list() if value:
            items = [_pretty(v, inner) for v in value]
            opening, closing = "[", "]"
        case _:
            return literal(value)
    lines = "".join(f"{inner}{item},\n" for item in items)
    return f"{opening}\n{lines}{margin}{closing}"


def readme(scope: Scope, header: contexts.Header) -> plugin.Readme:
    """The README of both distributions."""
    ranked = sorted(
        ((g, o) for g in scope.names.groups for o in g.operations),
        key=lambda entry: (
            len(_in(entry[1], "path")),
            entry[1].body is not None,
            entry[1].method != "GET",
        ),
    )
    first = ranked[:1]
    return plugin.Readme(
        distribution=scope.client.distribution,
        types_distribution=types_distribution(scope),
        package=scope.client.package,
        title=_title(scope),
        description=scope.api.description,
        service=_service_name(scope),
        service_module=f"{scope.client.package}.service",
        service_class=_service_class(scope),
        quickstart=tuple(_call(scope, g, o) for g, o in first),
        typed_quickstart=tuple(_typed_call(scope, g, o) for g, o in first if _in(o, "query")),
        apis=tuple(
            plugin.ReadmeApi(
                g.class_name,
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
            plugin.TypeText(name, f"../{types_distribution(scope)}/docs/{name}.md")
            for name in sorted(scope.names.classes.values())
        ),
    )


def _typed_call(scope: Scope, group: Group, each: Operation) -> plugin.TypedCall:
    call = _call(scope, group, each)
    fields = _field_names(each)
    return plugin.TypedCall(
        name=call.name,
        has_result=call.has_result,
        path_arguments=call.path_arguments,
        argument="query",
        module=f"{scope.client.package}.queries.{group.module}",
        class_name=_query_class(scope, each),
        fields=tuple(plugin.NamedValue(fields[v.name], v.value) for v in call.query),
    )


#: The kinds of files of this shape, by what they are repeated for.
CLIENT: Mapping[str, Callable[[Scope, contexts.Header], Any]] = {
    "plugin_api_package": api_package,
    "plugin_models_package": models_package,
    "plugin_operation_page": operation_page,
    "plugin_project": project,
    "plugin_queries_package": queries_package,
    "plugin_readme": readme,
    "plugin_service": service,
}
API: Mapping[str, Callable[[Scope, Group, contexts.Header], Any]] = {
    "plugin_api": api_module,
    "plugin_api_page": api_page,
    "plugin_queries": query_module,
}
MODEL: Mapping[str, Callable[[Scope, Schema, contexts.Header], Any]] = {"plugin_model": model}
