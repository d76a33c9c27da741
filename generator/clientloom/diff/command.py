"""The verb `diff`: from the options of the command line to what is printed and the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from clientloom.config import Client, Project, find_config, load_project, single_project
from clientloom.console import say
from clientloom.diff.compare import Compared, compare, is_found, report_of
from clientloom.diff.formats import FORMATS
from clientloom.diff.formats.text import as_full_text
from clientloom.diff.report import Report
from clientloom.diff.settings import LEVELS, NOTHING, load_decisions
from clientloom.diff.sources import DocumentSource, Finder
from clientloom.errors import ClientloomError, Problem, shorten

NOTHING_FOUND, FOUND, NOT_COMPARED = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Compare, print, and say by the exit code whether something of the asked level was found."""
    try:
        copies = _copies(options.also)
        report = report_of(compared(options))
        for name, path in copies:
            write(FORMATS[name](report), path)
        write(_printed(report, options), options.output)
    except (ClientloomError, OSError) as error:
        print(error, file=sys.stderr)
        return NOT_COMPARED
    return FOUND if is_found(report, LEVELS.get(options.fail_on or "")) else NOTHING_FOUND


def compared(options: argparse.Namespace, *, detailed: bool = False) -> tuple[Compared, ...]:
    """Compare what the options name.

    :param detailed: whether the surfaces are to tell everything, changed or not
    :raises ClientloomError: if it cannot be compared
    """
    config = _config(options.config)
    project = load_project(config) if config is not None else None
    decisions = load_decisions(config) if config is not None else NOTHING
    with ExitStack() as stack:
        finder = Finder(stack, Path.cwd(), config)
        old = finder.find(options.old)
        new = finder.find(options.new) if options.new is not None else finder.working_tree()
        clients = _clients(project, options.client)
        own = None
        if isinstance(new, DocumentSource) and options.style is not None:
            own = single_project(new.path, new.path.parent, style=options.style).clients[0]
        return compare(
            old,
            new,
            () if options.style is not None else clients,
            own,
            decisions,
            only=options.client or (),
            detailed=detailed,
        )


def _copies(words: Sequence[str]) -> list[tuple[str, Path]]:
    """The formats that are wanted besides the one that is printed, and where each goes."""
    copies: list[tuple[str, Path]] = []
    for word in words:
        name, _, path = word.partition("=")
        if name not in FORMATS or not path:
            message = f'"{shorten(word)}" is no format and path.'
            hint = f"Give one of {', '.join(FORMATS)}, such as html=report.html."
            raise ClientloomError(Problem(message, hint=hint))
        copies.append((name, Path(path)))
    return copies


def _config(given: Path | None) -> Path | None:
    """The configuration, if there is one; documents and packages can be compared without."""
    if given is not None:
        return given
    try:
        return find_config(Path.cwd())
    except ClientloomError:
        return None


def _clients(project: Project | None, names: list[str] | None) -> tuple[Client, ...]:
    if project is None:
        return ()
    known = {client.name: client for client in project.clients}
    for name in names or ():
        if name not in known:
            message = f'there is no client "{name}".'
            raise ClientloomError(Problem(message, hint=f"There are: {', '.join(known)}."))
    return tuple(c for c in project.clients if not names or c.name in names)


def _printed(report: Report, options: argparse.Namespace) -> str:
    if options.format == "text" and options.all:
        return as_full_text(report)
    return FORMATS[options.format](report)


def write(text: str, output: Path | None) -> None:
    """Print text of a document, whatever the encoding of the terminal is, or write it to a file."""
    if output is not None:
        output.write_text(text, encoding="utf-8")
        return
    say(text, end="")
