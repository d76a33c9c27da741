"""A package with one client: resources by tag, typed keyword arguments, a sync and an async form of each method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from clientloom.plan import contexts as shared
from clientloom.plan.native_client import client_module
from clientloom.plan.native_methods import ERRORS
from clientloom.plan.native_names import Resource, resources
from clientloom.plan.native_pages import client_page, readme, resource_page
from clientloom.plan.native_resources import resource_module
from clientloom.plan.scope import Scope
from clientloom.plan.testing import native_testing


def root_package(scope: Scope, header: shared.Header) -> shared.Package:
    """The package itself."""
    entries = [
        shared.Entry("AsyncClient", "._client"),
        shared.Entry("Client", "._client"),
        shared.Entry("Omit", "._runtime.arguments"),
        shared.Entry("omit", "._runtime.arguments"),
        shared.Entry("AsyncPager", "._runtime.pagers"),
        shared.Entry("AsyncStream", "._runtime.streaming"),
        shared.Entry("AsyncStreamingResponse", "._runtime.downloads"),
        shared.Entry("Page", "._runtime.pagers"),
        shared.Entry("Pager", "._runtime.pagers"),
        shared.Entry("RawResponse", "._runtime.native"),
        shared.Entry("WaitFailedError", "._runtime.waiting"),
        shared.Entry("WaitTimeoutError", "._runtime.waiting"),
        shared.Entry("auth", "."),
        shared.Entry("wait_for", "._runtime.waiting"),
        shared.Entry("wait_for_async", "._runtime.waiting"),
        shared.Entry("Retry", "._runtime.native"),
        shared.Entry("ServerSentEvent", "._runtime.events"),
        shared.Entry("Stream", "._runtime.streaming"),
        shared.Entry("StreamingResponse", "._runtime.downloads"),
        shared.Entry("errors", "."),
        shared.Entry("models", "."),
        shared.Entry("types", "."),
        *(shared.Entry(name, ".errors") for name in ERRORS),
    ]
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return shared.Package(
        header, f"A client for {scope.title}.", ".", by_name, scope.client.distribution
    )


def resources_package(scope: Scope, header: shared.Header) -> shared.Package:
    """The package of all resources."""
    entries = [
        shared.Entry(name, f".{each.module}")
        for each in resources(scope.api).descendants()
        for name in (each.class_name, f"Async{each.class_name}")
    ]
    by_name = tuple(sorted(entries, key=lambda e: e.name))
    return shared.Package(header, "The operations, one module per tag.", "..", by_name)


def errors_module(scope: Scope, header: shared.Header) -> shared.Reexports:
    """What a call can raise."""
    names = tuple(sorted(ERRORS))
    return shared.Reexports(header, "What a failed call raises.", "._runtime.errors", names)


def types_module(scope: Scope, header: shared.Header) -> shared.Reexports:
    """Types for annotations of a program's own."""
    names = tuple(
        """
        AsyncClientOptions AsyncMiddleware AsyncPager ClientOptions ContentTypes Failure FileTypes Middleware Omit
        Outcome Page Pager RawResponse Request RequestOptions Response Retry StreamOptions Timeout Timeouts
        """.split()
    )
    doc = "Types that arguments and results have, for annotations."
    return shared.Reexports(header, doc, "._runtime.native", names)


#: The kinds of files of this shape, by what they are repeated for.
CLIENT: Mapping[str, Callable[[Scope, shared.Header], Any]] = {
    "own_client": client_module,
    "own_client_page": client_page,
    "own_errors": errors_module,
    "own_package": root_package,
    "own_readme": readme,
    "own_testing": native_testing,
    "own_types": types_module,
    "resources_package": resources_package,
}
RESOURCE: Mapping[str, Callable[[Scope, Resource, shared.Header], Any]] = {
    "resource": resource_module,
    "resource_page": resource_page,
}
