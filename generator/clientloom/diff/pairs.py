"""What is the same thing on both sides, though it may have another name.

An operation is the same where its method and its path are, or else its operationId. A schema is the same where its name
is; the others are paired by the place where they stand, by what refers to them, or by their shape. Properties and
parameters that came and went are one renamed thing where their types agree and they stand in the same place, say the
same about themselves, or have names that are alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Protocol

from clientloom.api import (
    AliasShape,
    Api,
    EnumShape,
    MediaType,
    ObjectShape,
    Operation,
    Parameter,
    Property,
    Schema,
    Type,
    references,
    renamed,
)
from clientloom.diff.keys import Key, gone
from clientloom.naming import words

ALIKE = 0.6
"""From which likeness on two names, or two lists of properties, may be one and the same."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Old names to new names, of what both sides have. Parameters are named `query:limit`."""

    operations: Mapping[str, str]
    schemas: Mapping[str, str]
    properties: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    """By the new name of the schema."""
    parameters: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    """By the new id of the operation."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """What the document says to be renamed, by the new name of the schema: `='sleeping'` to `='asleep'`."""

    def new_key(self, key: Key) -> Key:
        """The key that something of the old side has on the new one; `gone` if the new side has it not."""
        match key:
            case ("operation", name, *rest):
                names, inner = self.operations, self.parameters
            case ("schema", name, *rest):
                names, inner = self.schemas, self.properties
            case _:
                return key
        if name not in names:
            return gone(key)
        if not rest or rest[0] in ("body", "answer", "query", "sent"):
            return (key[0], names[name], *rest)
        if rest[0].startswith("="):
            return (key[0], names[name], self.values.get(names[name], {}).get(rest[0], rest[0]))
        dot = "." if rest[0].startswith(".") else ""
        found = inner.get(names[name], {}).get(rest[0].removeprefix(dot))
        return gone(key) if found is None else (key[0], names[name], f"{dot}{found}")


class _Named(Protocol):
    """What properties and parameters have in common."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> Type: ...
    @property
    def required(self) -> bool: ...
    @property
    def description(self) -> str: ...
    @property
    def earlier_name(self) -> str: ...


def pair(old: Api, new: Api) -> Pairs:
    """Pair two documents."""
    operations = _operations(old.operations, new.operations)
    schemas = _schemas(old, new, operations)
    properties: dict[str, Mapping[str, str]] = {}
    for before, after in schemas.items():
        one, other = old.schemas[before].shape, new.schemas[after].shape
        if isinstance(one, ObjectShape) and isinstance(other, ObjectShape):
            properties[after] = _members(one.properties, other.properties, schemas)
    by_id = {o.id: o for o in new.operations}
    parameters = {
        operations[o.id]: _parameters(o, by_id[operations[o.id]], schemas)
        for o in old.operations
        if o.id in operations
    }
    values = {
        after: {
            f"={old if isinstance(now, int) else repr(old)}": f"={now!r}"
            for now, old in shape.earlier
        }
        for after in schemas.values()
        if isinstance(shape := new.schemas[after].shape, EnumShape) and shape.earlier
    }
    return Pairs(operations, schemas, properties, parameters, values)


# --- Operations


def _operations(old: Sequence[Operation], new: Sequence[Operation]) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    by_place = {_place(o): o.id for o in new}
    by_id = {o.operation_id: o.id for o in new if o.operation_id}
    exact = {(o.method, o.path): o.id for o in new}
    said = {o.earlier_name: o.id for o in new if o.earlier_name}
    rules: tuple[Callable[[Operation], str | None], ...] = (
        lambda o: said.get(f"{o.method} {o.path}") or said.get(o.operation_id or "-"),
        lambda o: exact.get((o.method, o.path)),
        lambda o: by_place.get(_place(o)),
        lambda o: by_id.get(o.operation_id),
    )
    for same in rules:
        for operation in old:
            other = same(operation)
            if operation.id not in found and other is not None and other not in taken:
                found[operation.id] = other
                taken.add(other)
    return found


def _place(operation: Operation) -> tuple[str, str]:
    """Method and path; what a placeholder is called makes no difference."""
    return (operation.method, _PLACEHOLDER.sub("{}", operation.path))


def parameter_names(operation: Operation) -> dict[str, Parameter]:
    """The parameters of an operation, as keys name them."""
    return {f"{p.location_in}:{p.name}": p for p in operation.parameters}


def _parameters(old: Operation, new: Operation, schemas: Mapping[str, str]) -> dict[str, str]:
    olds, news = parameter_names(old), parameter_names(new)
    found = {name: name for name in olds if name in news}
    # What stands in the same hole of the path is the same parameter.
    holes = zip(_PLACEHOLDER.findall(old.path), _PLACEHOLDER.findall(new.path), strict=False)
    for before, after in holes:
        one, other = f"path:{before[1:-1]}", f"path:{after[1:-1]}"
        if one in olds and other in news and one not in found and other not in found.values():
            found[one] = other
    # The same name in another place was moved there.
    for name, parameter in olds.items():
        others = [
            n for n, p in news.items() if p.name == parameter.name and n not in found.values()
        ]
        if name not in found and others:
            found[name] = others[0]
    for place in ("query", "header", "cookie"):
        inner = _members(
            [p for n, p in olds.items() if p.location_in == place and n not in found],
            [p for n, p in news.items() if p.location_in == place and n not in found.values()],
            schemas,
        )
        found |= {f"{place}:{one}": f"{place}:{other}" for one, other in inner.items()}
    return found


# --- Properties


def _members(
    old: Sequence[_Named], new: Sequence[_Named], schemas: Mapping[str, str]
) -> dict[str, str]:
    """Pair by name, and what is left by type and by place, description or likeness."""
    olds, news = {p.name: p for p in old}, {p.name: p for p in new}
    found = {name: name for name in olds if name in news}
    found |= {
        p.earlier_name: p.name
        for p in new
        if p.earlier_name in olds and p.earlier_name not in news and p.name not in olds
    }
    left = [name for name in olds if name not in found]
    free = [name for name in news if name not in found.values()]
    if not left or not free:
        return found
    places = {name: i for i, name in enumerate(olds)}, {name: i for i, name in enumerate(news)}
    scores = [
        (score, -places[0][one], one, other)
        for one in left
        for other in free
        if (score := _score(olds[one], news[other], schemas, places[0][one] == places[1][other]))
    ]
    for _, _, one, other in sorted(scores, reverse=True):
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _score(old: _Named, new: _Named, schemas: Mapping[str, str], same_place: bool) -> float:
    """How likely it is that one thing has got another name; 0 if it has not."""
    if old.required != new.required or renamed(old.type, schemas) != new.type:
        return 0
    same_words = _words(old.name) == _words(new.name)
    likeness = SequenceMatcher(None, "".join(_words(old.name)), "".join(_words(new.name))).ratio()
    same_text = bool(old.description) and old.description == new.description
    if same_words or same_text or likeness >= ALIKE or same_place:
        return 4 * same_words + 2 * same_text + likeness + same_place
    return 0


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in words(name))


# --- Schemas


def _schemas(old: Api, new: Api, operations: Mapping[str, str]) -> dict[str, str]:
    found = {name: name for name in old.schemas if name in new.schemas}
    found |= {
        schema.earlier_name: name
        for name, schema in new.schemas.items()
        if schema.earlier_name in old.schemas and schema.earlier_name not in new.schemas
    }
    left = [name for name in old.schemas if name not in found]
    free = {name for name in new.schemas if name not in found.values()}
    if not left or not free:
        return found
    places = {s.location.pointer: name for name, s in new.schemas.items() if name in free}
    shapes = {_shape(new.schemas[name]): name for name in sorted(free, reverse=True)}
    # Twice: what is inside of a renamed schema is found once that is.
    for _ in range(2):
        votes = _votes(old, new, operations, found)
        for name in [n for n in left if n not in found]:
            schema = old.schemas[name]
            by_votes = [other for other, _ in votes.get(name, Counter[str]()).most_common()]
            place, shape = places.get(schema.location.pointer), shapes.get(_shape(schema))
            for other in (place, *by_votes, shape):
                if other is not None and other in free and _alike(schema, new.schemas[other]):
                    found[name] = other
                    free.discard(other)
                    break
    return found


def _votes(
    old: Api, new: Api, operations: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, Counter[str]]:
    """What stands where an old schema stood, and how often."""
    votes: dict[str, Counter[str]] = {}
    taken = frozenset(known.values())

    def vote(one: Type | None, other: Type | None) -> None:
        if one is None or other is None:
            return
        before = [n for n in references(one) if n not in known]
        if not before:
            return
        after = [n for n in references(other) if n not in taken]
        for old_name, new_name in zip(before, after, strict=False):
            votes.setdefault(old_name, Counter()).update([new_name])

    by_id = {o.id: o for o in new.operations}
    for operation in old.operations:
        if operation.id in operations:
            for one, other in _typed_places(operation, by_id[operations[operation.id]]):
                vote(one, other)
    for name, after in known.items():
        match old.schemas[name].shape, new.schemas[after].shape:
            case ObjectShape(before), ObjectShape(now):
                types = {p.name: p.type for p in now}
                for prop in before:
                    vote(prop.type, types.get(prop.name))
            case AliasShape(before), AliasShape(now):
                vote(before, now)
            case _:
                pass
    return votes


def _typed_places(old: Operation, new: Operation) -> Iterator[tuple[Type | None, Type | None]]:
    news = parameter_names(new)
    for name, parameter in parameter_names(old).items():
        if name in news:
            yield parameter.type, news[name].type
    if old.body is not None and new.body is not None:
        yield from _contents(old.body.content, new.body.content)
    answers = {r.status: r for r in new.responses}
    for response in old.responses:
        if response.status in answers:
            yield from _contents(response.content, answers[response.status].content)


def _contents(
    old: Iterable[MediaType], new: Iterable[MediaType]
) -> Iterator[tuple[Type | None, Type | None]]:
    news = {m.name: m.type for m in new}
    for media in old:
        yield media.type, news.get(media.name)


def _shape(schema: Schema) -> object:
    """What a schema is like, without its name."""
    match schema.shape:
        case ObjectShape(properties):
            return tuple((p.name, type(p.type).__name__, p.required) for p in properties)
        case EnumShape(kind, values):
            return (kind, values)
        case AliasShape(of):
            return of


def _alike(old: Schema, new: Schema) -> bool:
    """Whether one schema may be another under a new name."""
    match old.shape, new.shape:
        case ObjectShape(one), ObjectShape(other):
            return _share(_names(one), _former_names(other)) >= ALIKE
        case EnumShape(_, one), EnumShape(_, other) as shape:
            before = dict(shape.earlier)
            return _share(set(map(str, one)), {before.get(v, str(v)) for v in other}) >= ALIKE
        case AliasShape(), AliasShape():
            return True
        case _:
            return False


def _names(properties: Iterable[Property]) -> set[str]:
    return {p.name for p in properties}


def _former_names(properties: Iterable[Property]) -> set[str]:
    """The names that properties had before, as the document says."""
    return {p.earlier_name or p.name for p in properties}


def _share(one: set[str], other: set[str]) -> float:
    """How much of two sets is common; two empty ones are equal."""
    return len(one & other) / len(one | other) if one | other else 1.0
