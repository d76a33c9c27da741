"""The modules of resources: a class with the operations of a tag, and the classes derived from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clientloom.escape import line
from clientloom.plan import contexts as shared
from clientloom.plan import native_contexts as contexts
from clientloom.plan.native_methods import import_groups, resource_operations
from clientloom.plan.native_names import Resource
from clientloom.plan.scope import Scope


def resource_module(
    scope: Scope, resource: Resource, header: shared.Header
) -> contexts.ResourceModule:
    """The module of one resource."""
    operations = resource_operations(scope, resource)
    names, raw_name = resource.class_name, f"{resource.class_name}WithRawResponse"
    about = line(resource.tag)
    runtime = {"Resource", "AsyncResource"}
    if operations:
        runtime |= {"RawResource"}
    imports, typing_imports = import_groups(
        operations,
        [
            *([shared.Import("functools", ("cached_property",))] if resource.children else []),
            shared.Import(".._runtime.resources", tuple(runtime)),
            *wrappers(operations, ".."),
        ],
        [
            shared.Import(f".{child.module}", (child.class_name, f"Async{child.class_name}"))
            for child in resource.children
        ],
        "..",
    )
    methods = tuple(o.name for o in operations if o.paging is None)
    paged = tuple(o.name for o in operations if o.paging is not None)
    waiters = tuple(w.name for o in operations for w in o.waiters)
    awaited = contexts.Variant(
        class_name=f"Async{names}",
        bases="AsyncResource",
        doc=f"The operations of {about}, to be awaited.",
        of=names,
        wrapper="awaitable",
        raw=raw_answers(f"Async{raw_name}") if operations else None,
        names=(*methods, *waiters),
        children=tuple(child_groups(resource, "Async", ".")),
        paged_wrapper="awaitable_pager",
        paged=paged,
    )
    return contexts.ResourceModule(
        header=header,
        doc=f"The operations of {about}.",
        imports=imports,
        typing_imports=typing_imports,
        class_name=names,
        class_doc=resource.description.strip() or f"The operations of {about}.",
        raw=raw_answers(raw_name) if operations else None,
        children=tuple(child_groups(resource, "", ".")),
        operations=operations,
        variants=(awaited, *(raw_variants(names, raw_name, methods, paged) if operations else ())),
    )


def raw_answers(class_name: str) -> contexts.Child:
    doc = "The same operations; each returns its answer as it came."
    return contexts.Child("with_raw_response", class_name, "", doc)


def raw_variants(
    names: str, raw_name: str, methods: tuple[str, ...], paged: tuple[str, ...]
) -> list[contexts.Variant]:
    doc = f"The operations of `{names}`; each returns its answer as it came{{}}."
    return [
        contexts.Variant(
            class_name=f"{prefix}{raw_name}",
            bases="RawResource",
            doc=doc.format(text),
            of=names,
            wrapper=f"{wrapper}raw",
            raw=None,
            names=methods,
            paged_wrapper=f"{wrapper}raw_page",
            paged=paged,
        )
        for prefix, text, wrapper in (("", "", ""), ("Async", ", to be awaited", "awaitable_"))
    ]


def wrappers(operations: Sequence[contexts.Operation], up: str) -> Iterator[shared.Import]:
    """What the variants of methods are made by."""
    if any(o.paging is None for o in operations):
        yield shared.Import(f"{up}_runtime.resources", ("awaitable", "awaitable_raw", "raw"))
    if any(o.paging is not None for o in operations):
        names = ("awaitable_pager", "awaitable_raw_page", "raw_page")
        yield shared.Import(f"{up}_runtime.native_paging", names)


def child_groups(resource: Resource, prefix: str, folder: str) -> Iterator[contexts.Child]:
    for child in resource.children:
        yield contexts.Child(
            child.attribute,
            f"{prefix}{child.class_name}",
            f"{folder}{child.module}",
            _first_line(child.description) or f"The operations of {line(child.tag)}.",
        )


def _first_line(text: str) -> str:
    return text.strip().split("\n")[0].strip()
