"""The whole story: two sources in, a report out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clientloom.api import Api
from clientloom.config import Client, single_project
from clientloom.diff.differences import Difference, Sides
from clientloom.diff.listed import listed_surface, pair_listed
from clientloom.diff.operations import operation_differences, other_differences
from clientloom.diff.pairs import pair
from clientloom.diff.planned import planned_surface, typed_otherwise
from clientloom.diff.report import Change, ClientReport, Report, Side
from clientloom.diff.rules import SAFE, Level, overridden, rule_for
from clientloom.diff.schemas import schema_differences
from clientloom.diff.sources import DocumentSource, PackageSource, ProjectSource, Source
from clientloom.diff.surface import Comparison, Surface
from clientloom.diff.verdicts import Decisions, Subject, detailed_schemas, judge, surface_changes
from clientloom.document import Document, Location, load
from clientloom.document.source import collector_paused
from clientloom.errors import ClientloomError, Position, Problem
from clientloom.parse import parse
from clientloom.plan import named, styled
from clientloom.plan.aliases import schema_aliases
from clientloom.renames import Names, remember


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison of one client found, and the surfaces that it compared.

    :param package: the import name of the old package
    """

    report: ClientReport
    package: str
    old: Surface
    new: Surface


@dataclass(frozen=True, slots=True)
class _Task:
    """What is the same for all comparisons of a run."""

    decisions: Decisions
    only: Collection[str]
    detailed: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """A document that has been read."""

    document: Document
    api: Api
    source: DocumentSource

    def where(self, location: Location) -> Position:
        """A place, with the name of its file as a person knows it."""
        position = self.document.where(location)
        return replace(position, file=self.source.shown(position.file))


def compare(
    old: Source,
    new: Source,
    clients: Sequence[Client],
    own: Client | None,
    decisions: Decisions,
    *,
    only: Collection[str] = (),
    detailed: bool = False,
) -> tuple[Compared, ...]:
    """Compare two sources.

    :param clients: of the project, whose names are those of the packages
    :param own: what a document is that no client of the project has
    :param only: the clients that are asked for, by name; all if there are none
    :param detailed: whether the surfaces are to tell everything, changed or not
    :raises ClientloomError: if a source cannot be read, or the two are not of one kind
    """
    with collector_paused():
        return tuple(_compared(old, new, clients, own, _Task(decisions, only, detailed)))


def report_of(compared: Sequence[Compared]) -> Report:
    """The report alone."""
    return Report(tuple(each.report for each in compared))


def _compared(
    old: Source, new: Source, clients: Sequence[Client], own: Client | None, task: _Task
) -> Iterator[Compared]:
    match old, new:
        case PackageSource(), PackageSource():
            yield _packages(old, new, task)
        case ProjectSource(), ProjectSource():
            yield from _projects(old, new, task)
        case DocumentSource(), DocumentSource():
            client = _client_of(new, clients) or _client_of(old, clients) or own
            yield _documents(old, new, client, None, task)
        case ProjectSource(), DocumentSource():
            client = _client_of(new, clients)
            before = next(
                (c for c in old.project.clients if client and c.name == client.name), None
            )
            if client is None or before is None:
                raise _unlike(old, new)
            yield _documents(old.document(before), new, client, before, task)
        case DocumentSource(), ProjectSource():
            client = _client_of(old, clients)
            after = next((c for c in new.project.clients if client and c.name == client.name), None)
            if client is None or after is None:
                raise _unlike(old, new)
            yield _documents(old, new.document(after), after, client, task)
        case _:
            raise _unlike(old, new)


def _unlike(old: Source, new: Source) -> ClientloomError:
    message = f"{old.label} and {new.label} cannot be compared."
    hint = "Compare two documents, two projects or two packages; or a document with the client that has it."
    return ClientloomError(Problem(message, hint=hint))


def _client_of(source: DocumentSource, clients: Sequence[Client]) -> Client | None:
    """The client whose document it is, here or at a reference."""
    for client in clients:
        if source.root is None:
            if client.spec.resolve() == source.path.resolve():
                return client
        elif client.spec.resolve().parts[-2:] == source.path.parts[-2:]:
            return client
    return None


def _stand_in(side: _Side) -> Client:
    """A client for a document that has none, of the default style."""
    path = side.source.path

    def read_already(path: Path, overlays: Sequence[Path]) -> Document:
        return side.document

    return single_project(path, path.parent, load=read_already).clients[0]


def _projects(old: ProjectSource, new: ProjectSource, task: _Task) -> Iterator[Compared]:
    before, after = (
        {c.name: c for c in side.project.clients if not task.only or c.name in task.only}
        for side in (old, new)
    )
    for name, client in after.items():
        if name in before:
            one, other = old.document(before[name]), new.document(client)
            yield _documents(one, other, client, before[name], task)
        else:
            yield _only("client-added", client, old, new, task)
    for name, client in before.items():
        if name not in after:
            yield _only("client-removed", client, old, new, task)


def _only(kind: str, client: Client, old: Source, new: Source, task: _Task) -> Compared:
    """A client that one side has."""
    subject = f"The package `{client.distribution}`"
    word = "new" if kind == "client-added" else "gone"
    rule = rule_for(kind)
    empty = Side(None, (), "")
    change = Change(
        kind=kind,
        direction="none",
        key=("client", client.name),
        resource="Client",
        subject=subject,
        sentence=f"{subject} is {word}.",
        wire=rule.wire,
        callers=overridden(rule.callers, kind, "none", task.decisions.severities),
        facts=(),
        old=empty,
        new=empty,
        advice=(),
        fingerprint=f"{kind}:{client.name}",
        accepted=task.decisions.accepted.get(f"{kind}:{client.name}"),
    )
    empty_surface = Surface({}, {})
    report = _report(client, old, new, (change,))
    return Compared(report, client.package, empty_surface, empty_surface)


def _report(
    client: Client, old: Source, new: Source, changes: tuple[Change, ...], churn: int = 0
) -> ClientReport:
    return ClientReport(
        client.name,
        client.distribution,
        client.style,
        client.version,
        old.label,
        new.label,
        changes,
        churn,
    )


def _documents(
    old: DocumentSource,
    new: DocumentSource,
    client: Client | None,
    old_client: Client | None,
    task: _Task,
) -> Compared:
    before, after = _read(old, old_client or client), _read(new, client)
    client = client or _stand_in(after)
    pairs = pair(before.api, after.api)
    sides = Sides(before.api, after.api, before.document.location, after.document.location, pairs)
    differences: list[Difference] = [
        *other_differences(sides),
        *operation_differences(sides),
        *schema_differences(sides),
    ]
    details = detailed_schemas(differences, pairs)
    if task.detailed:
        details = (frozenset(before.api.schemas), frozenset(after.api.schemas))
    was = old_client or client
    # Where nothing moved, nothing has to be known by its shape.
    places = [
        {schema.location.pointer for schema in s.api.schemas.values()} for s in (before, after)
    ]
    moved = places[0] != places[1]
    one, other = styled(before.api, was), styled(after.api, client)
    former = remember(old.history, named(one, shapes=moved), was.version)
    known = new.history if new.history.names != Names() else former
    now = remember(known, named(other, shapes=moved), client.version)
    old_names = {new_name: old_name for old_name, new_name in pairs.schemas.items()}
    with_old = schema_aliases(before.api, former.aliases).parts.keys()
    with_new = schema_aliases(after.api, now.aliases).parts.keys()
    odd = typed_otherwise(one, other, pairs.schemas)
    details = (
        details[0] | odd[0] | with_old | {old_names[n] for n in with_new if n in old_names},
        details[1] | odd[1] | with_new | {pairs.schemas[n] for n in with_old if n in pairs.schemas},
    )
    surfaces = (
        planned_surface(one, details[0], former.aliases),
        planned_surface(other, details[1], now.aliases),
    )
    changes = judge(
        differences,
        Comparison(*surfaces, pairs).facts(),
        Subject(before.api, surfaces[0], before.where),
        Subject(after.api, surfaces[1], after.where),
        task.decisions,
    )
    report = replace(_report(client, old, new, changes), version=was.version)
    return Compared(report, was.package, *surfaces)


def _read(source: DocumentSource, client: Client | None) -> _Side:
    """Read a document as `generate` does; what is wrong with it is not the matter here."""
    try:
        document = load(source.path, source.overlays(client))
        return _Side(document, parse(document), source)
    except ClientloomError as error:
        raise ClientloomError(*(_renamed(p, source) for p in error.problems)) from None


def _renamed(problem: Problem, source: DocumentSource) -> Problem:
    if problem.position is None:
        return problem
    position = replace(problem.position, file=source.shown(problem.position.file))
    return replace(problem, position=position)


def _packages(old: PackageSource, new: PackageSource, task: _Task) -> Compared:
    one, other = listed_surface(old.lines), listed_surface(new.lines)
    pairs = pair_listed(one, other)
    changes = surface_changes(Comparison(one, other, pairs).facts(), task.decisions)
    churn = sum(old.files.get(p) != new.files.get(p) for p in {*old.files, *new.files})
    report = ClientReport(
        new.name, new.name, "", _version(old), old.label, new.label, changes, churn
    )
    return Compared(report, common_package(old.lines), one, other)


def common_package(lines: Sequence[str]) -> str:
    """The import name of a package, which all of its symbols begin with."""
    symbols = [re.split(r"[ (:=]", re.sub(r"^(async|class) ", "", line))[0] for line in lines]
    parts = [symbol.split(".")[:-1] for symbol in symbols]
    common: list[str] = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        common.append(level[0])
    return ".".join(common)


def _version(source: PackageSource) -> str:
    """The version in the metadata of a package, if it is there."""
    import tomllib

    try:
        project = tomllib.loads(source.files.get("pyproject.toml", b"").decode())["project"]
        return str(project["version"])
    except (KeyError, ValueError):
        return ""


def is_found(report: Report, fail_on: Level | None) -> bool:
    """Whether there is something of a level that has not been accepted."""
    return fail_on is not None and fail_on is not SAFE and report.level >= fail_on
