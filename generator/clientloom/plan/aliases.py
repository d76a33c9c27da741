"""Earlier names in the plan: operations that can be called by them, classes and fields that have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clientloom.api import Api, Operation, Parameter
from clientloom.plan.identity import argument_key, key, schema_keys
from clientloom.renames import Alias, OperationNames


@dataclass(frozen=True, slots=True)
class Part:
    """An earlier name of a field or a member, and the wire name or value that it stands for."""

    name: str
    of: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """Earlier names, by schema those of classes and of fields or members, by operation those of arguments."""

    classes: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[Part, ...]]
    arguments: Mapping[str, tuple[Part, ...]]

    def of_class(self, schema: str) -> tuple[str, ...]:
        return self.classes.get(schema, ())

    def of_parts(self, schema: str) -> tuple[Part, ...]:
        return self.parts.get(schema, ())

    def of_argument(self, operation: Operation, parameter: Parameter) -> tuple[str, ...]:
        """The earlier names of a parameter on the wire."""
        found = self.arguments.get(key(operation), ())
        return tuple(part.name for part in found if part.of == argument_key(parameter))


def by_part(parts: Sequence[Part]) -> dict[str, tuple[str, ...]]:
    """The earlier names of each field or member, by its wire name or value."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        found[part.of] = (*found.get(part.of, ()), part.name)
    return found


def schema_aliases(api: Api, aliases: Sequence[Alias]) -> Aliases:
    """The aliases of schemas and of their parts, and of arguments."""
    names = {at: name for name, at in schema_keys(api).items()}
    classes: dict[str, tuple[str, ...]] = {}
    parts: dict[str, tuple[Part, ...]] = {}
    arguments: dict[str, tuple[Part, ...]] = {}
    for alias in aliases:
        if alias.kind == "argument":
            found = Part(alias.name, alias.place)
            arguments[alias.of] = (*arguments.get(alias.of, ()), found)
        elif alias.kind == "schema":
            name = names[alias.of]
            classes[name] = (*classes.get(name, ()), alias.name)
        elif alias.kind == "part":
            name = names[alias.of]
            parts[name] = (*parts.get(name, ()), Part(alias.name, alias.place))
    return Aliases(classes, parts, arguments)


def with_earlier_operations(
    api: Api, names: Mapping[str, OperationNames], aliases: Sequence[Alias]
) -> Api:
    """The API with each renamed operation once more, under its earlier name."""
    operations = {key(operation): operation for operation in api.operations}
    again = [
        _again(operations[alias.of], names, alias) for alias in aliases if alias.kind == "operation"
    ]
    return replace(api, operations=(*api.operations, *again)) if again else api


def _again(operation: Operation, names: Mapping[str, OperationNames], alias: Alias) -> Operation:
    group, _, method = alias.name.rpartition(".")
    ways = names[alias.of].names
    now = ways.get(alias.place) or next(iter(ways.values()))
    tag = next((tag for tag, at in _groups(names) if at == group), alias.place)
    remark = f"Deprecated: this is the earlier name of `{now}`."
    return replace(
        operation,
        id=f"{operation.id} formerly {alias.name}",
        tags=(tag,) if tag else (),
        description=f"{operation.description.rstrip()}\n\n{remark}".lstrip(),
        deprecated=True,
        pinned_name=method,
        renamed_to=now,
        alias_of=operation.id,
    )


def _groups(names: Mapping[str, OperationNames]) -> Iterator[tuple[str, str]]:
    """Tags, and what a program calls the operations of each."""
    for operation in names.values():
        for tag, way in operation.names.items():
            yield tag, way.rpartition(".")[0]
