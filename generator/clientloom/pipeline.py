"""The whole story on one page: from a client's document to the files of its package.

`build` is a pure function of what it reads. `check` compares its result with the disk, `update`
writes it; both ask the lock first, so that nothing is done where nothing changed. What generates is
imported when something has to be generated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientloom import journal
from clientloom import lock as locks
from clientloom.config import FILE_NAME as CONFIG_NAME
from clientloom.config import Client, Project
from clientloom.edits import Edits, Kept, accepted, hand_edits, keep_edits
from clientloom.errors import ClientloomError, Note, Problem, notes_in_order
from clientloom.ignore import ignored
from clientloom.lock import Entry, Lock, lock_text
from clientloom.pristine import Pristine, archive, pack, unpack
from clientloom.renames import NO_HISTORY, History, remember, renamed
from clientloom.tree import Change, Tree, changes_to, compare, contents, read

if TYPE_CHECKING:
    from clientloom.document import Document


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a client package, and what they were made from."""

    tree: Tree
    documents: Mapping[Path, bytes]
    """Each file of the document, and each overlay, as it was read."""
    history: History = NO_HISTORY
    """What is called how, for the next run."""
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
    conflicts: tuple[str, ...] = ()
    """Files in which edits by hand contradict what is generated."""
    renames: tuple[str, ...] = ()
    """What has another name from now on, and what of earlier names ends, a sentence each."""


Build: TypeAlias = Callable[[Client, History], Package]


def generate(client: Client) -> Tree:
    """Return every file of one client package, formatted, without touching the disk."""
    return build(client).tree


def build(
    client: Client,
    former: History = NO_HISTORY,
    load: Callable[[Path, Sequence[Path]], Document] | None = None,
) -> Package:
    """Generate a client package, and remember which files its document was made of.

    :param former: the names of the last run, of which renamed ones live on
    :param load: reads the document, or has read it
    """
    from clientloom import document as documents
    from clientloom.formatting import Layout
    from clientloom.parse import parse
    from clientloom.plan import named, plan, styled
    from clientloom.render import render_all

    document = (load or documents.load)(client.spec, client.overlays)
    notes = documents.validate(document)
    api = parse(document)
    found = styled(api, client)
    history = remember(former, named(found), client.version)
    layout = Layout(client.formatter, client.line_length)
    tree = render_all(plan(found, history.aliases), layout)
    return Package(tree, document.contents, history, notes_in_order([*notes, *api.notes]))


def check(client: Client, project: Project, lock: Lock, build: Build = build) -> Outcome:
    """Compare a client package with the disk."""
    if locks.is_current(lock, client, project.root):
        return Outcome(len(lock[client.name].files), (), None)
    leave = _left_alone(client, project)
    former = locks.history(lock, client)
    package = _build(client, build, former, leave)
    owned = _owned(client, project, lock, leave)
    old = read(client.output, package.tree.keys() | owned)
    tree = accepted(old, package.tree, locks.own_entry(lock, client, project.root))
    renames = tuple(renamed(former, package.history))
    return Outcome(len(package.tree), tuple(compare(old, tree)), None, renames=renames)


def update(
    client: Client,
    project: Project,
    lock: Lock,
    build: Build = build,
    *,
    strict: bool = False,
    always: bool = False,
    edits: Edits = "refuse",
    prunes: bool = False,
) -> Outcome:
    """Write a client package where it differs from the disk, and the lock with it, in one step.

    :param strict: whether a document that has to be repaired, or is typed more loosely than it says, is refused
    :param always: whether the document is read even if nothing changed, so that there are notes
    :param edits: what becomes of files that were edited by hand
    :param prunes: whether the earlier names of renamed things end now
    """
    always = always or (prunes and bool(locks.history(lock, client).aliases))
    if not strict and not always and locks.is_current(lock, client, project.root):
        return Outcome(len(lock[client.name].files), (), None)
    before = locks.history(lock, client)
    former = NO_HISTORY if prunes else before
    leave = _left_alone(client, project)
    package = _build(client, build, former, leave)
    if strict and package.notes:
        raise ClientloomError(*(note.problem for note in package.notes))
    _refuse_foreign_files(client, project, lock, package.tree)
    owned = _owned(client, project, lock, leave)
    disk = read(client.output, package.tree.keys() | owned)
    kept = _kept(client, project, lock, package.tree, owned, disk, edits)
    disk = {path: text for path, text in disk.items() if path not in kept.left}
    changes = changes_to(client.output, kept.tree, owned - kept.left, disk)
    entry = locks.make_entry(
        client, project.root, package.documents, package.tree, kept.edited, package.history
    )
    files = contents(client.output, changes)
    if lock.get(client.name) != entry:
        files[project.root / locks.FILE_NAME] = lock_text({**lock, client.name: entry}).encode()
    files |= _archive(client, project, package, lock.get(client.name), entry)
    journal.commit(project.root, client.output, files)
    renames = tuple(renamed(before, package.history))
    return Outcome(len(package.tree), tuple(changes), entry, package.notes, kept.conflicts, renames)


def _kept(
    client: Client,
    project: Project,
    lock: Lock,
    tree: Tree,
    owned: frozenset[str],
    disk: Tree,
    edits: Edits,
) -> Kept:
    """Return a tree with the edits by hand that are kept."""
    entry = locks.own_entry(lock, client, project.root)
    root = locks.relative(client.output, project.root)
    written = locks.written_files(lock, root)
    texts = unpack(project.root, client.name).files.items() if edits == "merge" else ()
    pristine = {p: text for p, text in texts if sha256(text).hexdigest() == written.get(p)}
    return keep_edits(disk, tree, owned, entry, written, pristine, edits, root)


def _archive(
    client: Client, project: Project, package: Package, before: Entry | None, now: Entry
) -> dict[Path, bytes | None]:
    """Return the archive of the texts of a run, where they are not in it yet.

    :param before: what the lock says of the client, which tells most archives without reading them
    """
    documents = {locks.relative(path, project.root): t for path, t in package.documents.items()}
    pristine = Pristine(documents, {path: text.encode() for path, text in package.tree.items()})
    is_new = before is None or (before.documents, before.files) != (now.documents, now.files)
    if not is_new and unpack(project.root, client.name) == pristine:
        return {}
    return {archive(project.root, client.name): pack(pristine)}


def _left_alone(client: Client, project: Project) -> Callable[[str], bool]:
    """Return whether a path below the output root is to be left alone."""
    return ignored(project.root, locks.relative(client.output, project.root))


def _owned(
    client: Client, project: Project, lock: Lock, leave: Callable[[str], bool]
) -> frozenset[str]:
    """Return the files that an earlier run wrote, and that are not to be left alone."""
    owned = locks.owned_files(lock, client, project.root)
    return frozenset(path for path in owned if not leave(path))


def _build(client: Client, build: Build, former: History, leave: Callable[[str], bool]) -> Package:
    """Build a package, without the files that are to be left alone.

    What exceeds the limits of the machine is a problem of the document.
    """
    from clientloom.document.source import collector_paused

    try:
        with collector_paused():
            package = build(client, former)
        tree = {path: text for path, text in package.tree.items() if not leave(path)}
        return replace(package, tree=tree)
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


def inputs_now(project: Project, lock: Lock) -> Mapping[Path, tuple[int, int] | None]:
    """Return size and time of each file that the clients are made from; None for one that is absent."""
    paths = {project.root / CONFIG_NAME}
    for client in project.clients:
        entry = lock.get(client.name)
        paths |= {client.spec, *client.overlays}
        paths |= {project.root / path for path in (entry.documents if entry else ())}
    return {path: _stamp(path) for path in sorted(paths)}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def orphans(project: Project, lock: Lock) -> list[str]:
    """Return the names of clients that were generated once and are not in clientloom.toml now."""
    names = {client.name for client in project.clients}
    return [name for name in sorted(lock) if name not in names]


def orphan_changes(name: str, project: Project, lock: Lock) -> list[Change]:
    """Return the files that a client left behind, as changes that remove them."""
    return compare(read(project.root / lock[name].output, _left_behind(name, project, lock)), {})


def remove_orphan(name: str, project: Project, lock: Lock) -> list[Change]:
    """Remove the files that a client left behind, and what the lock says of it.

    A file that was edited by hand stays.
    """
    entry, output = lock[name], project.root / lock[name].output
    paths = _left_behind(name, project, lock)
    edited = hand_edits(read(output, paths), entry.files, paths)
    changes = changes_to(output, {}, paths - set(edited))
    rest = {other: lock[other] for other in lock if other != name}
    files = contents(output, changes)
    files[project.root / locks.FILE_NAME] = lock_text(rest).encode()
    if archive(project.root, name).exists():
        files[archive(project.root, name)] = None
    journal.commit(project.root, output, files)
    return changes


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
