"""API modules: a class per tag, a method per operation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields as dataclass_fields

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    Body,
    Limits,
    MediaType,
    Operation,
    Parameter,
    Response,
    Scalar,
    Type,
    Union,
)
from clientloom.escape import line, literal
from clientloom.plan import contexts
from clientloom.plan.names import Group, Names, argument_names
from clientloom.plan.types import TypeWriter, grouped, standard_imports, used_names
from clientloom.styles.base import Optionals, Style

_CLASSES = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


def api_module(
    group: Group, names: Names, writer: TypeWriter, style: Style, header: contexts.Header
) -> contexts.ApiModule:
    """The module of one tag."""
    operations = tuple(operation(each, names, writer, style) for each in group.operations)
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
    call = runtime & {"Content", "Cookie", "Form", "Header", "Json", "Multipart", "Path", "Query"}
    return grouped(
        [
            contexts.Import("typing", ("TYPE_CHECKING",)),
            *standard_imports(values),
            *([contexts.Import("..", ("models",))] if "models" in values | signatures else []),
            *([contexts.Import(".._runtime.call", tuple(call))] if call else []),
            *([contexts.Import(".._runtime.limits", ("Limits",))] if "Limits" in runtime else []),
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
    each: Operation, names: Names, writer: TypeWriter, style: Style
) -> contexts.Operation:
    """One operation as a method."""
    argument, body_name = argument_names(each, names, style)
    name = names.operations[each.id]
    required, optional = _signature(each, argument, body_name, writer)
    keyword_only = ["*"] if optional and style.optionals is Optionals.KEYWORD else []
    arguments = [_argument(p, argument[i], writer) for i, p in enumerate(each.parameters)]
    if each.body is not None:
        arguments.append(_body_argument(each.body, body_name, writer))
    returns = returned(each.responses)
    return contexts.Operation(
        name=name,
        signature=(*required, *keyword_only, *optional, f"**options: Unpack[{style.options}]"),
        returns=writer.value(returns),
        doc=_doc(each, argument, body_name),
        method=each.method,
        path=each.path,
        arguments=tuple(arguments),
        returns_value=writer.value(returns),
        responses=tuple(_responses(each.responses, returns, writer)),
        security=_security(each.security),
        accept=_accept(each.responses),
        info=tuple(
            contexts.InfoMethod(f"{name}{suffix}", wrapper, name) for suffix, wrapper in style.info
        ),
    )


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


def _argument(parameter: Parameter, name: str, writer: TypeWriter) -> str:
    parts = [literal(parameter.name), name, writer.value(without_null(parameter.type))]
    if parameter.limits != NO_LIMITS:
        parts.append(limits_source(parameter.limits))
    if parameter.media_type is not None:
        parts.append(f"media_type={literal(parameter.media_type)}")
    else:
        if parameter.style != _STYLES[parameter.location_in]:
            parts.append(f"style={literal(parameter.style)}")
        if parameter.explode != (parameter.location_in in ("query", "cookie")):
            parts.append(f"explode={parameter.explode}")
        if parameter.allow_reserved:
            parts.append("allow_reserved=True")
        if parameter.allow_empty_value:
            parts.append("allow_empty_value=True")
    return f"{_CLASSES[parameter.location_in]}({', '.join(parts)})"


def limits_source(limits: Limits) -> str:
    """`Limits(ge=0, le=100)`."""
    given = ((f.name, getattr(limits, f.name)) for f in dataclass_fields(limits))
    return f"Limits({', '.join(f'{name}={literal(value)}' for name, value in given if value is not None)})"


def chosen_media(body: Body) -> MediaType | None:
    """The media type that is sent: `application/json` where it is offered, else another JSON, else the first."""
    by_preference = sorted(
        body.content,
        key=lambda m: (m.name.partition(";")[0] != "application/json", not _is_json(m.name)),
    )
    return by_preference[0] if by_preference else None


def _is_json(media_type: str) -> bool:
    name = media_type.partition(";")[0].strip().lower()
    return name.endswith("+json") and "*" not in name and "patch" not in name


def body_annotation(body: Body, writer: TypeWriter) -> str:
    """What a caller may pass as the body."""
    media = chosen_media(body)
    if media is None:
        return "Any"
    kind = _body_class(media.name)
    if kind == "Content":
        return "bytes | str"
    return "Any" if media.type is None else writer.argument(media.type)


def _body_class(media_type: str) -> str:
    name = media_type.partition(";")[0].strip().lower()
    if name == "application/x-www-form-urlencoded":
        return "Form"
    if name.startswith("multipart/"):
        return "Multipart"
    return "Json" if name == "application/json" or name.endswith(("+json", "/json")) else "Content"


def _body_argument(body: Body, name: str, writer: TypeWriter) -> str:
    media = chosen_media(body)
    if media is None:
        return f"Json({name}, Any)"
    kind = _body_class(media.name)
    if kind == "Content":
        return f"Content({name}, {literal(media.name)})"
    parts = [name, "Any" if media.type is None else writer.value(media.type)]
    if kind == "Json" and media.name != "application/json":
        parts.append(f"media_type={literal(media.name)}")
    if kind != "Json" and media.encoding:
        parts.append(f"encoding={literal(media.encoding)}")
    if body.required:
        parts.append("required=True")
    return f"{kind}({', '.join(parts)})"


def response_type(response: Response) -> Type | None:
    """The type of an answer's body: of its JSON where it has one; None without a body."""
    if not response.content:
        return None
    media = next(
        (m for m in response.content if _body_class(m.name) == "Json"), response.content[0]
    )
    if _body_class(media.name) == "Json":
        return media.type
    is_text = media.name.startswith("text/") or media.name.endswith(("xml", "yaml"))
    return Scalar("string") if is_text else Scalar("string", "binary")


def returned(responses: Sequence[Response]) -> Type:
    """The type of a successful answer: of all answers with a 2xx status, else of `default`."""
    successes = [r for r in responses if r.status.startswith("2")]
    if not successes:
        successes = [r for r in responses if r.status == "default"]
    types = list(dict.fromkeys(response_type(r) or NULL for r in successes))
    if not types:
        return NULL
    return (
        types[0]
        if len(types) == 1
        else Union(tuple([t for t in types if t != NULL] + [t for t in types if t == NULL]))
    )


def _responses(
    responses: Sequence[Response], returns: Type, writer: TypeWriter
) -> Iterable[tuple[str, str]]:
    """Types by status, without those that `returns` and `default` say already."""
    types = {r.status: response_type(r) or NULL for r in responses}
    default = types.get("default")
    for status, of in types.items():
        covered = returns if status.startswith("2") else default if status != "default" else None
        if of != covered and not (
            of == NULL and status != "default" and not status.startswith("2") and default is None
        ):
            yield status, writer.value(of)


def _accept(responses: Sequence[Response]) -> str | None:
    media = accepted(responses)
    return None if media in (["application/json"], []) else ", ".join(media)


def accepted(responses: Sequence[Response]) -> list[str]:
    """The media types of all answers, in the order of the document."""
    return list(dict.fromkeys(m.name for r in responses for m in r.content))


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


def without_null(of: Type) -> Type:
    """A type without null."""
    if not isinstance(of, Union):
        return of
    rest = tuple(v for v in of.variants if v != NULL)
    return rest[0] if len(rest) == 1 else Union(rest)


def _doc(each: Operation, argument: dict[int, str], body_name: str) -> str:
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
    for response in each.responses:
        if response.status.startswith("2"):
            facts.append(f":return: {response.status}, {line(response.description)}")
        else:
            facts.append(f":raises ApiException: {response.status}, {line(response.description)}")
    if each.deprecated:
        facts.append(":deprecated: The document marks this operation as deprecated.")
    return "\n\n".join([*sections, "\n".join(facts)] if facts else sections)


def parameter_text(parameter: Parameter) -> str:
    """A parameter's description with its bounds and default, on one line."""
    notes = bounds_text(parameter.limits)
    if parameter.default is not UNSET:
        notes.append(f"default {literal(parameter.default)}")
    text = line(parameter.description)
    return f"{text} ({', '.join(notes)})".strip() if notes else text


def bounds_text(limits: Limits) -> list[str]:
    """Bounds in words, such as "at least 0" and "at most 100"."""
    words = {
        "ge": "at least {}",
        "gt": "more than {}",
        "le": "at most {}",
        "lt": "less than {}",
        "multiple_of": "a multiple of {}",
        "min_length": "at least {} characters",
        "max_length": "at most {} characters",
        "pattern": "matching {}",
        "min_items": "at least {} items",
        "max_items": "at most {} items",
        "unique_items": "each item once",
    }
    given = ((words[f.name], getattr(limits, f.name)) for f in dataclass_fields(limits))
    return [text.format(line(str(value))) for text, value in given if value is not None]
