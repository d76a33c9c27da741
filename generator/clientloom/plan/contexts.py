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

    @property
    def defines(self) -> list[str]:
        """The names that the module is to define, in order."""
        name, twin = self.class_name, self.async_class_name
        methods = [m for o in self.operations for m in (o.name, *(i.name for i in o.info))]
        return [
            *_members(name, ["__init__", *methods]),
            *_members(twin, ["__init__", *self.awaitables]),
        ]


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
    now: str
    annotation: str


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
                *(f.name for f in self.earlier_fields),
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


def _members(class_name: str, names: list[str]) -> list[str]:
    return [class_name, *(f"{class_name}.{name}" for name in names)]
