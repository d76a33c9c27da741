"""Differences of the document and facts of the surface, joined and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from clientloom.api import Api, Operation
from clientloom.diff.differences import Difference, directions, usage
from clientloom.diff.keys import Key
from clientloom.diff.operations import title
from clientloom.diff.pairs import Pairs
from clientloom.diff.report import Change, Side
from clientloom.diff.rules import SAFE, Direction, Level, Overrides, overridden, rule_for, worst
from clientloom.diff.sentences import advice, sentence, surface_sentence
from clientloom.diff.surface import Fact, Surface
from clientloom.document import Location
from clientloom.errors import Position, printable, shorten

NO_TAG = "Client"
SHARED = "Models"
"""What is listed under no resource: what operations of several of them have, or none."""

_SILENT: Final = frozenset(
    """
    deprecated description-changed discriminator-changed error-added error-removed extra-properties-allowed
    extra-properties-refused header-added header-removed limits-changed limits-loosened limits-tightened
    no-longer-deprecated parameter-style-changed security-added scopes-changed security-changed
    security-loosened xml-changed
    """.split()
)
"""Kinds that Python does not see. A fact at the same key is due to something else."""

_CAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "argument-keyword-only": ("parameter-optional", "body-optional"),
    "argument-moved": ("parameter-reordered",),
    "argument-optional": ("parameter-optional", "body-optional"),
    "argument-aliased": ("parameter-renamed", "path-parameter-renamed", "property-renamed"),
    "argument-renamed": ("parameter-renamed", "path-parameter-renamed", "property-renamed"),
    "argument-required": ("parameter-required", "body-required"),
    "class-aliased": ("schema-renamed",),
    "class-renamed": ("schema-renamed",),
    "field-default-changed": ("default-changed",),
    "field-optional": ("parameter-optional", "property-optional"),
    "field-aliased": ("property-renamed", "parameter-renamed"),
    "field-renamed": ("property-renamed", "parameter-renamed"),
    "field-required": ("parameter-required", "property-required"),
    "member-aliased": ("value-renamed",),
    "member-renamed": ("value-renamed",),
    "method-aliased": ("operation-renamed", "operation-retagged"),
    "method-renamed": ("operation-renamed", "operation-retagged"),
}
"""What most likely causes a fact, where several differences stand at one key."""


_RENAMES: Final = frozenset(
    f"{what}-{how}" for what in ("method", "class", "argument") for how in ("renamed", "aliased")
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a project has decided about changes.

    :param accepted: reasons by fingerprint
    :param severities: levels by kind
    """

    accepted: Mapping[str, str]
    severities: Overrides


@dataclass(frozen=True, slots=True)
class Subject:
    """One side of a comparison, to look things up in."""

    api: Api
    surface: Surface
    where: Callable[[Location], Position]


def judge(
    differences: Sequence[Difference],
    facts: Iterable[Fact],
    old: Subject,
    new: Subject,
    decisions: Decisions,
) -> tuple[Change, ...]:
    """Give each fact to the difference that it is due to, and a verdict to each difference.

    Facts that no difference explains are changes by themselves: a name can change because of a new neighbour.
    """
    joined, rest = _join(differences, facts, new.api)
    words = Words(old, new)
    changes = [_change(d, tuple(found), words, decisions) for d, found in joined]
    for key in dict.fromkeys(fact.key for fact in rest):
        own = tuple(fact for fact in rest if fact.key == key)
        changes.append(_surface_change(own, words, decisions))
    return tuple(changes)


def _join(
    differences: Sequence[Difference], facts: Iterable[Fact], api: Api
) -> tuple[list[tuple[Difference, list[Fact]]], list[Fact]]:
    joined: list[tuple[Difference, list[Fact]]] = [(d, []) for d in differences]
    by_key: dict[Key, list[tuple[Difference, list[Fact]]]] = {}
    for entry in joined:
        by_key.setdefault(entry[0].key, []).append(entry)
    tags = {operation.id: operation.tags for operation in api.operations}
    rest: list[Fact] = []
    for fact in facts:
        found = by_key.get(fact.key, [])
        if fact.kind in ("method-renamed", "method-aliased") and not any(
            _causes(e[0], fact) for e in found
        ):
            found = [
                e for tag in tags.get(fact.key[-1], ()) for e in by_key.get(("tag", tag), ())
            ] or found
        loud = [entry for entry in found if entry[0].kind not in _SILENT]
        likely = [entry for entry in loud if _causes(entry[0], fact)] or loud
        (likely[0][1] if likely else rest).append(fact)
    return joined, rest


def _causes(difference: Difference, fact: Fact) -> bool:
    return difference.kind in _CAUSES.get(fact.kind, ())


def _change(
    difference: Difference, facts: tuple[Fact, ...], words: Words, decisions: Decisions
) -> Change:
    kind, direction = difference.kind, difference.direction
    rule = rule_for(kind, direction)
    callers = worst([rule.callers, *(_fact_level(f, direction, decisions) for f in facts)])
    wire = SAFE if rule.wire is None else rule.wire
    fingerprint = _fingerprint(
        kind, difference.key, difference.before, difference.after, difference.detail
    )
    subject = words.subject(difference.key, facts)
    text = sentence(difference, subject)
    renames = [f for f in facts if f.kind in _RENAMES]
    if kind in ("operation-renamed", "operation-retagged", "schema-renamed") and renames:
        text = surface_sentence(renames[0])
    elif any(f.kind.endswith("-aliased") for f in facts):
        text += " The earlier name still works, deprecated."
    return Change(
        kind=kind,
        direction=direction,
        key=difference.key,
        resource=words.resource(difference.key),
        subject=subject,
        sentence=printable(shorten(text, 400)),
        wire=overridden(wire, kind, direction, decisions.severities),
        callers=overridden(callers, kind, direction, decisions.severities),
        facts=facts,
        old=words.side(0, difference.old, facts, difference.before),
        new=words.side(1, difference.new, facts, difference.after),
        advice=advice(f for f in facts if _fact_level(f, direction, decisions) > SAFE),
        fingerprint=fingerprint,
        accepted=decisions.accepted.get(fingerprint),
    )


def _fact_level(fact: Fact, direction: Direction, decisions: Decisions) -> Level:
    level = rule_for(fact.kind, direction, fact.passing).callers
    return overridden(level, fact.kind, direction, decisions.severities)


def _surface_change(facts: tuple[Fact, ...], words: Words, decisions: Decisions) -> Change:
    """Facts that belong together and that no difference explains."""
    first = facts[0]
    direction = words.direction(first.key)
    values = "; ".join(f"{f.kind} {f.symbol} {f.name} {f.old} {f.new}" for f in facts)
    difference = Difference(
        "surface-changed", first.key, direction, *words.places(first.key), detail=values
    )
    callers = worst(_fact_level(f, direction, decisions) for f in facts)
    fingerprint = _fingerprint("surface-changed", first.key, "", "", values)
    kind = "surface-changed"
    return Change(
        kind=kind,
        direction=direction,
        key=first.key,
        resource=words.resource(first.key),
        subject=words.subject(first.key, facts),
        sentence=" ".join(dict.fromkeys(printable(surface_sentence(f)) for f in facts[:5])),
        wire=overridden(SAFE, kind, direction, decisions.severities),
        callers=overridden(callers, kind, direction, decisions.severities),
        facts=facts,
        old=words.side(0, difference.old, facts, ""),
        new=words.side(1, difference.new, facts, ""),
        advice=advice(f for f in facts if _fact_level(f, direction, decisions) > SAFE),
        fingerprint=fingerprint,
        accepted=decisions.accepted.get(fingerprint),
    )


def surface_changes(facts: Iterable[Fact], decisions: Decisions) -> tuple[Change, ...]:
    """Changes of packages, of which no document is known: one for each fact."""
    return tuple(_bare_change(fact, decisions) for fact in facts)


def _bare_change(fact: Fact, decisions: Decisions) -> Change:
    fingerprint = _fingerprint(fact.kind, fact.key, fact.old, fact.new, fact.name)
    level = _fact_level(fact, "both", decisions)
    module = fact.symbol.rpartition(".")[0]
    return Change(
        kind=fact.kind,
        direction="both",
        key=fact.key,
        resource=module,
        subject=fact.shown[1] or fact.shown[0] or fact.symbol,
        sentence=surface_sentence(fact),
        wire=None,
        callers=overridden(level, fact.kind, "both", decisions.severities),
        facts=(fact,),
        old=Side(None, _lines((fact,), 0), fact.old),
        new=Side(None, _lines((fact,), 1), fact.new),
        advice=advice([fact] if level > SAFE else []),
        fingerprint=fingerprint,
        accepted=decisions.accepted.get(fingerprint),
    )


def _fingerprint(*parts: object) -> str:
    """Of what changed into what; not of where it stands in a file, nor of the style."""
    return sha256(repr(parts).encode()).hexdigest()[:12]


def _lines(facts: Sequence[Fact], side: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.lines[side] for f in facts if f.lines[side]))


class Words:
    """What things are called, and where they stand."""

    def __init__(self, old: Subject, new: Subject) -> None:
        self._sides = (old, new)
        self._operations = tuple({o.id: o for o in side.api.operations} for side in self._sides)
        self._usage = tuple(usage(side.api) for side in self._sides)
        self._directions = tuple(directions(side.api) for side in self._sides)

    def subject(self, key: Key, facts: Sequence[Fact] = ()) -> str:
        """What a key is about, in the words of a caller."""
        side, key = self._side(key)
        match key:
            case ("operation", name):
                return self._method(side, name)
            case ("operation", name, "body"):
                return f"the body of {self._method(side, name)}"
            case ("operation", name, "answer"):
                return f"the answer of {self._method(side, name)}"
            case ("operation", name, "query"):
                return f"the query of {self._method(side, name)}"
            case ("operation", name, _):
                return f"`{self._argument(side, key)}` of {self._method(side, name)}"
            case ("schema", name):
                return f"`{self._class(side, name)}`"
            case ("schema", name, part) if part.startswith("."):
                return f"`{self._class(side, name)}.{self._field(side, key)}`"
            case ("schema", name, _):
                return f"`{self._class(side, name)}`"
            case ("security", *_):
                return "every operation that had the old requirement"
            case ("scheme", name):
                return f'the security scheme "{name}"'
            case ("server", url):
                return f"the server {url}"
            case ("tag", name):
                return f'the tag "{name}"'
            case _:
                shown = next((f.shown[1] or f.shown[0] for f in facts), "")
                return f"`{shown or '.'.join(key)}`"

    def resource(self, key: Key) -> str:
        """The tag that a key is listed under."""
        side, key = self._side(key)
        match key:
            case ("operation", name, *_):
                operation = self._operation(side, name)
                return operation.tags[0] if operation is not None and operation.tags else NO_TAG
            case ("schema", name, *_):
                tags = self._usage[side].get(name, ())
                return tags[0] or NO_TAG if len(tags) == 1 else SHARED
            case ("tag", name):
                return name
            case _:
                return NO_TAG

    def direction(self, key: Key) -> Direction:
        """Which way the thing behind a key travels."""
        side, key = self._side(key)
        match key:
            case ("schema", name, *_):
                return self._directions[side].get(name, "none")
            case ("operation", _, part) if part == "answer":
                return "response"
            case ("operation", *_):
                return "request"
            case _:
                return "both"

    def places(self, key: Key) -> tuple[Location | None, Location | None]:
        """Where it stands, on both sides as far as the names are the same."""
        _, bare = self._side(key)
        return (self._place(0, bare), self._place(1, bare) if key == bare else None)

    def _place(self, side: int, key: Key) -> Location | None:
        match key:
            case ("operation", name, *_):
                operation = self._operation(side, name)
                return operation.location if operation is not None else None
            case ("schema", name, *_):
                schema = self._sides[side].api.schemas.get(name)
                return schema.location if schema is not None else None
            case _:
                return None

    def side(self, side: int, location: Location | None, facts: Sequence[Fact], text: str) -> Side:
        """What one side of a change looks like."""
        position = self._sides[side].where(location) if location is not None else None
        return Side(position, _lines(facts, side), printable(text))

    def _side(self, key: Key) -> tuple[int, Key]:
        return (0, key[1:]) if key[0] == "-" else (1, key)

    def _operation(self, side: int, name: str) -> Operation | None:
        return self._operations[side].get(name)

    def _method(self, side: int, name: str) -> str:
        found = self._sides[side].surface.methods.get(("operation", name))
        if found:
            return f"`{found[0].shown}`"
        operation = self._operation(side, name)
        return title(operation) if operation is not None else name

    def _argument(self, side: int, key: Key) -> str:
        surface = self._sides[side].surface
        for method in surface.methods.get(key[:2], ()):
            for argument in method.arguments:
                if argument.key == key:
                    return argument.name
        query = surface.classes.get((*key[:2], "query"))
        for field in query.fields if query is not None else ():
            if field.key == key:
                return f"query.{field.name}"
        return key[2].partition(":")[2] or key[2]

    def _class(self, side: int, name: str) -> str:
        found = self._sides[side].surface.classes.get(("schema", name))
        return found.name if found is not None else name

    def _field(self, side: int, key: Key) -> str:
        found = self._sides[side].surface.classes.get(key[:2])
        for field in found.fields if found is not None else ():
            if field.key == key:
                return field.name
        return key[2].removeprefix(".")


def detailed_schemas(
    differences: Iterable[Difference], pairs: Pairs
) -> tuple[frozenset[str], frozenset[str]]:
    """The schemas of both sides about which the surface has to tell everything."""
    old_names = {new: old for old, new in pairs.schemas.items()}
    olds: set[str] = set()
    news: set[str] = set()
    for difference in differences:
        match difference.key:
            case ("-", "schema", name, *_):
                olds.add(name)
                news.update([pairs.schemas[name]] if name in pairs.schemas else [])
            case ("schema", name, *_):
                news.add(name)
                olds.update([old_names[name]] if name in old_names else [])
            case _:
                pass
    # A value that is gone is named by the new name of its schema.
    gone_values = {n for n in olds if n in old_names}
    return frozenset(olds | {old_names[n] for n in gone_values}), frozenset(news | gone_values)
