"""The plan: which files there are, and every value that their templates print.

What a document names is named here, by the rules of the style; what it types is typed here; every import is known here.
Templates only lay it out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from clientloom.api import Api, Schema
from clientloom.config import Client
from clientloom.models import Annotations, field_annotations
from clientloom.naming import MODULE_NAMES, free, snake
from clientloom.plan import contexts, plugin, plugin_pages
from clientloom.plan.aliases import schema_aliases, with_earlier_operations
from clientloom.plan.identity import identities, operation_names
from clientloom.plan.models import model_module
from clientloom.plan.names import Group, choose_names
from clientloom.plan.names import Names as ChosenNames
from clientloom.plan.native import CLIENT as OWN_CLIENT
from clientloom.plan.native import RESOURCE
from clientloom.plan.native_names import Resource
from clientloom.plan.operations import api_module
from clientloom.plan.packages import PACKAGES
from clientloom.plan.pages import api_page, model_page, readme
from clientloom.plan.pagination import all_paged
from clientloom.plan.scope import Scope
from clientloom.plan.shapes import shaped, uses_xml
from clientloom.plan.streams import streaming
from clientloom.plan.types import TypeWriter
from clientloom.renames import Alias, Names
from clientloom.styles import find_style
from clientloom.styles.base import Each, File, Style


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: where it goes, the template that shapes it, and the values for it.

    A job without a context is a file that is copied.
    """

    path: str
    template: str
    context: Any = None


@dataclass(frozen=True, slots=True)
class Styled:
    """An API as the style of a client types it, and the names of its parts there: what all planning begins with."""

    api: Api
    client: Client
    style: Style
    names: ChosenNames


def styled(api: Api, client: Client) -> Styled:
    """Type an API as the style of a client does, and name its parts."""
    style = find_style(client.style)
    api = shaped(api, style)
    return Styled(api, client, style, choose_names(api, style))


def named(found: Styled, *, shapes: bool = True) -> Names:
    """What the parts of an API are called in a client, for a later run to know.

    :param shapes: whether schemas that moved are to be known by their shapes
    """
    return identities(found.api, found.names, found.style, shapes=shapes)


def scope_of(
    found: Styled, only: Container[str] | None = None, earlier: Sequence[Alias] = ()
) -> Scope:
    """Decide on what all files of a client's distribution have in common.

    :param only: the schemas whose fields are asked for; all if None
    :param earlier: names that live on
    """
    api, client, style, names = found.api, found.client, found.style, found.names
    if earlier:
        api = with_earlier_operations(api, operation_names(api, names, style), earlier)
        names = choose_names(api, style)
    return Scope(
        api=api,
        client=client,
        style=style,
        names=names,
        annotations=field_annotations(
            api, names.classes, None if only is None else _both(api, only)
        ),
        writer=TypeWriter(api, names.classes),
        paged=all_paged(api, client, names),
        aliases=schema_aliases(api, earlier),
    )


def _both(api: Api, only: Container[str]) -> frozenset[str]:
    """Some schemas, and what requests have in their place."""
    return frozenset(n for n, s in api.schemas.items() if (s.fetched_as or n) in only)


def plan(found: Styled, earlier: Sequence[Alias] = ()) -> list[Job]:
    """Decide on every file of a client's distribution, in alphabetical order of their paths.

    :param earlier: names that live on
    """
    scope = scope_of(found, earlier=earlier)
    api, style = scope.api, scope.style
    jobs = [job for file in style.files for job in _jobs(file, scope)]
    copies = [
        Job(f"{_fill(scope, folder)}/{module}", f"runtime/{module}")
        for folder, module in style.runtime
    ]
    needed = {
        "streams": any(streaming(api, each.responses) for each in api.operations),
        "xml": uses_xml(api),
    }
    copies += [
        Job(f"{_fill(scope, style.runtime[0][0])}/{module}", f"runtime/{module}")
        for feature, modules in style.runtime_for
        if needed[feature]
        for module in modules
    ]
    return sorted([*jobs, *copies], key=lambda job: job.path)


def planned_model(scope: Scope, schema: Schema) -> contexts.ModelModule:
    """The module of one schema."""
    return _model(scope, schema, contexts.Header("", ""))


def _jobs(file: File, scope: Scope) -> Iterable[Job]:
    template = f"templates/{file.template}"
    header = contexts.Header(scope.spec_label, template)
    match file.each:
        case Each.CLIENT:
            context = _CLIENT[file.context](scope, header)
            yield Job(_fill(scope, file.path), file.template, context)
        case Each.API:
            for group in scope.names.groups:
                path = _fill(scope, file.path, module=group.module, name=group.page)
                yield Job(path, file.template, _API[file.context](scope, group, header))
        case Each.MODEL:
            for schema in scope.api.schemas.values():
                module, name = scope.names.modules[schema.name], scope.names.pages[schema.name]
                path = _fill(scope, file.path, module=module, name=name)
                yield Job(path, file.template, _MODEL[file.context](scope, schema, header))
                if runtime := _RUNTIMES.get(file.context):
                    yield from _earlier_modules(file, scope, schema, runtime)
        case Each.RESOURCE:
            for resource in scope.root.descendants():
                path = _fill(scope, file.path, module=resource.module)
                yield Job(path, file.template, _RESOURCE[file.context](scope, resource, header))


def _earlier_modules(file: File, scope: Scope, schema: Schema, runtime: str) -> Iterable[Job]:
    """The modules that a class had under its earlier names."""
    template = "shared/earlier_model.py.jinja"
    for name in scope.aliases.of_class(schema.name):
        module = free(snake(name), MODULE_NAMES)
        if module not in scope.names.modules.values():
            header = contexts.Header(scope.spec_label, f"templates/{template}")
            folder = PurePosixPath(file.path).parent.name.format(models=scope.style.models)
            context = contexts.EarlierModel(
                header=header,
                doc=f"The earlier name of {scope.names.classes[schema.name]}.",
                runtime=runtime,
                module=scope.names.modules[schema.name],
                class_name=scope.names.classes[schema.name],
                name=name,
                symbol=f"{scope.client.package}.{folder}.{module}.{name}",
            )
            yield Job(_fill(scope, file.path, module=module), template, context)


def _fill(scope: Scope, path: str, module: str = "", name: str = "") -> str:
    return path.format(
        distribution=scope.client.distribution,
        package=scope.client.package.replace(".", "/"),
        models=scope.style.models,
        module=module,
        name=name,
    )


def _api(scope: Scope, group: Group, header: contexts.Header) -> contexts.ApiModule:
    return api_module(
        group, scope.names, scope.writer, scope.style, scope.paged, scope.aliases, header
    )


def _model(scope: Scope, schema: Schema, header: contexts.Header) -> contexts.ModelModule:
    annotations = scope.annotations.get(schema.name, Annotations({}))
    return model_module(
        scope.api,
        schema,
        annotations,
        scope.names,
        scope.style,
        header,
        scope.client.line_length,
        earlier=scope.aliases.of_parts(schema.name),
    )


_CLIENT: Mapping[str, Callable[[Scope, contexts.Header], Any]] = {
    **PACKAGES,
    **OWN_CLIENT,
    "readme": readme,
    **plugin.CLIENT,
    **plugin_pages.CLIENT,
}
_API: Mapping[str, Callable[[Scope, Group, contexts.Header], Any]] = {
    "api": _api,
    "api_page": api_page,
    **plugin.API,
    **plugin_pages.API,
}
_MODEL: Mapping[str, Callable[[Scope, Schema, contexts.Header], Any]] = {
    "model": _model,
    "model_page": model_page,
    **plugin.MODEL,
}
_RUNTIMES: Mapping[str, str] = {"model": ".._runtime", "plugin_model": plugin.RUNTIME}
"""The kinds of modules with one class each, and where they find the runtime."""
_RESOURCE: Mapping[str, Callable[[Scope, Resource, contexts.Header], Any]] = {**RESOURCE}
