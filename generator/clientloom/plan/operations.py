"""API modules: a class per tag, a method per operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from clientloom.api import (
    UNSET,
    Api,
    Body,
    Operation,
    Parameter,
)
from clientloom.escape import line, literal
from clientloom.naming import PARAMETER_NAMES, free, snake
from clientloom.plan import contexts
from clientloom.plan.aliases import Aliases
from clientloom.plan.answers import accept, response_sources
from clientloom.plan.arguments import (
    body_argument,
    bounds_text,
    parameter_argument,
    runtime_names,
)
from clientloom.plan.earlier_calls import (
    deprecated_imports,
    earlier_calls,
    earlier_imports,
    slot,
    with_options,
    without_shadows,
)
from clientloom.plan.media import body_class, chosen_media, properties_of, returned
from clientloom.plan.names import Group, Names, argument_names, named_body
from clientloom.plan.pagination import Paged
from clientloom.plan.streams import streaming, switch
from clientloom.plan.types import TypeWriter, grouped, standard_imports, unshadowed, used_names
from clientloom.plan.waiting import for_name, names_of, waiter
from clientloom.styles.base import Optionals, Style


def api_module(
    group: Group,
    names: Names,
    writer: TypeWriter,
    style: Style,
    paged: Mapping[str, Paged],
    aliases: Aliases,
    header: contexts.Header,
) -> contexts.ApiModule:
    """The module of one tag.

    :param paged: the operations that give pages of lists
    :param aliases: names that arguments had before
    """
    iterations = iteration_names(group, names, style, paged)
    streams = stream_names(group, names, writer.api)
    operations = tuple(
        replace(
            operation(each, names, writer, style, aliases),
            iteration=_iteration(names.operations[each.id], iterations[each.id], paged[each.id])
            if each.id in paged
            else None,
            stream=_stream(each, names.operations[each.id], streams[each.id], writer)
            if each.id in streams
            else None,
        )
        for each in group.operations
    )
    taken = {name for op in operations for name in op.names}
    operations = tuple(
        replace(op, waiters=tuple(_waiters(each, op, group.class_name, names, style, taken)))
        for each, op in zip(group.operations, operations, strict=True)
    )
    shadowed = frozenset(op.name for op in operations)
    operations = tuple(
        replace(
            op,
            signature=tuple(unshadowed(part, shadowed) for part in op.signature),
            returns=unshadowed(op.returns, shadowed),
            earlier=without_shadows(op.earlier, shadowed),
        )
        for op in operations
    )
    runtime = used_names(o for op in operations for o in op.arguments)
    signatures = [part for op in operations for part in (*op.signature, op.returns)]
    values = [
        part
        for op in operations
        for part in (
            *op.arguments,
            op.returns_value,
            *(t for _, t in op.responses),
            *(op.stream.arguments if op.stream else ()),
        )
    ]
    return contexts.ApiModule(
        header=header,
        doc=f"The operations of {line(group.tag)}.",
        imports=_imports(
            used_names(values),
            used_names(signatures),
            runtime,
            style,
            {op.iteration.kind for op in operations if op.iteration},
            [
                *earlier_imports(".._runtime", [op.earlier for op in operations]),
                *deprecated_imports(op.renamed for op in operations),
            ],
            waits=any(op.waiters for op in operations),
            streams=bool(streams),
        ),
        typing_imports=_typing_imports(used_names(values), used_names(signatures), style),
        class_name=group.class_name,
        class_doc=group.description or f"The operations of {line(group.tag)}.",
        async_class_name=f"Async{group.class_name}",
        async_class_doc=f"The operations of {line(group.tag)}, awaitable: for an `AsyncApiClient`.",
        operations=operations,
        awaitables=tuple(
            name
            for op in operations
            for name in (op.name, *(i.name for i in op.info), *(w.name for w in op.waiters))
        ),
        awaitable_pagers=tuple(op.iteration.name for op in operations if op.iteration),
        awaitable_streams=tuple(op.stream.name for op in operations if op.stream),
    )


def iteration_names(
    group: Group, names: Names, style: Style, paged: Mapping[str, Paged]
) -> dict[str, str]:
    """What the methods are called that give all items of a list: `list_tasks` has `iter_tasks` beside it."""
    own = {names.operations[each.id]: each.id for each in group.operations}
    taken = {f"{name}{suffix}" for name in own for suffix in ("", *(s for s, _ in style.info))}
    wanted = {name: f"iter_{name.removeprefix('list_')}" for name, id in own.items() if id in paged}
    found: dict[str, str] = {}
    for name, short in wanted.items():
        is_free = short not in taken and list(wanted.values()).count(short) == 1
        full = f"iter_{name}" if f"iter_{name}" not in taken else f"iter_{name}_items"
        found[own[name]] = short if is_free else full
    return found


def stream_names(group: Group, names: Names, api: Api) -> dict[str, str]:
    """What the methods are called that give items as they come: `chat_stream` beside `chat`."""
    own = {each.id: names.operations[each.id] for each in group.operations}
    taken = frozenset(own.values())
    return {
        each.id: free(f"{own[each.id]}_stream", taken)
        for each in group.operations
        if streaming(api, each.responses) is not None
    }


def _stream(each: Operation, of: str, name: str, writer: TypeWriter) -> contexts.Stream:
    found = streaming(writer.api, each.responses)
    assert found is not None
    item = "ServerSentEvent" if found.item is None else writer.decoded(found.item)
    arguments = [item, literal(found.media_type)]
    if found.item is not None and found.events not in ("", "data"):
        arguments.append(f"events={literal(found.events)}")
    media = None if each.body is None else chosen_media(each.body)
    asking = switch(each, () if media is None else properties_of(writer.api, media))
    if asking is not None and asking.says(streams=True):
        kind = "parameter" if isinstance(asking.source, Parameter) else "field"
        arguments.append(f"{kind}={literal(asking.source.name)}")
    return contexts.Stream(name, of, tuple(arguments))


def _waiters(
    each: Operation,
    made: contexts.Operation,
    owner: str,
    names: Names,
    style: Style,
    taken: set[str],
) -> Iterable[contexts.Waiter]:
    """The methods that repeat an operation."""
    argument, body_name = argument_names(each, names, style)
    passed = [argument[i] for i in range(len(each.parameters))] + ([body_name] if each.body else [])
    wishes = [for_name(wait, made.name) for wait in each.waits if made.iteration is None]
    for wait, name in zip(each.waits, names_of(wishes, made.name, taken), strict=False):
        arguments = [f"{name}={name}" for name in passed]
        yield waiter(wait, name, owner, made.name, made.signature, arguments, made.returns)


def _iteration(of: str, name: str, paged: Paged) -> contexts.Iteration:
    return contexts.Iteration(name, of, paged.kind, paged.expression, paged.items)


def _imports(
    values: set[str],
    signatures: set[str],
    runtime: set[str],
    style: Style,
    paging: set[str],
    earlier: Sequence[contexts.Import],
    *,
    waits: bool,
    streams: bool,
) -> tuple[tuple[contexts.Import, ...], ...]:
    pagers = ("awaitable_pager", "iterate")
    streaming = ("awaitable_stream", "streamed")
    xml = values & {"Xml", "XmlAnswer", "XmlNode"}
    call = runtime_names(runtime)
    return grouped(
        [
            contexts.Import("typing", ("TYPE_CHECKING",)),
            *standard_imports(values),
            *([contexts.Import("..", ("models",))] if "models" in values | signatures else []),
            *([contexts.Import(".._runtime.call", tuple(call))] if call else []),
            *([contexts.Import(".._runtime.limits", ("Limits",))] if "Limits" in runtime else []),
            *(
                [contexts.Import(".._runtime.models", ("Variants",))]
                if "Variants" in values | runtime
                else []
            ),
            *earlier,
            contexts.Import(
                ".._runtime.operations", ("awaitable", *(wrapper for _, wrapper in style.info))
            ),
            *([contexts.Import(".._runtime.documented_paging", pagers)] if paging else []),
            *([contexts.Import(".._runtime.documented_streaming", streaming)] if streams else []),
            *(
                [contexts.Import(".._runtime.events", ("ServerSentEvent",))]
                if "ServerSentEvent" in values
                else []
            ),
            *([contexts.Import(".._runtime.xml", tuple(xml))] if xml else []),
            *([contexts.Import(".._runtime.paging", tuple(paging))] if paging else []),
            *([contexts.Import(".._runtime.waiting", ("Until", "waiting"))] if waits else []),
            contexts.Import("..api_client", ("ApiClient", "AsyncApiClient")),
        ]
    )


def _typing_imports(
    values: set[str], signatures: set[str], style: Style
) -> tuple[tuple[contexts.Import, ...], ...]:
    """What only type checkers need."""
    return grouped(
        [
            contexts.Import("typing", ("Unpack",)),
            *standard_imports(signatures - values),
            contexts.Import(".._runtime.options", (style.options,)),
        ]
    )


def operation(
    each: Operation, names: Names, writer: TypeWriter, style: Style, aliases: Aliases
) -> contexts.Operation:
    """One operation as a method."""
    argument, body_name = argument_names(each, names, style)
    name = names.operations[each.id]
    required, optional = _signature(each, argument, body_name, writer)
    earlier = _earlier(each, argument, body_name, aliases)
    keyword_only = ["*"] if optional and style.optionals is Optionals.KEYWORD else []
    options = f"**options: Unpack[{style.options}]"
    slots = [
        [slot(part, earlier.get(part.partition(":")[0], ())) for part in parts]
        for parts in (required, optional)
    ]
    calls = earlier_calls(
        [*slots[0], *([] if keyword_only else slots[1])], slots[1] if keyword_only else []
    )
    arguments = [parameter_argument(p, argument[i], writer) for i, p in enumerate(each.parameters)]
    if each.body is not None:
        media, demand = chosen_media(each.body), each.body.required
        arguments.append(body_argument(media, body_name, writer, required=demand, nullable=demand))
    returns = returned(each.responses)
    return contexts.Operation(
        name=name,
        signature=(*required, *keyword_only, *optional, options),
        returns=writer.value(returns),
        doc=_doc(each, argument, body_name, earlier),
        method=each.method,
        path=each.path,
        arguments=tuple(arguments),
        returns_value=writer.decoded(returns),
        responses=tuple(response_sources(each.responses, returns, writer)),
        security=_security(usable_security(each, writer.api)),
        accept=accept(each.responses),
        server=_server(each),
        renamed=(name, each.renamed_to) if each.renamed_to else None,
        earlier=with_options(calls, options),
        info=tuple(
            contexts.InfoMethod(f"{name}{suffix}", wrapper, name) for suffix, wrapper in style.info
        ),
    )


def _earlier(
    each: Operation, argument: Mapping[int, str], body_name: str, aliases: Aliases
) -> dict[str, list[str]]:
    """The earlier names of arguments, by those of today."""
    found: dict[str, list[str]] = {}
    taken = {*argument.values(), body_name}
    for index, parameter in enumerate(each.parameters):
        for wire_name in aliases.of_argument(each, parameter):
            name = free(snake(wire_name), PARAMETER_NAMES)
            if name not in taken:
                taken.add(name)
                found.setdefault(argument[index], []).append(name)
    schema = named_body(each)
    if each.body is None or each.body.pinned_name or schema is None:
        return found
    for class_name in aliases.of_class(schema):
        name = free(snake(class_name), PARAMETER_NAMES)
        if name not in taken:
            taken.add(name)
            found.setdefault(body_name, []).append(name)
    return found


def _signature(
    each: Operation, argument: dict[int, str], body_name: str, writer: TypeWriter
) -> tuple[list[str], list[str]]:
    required: list[str] = []
    optional: list[str] = []
    for index, parameter in enumerate(each.parameters):
        annotation = writer.argument(parameter.type)
        if parameter.required:
            required.append(f"{argument[index]}: {annotation}")
        else:
            optional.append(f"{argument[index]}: {_optional(annotation)} = None")
    if each.body is not None:
        annotation = body_annotation(each.body, writer)
        if each.body.required:
            required.append(f"{body_name}: {annotation}")
        else:
            optional.append(f"{body_name}: {_optional(annotation)} = None")
    return required, optional


def _optional(annotation: str) -> str:
    return (
        annotation
        if annotation.split(" | ")[-1] == "None" or annotation == "Any"
        else f"{annotation} | None"
    )


def body_annotation(body: Body, writer: TypeWriter) -> str:
    """What a caller may pass as the body."""
    media = chosen_media(body)
    if media is None:
        return "Any"
    kind = body_class(media)
    if kind == "Content":
        return "bytes | str"
    annotation = "Any" if media.type is None else writer.argument(media.type)
    return f"{annotation} | str | bytes" if kind == "Xml" else annotation


def _server(each: Operation) -> str | None:
    if not each.servers:
        return None
    url = each.servers[0].url
    for variable in each.servers[0].variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


def usable_security(each: Operation, api: Api) -> list[tuple[str, ...]]:
    """The security alternatives of an operation, without what is not in a request: certificates of the connection."""
    known = {s.name for s in api.security_schemes if s.kind != "mutualTLS"}
    return [tuple(name for name in names if name in known) for names in each.security]


def _security(security: Sequence[Sequence[str]]) -> str:
    if not security:
        return "()"
    return (
        "("
        + "".join(
            "(" + "".join(f"{literal(s)}, " for s in names).rstrip() + "), " for names in security
        ).rstrip()
        + ")"
    )


def _doc(
    each: Operation,
    argument: dict[int, str],
    body_name: str,
    earlier: Mapping[str, Sequence[str]],
) -> str:
    title = line(each.summary) or f"{each.method} {line(each.path)}"
    sections = [title if title.endswith((".", "!", "?")) else f"{title}."]
    if each.description and line(each.description) != line(each.summary):
        sections.append(each.description.strip())
    described = [
        (p.required, argument[i], parameter_text(p)) for i, p in enumerate(each.parameters)
    ]
    if each.body is not None:
        described.append((each.body.required, body_name, line(each.body.description)))
    in_order = [d for d in described if d[0]] + [d for d in described if not d[0]]
    facts = [f":param {name}: {text}".rstrip() for _, name, text in in_order]
    facts += [
        f":param {name}: Deprecated: the earlier name of `{now}`."
        for now, old in earlier.items()
        for name in old
    ]
    for response in each.responses:
        if response.status.startswith("2"):
            facts.append(f":return: {response.status}, {line(response.description)}")
        else:
            facts.append(f":raises ApiException: {response.status}, {line(response.description)}")
    if each.deprecated and not each.renamed_to:
        facts.append(":deprecated: The document marks this operation as deprecated.")
    return "\n\n".join([*sections, "\n".join(facts)] if facts else sections)


def parameter_text(parameter: Parameter) -> str:
    """A parameter's description with its bounds and default, on one line."""
    notes = bounds_text(parameter.limits)
    if parameter.default is not UNSET:
        notes.append(f"default {literal(parameter.default)}")
    text = line(parameter.description)
    return f"{text} ({', '.join(notes)})".strip() if notes else text
