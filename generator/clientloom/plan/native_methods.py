"""Operations as methods: their arguments, their signatures, the calls behind them, their docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clientloom.api import (
    NULL,
    Api,
    Body,
    MediaType,
    Operation,
    Parameter,
    Property,
    Response,
    Server,
)
from clientloom.escape import line, literal
from clientloom.naming import distinct, free, snake
from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.aliases import Part
from clientloom.plan.answers import accept, response_sources
from clientloom.plan.arguments import (
    body_argument,
    parameter_argument,
)
from clientloom.plan.earlier_calls import earlier_calls, slot, with_options, without_shadows
from clientloom.plan.media import (
    OBJECT_BODIES,
    body_class,
    object_name,
    properties_of,
    returned,
    sent_name,
)
from clientloom.plan.native_arguments import (
    Argument,
    Writer,
    argument_text,
    body_annotation,
    chosen_media,
    in_json,
    part_annotation,
    sent_media,
    unchecked_file,
)
from clientloom.plan.native_names import Resource
from clientloom.plan.pagination import Paged
from clientloom.plan.scope import Scope
from clientloom.plan.streams import Streaming, Switch, streaming, switch
from clientloom.plan.types import (
    TypeWriter,
    unshadowed,
)
from clientloom.plan.waiting import names_of, until_name, waiter

# What a method's signature and body need for themselves.
_ARGUMENTS = frozenset(
    """
    base_url bool builtins bytes cls dict dt extra_headers extra_query float int list models object
    omit options reconnect retries self str timeout
    """.split()
)

# More keywords than this help nobody: such a body is passed as a whole.
_MOST_FIELDS = 60

_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "412": "PreconditionFailedError",
    "413": "ContentTooLargeError",
    "415": "UnsupportedMediaTypeError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "502": "BadGatewayError",
    "503": "ServiceUnavailableError",
    "504": "GatewayTimeoutError",
}
ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    *_ERRORS.values(),
    "InternalServerError",
    "TokenError",
)


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a method of a resource: its arguments, and what they become.

    :param streaming: the stream that it returns, if it does
    :param switch: what the method itself says of streams to the API
    :param paged: the list in pages that it returns, if it does
    """

    operation: Operation
    name: str
    parameters: tuple[Argument, ...]
    body: Argument | None
    fields: tuple[Argument, ...]
    content_types: tuple[str, ...]
    streaming: Streaming | None = None
    switch: Switch | None = None
    paged: Paged | None = None

    @property
    def choice(self) -> str | None:
        """The argument that says how the body is sent, as in the list of parameters."""
        if not self.content_types:
            return None
        return f"content_type: Literal[{', '.join(map(literal, self.content_types))}] | Omit = omit"

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
    if resource.path not in scope.operations:
        scope.operations[resource.path] = _resource_operations(scope, resource)
    return scope.operations[resource.path]


def _resource_operations(scope: Scope, resource: Resource) -> tuple[contexts.Operation, ...]:
    methods = resource_methods(scope, resource)
    taken = {m.name for m in methods} | {c.attribute for c in resource.children}
    found: list[contexts.Operation] = []
    for method in methods:
        made = _operation(scope, resource, method)
        if method.operation.waits and made.paging is None and made.stream is None:
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
        *(["content_type=content_type"] if method.choice else []),
    ]
    for wait, name in zip(
        waits, names_of(list(map(until_name, waits)), made.name, taken), strict=True
    ):
        owner = resource.class_name or "Client"
        yield waiter(wait, name, owner, made.name, made.signature, arguments, made.returns)


def resource_methods(scope: Scope, resource: Resource) -> list[Method]:
    """The methods of a resource, in the order of the document.

    An operation that can answer with a stream, or with something else, is two methods.
    """
    if resource.path not in scope.methods:
        scope.methods[resource.path] = _resource_methods(scope, resource)
    return scope.methods[resource.path]


def _resource_methods(scope: Scope, resource: Resource) -> list[Method]:
    taken = frozenset(resource.methods.values()) | {c.attribute for c in resource.children}
    methods: list[Method] = []
    for operation in resource.operations:
        name = resource.methods[operation.id]
        stream = streaming(scope.api, operation.responses)
        if stream is None or stream.alone:
            methods.append(_method(scope, operation, name, stream, None))
            continue
        media = None if operation.body is None else chosen_media(operation.body)
        found = switch(operation, () if media is None else properties_of(scope.api, media))
        twin = free(f"{name}_stream", taken)
        methods.append(_method(scope, operation, name, None, found))
        methods.append(_method(scope, operation, twin, stream, found))
    return methods


def _method(
    scope: Scope,
    operation: Operation,
    name: str,
    stream: Streaming | None,
    said: Switch | None,
) -> Method:
    writer = Writer(scope)
    ways = sent_media(operation.body) if operation.body is not None else []
    bodies = ["body"] if operation.body is not None else []
    bodies += ["content_type"] if len(ways) > 1 else []
    taken: frozenset[str] = _ARGUMENTS | frozenset(bodies)
    own = None if said is None else said.source
    texts = {f"{p.location_in}:{p.name}": p for p in operation.parameters if p is not own}
    order = ["path", "query", "header", "cookie"]

    def argument(text: str) -> str:
        pinned = texts[text].pinned_name if text in texts else None
        return free(snake(pinned or text.partition(":")[2] or text), taken)

    named = distinct(
        sorted(texts, key=lambda t: order.index(texts[t].location_in)),
        argument,
        {text: parameter.location_in for text, parameter in texts.items()},
    )
    used = taken | set(named.values())
    parameters = tuple(
        Argument(
            named[text],
            p.name,
            writer.argument(p.type),
            p.required,
            p,
            _free_names(map(snake, scope.aliases.of_argument(operation, p)), used),
        )
        for text, p in texts.items()
    )
    body: Argument | None = None
    fields: tuple[Argument, ...] = ()
    if operation.body is not None:
        used |= {name for argument in parameters for name in argument.earlier}
        found = _fields(scope, operation.body, writer, used)
        fields = tuple(a for a in found if a.source is not own)
        body = Argument(
            "body",
            "body",
            body_annotation(operation.body, writer),
            operation.body.required and not fields,
            operation.body,
        )
    content_types = tuple(map(sent_name, ways)) if len(ways) > 1 else ()
    paged = scope.paged.get(operation.id) if stream is None else None
    return Method(operation, name, parameters, body, fields, content_types, stream, said, paged)


def _free_names(names: Iterable[str], taken: frozenset[str] | set[str]) -> tuple[str, ...]:
    """The earlier names of an argument, without those that something else has."""
    found = dict.fromkeys(free(name, _ARGUMENTS) for name in names)
    return tuple(name for name in found if name not in taken)


def _fields(
    scope: Scope, body: Body, writer: TypeWriter, taken: frozenset[str] | set[str]
) -> Iterator[Argument]:
    """The properties of an object body as keyword arguments, with an underscore where a name is taken."""
    media = chosen_media(body)
    properties = () if media is None else properties_of(scope.api, media)
    if len(properties) > _MOST_FIELDS:
        return
    names: Mapping[str, str] = {}
    earlier: Sequence[Part] = ()
    if properties and media is not None:
        names = scope.names.fields[object_name(scope.api, media)]
        earlier = scope.aliases.of_parts(object_name(scope.api, media))
    own = {free(name, _ARGUMENTS) for name in names.values()}
    seen: set[str] = set()
    kind = "" if media is None else body_class(media)
    for each in sorted(properties, key=lambda p: not p.required):
        name = free(names[each.name], _ARGUMENTS)
        while name in taken or name in seen:
            name += "_"
        seen.add(name)
        if kind == "Multipart":
            annotation = part_annotation(each.type, writer)
        else:
            annotation = writer.argument(in_json(each.type) if kind == "Json" else each.type)
        old = (part.name for part in earlier if part.of == each.name)
        aliases = _free_names(old, own.union(taken, seen))
        seen.update(aliases)
        yield Argument(name, each.name, annotation, False, each, aliases)


def _operation(scope: Scope, resource: Resource, method: Method) -> contexts.Operation:
    operation = method.operation
    writer = Writer(scope)
    stream = method.streaming
    kind = returned(operation.responses)
    returns, returns_value = writer.value(kind), writer.decoded(kind)
    accepted = accept(operation.responses)
    if stream is not None:
        kind, accepted = stream.item or NULL, stream.media_type
        item = "ServerSentEvent" if stream.item is None else writer.value(stream.item)
        returns = f"Stream[{item}]"
        returns_value = item if stream.item is None else writer.decoded(stream.item)
    keywords = [a.signature for a in method.keywords]
    keywords += [method.choice] if method.choice else []
    arguments = [_argument(a, writer) for a in method.parameters]
    if (said := _said(method)) is not None and isinstance(said[0], Parameter):
        arguments.append(f"Query({literal(said[0].name)}, {said[1]}, bool)")
    if operation.body is not None:
        arguments.append(_body_argument(method, operation.body, writer))
    hidden = frozenset(resource.methods.values())
    options = f"**options: Unpack[{options_class(method)}]"
    signature = [
        *(a.signature for a in method.positional),
        *(["*"] if keywords else []),
        *keywords,
        options,
    ]
    calls = earlier_calls(
        [slot(a.signature, a.earlier) for a in method.positional],
        [
            *(slot(a.signature, a.earlier) for a in method.keywords),
            *([slot(method.choice)] if method.choice else []),
        ],
    )
    where = f"{resource.path}.{method.name}".lstrip(".")
    paged = method.paged
    if paged is not None:
        returns = f"Pager[{writer.value(paged.item)}, {returns}]"
    return contexts.Operation(
        name=method.name,
        signature=tuple(unshadowed(each, hidden) for each in signature),
        returns=unshadowed(returns, hidden),
        doc=_doc(resource, method),
        method=operation.method,
        path=operation.path,
        arguments=tuple(arguments),
        returns_value=returns_value,
        responses=tuple(response_sources(_failures(method), kind, writer)),
        security=_security(scope.api, operation.security),
        accept=accepted,
        base_url=_filled(operation.servers[0], scope.api) if operation.servers else None,
        stream=None if stream is None else contexts.Stream(_event_items(stream)),
        deprecated=where if operation.deprecated and not operation.renamed_to else None,
        renamed=(where, operation.renamed_to) if operation.renamed_to else None,
        deprecated_arguments=tuple(
            a.name
            for a in (*method.parameters, *method.fields)
            if isinstance(a.source, Parameter | Property) and a.source.deprecated
        ),
        paging=contexts.Paging(paged.kind, paged.expression, paged.items) if paged else None,
        earlier=without_shadows(with_options(calls, options), hidden),
    )


def options_class(method: Method) -> str:
    """The runtime type of the options that a method takes."""
    is_events = method.streaming is not None and method.streaming.is_events
    return "StreamOptions" if is_events else "RequestOptions"


def _event_items(stream: Streaming) -> str:
    return stream.events if stream.item is not None and stream.events != "data" else ""


def _said(method: Method) -> tuple[Parameter | Property, bool] | None:
    """What a method says of streams to the API."""
    if method.switch is None:
        return None
    says = method.switch.says(streams=method.streaming is not None)
    return None if says is None else (method.switch.source, says)


def _failures(method: Method) -> Sequence[Response]:
    """The answers that are read as what is declared: of a stream those that are no success."""
    responses = method.operation.responses
    if method.streaming is None:
        return responses
    return [r for r in responses if not r.status.startswith("2")]


def _argument(argument: Argument, writer: TypeWriter) -> str:
    parameter = argument.source
    assert isinstance(parameter, Parameter)
    return parameter_argument(parameter, argument.name, writer)


def _body_argument(method: Method, body: Body, writer: TypeWriter) -> str:
    """The body in the only media type that it has, or in each of those that a caller may choose from."""
    chosen = chosen_media(body)

    def fields(media: MediaType | None) -> Mapping[str, str]:
        """Those of the arguments that a media type has; another one than the chosen has some of them perhaps."""
        every = {a.wire_name: a.name for a in method.fields}
        if media is None or _has_fields(media, chosen):
            return every
        has_any = body_class(media) in OBJECT_BODIES
        known = [p.name for p in properties_of(writer.api, media)] if has_any else []
        return {name: every[name] for name in known if name in every}

    said = _said(method)
    fixed = {said[0].name: said[1]} if said and isinstance(said[0], Property) else {}
    found: list[MediaType | None] = [*map(unchecked_file, sent_media(body))] or [None]
    ways = [
        body_argument(
            media,
            "body",
            writer,
            required=body.required,
            fields=fields(media),
            fixed=fixed if media is not None and _has_fields(media, chosen) else {},
        )
        for media in found
    ]
    return ways[0] if len(ways) == 1 else f"Choice(content_type, {', '.join(ways)},)"


def _has_fields(media: MediaType, chosen: MediaType | None) -> bool:
    return chosen is not None and media.type == chosen.type and body_class(media) in OBJECT_BODIES


def _filled(server: Server, api: Api) -> str:
    """An address with the defaults of its variables, but for those that a client has a value for."""
    url = server.url
    known = {variable.name for each in api.servers for variable in each.variables}
    for variable in server.variables:
        if variable.name in known:
            continue
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


# --- Answers


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
    if method.streaming is not None:
        sections.append("The answer is a stream: its items are given as they come.")
    if operation.deprecated and not operation.renamed_to:
        sections.append("Deprecated: the document marks this operation so.")
    facts = [
        f":param {a.name}: {argument_text(a)}".rstrip()
        for a in (*method.positional, *method.keywords)
    ]
    facts += [
        f":param {name}: Deprecated: the earlier name of `{a.name}`."
        for a in (*method.positional, *method.keywords)
        for name in a.earlier
    ]
    if method.content_types:
        default = method.content_types[0]
        facts.append(f":param content_type: what the body is sent as; {default} by default")
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
    base = "InternalServerError" if status.startswith("5") else "APIStatusError"
    return _ERRORS.get(status, base)
