"""The modules of resources: a class with the operations of a tag, and the classes derived from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    methods = method_names(operations)
    imports, typing_imports = import_groups(
        operations,
        [
            *([shared.Import("functools", ("cached_property",))] if resource.children else []),
            shared.Import(".._runtime.resources", ("AsyncResource", "Resource")),
            *derived(methods, ".."),
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
        names=methods.awaitables,
        streams=methods.streams,
        answers=answers(methods, f"Async{name}"),
        children=tuple(child_groups(resource, "Async", ".")),
        paged_wrapper="awaitable_pager",
        paged=methods.paged,
    )
    return contexts.ResourceModule(
        header=header,
        doc=f"The operations of {about}.",
        imports=imports,
        typing_imports=typing_imports,
        class_name=name,
        class_doc=resource.description.strip() or f"The operations of {about}.",
        answers=answers(methods, name),
        children=tuple(child_groups(resource, "", ".")),
        operations=operations,
        variants=(awaited, *answer_variants(methods, name)),
    )


@dataclass(frozen=True, slots=True)
class MethodNames:
    """The names of methods by what they return: an answer, a list in pages, a stream; and those that wait."""

    plain: tuple[str, ...]
    paged: tuple[str, ...]
    streams: tuple[str, ...]
    waiters: tuple[str, ...]

    @property
    def awaitables(self) -> tuple[str, ...]:
        """Those whose result is awaited, and nothing else."""
        return (*self.plain, *self.waiters)

    @property
    def answer(self) -> bool:
        """Whether one has an answer, which can be had as it came."""
        return bool(self.plain or self.paged or self.streams)


def method_names(operations: Sequence[contexts.Operation]) -> MethodNames:
    """The names of the methods of operations."""
    streams = tuple(o.name for o in operations if o.stream is not None)
    paged = tuple(o.name for o in operations if o.paging is not None)
    return MethodNames(
        tuple(o.name for o in operations if o.stream is None and o.paging is None),
        paged,
        streams,
        tuple(w.name for o in operations for w in o.waiters),
    )


def derived(methods: MethodNames, up: str) -> Iterator[shared.Import]:
    """What the classes that are derived from one with operations need of the runtime."""
    names = [
        *(_FOR_ANSWERS if methods.answer else ()),
        *(_FOR_PLAIN if methods.plain else ()),
        *(_FOR_STREAMS if methods.streams else ()),
    ]
    if names:
        yield shared.Import(f"{up}_runtime.resources", tuple(names))
    if methods.paged:
        yield shared.Import(f"{up}_runtime.native_paging", _FOR_PAGED)


_FOR_ANSWERS = ("RawResource", "StreamingResource")
_FOR_PLAIN = ("awaitable", "awaitable_raw", "awaitable_streamed", "raw", "streamed")
_FOR_PAGED = (
    "awaitable_pager",
    "awaitable_raw_page",
    "awaitable_streamed_page",
    "raw_page",
    "streamed_page",
)
_FOR_STREAMS = (
    "awaitable_raw_stream",
    "awaitable_stream",
    "awaitable_streamed_stream",
    "raw_stream",
    "streamed_stream",
)


def answers(methods: MethodNames, class_name: str) -> tuple[contexts.Child, ...]:
    """What leads to the methods of a class that return their answers as they came."""
    if not methods.answer:
        return ()
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


def answer_variants(methods: MethodNames, name: str) -> Iterator[contexts.Variant]:
    """The classes that `answers` leads to, of the class with a name and of its asynchronous twin."""
    for suffix, base, wrapper, how in _ANSWERS if methods.answer else ():
        for prefix, text, awaitable in (("", "", ""), ("Async", ", to be awaited", "awaitable_")):
            yield contexts.Variant(
                class_name=f"{prefix}{name}{suffix}",
                bases=base,
                doc=f"The operations of `{name}`; each returns its answer {how}{text}.",
                of=name,
                wrapper=f"{awaitable}{wrapper}",
                names=methods.plain,
                paged_wrapper=f"{awaitable}{wrapper}_page",
                paged=methods.paged,
                stream_wrapper=f"{awaitable}{wrapper}_stream",
                streams=methods.streams,
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
