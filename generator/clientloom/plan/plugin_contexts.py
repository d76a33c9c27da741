"""What the templates of the `waylay` style get: finished values, as in `clientloom.plan.contexts`."""

from __future__ import annotations

from dataclasses import dataclass

from clientloom.escape import literal
from clientloom.plan.contexts import EarlierCalls, EarlierField, Header, Import, Waiter


@dataclass(frozen=True, slots=True)
class Overload:
    """One typing of a method.

    `signature` is as that of the method, `type` the runtime type of its options, `returns` what it returns for them;
    `remark` says what is deprecated about calling it so.
    """

    signature: tuple[str, ...]
    type: str
    returns: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The type for a status, or the types for its media types where there are several; as Python source."""

    status: str
    type: str
    by_media_type: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Iteration:
    """The method that gives all items of a list in pages.

    `kind` is the class of the runtime that `expression` makes, `items` a function that takes the items out of a page.
    """

    name: str
    of: str
    signature: tuple[str, ...]
    returns: str
    doc: str
    kind: str
    expression: str
    items: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method. `signature` holds what stands between `self` and `**options`, `arguments` those of the call.

    `renamed` is an earlier name, which the method has, and that of today.
    """

    name: str
    signature: tuple[str, ...]
    overloads: tuple[Overload, ...]
    doc: str
    method: str
    path: str
    arguments: tuple[str, ...]
    responses: tuple[Answer, ...]
    accept: str | None
    renamed: tuple[str, str] | None = None
    iteration: Iteration | None = None
    earlier: EarlierCalls | None = None
    waiters: tuple[Waiter, ...] = ()

    @property
    def names(self) -> list[str]:
        """What it defines: each overload of the method, and the method."""
        iterations = [self.iteration.name] if self.iteration else []
        waiters = [waiter.name for waiter in self.waiters]
        return [*([self.name] * (len(self.overloads) + 1)), *iterations, *waiters]


@dataclass(frozen=True, slots=True)
class ApiModule:
    """One module of operations.

    `models` is the module of the types, None where no operation needs one.
    """

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    models: str | None
    class_name: str
    class_doc: str
    operations: tuple[Operation, ...]

    @property
    def calls(self) -> frozenset[str]:
        """What the module calls beside what its template spells out."""
        return frozenset(waiter.of for each in self.operations for waiter in each.waiters)

    @property
    def defines(self) -> list[str]:
        """The names that the module is to define, in order: each overload of a method, and the method."""
        names = [name for o in self.operations for name in o.names]
        models = ["models"] if self.models else []
        return [*models, self.class_name, *(f"{self.class_name}.{name}" for name in names)]


@dataclass(frozen=True, slots=True)
class ServiceApi:
    """An API class as an attribute of the service."""

    name: str
    class_name: str
    module: str


@dataclass(frozen=True, slots=True)
class Service:
    """The `service` package: its class, the plugin of the core."""

    header: Header
    doc: str
    class_name: str
    class_doc: str
    name: str
    title: str
    apis: tuple[ServiceApi, ...]

    @property
    def calls(self) -> frozenset[str]:
        """What the module is to call, beside what its template spells out."""
        return frozenset(a.class_name for a in self.apis)


@dataclass(frozen=True, slots=True)
class QueryField:
    """One field of a query class: `name: annotation = default`, without a default where it must be given."""

    name: str
    annotation: str
    default: str | None


@dataclass(frozen=True, slots=True)
class QueryClass:
    """The query parameters of one operation."""

    class_name: str
    doc: str
    fields: tuple[QueryField, ...]
    earlier: EarlierCalls | None = None
    earlier_fields: tuple[EarlierField, ...] = ()

    @property
    def bases(self) -> str:
        """What stands in the parentheses."""
        return f"Model, earlier={literal(dict(self.earlier.names))}" if self.earlier else "Model"

    @property
    def defines(self) -> list[str]:
        """The class, and what it is to define."""
        calls = ["__init__"] * (len(self.earlier.signatures) + 2) if self.earlier else []
        names = [*(f.name for f in self.fields), *calls]
        names += [f.name for f in self.earlier_fields for _ in ("read", "set")]
        return [self.class_name, *(f"{self.class_name}.{name}" for name in names)]


@dataclass(frozen=True, slots=True)
class QueryModule:
    """The query classes of one API class."""

    header: Header
    doc: str
    imports: tuple[tuple[Import, ...], ...]
    queries: tuple[QueryClass, ...]

    @property
    def defines(self) -> list[str]:
        """The names that the module is to define, in order."""
        return [name for q in self.queries for name in q.defines]


@dataclass(frozen=True, slots=True)
class Marker:
    """A file that is the same for each document."""

    header: Header


@dataclass(frozen=True, slots=True)
class Project:
    """The `pyproject.toml` of both distributions. `folder` is the first part of the package, `pin` a requirement."""

    header: Header
    distribution: str
    types_distribution: str
    version: str
    description: str
    types_description: str
    pin: str
    plugins: str
    folder: str


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A value of an example as Python source, on several lines if it has several items, and what it is for."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Call:
    """An example call. `name` is what follows the client: `rules.tasks.create`; names in `query` are literals."""

    name: str
    has_result: bool
    path_arguments: tuple[NamedSource, ...] = ()
    query: tuple[NamedSource, ...] = ()
    bodies: tuple[NamedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedCall:
    """An example call with an object of the types distribution: `argument=class_name(fields)`."""

    name: str
    has_result: bool
    path_arguments: tuple[NamedSource, ...]
    argument: str
    module: str
    class_name: str
    fields: tuple[NamedSource, ...]


@dataclass(frozen=True, slots=True)
class TypeText:
    """A type as a page writes it, with the page that explains it."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class PageParameter:
    """A row of a parameter table."""

    name: str
    wire_name: str
    type: TypeText
    description: str
    notes: str


@dataclass(frozen=True, slots=True)
class PageBody:
    """The row of a body in a parameter table."""

    name: str
    type: TypeText
    binding: str
    description: str
    notes: str


@dataclass(frozen=True, slots=True)
class PageHeader:
    """A header that a response may have."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class PageResponse:
    """A row of the table of responses."""

    status: str
    description: str
    headers: tuple[PageHeader, ...]


@dataclass(frozen=True, slots=True)
class PageIteration:
    """The method that gives all items of a list in pages. `item` is the type of an item."""

    name: str
    item: TypeText


@dataclass(frozen=True, slots=True)
class PageOperation:
    """One operation on a page. `signature` holds the lines between the parentheses; no `result` is no body."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    signature: tuple[str, ...]
    result: TypeText | None
    call: Call
    query_class: str | None
    path_parameters: tuple[PageParameter, ...]
    bodies: tuple[PageBody, ...]
    query_parameters: tuple[PageParameter, ...]
    header_parameters: tuple[PageParameter, ...]
    content_type: str
    accept: str
    responses: tuple[PageResponse, ...]
    iteration: PageIteration | None


@dataclass(frozen=True, slots=True)
class ApiPage:
    """`docs/<Class>.md`."""

    header: Header
    title: str
    file: str
    host: str
    types_distribution: str
    queries_module: str
    operations: tuple[PageOperation, ...]


@dataclass(frozen=True, slots=True)
class OperationPage:
    """`docs/Operation.md`: what all operations have in common."""

    header: Header
    types_distribution: str


@dataclass(frozen=True, slots=True)
class ReadmeOperation:
    """A row of the table of operations."""

    name: str
    method: str
    path: str
    summary: str


@dataclass(frozen=True, slots=True)
class ReadmeApi:
    """An API class, its page and its operations."""

    class_name: str
    page: str
    operations: tuple[ReadmeOperation, ...]


@dataclass(frozen=True, slots=True)
class ReadmeModel:
    """A model and its page."""

    class_name: str
    page: str


@dataclass(frozen=True, slots=True)
class Readme:
    """The README of both distributions. The quickstarts have one call each, or none."""

    header: Header
    distribution: str
    types_distribution: str
    package: str
    title: str
    description: str
    service: str
    service_module: str
    service_class: str
    quickstart: tuple[Call, ...]
    typed_quickstart: tuple[TypedCall, ...]
    apis: tuple[ReadmeApi, ...]
    models: tuple[ReadmeModel, ...]
