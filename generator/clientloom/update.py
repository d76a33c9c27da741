"""Two steps for two diffs: first the locked documents with the tools of today, then what changed in the documents.

A reviewer of an upgrade reads the first one as a line: how many files, and how many public lines,
which are the lines of API.txt that differ. The second one is about the API.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from clientloom import lock as locks
from clientloom import pipeline
from clientloom.config import Client, Project
from clientloom.edits import Edits
from clientloom.errors import ClientloomError, Problem
from clientloom.git import run_git
from clientloom.journal import FOLDER
from clientloom.lock import Entry, Lock
from clientloom.pipeline import Build, Outcome, Package
from clientloom.pristine import unpack
from clientloom.renames import History
from clientloom.tree import Change


@dataclass(frozen=True, slots=True)
class Step:
    """One of the two steps, for one client."""

    title: str
    outcome: Outcome

    @property
    def public(self) -> tuple[str, ...]:
        """The lines of API.txt that the step removes and adds, as `-` and `+` lines."""
        return tuple(line for change in self.outcome.changes for line in _public(change))

    def __str__(self) -> str:
        files, lines = len(self.outcome.changes), len(self.public)
        return f"{self.title}: {_count(files, 'file')}, {_count(lines, 'public line')}"


def update_tools(
    client: Client, project: Project, lock: Lock, build: Build, edits: Edits = "refuse"
) -> Step | None:
    """Generate from the documents and options of the last run; None if no tool changed since.

    :raises ClientloomError: if the texts of that run are not kept
    """
    entry = locks.own_entry(lock, client, project.root)
    if entry is None or _same_tools(client, entry):
        return None
    documents = unpack(project.root, client.name).documents
    if any(path not in documents for path in entry.documents):
        message = f"the documents that {client.distribution} was generated from are not kept."
        hint = f"Run `clientloom generate`, and commit {FOLDER}/ from now on."
        raise ClientloomError(Problem(message, hint=hint))
    former = _former(client, project.root, entry)

    def build_former(_: Client, names: History) -> Package:
        with TemporaryDirectory() as folder:
            root = _deep(Path(folder), entry)
            for path, text in documents.items():
                file = root / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
            package = build(_moved(former, project.root, root), names)
        texts = {project.root / path: documents[path] for path in entry.documents}
        return Package(package.tree, texts, package.history)

    return Step("templates", pipeline.update(former, project, lock, build_former, edits=edits))


def update_documents(
    client: Client, project: Project, lock: Lock, build: Build, edits: Edits = "refuse"
) -> Step:
    """Generate from the documents and options of today."""
    return Step("document", pipeline.update(client, project, lock, build, edits=edits))


def commit_subject(steps: Sequence[Step]) -> str:
    """Return the subject of a commit for a step of all clients."""
    files = _count(sum(len(step.outcome.changes) for step in steps), "file")
    public = _count(sum(len(step.public) for step in steps), "public line")
    what = "with new tools" if steps[0].title == "templates" else "from new documents"
    return f"Regenerate clients {what}: {files}, {public}"


class Repository:
    """The git repository of a project, for the commits of an update.

    :raises ClientloomError: if there is none, or something is staged already
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        if self._git("diff", "--cached", "--name-only"):
            hint = "Commit or unstage it first."
            raise ClientloomError(Problem("something is staged in the repository.", hint=hint))

    def commit(self, message: str, project: Project, documents: Sequence[Path] = ()) -> bool:
        """Commit what is generated, and documents with it; False if there is nothing to commit."""
        kept = (project.output, self._root / locks.FILE_NAME, self._root / FOLDER, *documents)
        self._git("add", "--all", "--", *(str(path) for path in kept if path.exists()))
        if not self._git("diff", "--cached", "--name-only"):
            return False
        self._git("commit", "--quiet", "--message", message)
        return True

    def _git(self, *arguments: str) -> str:
        done = run_git(arguments, self._root)
        out, error = done.stdout.decode(), done.stderr.decode(errors="replace")
        if done.returncode != 0:
            reason = (error.strip() or out.strip()).replace("\n", " ")
            raise ClientloomError(Problem(f"git {arguments[0]}: {reason}"))
        return out


def _same_tools(client: Client, entry: Entry) -> bool:
    now = locks.tool_versions(client), locks.generator_digest(), locks.templates_digest()
    return (entry.versions, entry.generator, entry.templates) == now


def _former(client: Client, root: Path, entry: Entry) -> Client:
    """Return a client as clientloom.toml had it in the last run."""
    known = {key: value for key, value in entry.config.items() if key in vars(client)}
    paths = {"spec": root / known["spec"], "overlays": tuple(root / p for p in known["overlays"])}
    return replace(client, **{**known, **paths})


def _moved(client: Client, old: Path, new: Path) -> Client:
    """Return a client whose documents are below another folder, at the same relative paths."""

    def moved(path: Path) -> Path:
        return new / locks.relative(path, old)

    return replace(client, spec=moved(client.spec), overlays=tuple(map(moved, client.overlays)))


def _deep(folder: Path, entry: Entry) -> Path:
    """Return a root so deep in a folder that no relative path of a document leads out of that."""
    steps = [PurePosixPath(path).parts.count("..") for path in entry.documents]
    root = folder.joinpath(*["x"] * max(steps, default=0))
    root.mkdir(parents=True, exist_ok=True)
    return root


def _public(change: Change) -> list[str]:
    """Return the lines that a change of API.txt removes and adds; none for another file."""
    if PurePosixPath(change.path).name != "API.txt":
        return []
    old, new = change.old.splitlines(), change.new.splitlines()
    before, after = set(old), set(new)
    return [
        *(f"- {line}" for line in old if line not in after),
        *(f"+ {line}" for line in new if line not in before),
    ]


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def documents_of(lock: Mapping[str, Entry], project: Project) -> list[Path]:
    """Return all documents that the lock names, and clientloom.toml."""
    names = {name for entry in lock.values() for name in entry.documents}
    return [project.root / "clientloom.toml", *(project.root / name for name in sorted(names))]
