"""What templates get: finished values. Every name is chosen, every type written, every list in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Header:
    """The constant first line of a generated file: what it is made from."""

    spec: str
    template: str


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import names`, or without a module, `import` and each name by itself."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a lazy package and the module that has it, relative to the package.

    :param now: what the module calls it, if the name is an earlier one
    """

    name: str
    module: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """An `__init__.py` and its `__init__.pyi`. `up` leads to the root package: "." or "..". Sorted by name."""

    header: Header
    doc: str
    up: str
    entries: tuple[Entry, ...]
    distribution: str | None = None


@dataclass(frozen=True, slots=True)
class InfoMethod:
    """A method made from another: `name = wrapper(of)`."""

    name: str
    wrapper: str
    of: str


@dataclass(frozen=True, slots=True)
class Waiter:
    """A method that repeats another, `of` its class, until the result is as wanted: `until` makes what says so.

    `signature` holds the parameters after `self`, `arguments` those that are passed on, as Python source.
    """

    name: str
    of: str
    signature: tuple[str, ...]
    returns: str
    doc: str
    until: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Iteration:
    """A method that gives all items of a list in pages: `name = iterate(of, expression, items)`.

    `kind` is the class of the runtime that `expression` makes, `items` a function that takes the items out of a page.
    """

    name: str
    of: str
    kind: str
    expression: str
    items: str


@dataclass(frozen=True, slots=True)
class EarlierCalls:
    """The ways of calling in which an argument has an earlier name.

    `names` has each of these with that of today, `signatures` what stands between the parentheses, `remark` what type
    checkers say of such a call.
    """

    names: tuple[tuple[str, str], ...]
    signatures: tuple[tuple[str, ...], ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Typing:
    """One way of calling a method; `remark` is what type checkers say of it, if it is deprecated."""

    signature: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Stream:
    """A method that gives the items of an answer as they come: `name = streamed(of, arguments)`."""

    name: str
    of: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of an API class.

    `signature` holds the parameters after `self`, `arguments` the first arguments of the call, `responses` the types by
    status, as Python source each; `returns` and `returns_value` are the same type, for the signature and for the call.
    `server` is where the operation is, if not where the others are; `renamed` is an earlier name, which the
    method has, and that of today.
    """

    name: str
    signature: tuple[str, ...]
    returns: str
    doc: str
    method: str
    path: str
    arguments: tuple[str, ...]
    returns_value: str
    responses: tuple[tuple[str, str], ...]
    security: str
    accept: str | None
    server: str | None
    renamed: tuple[str, str] | None
    info: tuple[InfoMethod, ...]
    iteration: Iteration | None = None
    stream: Stream | None = None
    waiters: tuple[Waiter, ...] = ()
    earlier: EarlierCalls | None = None

    @property
    def names(self) -> list[str]:
        """The methods that there are of this operation, each of their typings by itself."""
        return [
            *overloaded(self.name, self.earlier),
            *(i.name for i in self.info),
            *(made.name for made in (self.iteration, self.stream) if made),
            *(w.name for w in self.waiters),
        ]

    @property
    def deprecation(self) -> str:
        """What type checkers say of a method that is an earlier name."""
        return renaming(self.renamed)

    @property
    def typings(self) -> tuple[Typing, ...]:
        """The ways of calling that type checkers know, where arguments have earlier names."""
        return typings(self.signature, self.deprecation, self.earlier)


@dataclass(frozen=True, slots=True)
class ApiModule:
    """One module of operations."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    class_name: str
    class_doc: str
    async_class_name: str
    async_class_doc: str
    operations: tuple[Operation, ...]
    awaitables: tuple[str, ...]
    awaitable_pagers: tuple[str, ...] = ()
    awaitable_streams: tuple[str, ...] = ()

    @property
    def defines(self) -> list[str]:
        """The names that the module is to define, in order."""
        name, twin = self.class_name, self.async_class_name
        methods = [name for o in self.operations for name in o.names]
        return [
            *_members(name, ["__init__", *methods]),
            *_members(
                twin,
                ["__init__", *self.awaitables, *self.awaitable_pagers, *self.awaitable_streams],
            ),
        ]

    @property
    def calls(self) -> frozenset[str]:
        """What the module calls beside the expressions of its operations."""
        return frozenset(w.of for o in self.operations for w in o.waiters)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model: `name: annotation = default`, and what the document says of it."""

    name: str
    annotation: str
    default: str | None
    doc: str


@dataclass(frozen=True, slots=True)
class EarlierField:
    """An earlier name of a field, which type checkers know with its type."""

    name: str
    annotation: str
    remark: str


@dataclass(frozen=True, slots=True)
class EarlierMember:
    """An earlier name of a member of an enum."""

    name: str
    now: str


@dataclass(frozen=True, slots=True)
class EarlierModel:
    """A module that offers a class under its earlier name. `symbol` is what a program got there."""

    header: Header
    doc: str
    runtime: str
    module: str
    class_name: str
    name: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an enum."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One module with one class. `bases` is what stands in the parentheses."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    class_name: str
    bases: str
    class_doc: str
    fields: tuple[Field, ...] = ()
    members: tuple[Member, ...] = ()
    extras: str | None = None
    earlier: EarlierCalls | None = None
    earlier_fields: tuple[EarlierField, ...] = ()
    earlier_members: tuple[EarlierMember, ...] = ()

    @property
    def defines(self) -> list[str]:
        """The names that the module is to define, in order."""
        extras = ["__pydantic_extra__"] if self.extras else []
        return _members(
            self.class_name,
            [
                *(f.name for f in self.fields),
                *(["__init__"] * (len(self.earlier.signatures) + 2) if self.earlier else []),
                *(f.name for f in self.earlier_fields for _ in ("read", "set")),
                *(m.name for m in self.members),
                *(m.name for m in self.earlier_members),
                *extras,
            ],
        )


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable of a server's URL."""

    name: str
    default: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Server:
    """A server of the document."""

    url: str
    description: str
    variables: tuple[ServerVariable, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: its name and the expression that makes it."""

    name: str
    expression: str
    doc: str


@dataclass(frozen=True, slots=True)
class ConfigurationModule:
    """`configuration.py` of the documented styles."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """`api_client.py` of the documented styles."""

    header: Header
    doc: str
    distribution: str
    argument_errors: str
    http_info: str


@dataclass(frozen=True, slots=True)
class Reexports:
    """A module that offers names of the runtime under their documented place."""

    header: Header
    doc: str
    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """`pyproject.toml` of a generated distribution."""

    header: Header
    distribution: str
    version: str
    description: str
    package: str
    dependencies: tuple[str, ...]
    keywords: tuple[str, ...] = field(default=())


def typings(
    signature: tuple[str, ...], remark: str, earlier: EarlierCalls | None
) -> tuple[Typing, ...]:
    """The typings of a method whose arguments have earlier names; none if no argument has one.

    :param remark: what is deprecated about the method itself
    """
    if earlier is None:
        return ()
    old = (Typing(each, remark or earlier.remark) for each in earlier.signatures)
    return (Typing(signature, remark), *old)


def renaming(renamed: tuple[str, str] | None) -> str:
    """What is said of a method by its earlier name and that of today; nothing if it has no earlier one."""
    return f"`{renamed[0]}` is `{renamed[1]}` now" if renamed else ""


def overloaded(name: str, earlier: EarlierCalls | None) -> list[str]:
    """A method once for each of its typings, and once for itself."""
    return [name] * (len(earlier.signatures) + 2 if earlier else 1)


def _members(class_name: str, names: list[str]) -> list[str]:
    return [class_name, *(f"{class_name}.{name}" for name in names)]


@dataclass(frozen=True, slots=True)
class StubMethod:
    """The stubs of one operation: `name = wrapper(of)`."""

    name: str
    wrapper: str
    of: str


@dataclass(frozen=True, slots=True)
class StubGroup:
    """The stubs of one group. `children` are the names of the groups in it, and their classes."""

    class_name: str
    stubs: tuple[StubMethod, ...]
    children: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TestingModule:
    """The module for tests of programs. `errors` is how faults of arguments are reported, where styles differ in it."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    errors: str
    groups: tuple[StubGroup, ...]
    mock: StubGroup
    has_earlier: bool = False
    """Whether there are stubs for methods under earlier names."""

    @property
    def defines(self) -> list[str]:
        """What the module is to define."""
        names = ["__all__"]
        for group in self.groups:
            own = [*(s.name for s in group.stubs), *(["__init__"] if group.children else [])]
            names += _members(group.class_name, own)
        own = [*(["_errors"] if self.errors else []), *(s.name for s in self.mock.stubs)]
        return [*names, *_members("Mock", [*own, "__init__"])]

    @property
    def calls(self) -> frozenset[str]:
        """What the module calls beside what its template spells out."""
        groups = (*self.groups, self.mock)
        made = {class_name for group in groups for _, class_name in group.children}
        return frozenset(made | {stub.wrapper for group in groups for stub in group.stubs})
