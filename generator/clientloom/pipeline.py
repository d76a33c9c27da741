"""The whole story on one page: from a client's document to the files of its package.

`build` is a pure function of what it reads. `check` compares its result with the disk, `update`
writes it; both ask the lock first, so that nothing is done where nothing changed. What generates is
imported when something has to be generated.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from clientloom import lock as locks
from clientloom.config import Client, Project
from clientloom.errors import ClientloomError, Note, Problem, notes_in_order
from clientloom.lock import Entry, Lock
from clientloom.tree import Change, Tree, compare, read, write


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a client package, and what they were made from."""

    tree: Tree
    documents: Mapping[Path, str]
    """The digest of each file of the document, and of each overlay."""
    notes: tuple[Note, ...] = ()
    """What was repaired, what is typed more loosely than it says, what no overlay changes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one client."""

    files: int
    changes: tuple[Change, ...]
    entry: Entry | None
    """What the lock is to say about the client from now on; None if it stays as it is."""
    notes: tuple[Note, ...] = ()
    """As in `Package`; none for a client that was not looked at because nothing changed."""


Build: TypeAlias = Callable[[Client], Package]


def generate(client: Client) -> Tree:
    """Return every file of one client package, formatted, without touching the disk."""
    return build(client).tree


def build(client: Client) -> Package:
    """Generate a client package, and remember which files its document was made of."""
    from clientloom.document import load, validate
    from clientloom.parse import parse
    from clientloom.plan import plan
    from clientloom.render import render_all

    document = load(client.spec, client.overlays)
    notes = validate(document)
    api = parse(document)
    tree = render_all(plan(api, client))
    return Package(tree, document.digests, notes_in_order([*notes, *api.notes]))


def check(client: Client, project: Project, lock: Lock, build: Build = build) -> Outcome:
    """Compare a client package with the disk."""
    if locks.is_current(lock, client, project.root):
        return Outcome(len(lock[client.name].files), (), None)
    package = _build(client, build)
    owned = locks.owned_files(lock, client, project.root)
    old = read(client.output, package.tree.keys() | owned)
    return Outcome(len(package.tree), tuple(compare(old, package.tree)), None)


def update(
    client: Client,
    project: Project,
    lock: Lock,
    build: Build = build,
    *,
    strict: bool = False,
    always: bool = False,
) -> Outcome:
    """Write a client package where it differs from the disk.

    :param strict: whether a document that has to be repaired, or is typed more loosely than it says, is refused
    :param always: whether the document is read even if nothing changed, so that there are notes
    """
    if not strict and not always and locks.is_current(lock, client, project.root):
        return Outcome(len(lock[client.name].files), (), None)
    package = _build(client, build)
    if strict and package.notes:
        raise ClientloomError(*(note.problem for note in package.notes))
    _refuse_foreign_files(client, project, lock, package.tree)
    entry = locks.make_entry(client, project.root, package.documents, package.tree)
    changes = write(client.output, package.tree, locks.owned_files(lock, client, project.root))
    return Outcome(len(package.tree), tuple(changes), entry, package.notes)


def _build(client: Client, build: Build) -> Package:
    """Build a package; what exceeds the limits of the machine is a problem of the document."""
    try:
        return build(client)
    except RecursionError:
        message = f"{client.spec}: the document is nested too deeply."
        raise ClientloomError(Problem(message)) from None
    except MemoryError:
        raise ClientloomError(Problem(f"{client.spec}: the document is too large.")) from None


def _refuse_foreign_files(client: Client, project: Project, lock: Lock, tree: Tree) -> None:
    others = [other for other in project.clients if other.name != client.name]
    for other in others:
        if common := sorted(tree.keys() & locks.owned_files(lock, other, project.root)):
            message = f'"{common[0]}" belongs to the client "{other.name}".'
            raise ClientloomError(Problem(message))


def orphans(project: Project, lock: Lock) -> list[str]:
    """Return the names of clients that were generated once and are not in clientloom.toml now."""
    names = {client.name for client in project.clients}
    return [name for name in sorted(lock) if name not in names]


def orphan_changes(name: str, project: Project, lock: Lock) -> list[Change]:
    """Return the files that a client left behind, as changes that remove them."""
    return compare(read(project.root / lock[name].output, _left_behind(name, project, lock)), {})


def remove_orphan(name: str, project: Project, lock: Lock) -> list[Change]:
    """Remove the files that a client left behind."""
    return write(project.root / lock[name].output, {}, _left_behind(name, project, lock))


def _left_behind(name: str, project: Project, lock: Lock) -> set[str]:
    entry = lock[name]
    if not (project.root / entry.output).resolve().is_relative_to(project.root.resolve()):
        return set()
    kept = [
        other.files.keys()
        for client in project.clients
        if (other := lock.get(client.name)) is not None and other.output == entry.output
    ]
    return set(entry.files).difference(*kept)
