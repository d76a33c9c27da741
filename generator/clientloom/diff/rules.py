"""The rules: how bad each kind of change is, as data.

Two verdicts, because two people ask. *On the wire*: does a program break that was written, in any language, against the
old document? *For callers*: does Python code break that was written against the old package, once the new package is
installed? A query parameter that moves into a header breaks everyone on the wire and no caller of the package; a schema
that gets another name breaks callers and nobody on the wire.

Rows of the document have both verdicts. Rows of the surface (what Python sees: methods, arguments, fields) have none
for the wire: they say what a style made of a change, and that is where styles differ. An argument that callers
may pass by position breaks them when its position changes; one that goes by keyword does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal, TypeAlias


class Level(IntEnum):
    """How bad a change is. The larger one wins."""

    SAFE = 0
    WARNING = 1
    BREAKING = 2

    @property
    def word(self) -> str:
        """As people and options write it."""
        return self.name.lower()


SAFE, WARNING, BREAKING = Level.SAFE, Level.WARNING, Level.BREAKING

Direction: TypeAlias = Literal["request", "response", "both", "none"]
"""Which way a value travels. `none`: no operation uses it."""

Passing: TypeAlias = Literal["position", "keyword", ""]
"""How the old surface let callers pass an argument: `position` means by position or by keyword."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row.

    :param directions: the directions that the row is about; empty for all
    :param passing: the way of passing an argument that the row is about; empty for all
    :param wire: None in a row of the surface
    """

    kind: str
    directions: tuple[Direction, ...]
    passing: Passing
    wire: Level | None
    callers: Level


def _of_document(
    kind: str, wire: Level, callers: Level, *directions: Direction
) -> tuple[Rule, ...]:
    return (Rule(kind, directions, "", wire, callers),)


def _by_direction(
    kind: str, request: tuple[Level, Level], response: tuple[Level, Level]
) -> tuple[Rule, ...]:
    """A row for each direction: what goes both ways is as bad as the worse of the two."""
    worse = (max(request[0], response[0]), max(request[1], response[1]))
    return (
        Rule(kind, ("request",), "", *request),
        Rule(kind, ("response",), "", *response),
        Rule(kind, ("both",), "", *worse),
        Rule(kind, ("none",), "", SAFE, SAFE),
    )


def _of_surface(
    kind: str, callers: Level, *directions: Direction, passing: Passing = ""
) -> tuple[Rule, ...]:
    return (Rule(kind, directions, passing, None, callers),)


# fmt: off
RULES: Final[tuple[Rule, ...]] = (
    # Clients and operations                      on the wire  for callers
    *_of_document("client-added",                 SAFE,        SAFE),
    *_of_document("client-removed",               SAFE,        BREAKING),
    *_of_document("operation-added",              SAFE,        SAFE),
    *_of_document("operation-removed",            BREAKING,    BREAKING),
    *_of_document("operation-renamed",            SAFE,        SAFE),
    *_of_document("operation-retagged",           SAFE,        SAFE),
    *_of_document("tag-renamed",                  SAFE,        SAFE),
    *_of_document("path-changed",                 BREAKING,    SAFE),
    *_of_document("method-changed",               BREAKING,    SAFE),
    *_of_document("operation-server-changed",     WARNING,     SAFE),
    # Parameters
    *_of_document("parameter-added",              SAFE,        SAFE),
    *_of_document("required-parameter-added",     BREAKING,    WARNING),
    *_of_document("parameter-removed",            WARNING,     WARNING),
    *_of_document("parameter-renamed",            BREAKING,    SAFE),
    *_of_document("path-parameter-renamed",       SAFE,        SAFE),
    *_of_document("parameter-relocated",          BREAKING,    SAFE),
    *_of_document("parameter-required",           BREAKING,    WARNING),
    *_of_document("parameter-optional",           SAFE,        SAFE),
    *_of_document("parameter-reordered",          SAFE,        SAFE),
    *_of_document("parameter-style-changed",      BREAKING,    SAFE),
    # Bodies and answers
    *_of_document("body-added",                   SAFE,        SAFE),
    *_of_document("required-body-added",          BREAKING,    WARNING),
    *_of_document("body-removed",                 WARNING,     WARNING),
    *_of_document("body-required",                BREAKING,    WARNING),
    *_of_document("body-optional",                SAFE,        SAFE),
    *_of_document("encoding-changed",             BREAKING,    SAFE),
    *_of_document("media-type-added",             SAFE,        SAFE),
    *_of_document("media-type-removed",           BREAKING,    SAFE),
    *_of_document("response-added",               WARNING,     WARNING),
    *_of_document("response-removed",             WARNING,     SAFE),
    *_of_document("error-added",                  SAFE,        SAFE),
    *_of_document("error-removed",                SAFE,        SAFE),
    *_of_document("header-added",                 SAFE,        SAFE),
    *_of_document("header-removed",               BREAKING,    WARNING),
    # Schemas
    *_of_document("schema-added",                 SAFE,        SAFE),
    *_of_document("schema-removed",               SAFE,        SAFE),
    *_of_document("schema-renamed",               SAFE,        SAFE),
    *_of_document("schema-shape-changed",         BREAKING,    WARNING),
    *_of_document("property-added",               SAFE,        SAFE),
    *_of_document("property-renamed",             BREAKING,    SAFE),
    #                                             in a request          in a response
    *_by_direction("required-property-added",     (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("property-removed",            (WARNING, WARNING),   (BREAKING, WARNING)),
    *_by_direction("property-required",           (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("property-optional",           (SAFE, SAFE),         (BREAKING, WARNING)),
    *_by_direction("property-read-only",          (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("property-writable",           (SAFE, SAFE),         (SAFE, SAFE)),
    *_by_direction("property-write-only",         (SAFE, SAFE),         (BREAKING, WARNING)),
    *_by_direction("property-readable",           (SAFE, SAFE),         (SAFE, SAFE)),
    *_by_direction("extra-properties-refused",    (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("extra-properties-allowed",    (SAFE, SAFE),         (WARNING, SAFE)),
    *_by_direction("xml-changed",                 (BREAKING, SAFE),     (BREAKING, SAFE)),
    *_by_direction("discriminator-changed",       (BREAKING, WARNING),  (BREAKING, WARNING)),
    # Types, of parameters, bodies, answers, headers, properties and named types
    *_by_direction("type-widened",                (SAFE, SAFE),         (BREAKING, WARNING)),
    *_by_direction("type-narrowed",               (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("type-changed",                (BREAKING, WARNING),  (BREAKING, WARNING)),
    *_by_direction("null-allowed",                (SAFE, SAFE),         (BREAKING, WARNING)),
    *_by_direction("null-refused",                (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("value-added",                 (SAFE, SAFE),         (WARNING, WARNING)),
    *_by_direction("value-removed",               (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("value-renamed",               (BREAKING, SAFE),     (WARNING, SAFE)),
    *_by_direction("variant-added",               (SAFE, SAFE),         (WARNING, WARNING)),
    *_by_direction("variant-removed",             (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("limits-tightened",            (BREAKING, WARNING),  (SAFE, SAFE)),
    *_by_direction("limits-loosened",             (SAFE, SAFE),         (WARNING, SAFE)),
    *_by_direction("limits-changed",              (BREAKING, WARNING),  (WARNING, SAFE)),
    *_by_direction("default-changed",             (WARNING, WARNING),   (SAFE, SAFE)),
    # Security, servers, and what is said about things
    *_of_document("security-added",               BREAKING,    WARNING),
    *_of_document("security-changed",             BREAKING,    WARNING),
    *_of_document("security-loosened",            SAFE,        SAFE),
    *_of_document("scopes-changed",               WARNING,     WARNING),
    *_of_document("scheme-added",                 SAFE,        SAFE),
    *_of_document("scheme-removed",               BREAKING,    WARNING),
    *_of_document("scheme-changed",               BREAKING,    WARNING),
    *_of_document("server-added",                 SAFE,        SAFE),
    *_of_document("server-removed",               WARNING,     SAFE),
    *_of_document("first-server-changed",         WARNING,     WARNING),
    *_of_document("deprecated",                   SAFE,        WARNING),
    *_of_document("no-longer-deprecated",         SAFE,        SAFE),
    *_of_document("description-changed",          SAFE,        SAFE),
    # A name or a type that Python sees, and that no change of the document around it explains
    *_of_document("surface-changed",              SAFE,        SAFE),

    # The surface                                 for callers
    *_of_surface("method-added",                  SAFE),
    *_of_surface("method-removed",                BREAKING),
    *_of_surface("method-renamed",                BREAKING),
    *_of_surface("method-aliased",                WARNING),
    *_of_surface("method-alias-removed",          BREAKING),
    *_of_surface("argument-added",                SAFE),
    *_of_surface("required-argument-added",       BREAKING),
    *_of_surface("argument-removed",              BREAKING),
    *_of_surface("argument-renamed",              BREAKING),
    *_of_surface("argument-aliased",              WARNING),
    *_of_surface("argument-alias-removed",        BREAKING),
    *_of_surface("argument-required",             BREAKING),
    *_of_surface("argument-optional",             SAFE),
    *_of_surface("argument-moved",                BREAKING,    passing="position"),
    *_of_surface("argument-moved",                SAFE,        passing="keyword"),
    *_of_surface("argument-keyword-only",         BREAKING),
    *_of_surface("argument-positional",           SAFE),
    *_of_surface("argument-type-widened",         SAFE),
    *_of_surface("argument-type-changed",         BREAKING),
    *_of_surface("result-narrowed",               SAFE),
    *_of_surface("result-changed",                BREAKING),
    *_of_surface("class-added",                   SAFE),
    *_of_surface("class-removed",                 BREAKING),
    *_of_surface("class-renamed",                 BREAKING),
    *_of_surface("class-aliased",                 WARNING),
    *_of_surface("class-alias-removed",           BREAKING),
    *_of_surface("class-base-changed",            BREAKING),
    *_of_surface("field-added",                   SAFE),
    *_of_surface("required-field-added",          BREAKING,    "request", "both"),
    *_of_surface("required-field-added",          SAFE,        "response", "none"),
    *_of_surface("field-removed",                 BREAKING),
    *_of_surface("field-renamed",                 BREAKING),
    *_of_surface("field-aliased",                 WARNING),
    *_of_surface("field-alias-removed",           BREAKING),
    *_of_surface("field-required",                BREAKING,    "request", "both"),
    *_of_surface("field-required",                SAFE,        "response", "none"),
    *_of_surface("field-optional",                SAFE),
    *_of_surface("field-type-widened",            SAFE,        "request", "none"),
    *_of_surface("field-type-widened",            BREAKING,    "response", "both"),
    *_of_surface("field-type-narrowed",           BREAKING,    "request", "both"),
    *_of_surface("field-type-narrowed",           SAFE,        "response", "none"),
    *_of_surface("field-type-changed",            BREAKING),
    *_of_surface("field-default-changed",         WARNING),
    *_of_surface("member-added",                  SAFE),
    *_of_surface("member-removed",                BREAKING),
    *_of_surface("member-renamed",                BREAKING),
    *_of_surface("member-aliased",                WARNING),
    *_of_surface("name-added",                    SAFE),
    *_of_surface("name-removed",                  BREAKING),
    *_of_surface("name-changed",                  WARNING),
)
# fmt: on


Overrides: TypeAlias = Mapping[str, Level]
"""Levels by kind, or by kind and direction: `value-added`, `value-added.response`."""

KINDS: Final = tuple(dict.fromkeys(rule.kind for rule in RULES))

_BY_KIND: Final[Mapping[str, tuple[Rule, ...]]] = {
    kind: tuple(rule for rule in RULES if rule.kind == kind) for kind in KINDS
}


def rule_for(kind: str, direction: Direction = "none", passing: Passing = "") -> Rule:
    """The row for a change."""
    for rule in _BY_KIND[kind]:
        if rule.directions and direction not in rule.directions:
            continue
        if rule.passing and passing != rule.passing:
            continue
        return rule
    raise LookupError(f"no rule for {kind}, {direction}, {passing}")


def overridden(level: Level, kind: str, direction: Direction, overrides: Overrides) -> Level:
    """A level, unless the project has decided on another one."""
    return overrides.get(f"{kind}.{direction}", overrides.get(kind, level))


def worst(levels: Iterable[Level]) -> Level:
    """The highest of some levels; safe if there are none."""
    return max(levels, default=SAFE)


def rules_table() -> str:
    """The rules as a table in Markdown, for the documentation."""
    lines = [
        "| kind | when | on the wire | for callers |",
        "|---|---|---|---|",
    ]
    for rule in RULES:
        when = [*rule.directions, *([f"passed by {rule.passing}"] if rule.passing else [])]
        wire = rule.wire.word if rule.wire is not None else "as its cause"
        lines.append(f"| `{rule.kind}` | {', '.join(when)} | {wire} | {rule.callers.word} |")
    return "".join(f"{line}\n" for line in lines)
