"""The plan for plugins of a core SDK: two distributions, one of operations, one of types.

What operations, responses and models have in common with other styles comes from the modules beside this one.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    AliasShape,
    Body,
    Literals,
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
from clientloom.models import Annotations, has_default
from clientloom.naming import MODEL_NAMES, distinct, free, pascal, snake
from clientloom.plan import contexts
from clientloom.plan import plugin_contexts as plugin
from clientloom.plan.arguments import limits_source
from clientloom.plan.earlier_calls import (
    Slot,
    constructor,
    constructor_imports,
    deprecated_imports,
    earlier_attributes,
    earlier_calls,
    earlier_imports,
    slot,
)
from clientloom.plan.entries import model_entries
from clientloom.plan.media import (
    asked_for,
    body_class,
    chosen_media,
    response_type,
    returned,
    sent_name,
)
from clientloom.plan.models import model_module
from clientloom.plan.names import Group, argument_names
from clientloom.plan.operations import iteration_names, parameter_text
from clientloom.plan.scope import Scope
from clientloom.plan.types import grouped, standard_imports, unshadowed, used_names
from clientloom.plan.waiting import for_name, names_of, waiter

RUNTIME = "..api._runtime"

# What the methods of an API class name themselves.
_ARGUMENTS = frozenset({"content", "data", "files", "json", "query"})

# What a service has from the core.
_ATTRIBUTES = frozenset({"api_client", "description", "name", "title"})

_OPTIONS = ":param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`"


def types_distribution(scope: Scope) -> str:
    """The distribution with the models and queries."""
    return f"{scope.client.distribution}-types"


def service_name(scope: Scope) -> str:
    """What the service is called: the last part of the package."""
    return scope.client.package.rpartition(".")[2]


def service_class(scope: Scope) -> str:
    """The class of the service."""
    return f"{pascal(service_name(scope))}Service"


def attribute(group: Group) -> str:
    """The attribute of the service that has an API class."""
    return free(group.module.removesuffix("_api"), _ATTRIBUTES)


# --- API modules


def api_module(scope: Scope, group: Group, header: contexts.Header) -> plugin.ApiModule:
    """The module of one tag."""
    iterations = iteration_names(group, scope.names, scope.style, scope.paged)
    operations = tuple(
        replace(
            _operation(scope, each),
            iteration=_iteration(scope, each, group.class_name, iterations[each.id])
            if is_iterated(scope, each)
            else None,
        )
        for each in group.operations
    )
    taken = {name for op in operations for name in op.names}
    operations = tuple(
        replace(op, waiters=tuple(_waiters(scope, each, op, taken)))
        for each, op in zip(group.operations, operations, strict=True)
    )
    shadowed = _shadowed(operations)
    operations = tuple(_unshadowed(each, shadowed) for each in operations)
    signatures = used_names(
        part
        for op in operations
        for part in (
            *op.signature,
            *(o.returns for o in op.overloads),
            *([op.iteration.returns] if op.iteration else []),
            *(w.returns for w in op.waiters),
        )
    )
    paging = {op.iteration.kind for op in operations if op.iteration}
    values = used_names(
        type_
        for op in operations
        for answer in op.responses
        for type_ in (answer.type, *(t for _, t in answer.by_media_type))
    )
    runtime = used_names(argument for op in operations for argument in op.arguments)
    models = "models" in signatures | values
    waits = any(op.waiters for op in operations)
    typing_imports = [
        *standard_imports(signatures - values - {"Any"}),
        *([contexts.Import("..", ("models",))] if models else []),
        *(
            [
                contexts.Import("._runtime.pagers", ("AsyncPager",)),
            ]
            if paging
            else []
        ),
        *([contexts.Import("._runtime.waylay", ("TransportOptions",))] if paging or waits else []),
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
        imports=grouped(
            [
                contexts.Import("typing", ("Any", "Unpack", "overload")),
                *([contexts.Import("typing", ("TYPE_CHECKING",))] if typing_imports else []),
                *standard_imports(values),
                contexts.Import("waylay.sdk.api", ("Response", *core)),
                contexts.Import("waylay.sdk.plugin", ("WithApiClient",)),
                contexts.Import("._runtime.waylay", (*own, *(["optional"] if models else []))),
                *([contexts.Import("._runtime.paging", tuple(paging))] if paging else []),
                *([contexts.Import("._runtime.waylay_paging", ("iterate",))] if paging else []),
                *earlier_imports("._runtime", [op.earlier for op in operations], overloads=False),
                *deprecated_imports(op.renamed for op in operations),
                *([contexts.Import("._runtime.waiting", ("Until",))] if waits else []),
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
        return unshadowed(source, shadowed)

    if not shadowed:
        return each
    signature = tuple(spelled(part) for part in each.signature)
    iteration = each.iteration
    return replace(
        each,
        signature=signature,
        overloads=tuple(
            replace(o, signature=tuple(map(spelled, o.signature)), returns=spelled(o.returns))
            for o in each.overloads
        ),
        iteration=iteration
        and replace(iteration, signature=signature, returns=spelled(iteration.returns)),
    )


def is_iterated(scope: Scope, each: Operation) -> bool:
    """Whether there is a method for all items of a list: where a query parameter names its pages."""
    paged = scope.paged.get(each.id)
    return (
        paged is not None
        and each.body is None
        and any(p.name == paged.parameter for p in located(each, "query"))
    )


def _iteration(scope: Scope, each: Operation, owner: str, name: str) -> plugin.Iteration:
    paged, of = scope.paged[each.id], scope.names.operations[each.id]
    item, body = scope.writer.value(paged.item), scope.writer.value(paged.body)
    arguments = tuple(name for _, name in path_arguments(scope, each))
    about = [
        f"Return all items of all pages of `{of}`: for `async for`. Awaited, it gives the first page.",
        f":param query: as for `{of}`\n:param options: headers, and settings that go to the HTTP client",
    ]
    return plugin.Iteration(
        name=name,
        of=f"{owner}.{of}",
        signature=_operation(scope, each).signature,
        returns=f"AsyncPager[{item}, {body}]",
        doc="\n\n".join(about),
        kind=paged.kind,
        expression=paged.expression,
        items=paged.items,
        arguments=arguments,
    )


def _waiters(
    scope: Scope, each: Operation, made: plugin.Operation, taken: set[str]
) -> Iterable[contexts.Waiter]:
    """The methods that repeat an operation until its result is as wanted."""
    waits = each.waits if made.iteration is None else ()
    passed = [name for _, name in path_arguments(scope, each)]
    keywords = (*_body_signature(scope, each.body), *_query_signature(scope, each))
    passed += [f"{name}={name}" for name in (part.partition(":")[0] for part in keywords)]
    signature = (*made.signature, "**options: Unpack[TransportOptions]")
    returns = scope.writer.value(returned(each.responses))
    names = names_of([for_name(wait, made.name) for wait in waits], made.name, taken)
    for wait, name in zip(waits, names, strict=True):
        yield waiter(wait, name, "self", made.name, signature, passed, returns)


def _operation(scope: Scope, each: Operation) -> plugin.Operation:
    paths = path_arguments(scope, each)
    keywords = [*_body_signature(scope, each.body), *_query_signature(scope, each)]
    media = asked_for(each.responses)
    name = scope.names.operations[each.id]
    positional = _path_slots(scope, each)
    signature = (
        *(part.called(part.name) for part in positional),
        *(["*", *keywords] if keywords else []),
    )
    renamed = (name, each.renamed_to) if each.renamed_to else None
    calls = earlier_calls(positional, [slot(keyword) for keyword in keywords])
    ways = [(signature, contexts.renaming(renamed))]
    ways += [(way, calls.remark) for way in calls.signatures] if calls else []
    kinds = {
        "Decoded": scope.writer.value(returned(each.responses)),
        "Selected[T]": "T",
        "Raw": "Response",
    }
    return plugin.Operation(
        name=name,
        signature=signature,
        overloads=tuple(
            plugin.Overload(way, kind, returns, said)
            for way, said in ways
            for kind, returns in kinds.items()
        ),
        doc=_doc(scope, each),
        method=each.method,
        path=each.path,
        arguments=(
            *(_path_argument(p, name) for p, name in paths),
            *(argument for p in located(each, "query") if (argument := _query_argument(p))),
            *_body_arguments(each.body),
            *(["query=query"] if located(each, "query") else []),
        ),
        responses=tuple(_answer(scope, response) for response in each.responses),
        accept=None if media in (["application/json"], []) else ", ".join(media),
        renamed=renamed,
        earlier=calls,
    )


def _path_slots(scope: Scope, each: Operation) -> list[Slot]:
    """The arguments for parameters of the path, with the names that they had before."""
    paths = path_arguments(scope, each)
    taken = {name for _, name in paths} | _ARGUMENTS
    found: list[Slot] = []
    for parameter, name in paths:
        old = [free(snake(o), _ARGUMENTS) for o in scope.aliases.of_argument(each, parameter)]
        old = [each for each in dict.fromkeys(old) if each not in taken]
        taken.update(old)
        found.append(Slot(name, f": {scope.writer.argument(parameter.type)}", tuple(old)))
    return found


def located(each: Operation, location: str) -> list[Parameter]:
    """The parameters of an operation that travel in one place."""
    return [p for p in each.parameters if p.location_in == location]


def path_arguments(scope: Scope, each: Operation) -> list[tuple[Parameter, str]]:
    """The parameters of the path and their Python names."""
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
    if parameter.required and not isinstance(parameter.type, Scalar | Literals):
        parts.append("required=True")  # what is null or empty is sent, too
    return f"Query({', '.join([literal(parameter.name), *parts])})" if parts else None


def _query_signature(scope: Scope, each: Operation) -> list[str]:
    parameters = located(each, "query")
    if not parameters:
        return []
    annotation = f"query: queries.{query_class(scope, each)} | QueryParamTypes"
    required = any(p.required for p in parameters)
    return [annotation if required else f"{annotation} | None = None"]


def query_class(scope: Scope, each: Operation) -> str:
    """The class of an operation's query parameters."""
    return f"{pascal(scope.names.operations[each.id])}Query"


def body_kind(body: Body) -> tuple[str, str]:
    """The argument that takes a body, and its media type."""
    media = chosen_media(body)
    if media is None:
        return "json", "application/json"
    kinds = {"Json": "json", "Form": "data", "Multipart": "files"}
    kind = kinds.get(body_class(media), "content")
    return kind, sent_name(media) if kind == "json" else media.name


def _body_signature(scope: Scope, body: Body | None) -> list[str]:
    if body is None:
        return []
    kind, _ = body_kind(body)
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
    parts = scope.writer.forms(of)
    if isinstance(of, Reference):
        shape = scope.api.schemas[of.name].shape
        if isinstance(shape, AliasShape) and isinstance(shape.type, Union):
            parts = [scope.writer.value(of)]
            for variant in shape.type.variants:
                parts += scope.writer.forms(variant)
            parts.sort(key=lambda part: not part.startswith("models."))
    return " | ".join(dict.fromkeys(parts))


def _body_arguments(body: Body | None) -> list[str]:
    if body is None:
        return []
    kind, media_type = body_kind(body)
    arguments = ["files=files", "data=data"] if kind == "files" else [f"{kind}={kind}"]
    if (kind == "json" and media_type != "application/json") or kind == "content":
        arguments.append(f"content_type={literal(media_type)}")
    return arguments


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
        type=scope.writer.value(of),
        by_media_type=tuple((name, scope.writer.value(t)) for name, t in json_types)
        if several
        else (),
    )


def _doc(scope: Scope, each: Operation) -> str:
    title = line(each.summary) or f"{each.method} {line(each.path)}"
    sections = [title if title.endswith((".", "!", "?")) else f"{title}."]
    if each.description and line(each.description) != line(each.summary):
        sections.append(each.description.strip())
    facts = [f":param {name}: {parameter_text(p)}" for p, name in path_arguments(scope, each)]
    facts += [
        f":param {old}: Deprecated: the earlier name of `{part.name}`."
        for part in _path_slots(scope, each)
        for old in part.earlier
    ]
    if each.body is not None:
        facts.append(f":param {body_kind(each.body)[0]}: {line(each.body.description)}")
    if query := located(each, "query"):
        facts.append(f":param query: by wire name, or a `{query_class(scope, each)}`")
        facts += [f"    {line(p.name)}: {parameter_text(p)}" for p in query]
    facts.append(_OPTIONS)
    facts += [f"    headers {line(p.name)}: {parameter_text(p)}" for p in located(each, "header")]
    facts += [f"    cookies {line(p.name)}: {parameter_text(p)}" for p in located(each, "cookie")]
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
        _query_class(scope, group, each) for each in group.operations if located(each, "query")
    )
    used = used_names(field.annotation for query in queries for field in query.fields)
    earlier = any(query.earlier for query in queries)
    used |= {"Any"} if earlier else set()
    return plugin.QueryModule(
        header=header,
        doc=f"Query parameters of {group.class_name}, for the argument `query` of its methods.",
        imports=grouped(
            [
                *standard_imports(used),
                *([contexts.Import("..", ("models",))] if "models" in used else []),
                *([contexts.Import(f"{RUNTIME}.limits", ("Limits",))] if "Limits" in used else []),
                contexts.Import(f"{RUNTIME}.models", ("Model",)),
                *(constructor_imports() if earlier else []),
            ]
        ),
        queries=queries,
    )


def _query_class(scope: Scope, group: Group, each: Operation) -> plugin.QueryClass:
    fields = tuple(_query_fields(scope, each))
    names = field_names(each)
    taken = set(names.values())
    earlier: dict[str, list[str]] = {}
    for parameter in located(each, "query"):
        for wire_name in scope.aliases.of_argument(each, parameter):
            old = free(snake(wire_name), MODEL_NAMES | {"models"})
            if old not in taken:
                taken.add(old)
                earlier.setdefault(names[parameter.name], []).append(old)
    return plugin.QueryClass(
        class_name=query_class(scope, each),
        doc=f"Query parameters of `{group.class_name}.{scope.names.operations[each.id]}`.",
        fields=fields,
        earlier=constructor(fields, earlier),
        earlier_fields=earlier_attributes(fields, earlier),
    )


def field_names(each: Operation) -> dict[str, str]:
    """The fields of a query class, by wire name."""
    pinned = {p.name: p.pinned_name for p in located(each, "query") if p.pinned_name}
    return distinct(
        [p.name for p in located(each, "query")],
        lambda text: pinned.get(text) or free(snake(text), MODEL_NAMES | {"models"}),
    )


def _query_fields(scope: Scope, each: Operation) -> Iterable[plugin.QueryField]:
    names = field_names(each)
    for parameter in located(each, "query"):
        name = names[parameter.name]
        annotation = _exact(_wide(scope, parameter.type))
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


def _exact(annotation: str) -> str:
    """A whole number stays one: pydantic would make it a float, and 5 would be sent as 5.0."""
    parts = annotation.split(" | ")
    if "float" in parts and "int" not in parts:
        parts.insert(parts.index("float"), "int")
    return " | ".join(parts)


# --- Packages and projects


def model(scope: Scope, schema: Schema, header: contexts.Header) -> contexts.ModelModule:
    """The module of one schema, in the distribution of types."""
    annotations = scope.annotations.get(schema.name, Annotations({}))
    return model_module(
        scope.api,
        schema,
        annotations,
        scope.names,
        scope.style,
        header,
        scope.client.line_length,
        RUNTIME,
        scope.aliases.of_parts(schema.name),
    )


def api_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    """The `api` package, which has the runtime as well."""
    entries = [contexts.Entry(g.class_name, f".{g.module}") for g in scope.names.groups]
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return contexts.Package(header, "The operations, one module per tag.", ".", by_name)


def models_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    """The `models` package."""
    entries = model_entries(scope, ".")
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return contexts.Package(header, "The models, one module each.", "..api.", by_name)


def queries_package(scope: Scope, header: contexts.Header) -> plugin.Marker:
    """The `queries` package, which is empty."""
    return plugin.Marker(header)


def service(scope: Scope, header: contexts.Header) -> plugin.Service:
    """The `service` package: the plugin."""
    return plugin.Service(
        header=header,
        doc=f"The service class of {scope.title}.",
        class_name=service_class(scope),
        class_doc=f"{scope.title}: `{service_name(scope)}` of a `WaylayClient`.",
        name=service_name(scope),
        title=scope.title,
        apis=tuple(
            plugin.ServiceApi(attribute(g), g.class_name, g.module)
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
        description=client.description or f"{scope.title}: a plugin of waylay-sdk-core.",
        types_description=f"{scope.title}: the typed models and queries of {client.distribution}.",
        pin=f"{client.distribution}=={client.version}",
        plugins=f"{client.package}.service:PLUGINS",
        folder=client.package.partition(".")[0],
    )


#: The kinds of files, by what they are repeated for.
CLIENT: Mapping[str, Callable[[Scope, contexts.Header], Any]] = {
    "plugin_api_package": api_package,
    "plugin_models_package": models_package,
    "plugin_project": project,
    "plugin_queries_package": queries_package,
    "plugin_service": service,
}
API: Mapping[str, Callable[[Scope, Group, contexts.Header], Any]] = {
    "plugin_api": api_module,
    "plugin_queries": query_module,
}
MODEL: Mapping[str, Callable[[Scope, Schema, contexts.Header], Any]] = {"plugin_model": model}
