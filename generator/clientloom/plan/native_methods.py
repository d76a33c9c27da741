"""Operations as methods: their arguments, their signatures, the calls behind them, their docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    Api,
    Body,
    ListOf,
    MediaType,
    ObjectShape,
    Operation,
    Parameter,
    Property,
    Reference,
    Response,
    Scalar,
    Server,
    Type,
    Union,
)
from clientloom.escape import is_mapping, line, literal
from clientloom.naming import distinct, free, snake
from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.media import (
    asked_for,
    body_class,
    response_type,
    response_types,
    returned,
    sent_name,
    without_null,
)
from clientloom.plan.media import chosen_media as preferred_media
from clientloom.plan.models import property_text
from clientloom.plan.native_names import Resource
from clientloom.plan.operations import bounds_text, limits_source
from clientloom.plan.scope import Scope
from clientloom.plan.types import (
    TypeWriter,
    grouped,
    standard_imports,
    unshadowed,
    used_names,
)
from clientloom.plan.waiting import names_of, until_name, waiter

# What a method's signature and body need for themselves.
_ARGUMENTS = frozenset(
    """
    base_url bool builtins bytes cls dict dt extra_headers extra_query float int list models object
    omit options retries self str timeout
    """.split()
)

# More keywords than this help nobody: such a body is passed as a whole.
_MOST_FIELDS = 60

_CLASSES = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    *_ERRORS.values(),
    "InternalServerError",
)
_CALL = frozenset("Content Cookie Header Path Query".split())
_CORE = frozenset("Form Json Multipart".split())


class Writer(TypeWriter):
    """Writes types of arguments so that a TypedDict, or any mapping, can stand for an object."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope.api, scope.names.classes)

    def _plain(self, name: str) -> str:
        plain = super()._plain(name)
        return "Mapping[str, Any]" if plain == "dict[str, Any]" else plain


def part_annotation(of: Type, writer: TypeWriter) -> str:
    """The type of what a caller may pass for a field of a form: files come in many forms."""
    match of:
        case Scalar("string", "binary"):
            return "FileTypes"
        case ListOf(items):
            wide = part_annotation(items, writer)
            plain = writer.argument(items)
            return writer.argument(of) if wide == plain else f"Sequence[{wide}]"
        case Union(variants):
            parts = [p for v in variants for p in part_annotation(v, writer).split(" | ")]
            return " | ".join(dict.fromkeys(parts))
        case _:
            return writer.argument(of)


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method.

    :param annotation: the type without `Omit`
    :param source: what the document says of it: a parameter, a property of the body, or the body
    """

    name: str
    wire_name: str
    annotation: str
    required: bool
    source: Parameter | Property | Body

    @property
    def signature(self) -> str:
        """As in the list of parameters."""
        if self.required:
            return f"{self.name}: {self.annotation}"
        kind = self.annotation if self.annotation == "Any" else f"{self.annotation} | Omit"
        return f"{self.name}: {kind} = omit"


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a method of a resource: its arguments, and what they become."""

    operation: Operation
    name: str
    parameters: tuple[Argument, ...]
    body: Argument | None
    fields: tuple[Argument, ...]

    @property
    def positional(self) -> list[Argument]:
        """The required arguments: parameters in the path first, in its order, the body last."""
        path = self.operation.path
        found = [a for a in self.parameters if a.required]
        if self.body is not None and self.body.required:
            found.append(self.body)

        def place(argument: Argument) -> int:
            source = argument.source
            in_path = isinstance(source, Parameter) and source.location_in == "path"
            return path.find(f"{{{argument.wire_name}}}") if in_path else len(path)

        return sorted(found, key=place)

    @property
    def keywords(self) -> list[Argument]:
        """The arguments that can be left out."""
        body = [] if self.body is None or self.body.required else [self.body]
        return [*self.fields, *(a for a in self.parameters if not a.required), *body]


def resource_operations(scope: Scope, resource: Resource) -> tuple[contexts.Operation, ...]:
    """The methods of a resource as templates print them, and those that repeat them."""
    taken = set(resource.methods.values())
    found: list[contexts.Operation] = []
    for method in resource_methods(scope, resource):
        made = _operation(scope, resource, method)
        if method.operation.waits and made.paging is None:
            made = replace(made, waiters=tuple(_waiters(resource, method, made, taken)))
        found.append(made)
    return tuple(found)


def _waiters(
    resource: Resource, method: Method, made: contexts.Operation, taken: set[str]
) -> Iterator[shared.Waiter]:
    waits = method.operation.waits
    arguments = [
        *(a.name for a in method.positional),
        *(f"{a.name}={a.name}" for a in method.keywords),
    ]
    for wait, name in zip(
        waits, names_of(list(map(until_name, waits)), made.name, taken), strict=True
    ):
        owner = resource.class_name or "Client"
        yield waiter(wait, name, owner, made.name, made.signature, arguments, made.returns)


def resource_methods(scope: Scope, resource: Resource) -> list[Method]:
    """The methods of a resource, in the order of the document."""
    return [_method(scope, resource, each) for each in resource.operations]


def _method(scope: Scope, resource: Resource, operation: Operation) -> Method:
    writer = Writer(scope)
    taken: frozenset[str] = _ARGUMENTS | frozenset(["body"] if operation.body is not None else [])
    texts = {f"{p.location_in}:{p.name}": p for p in operation.parameters}
    order = ["path", "query", "header", "cookie"]

    def name(text: str) -> str:
        pinned = texts[text].pinned_name if text in texts else None
        return free(snake(pinned or text.partition(":")[2] or text), taken)

    named = distinct(
        sorted(texts, key=lambda t: order.index(texts[t].location_in)),
        name,
        {text: parameter.location_in for text, parameter in texts.items()},
    )
    parameters = tuple(
        Argument(named[text], p.name, writer.argument(p.type), p.required, p)
        for text, p in texts.items()
    )
    body: Argument | None = None
    fields: tuple[Argument, ...] = ()
    if operation.body is not None:
        fields = tuple(_fields(scope, operation.body, writer, taken | set(named.values())))
        body = Argument(
            "body",
            "body",
            body_annotation(operation.body, writer),
            operation.body.required and not fields,
            operation.body,
        )
    return Method(operation, resource.methods[operation.id], parameters, body, fields)


def _fields(
    scope: Scope, body: Body, writer: TypeWriter, taken: frozenset[str] | set[str]
) -> Iterator[Argument]:
    """The properties of an object body as keyword arguments. One whose name is taken is passed in `body` only."""
    media = chosen_media(body)
    properties = () if media is None else _properties(scope.api, media)
    if len(properties) > _MOST_FIELDS:
        return
    names: Mapping[str, str] = {}
    if properties and media is not None:
        names = scope.names.fields[_object_name(media)]
    seen: set[str] = set()
    for each in sorted(properties, key=lambda p: not p.required):
        name = free(names[each.name], _ARGUMENTS)
        if name not in taken and name not in seen:
            seen.add(name)
            is_form = media is not None and body_class(media) == "Multipart"
            annotation = (
                part_annotation(each.type, writer) if is_form else writer.argument(each.type)
            )
            yield Argument(name, each.name, annotation, False, each)


def _properties(api: Api, media: MediaType) -> tuple[Property, ...]:
    """What a caller can set of an object; nothing for a body of another kind."""
    name = _object_name(media)
    shape = api.schemas[name].shape if name else None
    if not isinstance(shape, ObjectShape) or body_class(media) == "Content":
        return ()
    return tuple(p for p in shape.properties if not p.read_only)


def _object_name(media: MediaType | None) -> str:
    of = without_null(media.type) if media is not None and media.type is not None else NULL
    return of.name if isinstance(of, Reference) else ""


def chosen_media(body: Body) -> MediaType | None:
    """The media type that is sent: JSON where it is offered, unless it could not hold the files that a form can."""
    forms = [m for m in body.content if body_class(m) == "Multipart"]
    return preferred_media(body) if not forms else _with_files(body, forms[0])


def _with_files(body: Body, form: MediaType) -> MediaType | None:
    media = preferred_media(body)
    return (
        form if media is None or body_class(media) != "Json" or media.type != form.type else media
    )


def body_annotation(body: Body, writer: TypeWriter) -> str:
    """What a caller may pass as the whole body."""
    media = chosen_media(body)
    if media is None:
        return "Any"
    if body_class(media) == "Content":
        return "ContentTypes"
    return "Any" if media.type is None else writer.argument(media.type)


def _operation(scope: Scope, resource: Resource, method: Method) -> contexts.Operation:
    operation = method.operation
    writer = Writer(scope)
    returns = returned(operation.responses)
    keywords = method.keywords
    arguments = [_argument(a, writer) for a in method.parameters]
    if method.body is not None:
        arguments.append(_body_argument(method, writer))
    hidden = frozenset(resource.methods.values())
    signature = [
        *(a.signature for a in method.positional),
        *(["*"] if keywords else []),
        *(a.signature for a in keywords),
        "**options: Unpack[RequestOptions]",
    ]
    where = f"{resource.path}.{method.name}".lstrip(".")
    paged = scope.paged.get(operation.id)
    result = writer.value(returns)
    if paged is not None:
        result = f"Pager[{writer.value(paged.item)}, {result}]"
    return contexts.Operation(
        name=method.name,
        signature=tuple(unshadowed(each, hidden) for each in signature),
        returns=unshadowed(result, hidden),
        doc=_doc(resource, method),
        method=operation.method,
        path=operation.path,
        arguments=tuple(arguments),
        returns_value=writer.value(returns),
        responses=tuple(_responses(operation.responses, returns, writer)),
        security=_security(scope.api, operation.security),
        accept=_accept(operation.responses),
        base_url=_filled(operation.servers[0]) if operation.servers else None,
        deprecated=where if operation.deprecated else None,
        deprecated_arguments=tuple(
            a.name
            for a in (*method.parameters, *method.fields)
            if isinstance(a.source, Parameter | Property) and a.source.deprecated
        ),
        paging=contexts.Paging(paged.kind, paged.expression, paged.items) if paged else None,
    )


def _argument(argument: Argument, writer: TypeWriter) -> str:
    parameter = argument.source
    assert isinstance(parameter, Parameter)
    of = without_null(parameter.type)
    parts = [literal(parameter.name), argument.name, writer.value(of)]
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
    if parameter.required and parameter.location_in != "path" and of == parameter.type:
        parts.append("required=True")
    return f"{_CLASSES[parameter.location_in]}({', '.join(parts)})"


def _body_argument(method: Method, writer: TypeWriter) -> str:
    body = method.operation.body
    media = chosen_media(body) if body is not None else None
    required = ["required=True"] if body is not None and body.required else []
    if media is None:
        return "Json(body, Any)"
    kind = body_class(media)
    if kind == "Content":
        return f"Content({', '.join(['body', literal(media.name), *required])})"
    parts = ["body", "Any" if media.type is None else writer.value(without_null(media.type))]
    if kind == "Json" and sent_name(media) != "application/json":
        parts.append(f"media_type={literal(media.name)}")
    if kind == "Multipart" and media.name != "multipart/form-data":
        parts.append(f"media_type={literal(media.name)}")
    if kind != "Json" and media.encoding:
        parts.append(f"encoding={_encodings(media.encoding)}")
    parts += required
    if method.fields:
        fields = "".join(f"{literal(a.wire_name)}: {a.name}, " for a in method.fields)
        parts.append(f"fields={{{fields}}},")  # the comma keeps one item per line
    return f"{kind}({', '.join(parts)})"


def _encodings(encoding: Mapping[str, Any]) -> str:
    entries = (f"{literal(name)}: {_encoding(each)}" for name, each in encoding.items())
    return f"{{{', '.join(entries)}}}"


def _encoding(node: Any) -> str:
    known: Mapping[str, Any] = node if is_mapping(node) else {}
    names = {
        "contentType": "content_type",
        "style": "style",
        "explode": "explode",
        "allowReserved": "allow_reserved",
    }
    given = (f"{ours}={literal(known[k])}" for k, ours in names.items() if known.get(k) is not None)
    return f"Encoding({', '.join(given)})"


def _filled(server: Server) -> str:
    """An address with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


# --- Answers


def _responses(
    responses: Sequence[Response], returns: Type, writer: TypeWriter
) -> Iterable[tuple[str, str]]:
    """Types by status, without those that `returns` and `default` say already."""
    default = next((response_type(r) for r in responses if r.status == "default"), None)
    for response in responses:
        types = response_types(response)
        if len(set(types.values())) > 1:
            by_media = (f"{literal(name)}: {writer.value(of)}, " for name, of in types.items())
            yield response.status, f"{{{''.join(by_media)}}}"
            continue
        of = response_type(response)
        is_success, is_default = response.status.startswith("2"), response.status == "default"
        covered = returns if is_success else None if is_default else default
        says_nothing = of == NULL and not is_success and not is_default and default is None
        if of != covered and not says_nothing:
            yield response.status, writer.value(of)


def _accept(responses: Sequence[Response]) -> str | None:
    media = asked_for(responses)
    return None if media in (["application/json"], []) else ", ".join(media)


def _security(api: Api, security: Sequence[Sequence[str]]) -> str:
    """The alternatives that are declared. A client certificate is no part of a request."""
    kinds = {s.name: s.kind for s in api.security_schemes}
    ways = [
        "".join(f"{literal(name)}, " for name in names if kinds[name] != "mutualTLS")
        for names in security
        if all(name in kinds for name in names)
    ]
    return f"({''.join(f'({way.rstrip()}), ' for way in ways).rstrip()})" if ways else ""


# --- Docstrings


def _doc(resource: Resource, method: Method) -> str:
    operation = method.operation
    title = line(operation.summary) or f"{operation.method} {line(operation.path)}"
    sections = [title if title.endswith((".", "!", "?")) else f"{title}."]
    if operation.description and line(operation.description) != line(operation.summary):
        sections.append(operation.description.strip())
    if operation.deprecated:
        sections.append("Deprecated: the document marks this operation so.")
    facts = [
        f":param {a.name}: {argument_text(a)}".rstrip()
        for a in (*method.positional, *method.keywords)
    ]
    for response in operation.responses:
        text = f"{response.status}, {line(response.description)}".rstrip(", ")
        if response.status.startswith("2"):
            facts.append(f":return: {text}")
        else:
            facts.append(f":raises {error_class(response.status)}: {text}")
    sections += ["\n".join(facts)] if facts else []
    return "\n\n".join([*sections, f"More in `docs/{page(resource)}#{method.name}`."])


def page(resource: Resource) -> str:
    """The file of a resource's page, below `docs`."""
    return f"resources/{resource.module}.md" if resource.path else "client.md"


def error_class(status: str) -> str:
    """What is raised for a status."""
    if status.startswith("5"):
        return "InternalServerError"
    return _ERRORS.get(status, "APIStatusError")


def argument_text(argument: Argument) -> str:
    """What the document says of an argument, on one line: description, bounds, default."""
    source = argument.source
    if isinstance(source, Body):
        whole = line(source.description)
        return whole or "The body."
    if isinstance(source, Property):
        return line(property_text(source))
    notes = bounds_text(source.limits)
    if source.default is not UNSET:
        notes.append(f"default {literal(source.default)}")
    if source.deprecated:
        notes.append("deprecated")
    text = line(source.description)
    return f"{text} ({', '.join(notes)})".strip() if notes else text


# --- Imports


def import_groups(
    operations: Sequence[contexts.Operation],
    always: Iterable[shared.Import],
    typing_always: Iterable[shared.Import],
    up: str,
    annotations: Sequence[str] = (),
) -> tuple[tuple[tuple[shared.Import, ...], ...], tuple[tuple[shared.Import, ...], ...]]:
    """Import lines of a module with operations: at run time, and for type checkers.

    :param up: leads to the package: "." or ".."
    """
    values = used_names(
        part
        for op in operations
        for part in (*op.arguments, op.returns_value, *(t for _, t in op.responses))
    )
    signed = used_names(
        [*(p for op in operations for p in (*op.signature, op.returns)), *annotations]
    )
    typed = signed - values
    waits = any(op.waiters for op in operations)
    core = (values & _CORE) | (signed & {"Omit", "omit"})
    imports = grouped(
        [
            shared.Import("typing", ("TYPE_CHECKING",)),
            *standard_imports(values),
            *([shared.Import(up, ("models",))] if "models" in values else []),
            *_one(f"{up}_runtime.bodies", values & {"Encoding"}),
            *_one(f"{up}_runtime.call", values & _CALL),
            *_one(f"{up}_runtime.limits", values & {"Limits"}),
            *_one(f"{up}_runtime.arguments", core),
            *_one(f"{up}_runtime.waiting", {"Until", "waiting"} if waits else set()),
            *_one(f"{up}_runtime.paging", {op.paging.kind for op in operations if op.paging}),
            *always,
        ]
    )
    typing_imports = grouped(
        [
            *standard_imports(typed),
            *_one("typing", {"Unpack"} if operations else set()),
            *_one(f"{up}_runtime.arguments", typed & {"ContentTypes", "FileTypes"}),
            *_one(f"{up}_runtime.native", {"RequestOptions"} if operations else set()),
            *_one(f"{up}_runtime.paging", typed & {"Pager"}),
            *([shared.Import(up, ("models",))] if "models" in typed else []),
            *typing_always,
        ]
    )
    return imports, typing_imports


def _one(module: str, names: Iterable[str]) -> list[shared.Import]:
    found = tuple(names)
    return [shared.Import(module, found)] if found else []
