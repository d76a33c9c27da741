"""The command `clientloom`: its verbs and options, its exit codes, and what a person sees.

Exit codes: 0 when all is well, 1 when there is a problem or `check` finds something out of date, 2
for a mistake on the command line, 130 when interrupted.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from clientloom import (
    __version__,
    diff_command,
    fetch_command,
    impact_command,
    journal,
    pipeline,
    reconstruct_command,
)
from clientloom.config import (
    FILE_NAME,
    FORMATTERS,
    Client,
    Project,
    find_config,
    load_project,
    single_project,
)
from clientloom.console import say
from clientloom.edits import Edits
from clientloom.errors import ClientloomError, Note, Problem, printable
from clientloom.lock import Lock, read_lock, relative
from clientloom.pipeline import Build, Outcome
from clientloom.progress import Progress
from clientloom.reconstruct_command import add_overlay_option
from clientloom.tree import Change, unified_diff

if TYPE_CHECKING:
    from clientloom.document import Document

T = TypeVar("T")

OK, PROBLEMS, USAGE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

UP_TO_DATE = "up to date"

MOST_NOTES = 30
"""How many repairs and looser types of a document are printed one by one."""

NOTES: Mapping[str, str] = {
    "repair": "repair",
    "fallback": "looser type",
    "unused": "unused overlay action",
}
"""What each kind of note is called."""

WATCH_INTERVAL = 0.3
"""Seconds between two looks of `watch` at the files."""

DESCRIPTION = """\
Turn OpenAPI documents into typed, pip-installable Python client packages.

The clients are listed in clientloom.toml, one table each. Documents are read, packages are
written below one folder, and that is all: clientloom needs no network and no account."""

EPILOG = """\
examples:
  clientloom generate petstore.yaml -o out    write a package for one document, below out/

  clientloom generate            write every client package that is out of date
  clientloom generate petstore   write one
  clientloom generate --strict   accept no document that has to be repaired
  clientloom generate --merge    keep edits by hand where the text is generated anew
  clientloom check               show what generate would change, and change nothing
  clientloom check --why         say what made a package out of date
  clientloom update --commit     one commit for new tools, one for new documents
  clientloom check --quiet       the same, silent when all is well (for continuous integration)

a clientloom.toml:
  output = "generated"
  formatter = "black"               # or "ruff": the same bytes, much sooner

  [clients.petstore]
  spec = "specs/petstore.yaml"      # OpenAPI 2.0 to 3.2, JSON or YAML
  style = "prior"                   # what the package looks like to its users
  package = "petstore"              # import petstore
  distribution = "petstore-sdk"     # pip install ./generated/petstore-sdk
  version = "1.0.0"

  clientloom diff main           show what the documents of main and of the working tree differ by
  clientloom diff old.yaml new.yaml --fail-on breaking

exit codes:
  0  all is well
  1  a problem with a document or with clientloom.toml, or check found something out of date
  2  a mistake on the command line"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        code = _main(argv)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (ClientloomError, OSError) as error:
        _complain(error)
        return PROBLEMS


def _main(argv: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(argv)
    if options.verb is None:
        parser.print_help()
        return OK
    act: Callable[[argparse.Namespace], int] = options.act
    return act(options)


def _run(
    verb: Callable[[Run], int], parser: argparse.ArgumentParser, options: argparse.Namespace
) -> int:
    """Do with clients what a verb does."""
    load = cache(_load)  # a document that has no configuration is asked for its name first
    single = _single(options, parser, load)
    if single is None:
        config: Path | None = options.config
        project = load_project(config or find_config(Path.cwd()))
        clients: Sequence[Client] = _selected(project, options.clients, parser)
    else:
        project, clients = single, single.clients
    if options.formatter is not None:
        clients = [replace(client, formatter=options.formatter) for client in clients]
    run = Run(
        project,
        clients,
        everything=not options.clients,
        quiet=options.quiet,
        strict=getattr(options, "strict", False),
        reports=getattr(options, "report", None) is not None,
        edits=getattr(options, "edits", None) or "refuse",
        commits=getattr(options, "commit", False),
        why=getattr(options, "why", False),
        prunes=getattr(options, "prune_aliases", False),
    )
    if single is not None:
        run = replace(run, build=partial(pipeline.build, load=load))
    return verb(run)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clientloom",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_options(parser, config=None, quiet=False)
    parser.add_argument("--version", action="version", version=f"clientloom {__version__}")
    verbs = parser.add_subparsers(dest="verb", title="verbs", metavar="VERB")
    for name, run, text in (
        ("generate", generate, "write the client packages that are out of date"),
        ("check", check, "show what generate would change, and change nothing"),
        ("update", update, "generate in two steps: with new tools first, then from new documents"),
        ("watch", watch, "generate whenever a document or clientloom.toml changes, until Ctrl-C"),
    ):
        verb = verbs.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False
        )
        verb.add_argument(
            "clients",
            nargs="*",
            metavar="CLIENT",
            help="a client of clientloom.toml, by the name of its table (default: all); "
            "or an OpenAPI document",
        )
        verb.add_argument(
            "--formatter",
            choices=FORMATTERS,
            help="what lays out the code (default: black, or what clientloom.toml says); "
            "ruff gives the same bytes much sooner",
        )
        if run in (generate, check):
            _add_single_options(verb)
        # They may stand on either side of the verb; what is not given here is not overwritten.
        _add_options(verb, config=argparse.SUPPRESS, quiet=argparse.SUPPRESS)
        if run is generate:
            _add_note_options(verb)
            verb.add_argument(
                "--prune-aliases",
                action="store_true",
                help="end the earlier names of what documents renamed",
            )
        if run is check:
            verb.add_argument(
                "--why", action="store_true", help="show the causes instead of the differences"
            )
        else:
            _add_edit_options(verb)
        if run is update:
            verb.add_argument(
                "--commit", action="store_true", help="make a git commit of each step"
            )
        verb.set_defaults(act=partial(_run, run, parser))
    for command in (reconstruct_command, fetch_command, diff_command, impact_command):
        command.add_verb(verbs)
    return parser


def _add_note_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict",
        action="store_true",
        help="refuse documents that are broken but usable, or that cannot be typed in full",
    )
    parser.add_argument(
        "--report",
        choices=("json",),
        help="print what became of each client as JSON, repairs and looser types included",
    )


def _add_edit_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("files that were edited by hand (refused by default)")
    either = group.add_mutually_exclusive_group()
    for name, value, text in (
        ("--merge", "merge", "merge the edits into the new text; contradictions are marked"),
        ("--force", "overwrite", "overwrite them"),
    ):
        either.add_argument(name, dest="edits", action="store_const", const=value, help=text)


def _add_single_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("without a clientloom.toml")
    group.add_argument(
        "-o", "--output", type=Path, metavar="PATH", help="where the package goes (default: here)"
    )
    for name, text in (
        ("style", "what the package looks like to its users"),
        ("package", "the import name (default: from the title of the document)"),
        ("distribution", "the name that pip knows (default: from the import name)"),
        ("package-version", "the version of the package (default: that of the document)"),
    ):
        group.add_argument(f"--{name}", metavar="TEXT", help=text)
    add_overlay_option(group)


def _load(document: Path, overlays: Sequence[Path]) -> Document:
    from clientloom.document import load

    return load(document, overlays)


def _single(
    options: argparse.Namespace,
    parser: argparse.ArgumentParser,
    load: Callable[[Path, Sequence[Path]], Document],
) -> Project | None:
    """Return the project for a document that is named on the command line; None if none is."""
    if options.verb not in ("generate", "check"):
        return None
    given = [options.style, options.package, options.distribution, options.package_version]
    named = [name for name in options.clients if name.endswith((".json", ".yaml", ".yml"))]
    if options.output is None and not named:
        if any(given):
            parser.error("--style, --package and the like are for one OpenAPI document")
        if options.overlay:
            parser.error("--overlay is for one OpenAPI document; a client has `overlays`")
        return None
    if len(options.clients) != 1:
        parser.error("without a clientloom.toml, there is one OpenAPI document")
    style, package, distribution, version = given
    return single_project(
        Path(options.clients[0]),
        options.output or Path(),
        style=style,
        package=package,
        distribution=distribution,
        version=version,
        overlays=tuple(options.overlay),
        load=load,
    )


def _add_options(parser: argparse.ArgumentParser, *, config: object, quiet: object) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        default=config,
        metavar="PATH",
        help="the configuration (default: clientloom.toml here or in the nearest folder above)",
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", default=quiet, help="print problems only"
    )


def _selected(
    project: Project, names: Sequence[str], parser: argparse.ArgumentParser
) -> list[Client]:
    """Return the clients that were named, in the order of clientloom.toml; all if none was."""
    known = {client.distribution: client for client in project.clients}
    known |= {client.name: client for client in project.clients}
    for name in names:
        if name not in known:
            listed = ", ".join(client.name for client in project.clients)
            parser.error(f'there is no client "{name}"; there are: {listed}')
    wanted = {known[name].name for name in names}
    return [client for client in project.clients if not names or client.name in wanted]


@dataclass(frozen=True)
class Run:
    """What one call of the command is to do."""

    project: Project
    clients: Sequence[Client]
    everything: bool = True
    """No client was named, so what former clients left behind is looked at as well."""
    quiet: bool = False
    build: Build = pipeline.build
    strict: bool = False
    """Documents are refused that have to be repaired, or that cannot be typed as they say."""
    reports: bool = False
    """What a person would see comes as JSON."""
    edits: Edits = "refuse"
    """What becomes of files that were edited by hand."""
    commits: bool = False
    """Each step of an update becomes a commit."""
    why: bool = False
    """The causes are shown instead of the differences."""
    prunes: bool = False
    """The earlier names of renamed things end."""


def generate(run: Run) -> int:
    """Write the client packages that are out of date."""
    journal.finish(run.project.root)
    lock = dict(read_lock(run.project.root))
    failed = False
    report: list[object] = []
    update = partial(
        pipeline.update,
        strict=run.strict,
        always=run.reports,
        edits=run.edits,
        prunes=run.prunes,
    )
    for client, outcome in _outcomes(run, "generating", update, lock):
        report.append(_reported(client, outcome))
        if isinstance(outcome, Outcome):
            if outcome.entry is not None:
                lock[client.name] = outcome.entry
            counts = _counts(outcome.changes)
            files = f"{outcome.files} file{'' if outcome.files == 1 else 's'}"
            _say(run, client.distribution, f"{files}, {counts}" if counts else UP_TO_DATE)
            _tell_renames(run, outcome)
            _summarise(run, outcome.notes)
            failed = _choices(client, outcome.conflicts) or failed
        else:
            failed = True
            _fail(run, client, outcome)
    for name in pipeline.orphans(run.project, lock) if run.everything else ():
        changes = pipeline.remove_orphan(name, run.project, lock)
        del lock[name]
        _say(run, name, _counts(changes) or "nothing left to remove")
    if run.reports:
        say(json.dumps({"clients": report}, indent=2))
    return PROBLEMS if failed else OK


def check(run: Run) -> int:
    """Show what `generate` would change, and change nothing."""
    if journal.is_pending(run.project.root):
        hint = "Run `clientloom generate`: it finishes what was begun."
        raise ClientloomError(
            Problem("a run of clientloom was interrupted while it wrote.", hint=hint)
        )
    lock = read_lock(run.project.root)
    stale = failed = 0
    for client, outcome in _outcomes(run, "checking", pipeline.check, lock):
        if not isinstance(outcome, Outcome):
            failed += 1
            _fail(run, client, outcome)
        elif outcome.changes:
            stale += 1
            if run.why:
                say(_row(run, client.distribution, _counts(outcome.changes)))
                _explain(client, run.project, lock)
                _tell_renames(run, outcome)
            else:
                _show(run, client.distribution, client.output, outcome.changes)
        else:
            _say(run, client.distribution, UP_TO_DATE)
    left_behind = pipeline.orphans(run.project, lock) if run.everything else []
    for name in left_behind:
        if changes := pipeline.orphan_changes(name, run.project, lock):
            stale += 1
            _show(run, name, run.project.root / lock[name].output, changes)
    if stale:
        total = len(run.clients) + len(left_behind)
        clients = "client" if total == 1 else f"of {total} clients"
        verb = "is" if stale == 1 else "are"
        print(
            f"{stale} {clients} {verb} out of date.",
            "Run `clientloom generate` and commit the result.",
        )
    return PROBLEMS if stale or failed else OK


def update(run: Run) -> int:
    """Generate in two steps: from the documents of the last run with the tools of today, then anew."""
    from clientloom.update import (
        Repository,
        Step,
        commit_subject,
        documents_of,
        update_documents,
        update_tools,
    )

    journal.finish(run.project.root)
    lock = dict(read_lock(run.project.root))
    repository = Repository(run.project.root) if run.commits else None
    failed = False
    documents: list[Path] = []
    for act in (update_tools, update_documents):
        steps: list[Step] = []
        step_of = partial(act, edits=run.edits)
        for client, step in _outcomes(run, "updating", step_of, lock):
            if isinstance(step, Exception):
                failed = True
                _fail(run, client, step)
            elif step is not None:
                if step.outcome.entry is not None:
                    lock[client.name] = step.outcome.entry
                steps.append(step)
                failed = _choices(client, step.outcome.conflicts) or failed
                if step.outcome.changes or not run.quiet:
                    _say(run, client.distribution, str(step))
                    _tell_renames(run, step.outcome)
                    for line in step.public:
                        say(f"  {line}")
        if act is update_documents:
            documents = documents_of(lock, run.project)
        if repository is not None and not failed and steps:
            total = sum(len(step.outcome.changes) for step in steps)
            if total and repository.commit(commit_subject(steps), run.project, documents):
                _say(run, "committed", commit_subject(steps))
    return PROBLEMS if failed else OK


def watch(run: Run) -> int:
    """Generate whenever something changes that the clients are made from; until an interruption."""
    seen: object = None
    while True:
        lock = read_lock(run.project.root)
        now = pipeline.inputs_now(run.project, lock)
        if now != seen:
            seen = now
            try:
                project = load_project(run.project.root / FILE_NAME)
                names = {client.name for client in run.clients}
                wanted = [c for c in project.clients if run.everything or c.name in names]
                generate(replace(run, project=project, clients=wanted, build=pipeline.build))
            except (ClientloomError, OSError) as error:
                _complain(error)
            sys.stdout.flush()
            # What changed meanwhile is seen as a change; what the lock names only now is not.
            seen = {**pipeline.inputs_now(run.project, read_lock(run.project.root)), **now}
        time.sleep(WATCH_INTERVAL)


def _outcomes(
    run: Run,
    doing: str,
    act: Callable[[Client, Project, Lock, Build], T],
    lock: Lock,
) -> Iterator[tuple[Client, T | Exception]]:
    """Yield what came of each client; a client that fails does not keep the others from running."""
    progress = Progress(sys.stderr, enabled=not run.quiet)
    notices = logging.NullHandler() if run.quiet else logging.StreamHandler(progress)
    for number, client in enumerate(run.clients, 1):
        outcome: T | Exception
        label = f"{doing} {client.distribution} ({number} of {len(run.clients)})"
        logging.getLogger("clientloom").addHandler(notices)
        try:
            with progress.step(label):
                outcome = act(client, run.project, lock, run.build)
        except (ClientloomError, OSError) as error:
            outcome = error
        finally:
            logging.getLogger("clientloom").removeHandler(notices)
        yield client, outcome


def _show(run: Run, name: str, output: Path, changes: Sequence[Change]) -> None:
    """Print what is out of date in a package; that is a problem, so quiet runs print it too."""
    say(_row(run, name, _counts(changes)))
    root = relative(output, run.project.root)
    for change in changes:
        say(unified_diff(change, root), end="")


def _explain(client: Client, project: Project, lock: Lock) -> None:
    """Print why a package is out of date."""
    from clientloom.why import causes

    for cause in causes(client, project, lock):
        say(f"  {cause}")


def _tell_renames(run: Run, outcome: Outcome) -> None:
    """Print what has another name from now on."""
    if not run.quiet and not run.reports:
        for line in outcome.renames[:MOST_NOTES]:
            say(f"  {printable(line)}")
        if len(outcome.renames) > MOST_NOTES:
            say(f"  and {len(outcome.renames) - MOST_NOTES} more renames.")


def _choices(client: Client, conflicts: Sequence[str]) -> bool:
    """Say in which files somebody has to choose, and whether there are any."""
    for path in conflicts:
        name = printable(str(client.output / path))
        hint = "Choose between the marked lines, then run `clientloom generate --merge` again."
        _complain(
            ClientloomError(Problem(f'"{name}": an edit contradicts the new text.', hint=hint))
        )
    return bool(conflicts)


def _counts(changes: Sequence[Change]) -> str:
    """Return "1 changed, 2 added"; the empty string if there are no changes."""
    kinds = [change.kind for change in changes]
    counted = ((kinds.count(kind), kind) for kind in ("changed", "added", "removed"))
    return ", ".join(f"{count} {kind}" for count, kind in counted if count)


def _summarise(run: Run, notes: Sequence[Note]) -> None:
    """Print how often something was not taken as the document has it, and where."""
    if not notes or run.quiet or run.reports:
        return
    counted = ((sum(note.kind == kind for note in notes), words) for kind, words in NOTES.items())
    total = " and ".join(f"{n} {words}{'' if n == 1 else 's'}" for n, words in counted if n)
    say(f"  {total}; --strict makes them errors:")
    for note in notes[:MOST_NOTES]:
        say(f"  {Problem(note.problem.message, note.problem.position)}")
    if len(notes) > MOST_NOTES:
        say(f"  and {len(notes) - MOST_NOTES} more; --report json has them all.")


def _reported(client: Client, outcome: Outcome | Exception) -> dict[str, object]:
    """Return what became of a client, for `--report json`."""
    if not isinstance(outcome, Outcome):
        problems = (
            outcome.problems if isinstance(outcome, ClientloomError) else (Problem(str(outcome)),)
        )
        errors = [_reported_problem(problem) for problem in problems]
        return {"client": client.name, "errors": errors, "notes": [], "changed": 0}
    notes = [{"kind": note.kind, **_reported_problem(note.problem)} for note in outcome.notes]
    return {"client": client.name, "errors": [], "notes": notes, "changed": len(outcome.changes)}


def _reported_problem(problem: Problem) -> dict[str, object]:
    place = asdict(problem.position) if problem.position else {}
    return {"message": problem.message, **place, "hint": problem.hint}


def _say(run: Run, name: str, status: str) -> None:
    if not run.quiet and not run.reports:
        say(_row(run, name, status))


def _fail(run: Run, client: Client, error: Exception) -> None:
    _say(run, client.distribution, "failed")
    _complain(error)


def _row(run: Run, name: str, status: str) -> str:
    width = max(len(name), *(len(client.distribution) for client in run.project.clients))
    return f"{name.ljust(width)}    {status}"


def _complain(error: Exception) -> None:
    """Print an error where errors go, after everything that was printed before it."""
    sys.stdout.flush()
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        text = f"{error.filename}: {reason.lower()}." if error.filename else f"{reason}."
        error = ClientloomError(Problem(text))
    print(error, file=sys.stderr)
