"""What the templates of pages get: code, types and links are finished, text of the document is left to be escaped."""

from __future__ import annotations

from dataclasses import dataclass

from clientloom.plan.contexts import Header


@dataclass(frozen=True, slots=True)
class Setup:
    """How an example configures its client.

    :param arguments: of the configuration
    :param statements: the lines after it, comments among them
    """

    package: str
    arguments: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """The value of an argument. `source` may go over several lines, `note` is the comment behind it."""

    name: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Call:
    """The statement that calls an operation, and the comment above it."""

    statement: str
    comment: str


@dataclass(frozen=True, slots=True)
class Example:
    """A program that calls one operation.

    :param api: the expression for the API class
    :param calls: alternatives to each other
    :param answers: whether a call has a result
    """

    imports: tuple[str, ...]
    setup: Setup
    api: str
    variables: tuple[Variable, ...]
    calls: tuple[Call, ...]
    exception: str
    answers: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter of an operation or a property of a model. `type` is Markdown."""

    name: str
    wire_name: str
    type: str
    description: str
    notes: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A response of an operation, each of its headers on one line."""

    status: str
    description: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Iteration:
    """The method that gives all items of a list in pages. `item` is the type of an item, as Markdown."""

    name: str
    item: str


@dataclass(frozen=True, slots=True)
class OperationSection:
    """One operation on a page.

    :param signature: how it is called and what it gives, on one line
    :param returns: the type of the result, as Markdown
    :param authorization: the security schemes with links, as Markdown
    """

    name: str
    method: str
    path: str
    signature: str
    summary: str
    description: str
    deprecated: bool
    example: Example
    parameters: tuple[Row, ...]
    returns: str
    authorization: str
    content_types: str
    accepts: str
    answers: tuple[Answer, ...]
    iteration: Iteration | None
    stream: Iteration | None


@dataclass(frozen=True, slots=True)
class ApiPage:
    """The page of one API class."""

    header: Header
    package: str
    class_name: str
    page: str
    description: str
    host: str
    operations: tuple[OperationSection, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enum and its value, as Python source."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ModelExample:
    """A program that makes a model."""

    imports: tuple[str, ...]
    model: str
    result: str


@dataclass(frozen=True, slots=True)
class ModelPage:
    """The page of one model: it has properties, members or variants.

    :param earlier: earlier names, each as Markdown
    :param variants: types, as Markdown
    :param others: the type of properties that are not listed, as Markdown
    """

    header: Header
    class_name: str
    description: str
    deprecated: bool
    properties: tuple[Row, ...]
    members: tuple[Member, ...]
    variants: tuple[str, ...]
    others: str
    example: ModelExample | None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: where links find it, what it is, and how to configure it.

    :param sources: what can be configured instead, as lines of Python
    """

    name: str
    anchor: str
    kind: str
    description: str
    imports: tuple[str, ...]
    setup: Setup
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A page and what it is about."""

    name: str
    page: str
    description: str


@dataclass(frozen=True, slots=True)
class Start:
    """The first call of a newcomer, to be waited for and to be awaited."""

    sync: Example
    awaited: Example


@dataclass(frozen=True, slots=True)
class Readme:
    """The front page of a distribution. `testing` is a program, line by line."""

    header: Header
    title: str
    description: str
    distribution: str
    package: str
    start: Start | None
    testing: tuple[str, ...]
    refused: str
    schemes: tuple[Scheme, ...]
    apis: tuple[Link, ...]
    models: tuple[Link, ...]
