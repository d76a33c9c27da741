"""What the templates of a package with one client and its resources get: finished values, as in `contexts`."""

from __future__ import annotations

from dataclasses import dataclass

from clientloom.plan.contexts import Header, Import


@dataclass(frozen=True, slots=True)
class Operation:
    """One method.

    `signature` holds the parameters after `self`, `arguments` the first arguments of the call, `responses` the types by
    status, as Python source each; `returns` and `returns_value` are the same type, for the signature and for the call.
    `deprecated` is what to call the operation in a warning, `deprecated_arguments` are the names of arguments.
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
    deprecated: str | None
    deprecated_arguments: tuple[str, ...]


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

    `raw` is the class for answers as they came that an object of this class leads to; None if it is such a class.
    """

    class_name: str
    bases: str
    doc: str
    of: str
    wrapper: str
    raw: Child | None
    names: tuple[str, ...]
    children: tuple[Child, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """The operations of one tag."""

    header: Header
    doc: str
    modules: tuple[str, ...]
    imports: tuple[tuple[Import, ...], ...]
    typing_modules: tuple[str, ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    class_name: str
    class_doc: str
    raw: Child | None
    children: tuple[Child, ...]
    operations: tuple[Operation, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of the API's address: its name there, the keyword argument for it, and what it can be."""

    name: str
    keyword: str
    default: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: its name, the expression that makes it, and the keyword arguments of its secrets."""

    name: str
    expression: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """Both clients. `signature` holds the first keyword arguments of their constructors.

    `secrets` and `variables` are the keyword arguments that the core gets in dicts of their own.
    """

    header: Header
    doc: str
    modules: tuple[str, ...]
    imports: tuple[tuple[Import, ...], ...]
    typing_modules: tuple[str, ...]
    typing_imports: tuple[tuple[Import, ...], ...]
    distribution: str
    environment: str
    url: str
    server_variables: tuple[ServerVariable, ...]
    schemes: tuple[Scheme, ...]
    class_doc: str
    async_class_doc: str
    signature: tuple[str, ...]
    secrets: tuple[str, ...]
    variables: tuple[str, ...]
    raw: Child | None
    async_raw: Child | None
    children: tuple[Child, ...]
    async_children: tuple[Child, ...]
    operations: tuple[Operation, ...]
    awaitables: tuple[str, ...]
    variants: tuple[Variant, ...]
