"""Files that a distribution has once: packages, configuration, the project file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clientloom.escape import line
from clientloom.plan import contexts
from clientloom.plan.entries import model_entries
from clientloom.plan.scope import Scope
from clientloom.plan.security import TOKEN_NAMES, scheme_expression, scheme_imports
from clientloom.plan.shapes import uses_xml
from clientloom.plan.testing import documented_testing, plugin_testing
from clientloom.plan.types import grouped

EXCEPTIONS = (
    "ApiAttributeError",
    "ApiConnectionException",
    "ApiDecodeException",
    "ApiException",
    "ApiKeyError",
    "ApiTimeoutException",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestException",
    "ConflictException",
    "ForbiddenException",
    "NotFoundException",
    "OpenApiException",
    "ServiceException",
    "TokenException",
    "UnauthorizedException",
    "UnprocessableEntityException",
)

WAITING = ("WaitFailedError", "WaitTimeoutError", "wait_for", "wait_for_async")

_ROOT_EXCEPTIONS = (
    "ApiAttributeError",
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "OpenApiException",
)


def _package(
    header: contexts.Header,
    doc: str,
    up: str,
    entries: Iterable[contexts.Entry],
    distribution: str | None = None,
) -> contexts.Package:
    return contexts.Package(
        header, doc, up, tuple(sorted(entries, key=lambda e: e.name)), distribution
    )


def _api_entries(scope: Scope, folder: str) -> list[contexts.Entry]:
    return [
        contexts.Entry(name, f"{folder}{group.module}")
        for group in scope.names.groups
        for name in (group.class_name, f"Async{group.class_name}")
    ]


_PAGES = ("AsyncPager", "Page", "Pager")
"""What a package with lists in pages offers."""


def _root_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    entries = [
        contexts.Entry("ApiClient", ".api_client"),
        contexts.Entry("AsyncApiClient", ".api_client"),
        contexts.Entry("Configuration", ".configuration"),
        *(contexts.Entry(name, ".exceptions") for name in _ROOT_EXCEPTIONS),
        *(contexts.Entry(name, "._runtime.pagers") for name in _PAGES if scope.paged),
        *(contexts.Entry(name, "._runtime.waiting") for name in WAITING),
    ]
    if scope.style.root_exports_everything:
        entries += _api_entries(scope, ".api.")
        entries += model_entries(scope, f".{scope.style.models}.")
        entries += (
            [contexts.Entry("ApiResponse", "._runtime.operations")]
            if scope.style.http_info == "response"
            else []
        )
    doc = f"A client for {scope.title}."
    return _package(header, doc, ".", entries, scope.client.distribution)


def _api_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    return _package(header, "The operations, one module per tag.", "..", _api_entries(scope, "."))


def _apis_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    return _package(header, "All API classes.", "..", _api_entries(scope, "..api."))


def _models_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    folder = "." if scope.style.models == "models" else f"..{scope.style.models}."
    return _package(header, "All models.", "..", model_entries(scope, folder))


def _model_package(scope: Scope, header: contexts.Header) -> contexts.Package:
    return _package(header, "The models, one module each.", "..", model_entries(scope, "."))


def _client(scope: Scope, header: contexts.Header) -> contexts.ClientModule:
    return contexts.ClientModule(
        header=header,
        doc=f"The clients of {scope.title}: one that waits, one to await.",
        distribution=scope.client.distribution,
        argument_errors=scope.style.argument_errors,
        http_info=scope.style.http_info,
    )


def _configuration(scope: Scope, header: contexts.Header) -> contexts.ConfigurationModule:
    schemes = [
        contexts.Scheme(s.name, scheme_expression(scope.api, s), line(s.description))
        for s in scope.api.security_schemes
        if s.kind != "mutualTLS"
    ]
    server_names = (
        ("Server", "ServerVariable") if any(s.variables for s in scope.api.servers) else ("Server",)
    )
    imports = [
        *scheme_imports(s.expression for s in schemes),
        contexts.Import("._runtime.configuration", ("DocumentedConfiguration", *server_names)),
    ]
    return contexts.ConfigurationModule(
        header=header,
        doc=f"Where {scope.title} is, and how a caller proves who is calling.",
        imports=grouped(imports),
        servers=tuple(
            contexts.Server(
                s.url,
                s.description,
                tuple(contexts.ServerVariable(v.name, v.default, v.choices) for v in s.variables),
            )
            for s in scope.api.servers
        ),
        schemes=tuple(schemes),
    )


def _exceptions(scope: Scope, header: contexts.Header) -> contexts.Reexports:
    return contexts.Reexports(header, "What a call can raise.", "._runtime.exceptions", EXCEPTIONS)


def _rest(scope: Scope, header: contexts.Header) -> contexts.Reexports:
    return contexts.Reexports(
        header,
        "The exceptions, where scripts import them from.",
        "._runtime.exceptions",
        EXCEPTIONS,
    )


def _auth(scope: Scope, header: contexts.Header) -> contexts.Reexports:
    doc = "What obtains access tokens: a client takes such a source in place of a token."
    return contexts.Reexports(header, doc, "._runtime.token_sources", TOKEN_NAMES)


def _settings(scope: Scope, header: contexts.Header) -> contexts.Reexports:
    doc = "What a configuration can hold: retries, timeouts, and hooks around each attempt."
    names = (
        "AsyncMiddleware",
        "Failure",
        "Hooks",
        "Middleware",
        "Request",
        "Response",
        "Retry",
        "Timeouts",
    )
    return contexts.Reexports(header, doc, "._runtime.client", names)


def _api_response(scope: Scope, header: contexts.Header) -> contexts.Reexports:
    doc = "What a call gives with status and headers."
    return contexts.Reexports(header, doc, "._runtime.operations", ("ApiResponse",))


def _marker(scope: Scope, header: contexts.Header) -> contexts.Header:
    return header


def _project(scope: Scope, header: contexts.Header) -> contexts.Project:
    return contexts.Project(
        header=header,
        distribution=scope.client.distribution,
        version=scope.client.version,
        description=scope.client.description or f"A client for {scope.title}.",
        package=scope.client.package,
        dependencies=tuple(
            sorted(
                [*scope.style.dependencies, *(["defusedxml>=0.7.1"] if uses_xml(scope.api) else [])]
            )
        ),
    )


PACKAGES: Mapping[str, Callable[[Scope, contexts.Header], Any]] = {
    "root_package": _root_package,
    "api_package": _api_package,
    "apis_package": _apis_package,
    "models_package": _models_package,
    "model_package": _model_package,
    "client": _client,
    "configuration": _configuration,
    "exceptions": _exceptions,
    "rest": _rest,
    "auth": _auth,
    "settings": _settings,
    "testing": documented_testing,
    "plugin_testing": plugin_testing,
    "api_response": _api_response,
    "marker": _marker,
    "project": _project,
}
