"""The module for tests of programs: a mock that has a stub for each operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clientloom.naming import free
from clientloom.plan import contexts
from clientloom.plan.names import Group
from clientloom.plan.native_contexts import Operation
from clientloom.plan.native_methods import resource_operations
from clientloom.plan.native_names import Resource
from clientloom.plan.operations import stream_names
from clientloom.plan.plugin import attribute
from clientloom.plan.scope import Scope
from clientloom.plan.types import grouped

#: What a mock has beside the operations.
MOCK_NAMES = frozenset(
    "aclose assert_all_called close handle_async_request handle_request requests".split()
)


def _names(groups: Sequence[object], *, stubbed: bool) -> list[str]:
    """What a mock needs of the runtime: of a document without tags, or without operations, less."""
    found = ["ANY", "BaseMock", "Stub", "matching"]
    return found + ["Stubs"] * bool(groups) + ["stubbed as _stubbed"] * stubbed


def native_testing(scope: Scope, header: contexts.Header) -> contexts.TestingModule:
    """The mock of a package with one client: what the client has, the mock has."""
    root = scope.root
    below = list(root.descendants())
    operations = {each.path: resource_operations(scope, each) for each in (root, *below)}
    wrappers = {_wrapper(o) for found in operations.values() for o in found}
    names = _names(below, stubbed="_stubbed" in wrappers)
    others = (f"{wrapper[1:]} as {wrapper}" for wrapper in wrappers - {"_stubbed"})
    imports = [
        contexts.Import("._runtime.testing", (*names, *others)),
        *(
            contexts.Import(f".resources.{each.module}", (each.class_name,))
            for each in below
            if operations[each.path]
        ),
    ]
    if operations[root.path]:
        imports.append(contexts.Import("._client", ("Client",)))
    return contexts.TestingModule(
        header=header,
        doc=f"What programs that call {scope.title} are tested with: nothing is sent.",
        imports=grouped(imports),
        errors="",
        groups=tuple(
            contexts.StubGroup(
                _class_name(each.class_name),
                tuple(_stubs(operations[each.path], each.class_name)),
                tuple(_children(each)),
            )
            for each in below
        ),
        mock=contexts.StubGroup(
            "Mock",
            tuple(_stubs(operations[root.path], "Client", MOCK_NAMES)),
            tuple(_children(root, MOCK_NAMES)),
        ),
        has_earlier=_has_earlier(scope),
    )


def plugin_testing(scope: Scope, header: contexts.Header) -> contexts.TestingModule:
    """The mock of a plugin: what its service has, the mock has."""
    groups = [group for group in scope.names.groups if group.operations]
    return contexts.TestingModule(
        header=header,
        doc=f"What programs that call {scope.title} are tested with: nothing is sent.",
        imports=grouped(
            [
                contexts.Import(
                    ".api._runtime.waylay_testing", tuple(_names(groups, stubbed=bool(groups)))
                ),
                *(contexts.Import(f".api.{g.module}", (g.class_name,)) for g in groups),
            ]
        ),
        errors="",
        groups=tuple(
            contexts.StubGroup(
                _class_name(group.class_name),
                tuple(
                    contexts.StubMethod(name, "_stubbed", f"{group.class_name}.{name}")
                    for operation in group.operations
                    for name in [scope.names.operations[operation.id]]
                ),
                (),
            )
            for group in groups
        ),
        mock=contexts.StubGroup(
            "Mock",
            (),
            tuple(
                (free(attribute(group), MOCK_NAMES), _class_name(group.class_name))
                for group in groups
            ),
        ),
    )


def documented_testing(scope: Scope, header: contexts.Header) -> contexts.TestingModule:
    """The mock of a package with a class for each API: each is an attribute, by its module's name."""
    groups = [group for group in scope.names.groups if group.operations]
    streams = any(stream_names(group, scope.names, scope.api) for group in groups)
    return contexts.TestingModule(
        header=header,
        doc=f"What programs that call {scope.title} are tested with: nothing is sent.",
        imports=grouped(
            [
                contexts.Import(
                    "._runtime.testing",
                    (
                        *_names(groups, stubbed=bool(groups)),
                        *(["stubbed_stream as _stubbed_stream"] if streams else []),
                    ),
                ),
                *(contexts.Import(f".api.{g.module}", (g.class_name,)) for g in groups),
            ]
        ),
        errors=scope.style.argument_errors,
        groups=tuple(
            contexts.StubGroup(
                _class_name(group.class_name),
                tuple(_documented_stubs(scope, group)),
                (),
            )
            for group in groups
        ),
        mock=contexts.StubGroup(
            "Mock",
            (),
            tuple((group.module, _class_name(group.class_name)) for group in groups),
        ),
        has_earlier=_has_earlier(scope),
    )


def _has_earlier(scope: Scope) -> bool:
    return any(operation.renamed_to for operation in scope.api.operations)


def _documented_stubs(scope: Scope, group: Group) -> Iterator[contexts.StubMethod]:
    streams = stream_names(group, scope.names, scope.api)
    for operation in group.operations:
        name = scope.names.operations[operation.id]
        yield contexts.StubMethod(name, "_stubbed", f"{group.class_name}.{name}")
        if operation.id in streams:
            twin = streams[operation.id]
            yield contexts.StubMethod(twin, "_stubbed_stream", f"{group.class_name}.{twin}")


def _class_name(name: str) -> str:
    return f"_{name}Stubs"


def _stubs(
    operations: tuple[Operation, ...], class_name: str, taken: frozenset[str] = frozenset()
) -> Iterator[contexts.StubMethod]:
    for operation in operations:
        of = f"{class_name}.{operation.name}"
        yield contexts.StubMethod(free(operation.name, taken), _wrapper(operation), of)


def _wrapper(operation: Operation) -> str:
    if operation.paging is not None:
        return "_stubbed_pages"
    return "_stubbed" if operation.stream is None else "_stubbed_stream"


def _children(resource: Resource, taken: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    for child in resource.children:
        yield free(child.attribute, taken), _class_name(child.class_name)
