"""What the pages of an SDK state, before anything is concluded from it.

Names are those of the pages: Python names, unless a page shows the wire name as well. Types are
the text that the page has for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from clientloom.api import UNSET
from clientloom.errors import Position

Binding = Literal["", "path", "query", "header", "cookie", "body"]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of an operation: a row of its table of parameters."""

    name: str
    type: str
    required: bool
    place: Position
    description: str = ""
    default: Any = UNSET
    choices: tuple[Any, ...] = ()
    deprecated: bool = False
    binding: Binding = ""
    """What the argument goes into; empty where the page does not say."""
    wire_name: str = ""
    schema: dict[str, Any] | None = None
    """What the page says of the type beyond its words."""
    content: dict[str, Any] | None = None
    """Of a body: its schemas by media type, where the page has them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: a row of the table of responses. Headers are names with descriptions.

    :param content: the schemas of the body by media type, where the page has them
    """

    status: str
    description: str
    headers: tuple[tuple[str, str], ...] = ()
    content: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """A value in an example that a class makes."""

    class_name: str
    fields: dict[str, Any]
    """By Python name; values are JSON, lists and dicts of it, or `Built` again."""
    argument: Any = UNSET
    """What the class got without a name: the value of an enum or of an alias."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an example shows: the values of arguments, the classes and the ways to prove who calls."""

    values: dict[str, Any] = field(default_factory=dict[str, Any])
    classes: tuple[str, ...] = ()
    """The models that the program imports."""
    schemes: dict[str, str] = field(default_factory=dict[str, str])
    """The kind of each security scheme, by its name."""
    keys: dict[str, str] = field(default_factory=dict[str, str])
    """The header or parameter that an API key goes into, by the name of its scheme."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A section of an API page. What is None has no place on the page."""

    name: str
    method: str
    path: str
    place: Position
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    arguments: tuple[Argument, ...] = ()
    returns: str | None = None
    """The type of the result; empty for none."""
    authorization: tuple[tuple[str, ...], ...] | None = None
    content_types: tuple[str, ...] | None = None
    accepts: tuple[str, ...] | None = None
    answers: tuple[Answer, ...] = ()
    shown: Shown = Shown()


@dataclass(frozen=True, slots=True)
class ApiPage:
    """A page with the operations of one class."""

    file: str
    package: str
    class_name: str
    host: str
    description: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a model: a row of its table."""

    name: str
    type: str
    required: bool
    place: Position
    wire_name: str | None = None
    description: str = ""
    nullable: bool = False
    default: Any = UNSET
    choices: tuple[Any, ...] = ()
    limits: dict[str, Any] = field(default_factory=dict[str, Any])
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class ModelPage:
    """A page about one model.

    :param additional: the type of properties that are not listed; empty for none, None where the page does not say
    :param values: of an enum
    :param members: what the values are called in Python, where the page says so
    :param variants: the types of which the model is one
    :param value: what the model stands for, where it is no object
    :param schema: all of the model, of a page that describes it in full
    :param is_complete: whether a page that lists nothing says so of an object; the pages of most
        generators list nothing of enums and of alternatives either
    """

    name: str
    place: Position
    description: str = ""
    deprecated: bool = False
    properties: tuple[Property, ...] = ()
    additional: str | None = None
    values: tuple[Any, ...] = ()
    variants: tuple[str, ...] = ()
    value: Property | None = None
    schema: dict[str, Any] | None = None
    is_complete: bool = False
    members: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme as a front page describes it, in the words of OpenAPI."""

    name: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The README of an SDK."""

    file: str
    version: str = ""
    title: str = ""
    schemes: tuple[Scheme, ...] = ()
