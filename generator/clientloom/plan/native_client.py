"""The module of both clients: where the API is, who may call it, and how a program says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clientloom.api import SecurityScheme
from clientloom.escape import line, literal
from clientloom.naming import distinct, free, snake
from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.native_methods import import_groups, resource_operations
from clientloom.plan.native_names import resources
from clientloom.plan.native_resources import child_groups, raw_answers, raw_variants, wrappers
from clientloom.plan.scope import Scope

#: What clients take beside the secrets and variables of a document: the keys of `ClientOptions`.
CLIENT_OPTIONS = frozenset(
    """
    base_url cert headers http2 http_client idempotency_header max_connections middleware on_request on_response
    on_retry proxy proxy_headers query retries timeout transport verify
    """.split()
)
_CLIENT_ARGUMENTS = CLIENT_OPTIONS | {"cls", "options", "self", "super"}


def client_module(scope: Scope, header: shared.Header) -> contexts.ClientModule:
    """The module of both clients."""
    root = resources(scope.api)
    operations = resource_operations(scope, root)
    arguments = client_arguments(scope)
    schemes = tuple(
        contexts.Scheme(s.name, _scheme_expression(s), arguments.secrets[s.name])
        for s in scope.api.security_schemes
        if s.name in arguments.secrets
    )
    core = ("Api", "NativeAsyncClient", "NativeClient")
    secrets = tuple(k for keywords in arguments.secrets.values() for k in keywords)
    uses_secrets = "Secret" in arguments.annotations.values()
    imports, typing_imports = import_groups(
        operations,
        [
            *([shared.Import("functools", ("cached_property",))] if root.children else []),
            *_scheme_imports(schemes),
            shared.Import("._runtime.native", core),
            *([shared.Import("._runtime.resources", ("RawResource",))] if operations else []),
            *wrappers(operations, "."),
        ],
        [
            *([shared.Import("._runtime.auth", ("Secret",))] if uses_secrets else []),
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
    methods = tuple(o.name for o in operations if o.paging is None)
    paged = tuple(o.name for o in operations if o.paging is not None)
    raw_name = "ClientWithRawResponse"
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
        schemes=schemes,
        class_doc=_client_doc(scope, arguments, awaited=False),
        async_class_doc=_client_doc(scope, arguments, awaited=True),
        signature=tuple(
            f"{name}: {annotation} | None = None"
            for name, annotation in arguments.annotations.items()
        ),
        secrets=tuple(dict.fromkeys(secrets)),
        variables=tuple(arguments.variables.values()),
        raw=raw_answers(raw_name) if operations else None,
        async_raw=raw_answers(f"Async{raw_name}") if operations else None,
        children=tuple(child_groups(root, "", ".resources.")),
        async_children=tuple(child_groups(root, "Async", ".resources.")),
        operations=operations,
        awaitables=(*methods, *(w.name for o in operations for w in o.waiters)),
        awaitable_pagers=paged,
        variants=tuple(raw_variants("Client", raw_name, methods, paged)) if operations else (),
    )


def _client_doc(scope: Scope, arguments: ClientArguments, *, awaited: bool) -> str:
    prefix = environment(scope)
    kind = "async with" if awaited else "with"
    texts = [
        f"Calls {scope.title}{', to be awaited' if awaited else ''}.",
        f"Use it as it is or in `{kind}` blocks, and close it with `{'await ' if awaited else ''}close()`. "
        "What is left out here comes from the environment, under the name in parentheses, or from the document.",
    ]
    facts = [
        f":param {name}: {text} ({prefix}_{name.upper()})".replace(" ()", "")
        for name, text in arguments.texts.items()
        if name not in arguments.variables.values()
    ]
    facts += [
        f":param {name}: {text}"
        for name, text in arguments.texts.items()
        if name in arguments.variables.values()
    ]
    facts += [
        f":param base_url: the address of the API ({prefix}_BASE_URL)",
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

    :param secrets: by security scheme
    :param variables: by server variable
    :param annotations: types without None, in the order of the signature
    :param texts: what they are, in the same order
    """

    secrets: Mapping[str, tuple[str, ...]]
    variables: Mapping[str, str]
    annotations: Mapping[str, str]
    texts: Mapping[str, str]


def client_arguments(scope: Scope) -> ClientArguments:
    """Name an argument for each secret and each variable of the address.

    The only scheme of its kind has a plain name, such as `token`; several are named after themselves.
    """
    schemes = [s for s in scope.api.security_schemes if s.kind != "mutualTLS"]
    kinds = {s.name: _secret_kind(s) for s in schemes}
    alone = {name for name, kind in kinds.items() if list(kinds.values()).count(kind) == 1}
    named = distinct(
        [f"scheme:{name}" for name in kinds],
        lambda text: _client_argument(text.partition(":")[2], kinds, alone),
    )
    secrets: dict[str, tuple[str, ...]] = {}
    annotations: dict[str, str] = {}
    texts: dict[str, str] = {}
    for scheme in schemes:
        own = named[f"scheme:{scheme.name}"]
        keywords: tuple[str, ...] = (own,)
        if kinds[scheme.name] == "basic":
            keywords = (
                ("username", "password")
                if scheme.name in alone
                else (f"{own}_username", f"{own}_password")
            )
        secrets[scheme.name] = keywords
        for keyword, (annotation, text) in zip(keywords, _secret_facts(scheme), strict=True):
            annotations[keyword], texts[keyword] = annotation, text
    taken = _CLIENT_ARGUMENTS | frozenset(annotations)
    variables = distinct(
        [v.name for v in scope.api.servers[0].variables], lambda text: free(snake(text), taken)
    )
    for variable in scope.api.servers[0].variables:
        name = variables[variable.name]
        choices = ", ".join(literal(c) for c in variable.choices)
        annotations[name] = f"Literal[{choices}]" if choices else "str"
        about = line(variable.description) or "a part of the address"
        texts[name] = f"{about} (default {literal(variable.default)})"
    return ClientArguments(secrets, variables, annotations, texts)


def _secret_kind(scheme: SecurityScheme) -> str:
    if scheme.kind == "apiKey":
        return "api_key"
    return "basic" if scheme.kind == "http" and scheme.scheme == "basic" else "token"


def _client_argument(name: str, kinds: Mapping[str, str], alone: set[str]) -> str:
    if name in alone:
        return kinds[name]
    return free(snake(name), _CLIENT_ARGUMENTS | {"username", "password"})


def _secret_facts(scheme: SecurityScheme) -> list[tuple[str, str]]:
    about = f" {line(scheme.description)}" if scheme.description else ""
    match _secret_kind(scheme):
        case "api_key":
            place = f"{scheme.location_in} {line(scheme.parameter or '')}"
            return [("Secret", f"the key for the {place}, or a function that returns it.{about}")]
        case "basic":
            return [("str", f"for basic authentication.{about}"), ("str", "of that user.")]
        case _:
            return [("Secret", f"an access token, or a function that returns one.{about}")]


def _scheme_expression(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case "apiKey":
            return f"ApiKey({literal(scheme.parameter or scheme.name)}, {literal(scheme.location_in or 'header')})"
        case "http":
            return "Basic()" if scheme.scheme == "basic" else "Bearer()"
        case "openIdConnect":
            return "OpenIdConnect()"
        case _:
            return "OAuth2()"


def _scheme_imports(schemes: Sequence[contexts.Scheme]) -> list[shared.Import]:
    makers = {s.expression.partition("(")[0] for s in schemes}
    return [shared.Import("._runtime.auth", tuple(makers))] if makers else []


def environment(scope: Scope) -> str:
    """How the names of environment variables begin."""
    return scope.client.package.replace(".", "_").upper()


def absolute(url: str) -> str:
    """An address; the document may give one relative to its own, which nobody knows here."""
    return url if "://" in url else f"http://localhost/{url.strip('/')}".rstrip("/")
