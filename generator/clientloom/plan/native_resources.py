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
    name = resource.class_name
    about = line(resource.tag)
    methods, streams = method_names(operations)
    runtime = {"Resource", "AsyncResource", *derived(operations)}
    imports, typing_imports = import_groups(
        operations,
        [
            *([shared.Import("functools", ("cached_property",))] if resource.children else []),
            shared.Import(".._runtime.resources", tuple(runtime)),
        ],
        [
            shared.Import(f".{child.module}", (child.class_name, f"Async{child.class_name}"))
            for child in resource.children
        ],
        "..",
    )
    awaited = contexts.Variant(
        class_name=f"Async{name}",
        bases="AsyncResource",
        doc=f"The operations of {about}, to be awaited.",
        of=name,
        wrapper="awaitable",
        names=methods,
        streams=streams,
        answers=answers(f"Async{name}") if methods else (),
        children=tuple(child_groups(resource, "Async", ".")),
    )
    return contexts.ResourceModule(
        header=header,
        doc=f"The operations of {about}.",
        imports=imports,
        typing_imports=typing_imports,
        class_name=name,
        class_doc=resource.description.strip() or f"The operations of {about}.",
        answers=answers(name) if methods else (),
        children=tuple(child_groups(resource, "", ".")),
        operations=operations,
        variants=(awaited, *(answer_variants(name, methods) if methods else ())),
    )


def method_names(
    operations: Sequence[contexts.Operation],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of methods that return an answer, and of those that return a stream."""
    plain = tuple(o.name for o in operations if o.stream is None)
    return plain, tuple(o.name for o in operations if o.stream is not None)


def derived(operations: Sequence[contexts.Operation]) -> frozenset[str]:
    """What the classes that are derived from one with operations need of the runtime."""
    methods, streams = method_names(operations)
    none: frozenset[str] = frozenset()
    return (_FOR_METHODS if methods else none) | (_FOR_STREAMS if streams else none)


_FOR_METHODS: frozenset[str] = frozenset(
    "RawResource StreamingResource awaitable awaitable_raw awaitable_streamed raw streamed".split()
)
_FOR_STREAMS: frozenset[str] = frozenset({"awaitable_stream"})


def answers(class_name: str) -> tuple[contexts.Child, ...]:
    """What leads to the methods of a class that return their answers as they came."""
    raw = "The same operations; each returns its answer as it came."
    streaming = "The same operations; each returns its answer while it is on its way."
    return (
        contexts.Child("with_raw_response", f"{class_name}WithRawResponse", "", raw),
        contexts.Child(
            "with_streaming_response", f"{class_name}WithStreamingResponse", "", streaming
        ),
    )


_ANSWERS = (
    ("WithRawResponse", "RawResource", "raw", "as it came"),
    ("WithStreamingResponse", "StreamingResource", "streamed", "while it is on its way"),
)


def answer_variants(name: str, methods: tuple[str, ...]) -> Iterator[contexts.Variant]:
    """The classes that `answers` leads to, of the class with a name and of its asynchronous twin."""
    for suffix, base, wrapper, how in _ANSWERS:
        doc = f"The operations of `{name}`; each returns its answer {how}"
        yield contexts.Variant(f"{name}{suffix}", base, f"{doc}.", name, wrapper, methods)
        yield contexts.Variant(
            f"Async{name}{suffix}",
            base,
            f"{doc}, to be awaited.",
            name,
            f"awaitable_{wrapper}",
            methods,
        )


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
