"""What the templates of a package with one client and its resources get: finished values, as in `contexts`."""

from __future__ import annotations

from dataclasses import dataclass

from clientloom.plan.contexts import (
    EarlierCalls,
    Header,
    Import,
    Typing,
    Waiter,
    overloaded,
    renaming,
    typings,
)


@dataclass(frozen=True, slots=True)
class Paging:
    """How a list comes in pages: what makes the next one, and where a page has its items, as Python source."""

    kind: str
    expression: str
    items: str


@dataclass(frozen=True, slots=True)
class Stream:
    """How the items of a stream are read. `events` is what an item of an event stream is; empty if it is its data."""

    events: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method.

    `signature` holds the parameters after `self`, `arguments` the first arguments of the call, `responses` the types by
    status, as Python source each; `returns` and `returns_value` are the same type, for the signature and for the call.
    `deprecated` is what to call the operation in a warning, `deprecated_arguments` are the names of arguments.
    `renamed` is an earlier name, which the method has, and that of today.
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
    base_url: str | None
    stream: Stream | None
    deprecated: str | None
    renamed: tuple[str, str] | None
    deprecated_arguments: tuple[str, ...]
    paging: Paging | None = None
    waiters: tuple[Waiter, ...] = ()
    earlier: EarlierCalls | None = None

    @property
    def names(self) -> list[str]:
        """The methods that there are of this operation, each of their typings by itself."""
        return [*overloaded(self.name, self.earlier), *(w.name for w in self.waiters)]

    @property
    def deprecation(self) -> str:
        """What type checkers say of a method that is an earlier name."""
        return renaming(self.renamed)

    @property
    def typings(self) -> tuple[Typing, ...]:
        """The ways of calling that type checkers know, where arguments have earlier names."""
        return typings(self.signature, self.deprecation, self.earlier)


@dataclass(frozen=True, slots=True)
class Child:
    """An attribute that is a group of operations. `module` is relative to the module that has the attribute."""

    name: str
    class_name: str
    module: str
    doc: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A class with the methods of another, each of them wrapped: to be awaited, or with the answer as it came.

    `names` are wrapped in `wrapper`, `paged` (whose results come in pages) in `paged_wrapper`, `streams` in
    `stream_wrapper`. `answers` are the classes for answers as they came that an object of this class leads to; there
    are none if it is such a class.
    """

    class_name: str
    bases: str
    doc: str
    of: str
    wrapper: str
    names: tuple[str, ...]
    streams: tuple[str, ...] = ()
    answers: tuple[Child, ...] = ()
    children: tuple[Child, ...] = ()
    paged_wrapper: str = ""
    paged: tuple[str, ...] = ()
    stream_wrapper: str = "awaitable_stream"

    @property
    def defines(self) -> list[str]:
        """What the class is to define, with itself."""
        own = [
            *(c.name for c in (*self.children, *self.answers)),
            *self.names,
            *self.paged,
            *self.streams,
        ]
        return [self.class_name, *(f"{self.class_name}.{name}" for name in own)]

    @property
    def calls(self) -> frozenset[str]:
        """The classes that it makes objects of, and what it wraps methods in."""
        wrappers = {self.wrapper, self.paged_wrapper, self.stream_wrapper}
        return _made(*self.children, *self.answers) | wrappers


def _made(*children: Child) -> frozenset[str]:
    return frozenset(c.class_name for c in children)


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """The operations of one tag."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    class_name: str
    class_doc: str
    answers: tuple[Child, ...]
    children: tuple[Child, ...]
    operations: tuple[Operation, ...]
    variants: tuple[Variant, ...]

    @property
    def defines(self) -> list[str]:
        """What the module is to define."""
        own = [c.name for c in (*self.children, *self.answers)]
        own += [name for o in self.operations for name in o.names]
        return [
            self.class_name,
            *(f"{self.class_name}.{name}" for name in own),
            *(name for variant in self.variants for name in variant.defines),
        ]

    @property
    def calls(self) -> frozenset[str]:
        """What the module calls beside the expressions of its operations."""
        repeated = frozenset(w.of for o in self.operations for w in o.waiters)
        made = _made(*self.children, *self.answers)
        return made.union(repeated, *(v.calls for v in self.variants))


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of the API's address: its name there, the keyword argument for it, and what it can be."""

    name: str
    keyword: str
    default: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: its name, the expression that makes it, and its secrets with their keyword arguments."""

    name: str
    expression: str
    keywords: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """Both clients. `signature` holds the first keyword arguments of their constructors.

    `servers` are the other addresses, as expressions. `secrets` and `variables` are the keyword arguments that the core
    gets in dicts of their own.
    """

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    distribution: str
    environment: str
    url: str
    server_variables: tuple[ServerVariable, ...]
    servers: tuple[str, ...]
    schemes: tuple[Scheme, ...]
    class_doc: str
    async_class_doc: str
    signature: tuple[str, ...]
    secrets: tuple[str, ...]
    variables: tuple[str, ...]
    answers: tuple[Child, ...]
    async_answers: tuple[Child, ...]
    children: tuple[Child, ...]
    async_children: tuple[Child, ...]
    operations: tuple[Operation, ...]
    awaitables: tuple[str, ...]
    awaitable_pagers: tuple[str, ...]
    awaitable_streams: tuple[str, ...]
    variants: tuple[Variant, ...]

    @property
    def defines(self) -> list[str]:
        """What the module is to define."""
        own = ["_api", "__init__", *(c.name for c in (*self.children, *self.answers))]
        methods = {
            "Client": [name for o in self.operations for name in o.names],
            "AsyncClient": [*self.awaitables, *self.awaitable_pagers, *self.awaitable_streams],
        }
        return [
            "_API",
            *(
                f"{name}{member}"
                for name, names in methods.items()
                for member in ("", *(f".{n}" for n in (*own, *names)))
            ),
            *(name for variant in self.variants for name in variant.defines),
        ]

    @property
    def calls(self) -> frozenset[str]:
        """What the module calls beside the expressions of its operations."""
        made = _made(*self.children, *self.async_children, *self.answers, *self.async_answers)
        made |= {"awaitable", "awaitable_pager"}
        made |= {w.of for o in self.operations for w in o.waiters}
        return made.union(*(v.calls for v in self.variants))


# --- Pages: code and types are finished, text of the document is left to be escaped


@dataclass(frozen=True, slots=True)
class Row:
    """An argument. `type` is Markdown."""

    name: str
    type: str
    description: str
    notes: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A status that raises an error."""

    status: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Section:
    """One operation on a page.

    :param call: the expression for the method, from the client
    :param example: a program, line by line
    :param returns: the type of the result, as Markdown
    :param streams: whether that is the type of an item of a stream
    """

    name: str
    call: str
    method: str
    path: str
    summary: str
    description: str
    deprecated: bool
    example: tuple[str, ...]
    arguments: tuple[Row, ...]
    returns: str
    streams: bool
    answer: str
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a page. `name` and `page` are Markdown-safe."""

    name: str
    page: str
    description: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a resource, or of the client. `up` leads to the folder of the README."""

    header: Header
    title: str
    up: str
    description: str
    parameters: tuple[Row, ...]
    children: tuple[Link, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Authentication:
    """A security scheme on the front page.

    :param kind: what it wants and where that goes, in words
    :param arguments: the keyword arguments of clients, each alternative as Markdown
    :param scopes: names and descriptions
    """

    name: str
    kind: str
    description: str
    arguments: tuple[str, ...]
    scopes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Readme:
    """The front page of a distribution. `example`, `async_example` and `testing` are programs, line by line.

    :param source_keyword: the argument that takes a source of tokens; empty where the document knows no token endpoint
    """

    header: Header
    title: str
    description: str
    distribution: str
    package: str
    environment: str
    example: tuple[str, ...]
    async_example: tuple[str, ...]
    testing: tuple[str, ...]
    parameters: tuple[Row, ...]
    authentication: tuple[Authentication, ...]
    source_keyword: str
    methods: tuple[Link, ...]
    models: tuple[Link, ...]
