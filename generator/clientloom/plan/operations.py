"""API modules: a class per tag, a method per operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from clientloom.plan.media import body_class, chosen_media, returned
from clientloom.plan.names import Group, Names, argument_names
from clientloom.plan.types import TypeWriter, grouped, standard_imports, unshadowed, used_names
from clientloom.styles.base import Optionals, Style


def api_module(
    group: Group,
    names: Names,
    writer: TypeWriter,
    style: Style,
    header: contexts.Header,
    aliases: Aliases,
) -> contexts.ApiModule:
    """The module of one tag."""
    operations = tuple(operation(each, names, writer, style, aliases) for each in group.operations)
    shadowed = frozenset(op.name for op in operations)
    operations = tuple(
        replace(
            op,
            signature=tuple(unshadowed(part, shadowed) for part in op.signature),
            returns=unshadowed(op.returns, shadowed),
        )
        for op in operations
    )
    runtime = used_names(o for op in operations for o in op.arguments)
    signatures = [part for op in operations for part in (*op.signature, op.returns)]
    values = [
        part
        for op in operations
        for part in (*op.arguments, op.returns_value, *(t for _, t in op.responses))
    ]
    return contexts.ApiModule(
        header=header,
        doc=f"The operations of {line(group.tag)}.",
        imports=_imports(used_names(values), used_names(signatures), runtime, style),
        typing_imports=_typing_imports(used_names(values), used_names(signatures), style),
        class_name=group.class_name,
        class_doc=group.description or f"The operations of {line(group.tag)}.",
        async_class_name=f"Async{group.class_name}",
        async_class_doc=f"The operations of {line(group.tag)}, awaitable: for an `AsyncApiClient`.",
        operations=operations,
        awaitables=tuple(
            name for op in operations for name in (op.name, *(i.name for i in op.info))
        ),
    )


def _imports(
    values: set[str], signatures: set[str], runtime: set[str], style: Style
) -> tuple[tuple[contexts.Import, ...], ...]:
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
            *(
                [contexts.Import(".._runtime.deprecation", ("renamed_argument",))]
                if "renamed_argument" in runtime
                else []
            ),
            contexts.Import(
                ".._runtime.operations", ("awaitable", *(wrapper for _, wrapper in style.info))
            ),
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
    earlier = _earlier(each, {*argument.values(), body_name}, aliases)
    for index, old in earlier.items():
        kind = _optional(writer.argument(each.parameters[index].type))
        optional += [f"{name}: {kind} = None" for name in old]
    keyword_only = ["*"] if optional and style.optionals is Optionals.KEYWORD else []
    arguments = [
        parameter_argument(p, _value(argument[i], earlier.get(i, ())), writer)
        for i, p in enumerate(each.parameters)
    ]
    if each.body is not None:
        media, demand = chosen_media(each.body), each.body.required
        arguments.append(body_argument(media, body_name, writer, required=demand))
    returns = returned(each.responses)
    return contexts.Operation(
        name=name,
        signature=(*required, *keyword_only, *optional, f"**options: Unpack[{style.options}]"),
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
        info=tuple(
            contexts.InfoMethod(f"{name}{suffix}", wrapper, name) for suffix, wrapper in style.info
        ),
    )


def _earlier(each: Operation, taken: set[str], aliases: Aliases) -> dict[int, list[str]]:
    """The earlier names of arguments that callers could pass by keyword, by the position of the parameter."""
    found: dict[int, list[str]] = {}
    for index, parameter in enumerate(each.parameters):
        for wire_name in () if parameter.required else aliases.of_argument(each, parameter):
            name = free(snake(wire_name), PARAMETER_NAMES)
            if name not in taken:
                taken.add(name)
                found.setdefault(index, []).append(name)
    return found


def _value(name: str, earlier: Sequence[str]) -> str:
    """The expression for what a caller passed, by whichever name."""
    value = name
    for old in earlier:
        value = f"renamed_argument({value}, {old}, ({literal(old)}, {literal(name)}))"
    return value


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
    return "Any" if media.type is None else writer.argument(media.type)


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
    earlier: Mapping[int, Sequence[str]],
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
        f":param {name}: Deprecated: the earlier name of `{argument[index]}`."
        for index, old in earlier.items()
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
