"""The two sides of a comparison: documents, projects at a reference of git, packages.

What a word on the command line means is decided in this order: a file is a document, a folder is a package if it has an
`API.txt` and a project if it has a clientloom.toml, `reference:path` is a document in git, a bare reference is the
project at that commit, anything else is the import name of an installed package.
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeAlias

from clientloom.config import FILE_NAME, Client, Project, find_config, load_project
from clientloom.diff import git
from clientloom.errors import ClientloomError, Problem, shorten
from clientloom.lock import history, read_lock
from clientloom.renames import NO_HISTORY, History
from clientloom.surface import is_public, surface_lines

API_LIST = "API.txt"


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A document.

    :param shown: the path as a person knows it, where it is not the real one
    """

    label: str
    path: Path
    root: Path | None = None
    """Where what git has was written; None for a file as it is."""
    reference: str = ""
    top: Path | None = None
    """The repository, where its files are not written under their own paths."""
    history: History = NO_HISTORY
    """What was called how in the package that was generated last, as the lock of the project knows."""

    def shown(self, file: str) -> str:
        """The name of a file of the document, for messages."""
        return _shown(file, self.root, self.reference)

    def overlays(self, client: Client | None) -> tuple[Path, ...]:
        """The overlays that a client applies to the document; those that were there at a reference of git."""
        found = client.overlays if client is not None else ()
        if self.root is None or self.top is None:
            return found
        there = [self.root / path.resolve().relative_to(self.top) for path in found]
        return tuple(path for path in there if path.is_file())


@dataclass(frozen=True, slots=True)
class ProjectSource:
    """All clients of a clientloom.toml."""

    label: str
    project: Project
    root: Path | None = None
    reference: str = ""

    def document(self, client: Client) -> DocumentSource:
        """The document of one client."""
        known = history(read_lock(self.project.root), client)
        return DocumentSource(self.label, client.spec, self.root, self.reference, history=known)


@dataclass(frozen=True, slots=True)
class PackageSource:
    """A package: the lines of its surface, and the texts of all of its files."""

    label: str
    name: str
    lines: tuple[str, ...]
    files: Mapping[str, bytes]


Source: TypeAlias = DocumentSource | ProjectSource | PackageSource


def _shown(file: str, root: Path | None, reference: str) -> str:
    """`main:specs/ica.yaml` for a file that git has."""
    if root is None:
        return file
    for base in (root, root.resolve()):
        path = Path(file)
        if path.is_relative_to(base):
            return f"{reference}:{path.relative_to(base).as_posix()}"
    return file


class Finder:
    """Finds sources; what it takes out of git lies in a folder of its own as long as `stack` is open."""

    def __init__(self, stack: ExitStack, folder: Path, config: Path | None = None) -> None:
        self._stack = stack
        self._folder = folder
        self._config = config

    def find(self, word: str) -> Source:
        """What a word of the command line means.

        :raises ClientloomError: if it means nothing
        """
        path = self._folder / word
        if path.is_file():
            return DocumentSource(word, path)
        if path.is_dir():
            if (path / API_LIST).is_file():
                return self._package_folder(word, path)
            if (path / FILE_NAME).is_file():
                return ProjectSource(word, load_project(path / FILE_NAME))
        reference, colon, inner = word.partition(":")
        if colon and git.is_reference(reference, self._folder):
            return self._document_at(reference, inner)
        if not colon and git.is_reference(word, self._folder):
            return self._project_at(word)
        found = self._installed(word)
        if found is None:
            raise ClientloomError(
                Problem(
                    f'"{shorten(word)}" is no document, git reference or package.',
                    hint="Give a file, a folder with API.txt, a reference such as main or main:specs/api.yaml, "
                    "or the import name of an installed package.",
                )
            )
        return found

    def working_tree(self) -> ProjectSource:
        """The project as it is on the disk."""
        return ProjectSource(
            "the working tree", load_project(self._config or find_config(self._folder))
        )

    def _overlays(self) -> Iterator[Path]:
        """The overlays of all clients, wherever they are."""
        if self._config is not None:
            for client in load_project(self._config).clients:
                yield from client.overlays

    def _document_at(self, reference: str, inner: str) -> DocumentSource:
        top = git.toplevel(self._folder).resolve()
        is_own = inner.startswith(("./", "../"))
        path = Path((self._folder if is_own else top) / inner)
        within = Path(_normal(path)).relative_to(top)
        root = self._checkout(reference, PurePosixPath(within.parent.as_posix()))
        for overlay in self._overlays():
            path = overlay.resolve()
            if path.is_relative_to(top) and not (root / path.relative_to(top)).is_file():
                git.export_file(reference, path.relative_to(top), root, self._folder)
        if not (root / within).is_file():
            raise ClientloomError(
                Problem(
                    f'there is no document "{inner}" at {reference}.',
                    hint="The path counts from the root of the repository; ./ counts from here.",
                )
            )
        return DocumentSource(f"{reference}:{inner}", root / within, root, reference, top)

    def _project_at(self, reference: str) -> ProjectSource:
        top = git.toplevel(self._folder).resolve()
        config = (self._config or find_config(self._folder)).resolve()
        within = config.parent.relative_to(top)
        root = self._checkout(reference, PurePosixPath(within.as_posix()))
        own = root / within / config.name
        if not own.is_file():
            raise ClientloomError(Problem(f"there is no {within / config.name} at {reference}."))
        return ProjectSource(reference, load_project(own), root, reference)

    def _checkout(self, reference: str, path: PurePosixPath) -> Path:
        root = Path(self._stack.enter_context(TemporaryDirectory(prefix="clientloom-")))
        git.export(reference, path, root, self._folder)
        return root

    def _package_folder(self, word: str, path: Path) -> PackageSource:
        lines = (path / API_LIST).read_text(encoding="utf-8").splitlines()
        return PackageSource(word, path.resolve().name, tuple(lines), _files(path))

    def _installed(self, name: str) -> PackageSource | None:
        if not all(part.isidentifier() for part in name.split(".")):
            return None
        try:
            spec = importlib.util.find_spec(name)
        except (ImportError, ValueError):
            return None
        folders = [Path(f) for f in spec.submodule_search_locations or ()] if spec else []
        files = {
            f"{name.replace('.', '/')}/{path}": data
            for folder in folders
            for path, data in _files(folder).items()
        }
        texts = {f"-/{path}": data.decode() for path, data in files.items() if path.endswith(".py")}
        if not any(path.endswith("/_runtime/__init__.py") for path in texts):
            return None
        lines = {
            line
            for path, text in texts.items()
            if is_public(path)
            for line in surface_lines(path, ast.parse(text))
        }
        return PackageSource(name, name, tuple(sorted(lines)), files)


def _normal(path: Path) -> str:
    import os.path

    return os.path.normpath(path)


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a package, without what Python makes of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
