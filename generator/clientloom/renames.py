"""Names that live on: what a document's parts are called in Python, and what they were called before.

clientloom.lock keeps the names of the last run (`History`). A part is the same part as before if it
stands at the same place; if it moved, a marker (`x-clientloom-renamed-from`), its operationId or its
shape says so, where that is beyond doubt. A part whose Python name is another one now keeps the
earlier one as an alias, until the major version of the client is higher than when the alias began.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Final, Literal, TypeAlias

Kind: TypeAlias = Literal["operation", "schema", "part", "argument"]


@dataclass(frozen=True, slots=True)
class OperationNames:
    """An operation: its operationId, how a program gets to it by each of its tags, where its arguments are sent."""

    id: str
    names: Mapping[str, str]
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemaNames:
    """A schema: its class, digests of its shape with its uses, its fields by wire name or its members by value.

    :param shape: with its uses in schemas of such shapes, whatever they are called
    :param uses: with its uses in schemas of such names, whatever their shapes are
    """

    name: str
    shape: str
    uses: str = ""
    parts: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Alias:
    """An earlier name.

    :param of: the key of the operation or schema that it is an alias of
    :param name: as the names of its kind: with the resource or class for an operation, on the wire for an argument
    :param since: the version of the client in which the name was another one first
    :param place: the tag of an operation; the wire name of a field, the value of a member, where an argument is sent
    """

    kind: Kind
    of: str
    name: str
    since: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one run: operations by method and path, schemas by their place.

    :param earlier: by key, and by key and part, what the document says that it was called before
    """

    operations: Mapping[str, OperationNames] = field(default_factory=dict[str, OperationNames])
    schemas: Mapping[str, SchemaNames] = field(default_factory=dict[str, SchemaNames])
    earlier: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])


@dataclass(frozen=True, slots=True)
class History:
    """The names of a run, and the earlier ones that it kept."""

    names: Names = Names()
    aliases: tuple[Alias, ...] = ()


NO_HISTORY: Final = History()

_HOLE: Final = re.compile(r"\{([^}]*)\}")


def history_data(history: History) -> dict[str, Any]:
    """Return a history as JSON has it, in an order that depends on nothing else."""
    names = history.names
    return {
        "operations": {key: asdict(names.operations[key]) for key in sorted(names.operations)},
        "schemas": {key: asdict(names.schemas[key]) for key in sorted(names.schemas)},
        "aliases": [asdict(alias) for alias in history.aliases],
    }


def read_history(data: Mapping[str, Any]) -> History:
    """Return the history of some JSON; an empty one for nothing.

    :raises TypeError, LookupError, AttributeError: if it is something else
    """
    if not data:
        return History()
    operations = {
        key: OperationNames(entry["id"], entry["names"], tuple(entry["arguments"]))
        for key, entry in data["operations"].items()
    }
    schemas = {key: SchemaNames(**entry) for key, entry in data["schemas"].items()}
    known = [each.name for each in fields(Alias)]
    aliases = tuple(Alias(**{name: entry[name] for name in known}) for entry in data["aliases"])
    return History(Names(operations, schemas), aliases)


def remember(former: History, now: Names, version: str) -> History:
    """Return the history after a run: its names, and the aliases that they need.

    :param version: the version of the client
    """
    pairs = {**_operation_pairs(former.names, now), **_schema_pairs(former.names, now)}
    kept = [
        replace(alias, of=pairs[alias.of], place=_place(alias, pairs[alias.of], now))
        for alias in former.aliases
        if alias.of in pairs and _major(version) <= _major(alias.since)
    ]
    begun = _begun(former.names, now, pairs, version)
    taken = _Taken(now)
    found: dict[tuple[str, str, str, str], Alias] = {}
    for alias in (*kept, *begun):
        if taken.allows(alias):
            found.setdefault((alias.kind, alias.of, alias.name, alias.place), alias)
    return History(now, tuple(found[key] for key in sorted(found)))


def _place(alias: Alias, of: str, now: Names) -> str:
    """The place of an alias in a document in which a field can have another name on the wire."""
    if alias.kind != "part" or alias.place in now.schemas[of].parts:
        return alias.place
    renamed = (part for (key, part), old in now.earlier.items() if (key, old) == (of, alias.place))
    return next(renamed, alias.place)


def _begun(former: Names, now: Names, pairs: Mapping[str, str], since: str) -> Iterator[Alias]:
    """Yield the names of before that are others now."""
    for key, operation in former.operations.items():
        if key in pairs:
            today = now.operations[pairs[key]].names
            for tag, name in operation.names.items():
                if name != today.get(tag):
                    yield Alias("operation", pairs[key], name, since, tag)
            yield from _begun_arguments(key, operation, now, pairs[key], since)
    for key, schema in former.schemas.items():
        if key in pairs:
            if schema.name != now.schemas[pairs[key]].name:
                yield Alias("schema", pairs[key], schema.name, since)
            yield from _begun_parts(schema, now, pairs[key], since)


def _begun_parts(schema: SchemaNames, now: Names, key: str, since: str) -> Iterator[Alias]:
    parts = now.schemas[key].parts
    for part, name in parts.items():
        for wire in (part, now.earlier.get((key, part), "")):
            known = wire in schema.parts and (wire == part or wire not in parts)
            if known and schema.parts[wire] != name:
                yield Alias("part", key, schema.parts[wire], since, part)


def _begun_arguments(
    former_key: str, operation: OperationNames, now: Names, key: str, since: str
) -> Iterator[Alias]:
    arguments = now.operations[key].arguments
    in_place = _same_holes(former_key, key)
    for argument in arguments:
        place, _, name = argument.partition(":")
        old = now.earlier.get((key, argument), in_place.get(name, "") if place == "path" else "")
        before = f"{place}:{old}"
        if before in operation.arguments and before not in arguments:
            yield Alias("argument", key, old, since, argument)


def _same_holes(former: str, now: str) -> dict[str, str]:
    """What stands in a hole of a path, with what stood there, of paths that are the same otherwise."""
    if without_names(former) != without_names(now):
        return {}
    return dict(zip(_HOLE.findall(now), _HOLE.findall(former), strict=True))


class _Taken:
    """The names of today, which no alias can have."""

    def __init__(self, now: Names) -> None:
        self._now = now
        self._operations = {n for o in now.operations.values() for n in o.names.values()}
        self._groups = {group for name in self._operations for group in _above(name)}
        self._classes = {schema.name for schema in now.schemas.values()}

    def allows(self, alias: Alias) -> bool:
        match alias.kind:
            case "operation":
                ways = {alias.name, *_above(alias.name)}
                return ways.isdisjoint(self._operations) and alias.name not in self._groups
            case "schema":
                return alias.name not in self._classes
            case "part":
                parts = self._now.schemas[alias.of].parts
                return alias.place in parts and alias.name not in parts.values()
            case "argument":
                return alias.place in self._now.operations[alias.of].arguments


def _above(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:size]) for size in range(1, len(parts))]


def renamed(former: History, now: History) -> Iterator[str]:
    """Say which names begin to live on, and which end."""
    before, after = (
        {(alias.kind, alias.of, alias.name, alias.place): alias for alias in each.aliases}
        for each in (former, now)
    )
    for key, alias in after.items():
        if key not in before:
            yield f"`{alias.name}` is `{_today(alias, now.names)}` now; the earlier name stays, deprecated"
    ended = [f"`{alias.name}`" for key, alias in before.items() if key not in after]
    if ended:
        yield f"no longer there: the earlier name{'s' * (len(ended) > 1)} {', '.join(ended)}"


def _today(alias: Alias, names: Names) -> str:
    match alias.kind:
        case "operation":
            ways = names.operations[alias.of].names
            return ways.get(alias.place) or next(iter(ways.values()))
        case "schema":
            return names.schemas[alias.of].name
        case "part":
            return names.schemas[alias.of].parts[alias.place]
        case "argument":
            return alias.place.partition(":")[2]


# --- Identity: keys of before with their keys of today


Label: TypeAlias = Callable[[str], str]


def _operation_pairs(former: Names, now: Names) -> dict[str, str]:
    old, new = former.operations, now.operations
    return _pairs(
        old,
        new,
        (
            (lambda key: key, lambda key: now.earlier.get((key, ""), "")),
            (lambda key: old[key].id, lambda key: now.earlier.get((key, ""), "")),
            (without_names, without_names),
            (lambda key: old[key].id, lambda key: new[key].id),
        ),
    )


def _schema_pairs(former: Names, now: Names) -> dict[str, str]:
    old, new = former.schemas, now.schemas
    return _pairs(
        old,
        new,
        (
            (lambda key: key.rpartition("/")[2], lambda key: now.earlier.get((key, ""), "")),
            (lambda key: old[key].name, lambda key: now.earlier.get((key, ""), "")),
            (lambda key: old[key].shape, lambda key: new[key].shape),
            (lambda key: old[key].uses, lambda key: new[key].uses),
        ),
    )


def _pairs(
    old: Iterable[str], new: Iterable[str], rules: Iterable[tuple[Label, Label]]
) -> dict[str, str]:
    """Pair what has one key; then what vanished with what appeared, by the first rule that says one thing.

    :param rules: what an old and a new key are alike by; nothing is like an empty text
    """
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    pairs = {key: key for key in before if key in after}
    for old_label, new_label in rules:
        known = set(pairs.values())
        gone = _labelled((key for key in before if key not in pairs), old_label)
        come = _labelled((key for key in after if key not in known), new_label)
        for label in gone.keys() & come.keys():
            if len(gone[label]) == len(come[label]) == 1:
                pairs[gone[label][0]] = come[label][0]
    return pairs


def _labelled(keys: Iterable[str], label: Label) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        if text := label(key):
            found.setdefault(text, []).append(key)
    return found


def without_names(key: str) -> str:
    """Method and path: what a parameter of the path is called is no part of a request."""
    return _HOLE.sub("{}", key)


def _major(version: str) -> tuple[int, int]:
    """The epoch and the first number of a version (PEP 440)."""
    epoch, _, release = version.rpartition("!")
    return int(epoch or 0), int(re.split(r"\D", release, maxsplit=1)[0])
