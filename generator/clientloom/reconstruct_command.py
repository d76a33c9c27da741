"""The verb `reconstruct`: its options, and what a person sees of it."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from clientloom.console import say
from clientloom.errors import ClientloomError, Problem, in_order, printable
from clientloom.tree import write_text

EPILOG = """\
examples:
  clientloom reconstruct sdk/docs sdk/README.md -o spec.yaml
  clientloom reconstruct docs/TasksApi.md --overlay corrections.yaml -o spec.yaml

What the pages do not state is inferred, with an x-provenance that says so, or left open."""


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command."""
    text = "recover an OpenAPI document from the documentation pages of an SDK"
    verb = verbs.add_parser(
        "reconstruct",
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.add_argument(
        "pages",
        nargs="+",
        type=Path,
        metavar="PAGE",
        help="a Markdown page of an API class or a model, the README, or a folder with pages",
    )
    verb.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the document (default: standard output)"
    )
    add_overlay_option(verb)
    verb.add_argument(
        "--strict",
        action="store_true",
        help="write nothing if a part of a page is not read, or an overlay changes nothing",
    )
    verb.add_argument(
        "--report",
        choices=("json",),
        help="print what was read, inferred and left open as JSON (with --output)",
    )
    verb.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    verb.set_defaults(act=reconstruct)


def add_overlay_option(parser: Any) -> None:
    """Add the option that names overlays."""
    parser.add_argument(
        "--overlay",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="changes to the document, as an OpenAPI Overlay; may be given several times",
    )


def reconstruct(options: argparse.Namespace) -> int:
    """Recover a document from pages, and say what they state and what they do not.

    :raises ClientloomError: if nothing is written
    """
    from clientloom.reconstruct import reconstruct as recover
    from clientloom.reconstruct import summary

    output: Path | None = options.output
    found = recover(options.pages, options.overlay, output or Path("openapi.yaml"))
    warnings = [*in_order(found.findings.warnings), *(note.problem for note in found.notes)]
    if warnings and options.strict:
        raise ClientloomError(*warnings)
    if output is None:
        say(found.text, end="")
    else:
        write_text(output, found.text)
    if options.report:
        report = {"pages": summary.report(found.findings), "notes": list(map(_reported, warnings))}
        print(json.dumps(report, indent=2), file=sys.stderr if output is None else sys.stdout)
        return 0
    for warning in warnings:
        print(warning, file=sys.stderr)
    if output is not None and not options.quiet:
        for line in summary.lines(found.findings):
            say(printable(line))
        say(f"{output}: written")
    return 0


def _reported(problem: Problem) -> dict[str, object]:
    return {"message": problem.message, "place": str(problem.position), "hint": problem.hint}
