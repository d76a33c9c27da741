"""The result of a comparison: changes with their verdicts, and what follows from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from clientloom.diff.keys import Key
from clientloom.diff.rules import BREAKING, SAFE, WARNING, Direction, Level, worst
from clientloom.diff.surface import Fact
from clientloom.errors import Position

Bump: TypeAlias = Literal["none", "patch", "minor", "major"]
BUMPS: Final[Sequence[Bump]] = ("none", "patch", "minor", "major")

_FEATURES: Final = frozenset({"value-added", "variant-added"})
"""What callers can do from now on although Python sees no difference."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a change looks like."""

    position: Position | None
    """Where it stands in the document."""
    signatures: tuple[str, ...]
    """Lines of the surface."""
    text: str
    """In the words of the document: a name, a type, a value."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, judged.

    :param wire: None where only packages were compared: they do not say what travels
    :param resource: the group of operations that it belongs to, as the document calls it; or what else it belongs to
    :param subject: what it is about, in the words of a caller
    :param advice: what a caller has to write now, one line each
    :param fingerprint: the same for the same change, whatever lies around it
    :param accepted: the reason why it is, if it is
    """

    kind: str
    direction: Direction
    key: Key
    resource: str
    subject: str
    sentence: str
    wire: Level | None
    callers: Level
    facts: tuple[Fact, ...]
    old: Side
    new: Side
    advice: tuple[str, ...]
    fingerprint: str
    accepted: str | None = None

    @property
    def verdict(self) -> Level:
        """The worse of both verdicts."""
        return worst(level for level in (self.wire, self.callers) if level is not None)

    @property
    def level(self) -> Level:
        """What counts: the verdict, or nothing once somebody has accepted it."""
        return SAFE if self.accepted is not None else self.verdict

    @property
    def bump(self) -> Bump:
        """What the change does to the version of the package, which is a promise to callers alone.

        That somebody accepts a change does not make it compatible.
        """
        if self.callers is BREAKING:
            return "major"
        is_more = self.callers is WARNING or self.facts or self.kind in _FEATURES
        return "minor" if is_more else "patch"


@dataclass(frozen=True, slots=True)
class ClientReport:
    """What changed for one client package.

    :param name: of the client
    :param old: what was compared, as the command line names it
    :param churn: files that differ although nothing is public about it, of two packages
    """

    name: str
    distribution: str
    style: str
    version: str
    old: str
    new: str
    changes: tuple[Change, ...]
    churn: int = 0

    @property
    def bump(self) -> Bump:
        """The smallest honest one."""
        least: Bump = "patch" if self.churn else "none"
        return max([least, *(c.bump for c in self.changes)], key=BUMPS.index)

    @property
    def next_version(self) -> str:
        """The version of the package after the bump."""
        return bumped(self.version, self.bump)


@dataclass(frozen=True, slots=True)
class Report:
    """What changed, client by client."""

    clients: tuple[ClientReport, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Of all clients."""
        return tuple(change for client in self.clients for change in client.changes)

    @property
    def level(self) -> Level:
        """The worst that has not been accepted."""
        return worst(change.level for change in self.changes)


def bumped(version: str, bump: Bump) -> str:
    """The next version. Before 1.0 a breaking change is one of the second number (semver.org, section 4)."""
    numbers = [int(n) for n in re.findall(r"\d+", re.split(r"[a-z+]", version.lower())[0])[:3]]
    major, minor, patch = [*numbers, 0, 0, 0][:3]
    match bump:
        case "none":
            return version
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case "major" if major > 0:
            return f"{major + 1}.0.0"
        case _:
            return f"{major}.{minor + 1}.0"


def counts(changes: Iterable[Change]) -> dict[Level, int]:
    """How many changes there are of each level, the worst first."""
    found = Counter(change.level for change in changes)
    return {level: found[level] for level in (BREAKING, WARNING, SAFE)}


def ranked(changes: Iterable[Change]) -> list[Change]:
    """The worst first, and otherwise in the order of the document."""
    return sorted(changes, key=lambda change: -change.level)


def by_resource(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes of each resource, in the order of the document."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.resource, []).append(change)
    return found
