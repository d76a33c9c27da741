"""Example programs: how a page configures a client and calls an operation. They run as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clientloom.api import (
    NO_LIMITS,
    NULL,
    UNSET,
    AnyType,
    Body,
    Limits,
    ListOf,
    Operation,
    Scalar,
    SecurityScheme,
    Type,
    Union,
)
from clientloom.escape import comment, literal
from clientloom.plan.arguments import bounds_text
from clientloom.plan.examples import example, filled, source
from clientloom.plan.media import body_class, chosen_media, returned, without_null
from clientloom.plan.names import Group, argument_names
from clientloom.plan.page_contexts import Call, Example, Setup, Variable
from clientloom.plan.page_types import type_text
from clientloom.plan.scope import Scope
from clientloom.plan.types import used_names

# What the programs call their own.
_TAKEN = frozenset(
    """
    ApiException api_client api_instance api_response asyncio configuration e main os pprint print
    """.split()
)
_WIDTH = 88
_BINARY = Scalar("string", "binary")


@dataclass(frozen=True, slots=True)
class Argument:
    """What a method takes: a parameter, or the body."""

    name: str
    wire_name: str
    type: Type
    required: bool
    limits: Limits
    description: str
    default: Any
    example: Any
    is_body: bool = False
    deprecated: bool = False


def arguments(scope: Scope, operation: Operation) -> list[Argument]:
    """The arguments of an operation's method, in the order of its signature."""
    names, body_name = argument_names(operation, scope.names, scope.style)
    found = [
        Argument(
            names[i], p.name, p.type, p.required, p.limits, p.description, p.default, p.example,
            deprecated=p.deprecated,
        )
        for i, p in enumerate(operation.parameters)
    ]  # fmt: skip
    if operation.body is not None:
        found.append(_body_argument(operation.body, body_name))
    return sorted(found, key=lambda a: not a.required)


def _body_argument(body: Body, name: str) -> Argument:
    media = chosen_media(body)
    of = AnyType() if media is None or media.type is None else media.type
    if media is not None and body_class(media) == "Content" and of != _BINARY:
        of = Union((Scalar("string"), _BINARY))
    given = UNSET if media is None else media.example
    return Argument(
        name, name, of, body.required, NO_LIMITS, body.description, UNSET, given, is_body=True
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a program a call stands, and what it shows.

    :param margin: the indent of the lines that set variables
    :param call_margin: the indent of the call
    :param optional: whether the optional arguments are shown that the document has an example for
    :param catches: whether exceptions are caught
    :param awaited: whether the call is awaited
    """

    margin: int
    call_margin: int
    optional: bool = False
    catches: bool = False
    awaited: bool = False


IN_TRY = Layout(4, 8, optional=True, catches=True)
IN_WITH = Layout(4, 4)
IN_MAIN = Layout(8, 8, awaited=True)


def call_example(scope: Scope, group: Group, operation: Operation, layout: Layout) -> Example:
    """A program that calls an operation."""
    page = scope.style.page
    package = scope.client.package
    taken = _TAKEN | {package.partition(".")[0], group.module}
    taking = arguments(scope, operation)
    required = [a for a in taking if a.required]
    shown = [a for a in taking if a.required or (layout.optional and a.example is not UNSET)]
    values = {a.name: _value(scope, a, layout.margin) for a in shown}
    answers = returned(operation.responses) != NULL
    start = (
        f"{'await ' if layout.awaited else ''}api_instance.{scope.names.operations[operation.id]}"
    )

    def call(given: Sequence[Argument], text: str = "") -> Call:
        passed = [_passed(a, _variable(a, taken)) for a in given]
        called = f"api_response = {start}" if answers else start
        return Call(_statement(called, passed, layout.call_margin), text)

    calls = [call(shown)]
    if page.splits_calls and required and len(shown) > len(required):
        calls = [
            call(required, "With what is required."),
            call(shown, "With what is optional, too."),
        ]
    setup = _setup(scope, operation.security)
    exception = f"{package}.ApiException"
    modules = {
        *(("asyncio",) if layout.awaited else ()),
        *(("os",) if _reads_environment(setup) else ()),
    }
    own = [f"import {package}"]
    if not scope.style.root_exports_everything:
        own.append(f"from {package}.api import {group.module}")
    if layout.catches and page.exceptions:
        own.append(f"from {package}.{page.exceptions} import ApiException")
        exception = "ApiException"
    return Example(
        imports=(
            *standard_imports(modules, prints=answers),
            *own,
            *model_imports(scope, values.values()),
        ),
        setup=setup,
        api=_api(scope, group, "Async" if layout.awaited else ""),
        variables=tuple(
            Variable(_variable(a, taken), values[a.name], _note(scope, a)) for a in shown
        ),
        calls=tuple(calls),
        exception=exception,
        answers=answers,
    )


def testing_program(scope: Scope, group: Group, operation: Operation) -> tuple[str, ...]:
    """A program that calls an operation of a mock; none where the document's names leave no room for it."""
    package = scope.client.package
    shown = call_example(scope, group, operation, IN_WITH)
    of = returned(operation.responses)
    value = None if of == NULL else example(scope.api, without_null(of), NO_LIMITS, "result")
    result = in_a_fence(source(scope, value, of, 4))
    models = model_imports(scope, [result, *(v.source for v in shown.variables)])
    names = {v.name for v in shown.variables}
    if names & {"api", "mock"} or any(line.endswith(" import Mock") for line in models):
        return ()
    call = shown.calls[-1].statement
    stub = call.removeprefix("api_response = ").replace("api_instance", f"mock.{group.module}", 1)
    calling = call.replace("api_instance", "api", 1)
    lines = [
        *standard_imports((), prints=shown.answers),
        f"import {package}",
        *(
            []
            if scope.style.root_exports_everything
            else [f"from {package}.api import {group.module}"]
        ),
        *models,
        f"from {package}.testing import Mock",
        "",
        "with Mock() as mock:",
        f"    configuration = {package}.Configuration(host={literal(host(scope))})",
        "    configuration.transport = mock",
        f"    api = {shown.api}({package}.ApiClient(configuration))",
        *(f"    {v.name} = {v.source}" for v in shown.variables),
        f"    {stub}.returns({result})",
        "",
        f"    {calling}",
        *(["    pprint(api_response)"] if shown.answers else []),
    ]
    return tuple("\n".join(lines).split("\n"))


def _api(scope: Scope, group: Group, prefix: str) -> str:
    owner = scope.client.package if scope.style.root_exports_everything else group.module
    return f"{owner}.{prefix}{group.class_name}"


def standard_imports(modules: Iterable[str], *, prints: bool) -> list[str]:
    """The first lines of a program, up to the imports of the package."""
    lines = [f"import {module}" for module in sorted(modules)]
    lines += ["from pprint import pprint"] if prints else []
    return [*lines, ""] if lines else []


def _reads_environment(setup: Setup) -> bool:
    return any("os.environ" in text for text in (*setup.arguments, *setup.statements))


def setup_imports(setup: Setup) -> list[str]:
    """The import lines of a program that makes a configuration and no more."""
    modules = ("os",) if _reads_environment(setup) else ()
    return [*standard_imports(modules, prints=False), f"import {setup.package}"]


def model_imports(scope: Scope, sources: Iterable[str]) -> list[str]:
    """The import lines for the models that some sources name, unless the package itself has them all."""
    if scope.style.root_exports_everything:
        return []
    modules = scope.names.class_modules
    return sorted(
        f"from {scope.client.package}.{scope.style.models}.{modules[name]} import {name}"
        for name in used_names(sources)
        if name in modules
    )


def _value(scope: Scope, argument: Argument, margin: int) -> str:
    of = without_null(argument.type)
    given = (argument.example, argument.default)
    value = example(scope.api, of, argument.limits, argument.wire_name, *given)
    if value == {} and value not in given:
        value = filled(scope.api, of)
    if isinstance(of, ListOf) and isinstance(of.items, Scalar) and not argument.is_body:
        return in_a_fence(literal(value))
    models = not (argument.is_body and scope.style.page.plain_bodies)
    return in_a_fence(source(scope, value, argument.type, margin, models=models))


def in_a_fence(code: str) -> str:
    """Python that no reader of Markdown takes for the end of a code block. Only texts have such a thing."""
    return code.replace("```", "\\x60\\x60\\x60")


def _note(scope: Scope, argument: Argument) -> str:
    if argument.is_body:
        return ""
    text = ", ".join([type_text(scope, without_null(argument.type)), *bounds_text(argument.limits)])
    return in_a_fence(f"  # {comment(text)}")


def _variable(argument: Argument, taken: frozenset[str]) -> str:
    return f"{argument.name}_value" if argument.name in taken else argument.name


def _passed(argument: Argument, variable: str) -> str:
    return variable if argument.required else f"{argument.name}={variable}"


def _statement(start: str, passed: Sequence[str], margin: int) -> str:
    """A call, on one line if it is short."""
    line = f"{start}({', '.join(passed)})"
    if margin + len(line) <= _WIDTH:
        return line
    indent = " " * margin
    return f"{start}(" + "".join(f"\n{indent}    {p}," for p in passed) + f"\n{indent})"


# --- Credentials


def _setup(scope: Scope, security: Sequence[Sequence[str]]) -> Setup:
    """The configuration for an operation: with its first way to prove who is calling, the others as comments."""
    schemes = {s.name: s for s in scope.api.security_schemes}
    ways = [[schemes[name] for name in names if name in schemes] for names in security]
    ways = [way for way in ways if way]
    first = ways[0] if ways else []
    setup = scheme_setup(scope, first)
    others: list[str] = []
    for way in ways[1:]:
        described = " and ".join(f"{comment(s.name)} ({scheme_kind(s)})" for s in way)
        others.append(f"# Instead of {' and '.join(comment(s.name) for s in first)}: {described}.")
        for scheme in way:
            others += [
                f"# configuration.{a.replace('=', ' = ', 1)}" for a in _constructed(scope, scheme)
            ]
            others += [s if s.startswith("#") else f"# {s}" for s in _stated(scope, scheme)]
    return Setup(setup.package, setup.arguments, (*setup.statements, *map(in_a_fence, others)))


def scheme_setup(scope: Scope, schemes: Iterable[SecurityScheme]) -> Setup:
    """The configuration with the credentials for some schemes."""
    schemes = list(schemes)
    constructed = [a for s in schemes for a in _constructed(scope, s)]
    stated = [line for s in schemes for line in _stated(scope, s)]
    return Setup(
        package=scope.client.package,
        arguments=tuple(map(in_a_fence, [f"host={literal(host(scope))}", *constructed])),
        statements=tuple(map(in_a_fence, stated)),
    )


def host(scope: Scope) -> str:
    """The address of the API: the document's first server, with the defaults of its variables."""
    server = scope.api.servers[0]
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url if "://" in url else f"http://localhost{url.rstrip('/')}"


def scheme_kind(scheme: SecurityScheme) -> str:
    """What a scheme wants, in words."""
    match scheme.kind:
        case "apiKey":
            return "an API key"
        case "http":
            return "user name and password" if scheme.scheme == "basic" else "a bearer token"
        case "mutualTLS":
            return "a client certificate"
        case _:
            return "an access token"


def _constructed(scope: Scope, scheme: SecurityScheme) -> list[str]:
    """Arguments of the configuration."""
    if scheme.kind == "http" and scheme.scheme == "basic":
        return [
            f"username={_secret(scope, 'USERNAME')}",
            f"password={_secret(scope, 'PASSWORD')}",
        ]
    return []


def _stated(scope: Scope, scheme: SecurityScheme) -> list[str]:
    """Lines after the configuration."""
    name = literal(scheme.name)
    match scheme.kind:
        case "apiKey":
            lines = [f"configuration.api_key[{name}] = {_secret(scope, 'API_KEY')}"]
            if scheme.location_in == "header":
                prefix = f'# configuration.api_key_prefix[{name}] = "Bearer"'
                lines.append(f"{prefix}  # if the API wants a word before the key")
            return lines
        case "http" if scheme.scheme == "basic":
            return []
        case "mutualTLS":
            return [
                'configuration.cert_file = "client.crt"',
                'configuration.key_file = "client.key"',
            ]
        case _:
            return [f"configuration.access_token = {_secret(scope, 'ACCESS_TOKEN')}"]


def _secret(scope: Scope, kind: str) -> str:
    placeholder = literal(f"YOUR_{kind}")
    if scope.style.page.reads_environment:
        return f"os.environ.get({literal(kind)}, {placeholder})"
    return placeholder
