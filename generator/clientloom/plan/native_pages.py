"""The pages of a package with one client: the front page, one of the client, one per resource."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AnyType,
    Body,
    Operation,
    Parameter,
    Property,
    Response,
    Type,
)
from clientloom.escape import line, literal, markdown
from clientloom.plan import native_contexts as contexts
from clientloom.plan.calls import in_a_fence
from clientloom.plan.contexts import Header
from clientloom.plan.examples import example, is_shown, source
from clientloom.plan.media import body_type, returned, without_null
from clientloom.plan.models import property_text
from clientloom.plan.native_arguments import Argument, argument_text, chosen_media
from clientloom.plan.native_client import absolute, client_arguments, environment
from clientloom.plan.native_credentials import authentication, example_roles, source_keyword
from clientloom.plan.native_methods import (
    Method,
    error_class,
    page,
    resource_methods,
)
from clientloom.plan.native_names import Resource
from clientloom.plan.page_types import type_link
from clientloom.plan.scope import Scope
from clientloom.plan.types import used_names

_WIDTH = 88


def resource_page(scope: Scope, resource: Resource, header: Header) -> contexts.Page:
    """The page of one resource."""
    return contexts.Page(
        header=header,
        title=f"client.{resource.path}",
        up="../..",
        description=resource.description,
        parameters=(),
        children=tuple(_children(resource)),
        sections=tuple(_sections(scope, resource, "../models/")),
    )


def client_page(scope: Scope, header: Header) -> contexts.Page:
    """The page of the client itself, with the operations that belong to no tag."""
    root = scope.root
    return contexts.Page(
        header=header,
        title="Client",
        up="..",
        description="",
        parameters=_client_parameters(scope),
        children=tuple(
            contexts.Link(link.name, f"resources/{link.page}", link.description)
            for link in _children(root)
        ),
        sections=tuple(_sections(scope, root, "models/")),
    )


def _children(resource: Resource) -> Iterator[contexts.Link]:
    for child in resource.children:
        yield contexts.Link(f"client.{child.path}", f"{child.module}.md", child.description)


def _client_parameters(scope: Scope) -> tuple[contexts.Row, ...]:
    arguments = client_arguments(scope)
    prefix = environment(scope)
    rows = [
        contexts.Row(
            name,
            markdown(arguments.annotations[name]),
            text,
            "" if name in arguments.unseen else f"{prefix}_{name.upper()}",
        )
        for name, text in arguments.texts.items()
    ]
    return (
        *rows,
        contexts.Row("base_url", "str", "the address of the API", f"{prefix}_BASE_URL"),
        contexts.Row(
            "timeout",
            markdown("float | tuple[float | None, float | None] | None"),
            "seconds to wait for a connection and for each part of an answer, or a pair of those",
            "",
        ),
        contexts.Row("headers", "Mapping[str, str]", "headers of every request", ""),
        contexts.Row("retries", markdown("int | Retry"), "how often a request is sent again", ""),
        contexts.Row("http_client", "httpx2.Client", "sends the requests; it is not closed", ""),
        contexts.Row(
            "transport", "str", 'the library that sends the requests, "httpx2" or "pyreqwest"', ""
        ),
    )


# --- Operations


def _sections(scope: Scope, resource: Resource, models: str) -> Iterator[contexts.Section]:
    for method in resource_methods(scope, resource):
        operation = method.operation
        successes = [r for r in operation.responses if r.status.startswith("2")]
        yield contexts.Section(
            name=method.name,
            call=_call(resource, method),
            method=operation.method,
            path=operation.path,
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            example=example_program(scope, resource, method),
            arguments=tuple(_rows(scope, method, models)),
            returns=_returns(scope, method, models),
            streams=method.streaming is not None,
            answer=successes[0].description if successes else "",
            failures=tuple(_failure(r) for r in operation.responses if r not in successes),
        )


def _returns(scope: Scope, method: Method, models: str) -> str:
    """The type of the result, or of an item of a stream, as Markdown."""
    stream = method.streaming
    if stream is not None:
        return "ServerSentEvent" if stream.item is None else _linked(scope, stream.item, models)
    body = _linked(scope, returned(method.operation.responses), models)
    paged = method.paged
    if paged is None:
        return body
    return (
        f"all {_linked(scope, paged.item, models)} of all pages, each with a {body} as its `body`"
    )


def _call(resource: Resource, method: Method) -> str:
    return ".".join(filter(None, ("client", resource.path, method.name)))


def _rows(scope: Scope, method: Method, models: str) -> Iterator[contexts.Row]:
    for argument in (*method.positional, *method.keywords):
        yield _row(scope, argument, models)
        for name in argument.earlier:
            yield replace(
                _row(scope, argument, models),
                name=name,
                description=f"Deprecated: the earlier name of `{argument.name}`.",
            )
    if method.content_types:
        text = f"what the body is sent as: one of {', '.join(method.content_types)}"
        yield contexts.Row("content_type", "str", text, "")


def _row(scope: Scope, argument: Argument, models: str) -> contexts.Row:
    notes = "required" if _is_required(argument) else ""
    return contexts.Row(
        argument.name,
        _linked(scope, _type_of(argument), models),
        argument_text(argument)
        if not isinstance(argument.source, Property)
        else _field_text(argument.source),
        notes,
    )


def _field_text(prop: Property) -> str:
    return line(property_text(prop))


def _is_required(argument: Argument) -> bool:
    return argument.source.required and not (
        isinstance(argument.source, Body) and not argument.required
    )


def _type_of(argument: Argument) -> Type:
    if not isinstance(argument.source, Body):
        return argument.source.type
    media = chosen_media(argument.source)
    return AnyType() if media is None else body_type(media)


def _linked(scope: Scope, of: Type, models: str) -> str:
    """A type as Markdown, with links to the pages of models in a folder."""
    return type_link(scope, of).replace("](", f"]({models}")


def _failure(response: Response) -> contexts.Failure:
    return contexts.Failure(response.status, error_class(response.status), response.description)


# --- Programs


def example_program(
    scope: Scope, resource: Resource, method: Method, *, awaited: bool = False
) -> tuple[str, ...]:
    """A program that calls an operation, line by line."""
    name = "AsyncClient" if awaited else "Client"
    body = _calling(scope, resource, method, 8 if awaited else 4, awaited=awaited)
    made = f"{name}({', '.join(_credentials(scope, method.operation))})"
    package = f"from {scope.client.package} import {name}"
    if not awaited:
        return (package, "", f"with {made} as client:", *body)
    return (
        "import asyncio",
        "",
        package,
        "",
        "",
        "async def main() -> None:",
        f"    async with {made} as client:",
        *body,
        "",
        "",
        "asyncio.run(main())",
    )


def _calling(
    scope: Scope, resource: Resource, method: Method, margin: int, *, awaited: bool = False
) -> list[str]:
    """The lines that call an operation, and print what it returns."""
    passed = [
        value if argument in method.positional else f"{argument.name}={value}"
        for argument in _shown(scope, method)
        for value in [_value(scope, argument, margin + 4)]
    ]
    indent, call = " " * margin, _call(resource, method)
    if method.streaming is not None:
        wait = "async " if awaited else ""
        body = _wrapped(f"{wait}with {call}", passed, margin, " as stream:")
        body += [f"{indent}    {wait}for item in stream:", f"{indent}        print(item)"]
    else:
        call = f"await {call}" if awaited else call
        answers = returned(method.operation.responses) != NULL
        body = _wrapped(f"result = {call}" if answers else call, passed, margin)
        body += [f"{indent}print(result)"] if answers else []
    return body


def _wrapped(start: str, passed: Sequence[str], margin: int, end: str = "") -> list[str]:
    indent = " " * margin
    one = f"{indent}{start}({', '.join(passed)}){end}"
    if len(one) <= _WIDTH and "\n" not in one:
        return [one]
    lines = [f"{indent}    {each}," for each in passed]
    return "\n".join([f"{indent}{start}(", *lines, f"{indent}){end}"]).split("\n")


def _shown(scope: Scope, method: Method) -> list[Argument]:
    """What an example passes: what is required, and what the document has an example for."""
    found = list(method.positional)
    for argument in method.keywords:
        given = argument.source
        if (isinstance(given, Property) and is_shown(given)) or (
            isinstance(given, Parameter) and given.example is not UNSET
        ):
            found.append(argument)
    needs_body = (
        method.fields and method.operation.body is not None and method.operation.body.required
    )
    if needs_body and not any(a in method.fields for a in found):
        found.append(method.fields[0])
    if needs_body and method.body is not None:
        whole = example(scope.api, _type_of(method.body), NO_LIMITS, "body")
        # A field whose name a parameter has can be set in the whole body only.
        if isinstance(whole, Mapping) and whole.keys() - {f.wire_name for f in method.fields}:
            return [a for a in found if a not in method.fields] + [method.body]
    return found


def _value(scope: Scope, argument: Argument, margin: int) -> str:
    given = argument.source
    if argument.annotation.startswith(("FileTypes", "ContentTypes")):
        return 'b"example"'
    if isinstance(given, Body):
        media = chosen_media(given)
        of = _type_of(argument)
        value = example(scope.api, of, NO_LIMITS, "body", UNSET if media is None else media.example)
    else:
        of = without_null(given.type)
        values: tuple[Any, ...] = (given.example, given.default)
        value = example(scope.api, of, given.limits, given.name, *values)
    return in_a_fence(source(scope, value, of, margin, models=False))


def _credentials(scope: Scope, operation: Operation) -> list[str]:
    arguments = client_arguments(scope)
    schemes = {s.name: s for s in scope.api.security_schemes if s.name in arguments.secrets}
    ways = [way for way in operation.security if way and all(name in schemes for name in way)]
    names = [
        arguments.secrets[name][role]
        for name in (ways or [()])[0]
        for role in example_roles(schemes[name])
    ]
    return [
        *_address(scope),
        *(f"{name}={literal(f'YOUR_{name.upper()}')}" for name in dict.fromkeys(names)),
    ]


def _address(scope: Scope) -> list[str]:
    server = scope.api.servers[0].url
    return [] if "://" in server else [f"base_url={literal(absolute(server))}"]


def testing_program(scope: Scope, resource: Resource, method: Method) -> tuple[str, ...]:
    """A program that calls an operation of a mock; none where the document's names leave no room for it."""
    stream = method.streaming
    if stream is None:
        of = returned(method.operation.responses)
        result = None if of == NULL else source(scope, _result(scope, of, method), of, 4)
    elif stream.item is None:
        result = '[ServerSentEvent(data="example")]'
    else:
        result = f"[{source(scope, _result(scope, stream.item, method), stream.item, 4)}]"
    package, classes = scope.client.package, scope.names.class_modules
    shown = in_a_fence(f"{result}")
    models = [name for name in sorted(used_names([shown])) if name in classes]
    if {"Client", "Mock"} & set(models):
        return ()
    passed = [
        value if argument in method.positional else f"{argument.name}={value}"
        for argument in _shown(scope, method)
        for value in [_value(scope, argument, 8)]
    ]
    stub = "\n".join(_wrapped(_call(resource, method).replace("client", "mock", 1), passed, 4))
    calling = _calling(scope, resource, method, 4)
    names = ["Client", *(["ServerSentEvent"] if stream and stream.item is None else [])]
    made = ", ".join(["transport=mock", *_address(scope)])
    return (
        f"from {package} import {', '.join(names)}",
        *([f"from {package}.models import {', '.join(models)}"] if models else []),
        f"from {package}.testing import Mock",
        "",
        "with Mock() as mock:",
        *f"{stub}.returns({shown})".split("\n"),
        "",
        f"    client = Client({made})",
        *calling,
    )


def _result(scope: Scope, of: Type, method: Method) -> Any:
    return example(scope.api, without_null(of), NO_LIMITS, method.name)


# --- The front page


def readme(scope: Scope, header: Header) -> contexts.Readme:
    """The front page of a distribution."""
    root = scope.root
    everything = [root, *root.descendants()]
    first = _first(scope, everything)
    names = scope.names
    secrets = client_arguments(scope).secrets
    return contexts.Readme(
        header=header,
        title=scope.title,
        description=scope.api.description,
        distribution=scope.client.distribution,
        package=scope.client.package,
        environment=environment(scope),
        example=example_program(scope, *first) if first else (),
        async_example=example_program(scope, *first, awaited=True) if first else (),
        testing=testing_program(scope, *first) if first else (),
        parameters=_client_parameters(scope),
        authentication=tuple(authentication(scope.api.security_schemes, secrets)),
        source_keyword=source_keyword(scope.api.security_schemes, secrets),
        methods=tuple(
            contexts.Link(
                _call(resource, method),
                f"docs/{page(resource)}#{method.name}",
                method.operation.summary or f"{method.operation.method} {method.operation.path}",
            )
            for resource in everything
            for method in resource_methods(scope, resource)
        ),
        models=tuple(
            contexts.Link(
                names.classes[schema.name],
                f"docs/models/{names.pages[schema.name]}.md",
                schema.description.strip().split("\n")[0],
            )
            for schema in sorted(scope.api.schemas.values(), key=lambda s: names.classes[s.name])
        ),
    )


def _first(scope: Scope, everything: Sequence[Resource]) -> tuple[Resource, Method] | None:
    """The first call of a newcomer: the first that reads something and needs little, else the first of all."""
    methods = [
        (r, m) for r in everything for m in resource_methods(scope, r) if not m.operation.deprecated
    ]
    reading = [(r, m) for r, m in methods if m.operation.method == "GET"]
    in_resources = [(r, m) for r, m in reading if r.path]
    ranked = sorted(in_resources or reading or methods, key=lambda each: len(each[1].positional))
    return ranked[0] if ranked else None
