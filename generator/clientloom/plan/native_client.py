"""The module of both clients: where the API is, who may call it, and how a program says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clientloom.api import Server, ServerVariable
from clientloom.escape import line, literal
from clientloom.naming import distinct, free, snake
from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.native_credentials import scheme_secrets, secret_keywords
from clientloom.plan.native_methods import import_groups, resource_operations
from clientloom.plan.native_names import resources
from clientloom.plan.native_resources import (
    answer_variants,
    answers,
    child_groups,
    derived,
    method_names,
)
from clientloom.plan.scope import Scope
from clientloom.plan.security import scheme_expression, scheme_imports

#: What clients take beside the secrets and variables of a document: the keys of `ClientOptions`.
CLIENT_OPTIONS = frozenset(
    """
    base_url cert headers http2 http_client idempotency_header max_connections middleware on_request on_response
    on_retry proxy proxy_headers query retries server timeout transport verify
    """.split()
)
_CLIENT_ARGUMENTS = CLIENT_OPTIONS | {"cls", "options", "self", "super"}


def client_module(scope: Scope, header: shared.Header) -> contexts.ClientModule:
    """The module of both clients."""
    root = resources(scope.api)
    operations = resource_operations(scope, root)
    arguments = client_arguments(scope)
    schemes = tuple(
        contexts.Scheme(
            s.name, scheme_expression(scope.api, s), tuple(arguments.secrets[s.name].items())
        )
        for s in scope.api.security_schemes
        if s.name in arguments.secrets
    )
    methods = method_names(operations)
    others = _other_servers(scope, arguments)
    core = ("Api", "NativeAsyncClient", "NativeClient", *(["Server"] if others else []))
    secrets = tuple(k for keywords in arguments.secrets.values() for k in keywords.values())
    imports, typing_imports = import_groups(
        operations,
        [
            *([shared.Import("functools", ("cached_property",))] if root.children else []),
            *scheme_imports(s.expression for s in schemes),
            shared.Import("._runtime.native", core),
            *derived(methods, "."),
        ],
        [
            *_annotation_imports(arguments),
            shared.Import("._runtime.settings", ("AsyncClientOptions", "ClientOptions")),
            shared.Import("typing", ("Unpack",)),
            *(
                shared.Import(
                    f".resources.{child.module}", (child.class_name, f"Async{child.class_name}")
                )
                for child in root.children
            ),
        ],
        ".",
        list(arguments.annotations.values()),
    )
    server = scope.api.servers[0]
    return contexts.ClientModule(
        header=header,
        doc=f"The clients of {scope.title}: one that waits, and one to be awaited.",
        imports=imports,
        typing_imports=typing_imports,
        distribution=scope.client.distribution,
        environment=environment(scope),
        url=absolute(server.url),
        server_variables=tuple(
            contexts.ServerVariable(v.name, arguments.variables[v.name], v.default, v.choices)
            for v in server.variables
        ),
        servers=others,
        schemes=schemes,
        class_doc=_client_doc(scope, arguments, awaited=False),
        async_class_doc=_client_doc(scope, arguments, awaited=True),
        signature=tuple(
            f"{name}: {annotation} | None = None"
            for name, annotation in arguments.annotations.items()
        ),
        secrets=tuple(dict.fromkeys(secrets)),
        variables=tuple(arguments.variables.values()),
        answers=answers(methods, "Client"),
        async_answers=answers(methods, "AsyncClient"),
        children=tuple(child_groups(root, "", ".resources.")),
        async_children=tuple(child_groups(root, "Async", ".resources.")),
        operations=operations,
        awaitables=methods.awaitables,
        awaitable_pagers=methods.paged,
        awaitable_streams=methods.streams,
        variants=tuple(answer_variants(methods, "Client")),
    )


def _annotation_imports(arguments: ClientArguments) -> list[shared.Import]:
    """What the annotations of the secrets need."""
    used = {name for text in arguments.annotations.values() for name in re.findall(r"\w+", text)}
    homes = {
        "Callable": "collections.abc",
        "DevicePrompt": "._runtime.token_sources",
        "Secret": "._runtime.auth",
        "Sequence": "collections.abc",
    }
    return [shared.Import(home, (name,)) for name, home in homes.items() if name in used]


def _client_doc(scope: Scope, arguments: ClientArguments, *, awaited: bool) -> str:
    prefix = environment(scope)
    kind = "async with" if awaited else "with"
    texts = [
        f"Calls {scope.title}{', to be awaited' if awaited else ''}.",
        f"Use it as it is or in `{kind}` blocks, and close it with `{'await ' if awaited else ''}close()`. "
        "What is left out here comes from the environment, under the name in parentheses, or from the document.",
    ]
    facts = [
        f":param {name}: {text} ({prefix}_{name.upper()})"
        for name, text in arguments.texts.items()
        if name not in arguments.unseen
    ]
    facts += [
        f":param {name}: {text}"
        for name, text in arguments.texts.items()
        if name in arguments.unseen
    ]
    facts += [
        f":param base_url: the address of the API ({prefix}_BASE_URL)",
        *(
            [":param server: the address of the API: its position, name or address in the document"]
            if len(scope.api.servers) > 1
            else []
        ),
        ":param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those",
        ":param headers: headers of every request",
        ":param retries: how often a request is sent again, 2 by default; or a `Retry`",
        ":param http_client: sends the requests; it is not closed here",
        ":param options: these and more: see `ClientOptions`",
    ]
    return "\n\n".join([*texts, "\n".join(facts)])


# --- The arguments of clients


@dataclass(frozen=True, slots=True)
class ClientArguments:
    """The keyword arguments of a client that come from the document.

    :param secrets: by security scheme, and by what they are to the runtime
    :param variables: by server variable
    :param annotations: types without None, in the order of the signature
    :param texts: what they are, in the same order
    :param unseen: those that the environment does not have
    """

    secrets: Mapping[str, Mapping[str, str]]
    variables: Mapping[str, str]
    annotations: Mapping[str, str]
    texts: Mapping[str, str]
    unseen: frozenset[str]


def client_arguments(scope: Scope) -> ClientArguments:
    """Name an argument for each secret and each variable of the address."""
    schemes = scope.api.security_schemes
    secrets = secret_keywords(schemes, _CLIENT_ARGUMENTS)
    annotations: dict[str, str] = {}
    texts: dict[str, str] = {}
    unseen: set[str] = set()
    for scheme in schemes:
        for secret in scheme_secrets(scheme):
            keyword = secrets[scheme.name][secret.role]
            annotations[keyword], texts[keyword] = secret.annotation, secret.text
            if not secret.in_environment:
                unseen.add(keyword)
    taken = _CLIENT_ARGUMENTS | frozenset(annotations)
    # A variable of several addresses is one argument.
    holes: dict[str, list[ServerVariable]] = {}
    for variable in (v for server in scope.api.servers for v in server.variables):
        holes.setdefault(variable.name, []).append(variable)
    variables = distinct(list(holes), lambda text: free(snake(text), taken))
    for hole, found in holes.items():
        name, variable = variables[hole], found[0]
        known = dict.fromkeys(c for v in found for c in v.choices)
        choices = ", ".join(map(literal, known)) if all(v.choices for v in found) else ""
        annotations[name] = f"Literal[{choices}]" if choices else "str"
        about = line(variable.description) or "a part of the address"
        texts[name] = f"{about} (default {literal(variable.default)})"
    unseen.update(variables.values())
    return ClientArguments(secrets, variables, annotations, texts, frozenset(unseen))


def _other_servers(scope: Scope, arguments: ClientArguments) -> tuple[str, ...]:
    """The addresses that a caller may choose instead of the first."""
    return tuple(_server_source(server, arguments) for server in scope.api.servers[1:])


def _server_source(server: Server, arguments: ClientArguments) -> str:
    parts = [literal(absolute(server.url))]
    if server.name:
        parts.append(f"name={literal(server.name)}")
    if server.variables:
        entries = (
            f"{literal(v.name)}: ({literal(arguments.variables[v.name])}, {literal(v.default)}, "
            f"{literal(v.choices)})"
            for v in server.variables
        )
        parts.append(f"variables={{{', '.join(entries)}}}")
    return f"Server({', '.join(parts)})"


def environment(scope: Scope) -> str:
    """How the names of environment variables begin."""
    return scope.client.package.replace(".", "_").upper()


def absolute(url: str) -> str:
    """An address; the document may give one relative to its own, which nobody knows here."""
    return url if "://" in url else f"http://localhost/{url.strip('/')}".rstrip("/")
