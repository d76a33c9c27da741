"""The verb `diff`: its options. What compares is imported when something is compared."""

import argparse
from pathlib import Path
from typing import Any

DESCRIPTION = """\
Show what changed between two versions: on the wire, and for callers in Python.

OLD and NEW are each one of
  a document             specs/petstore.yaml
  a document in git      main:specs/petstore.yaml
  a reference of git     main: the documents of all clients of clientloom.toml there
  a folder               with a clientloom.toml, or with a package and its API.txt
  an import name         of an installed package

exit codes:
  0  no change of the level of --fail-on, or worse
  1  there is one
  2  the two could not be compared"""


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command."""
    verb = verbs.add_parser(
        "diff",
        help="show what changed between two versions, and who breaks",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_comparison_options(verb)
    verb.add_argument(
        "--format",
        choices=("text", "markdown", "github", "gitlab", "json", "html"),
        default="text",
        help="text for a terminal, markdown for a comment, github for annotations of a job, gitlab for a report "
        "of code quality, json for programs, html for a page to browse (default: text)",
    )
    verb.add_argument(
        "--fail-on",
        choices=("breaking", "warning"),
        help="exit with 1 if there is a change of this level or worse that nobody has accepted",
    )
    verb.add_argument(
        "--all", action="store_true", help="with text: show all changes, not a screenful"
    )
    verb.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="FORMAT=PATH",
        help="write the same report in another format there; may be repeated",
    )
    verb.set_defaults(act=diff)


def add_comparison_options(verb: argparse.ArgumentParser) -> None:
    """Add what two versions are named by."""
    verb.add_argument("old", metavar="OLD", help="what was: a document, a git reference, a package")
    verb.add_argument(
        "new", metavar="NEW", nargs="?", help="what is (default: the project as it is on the disk)"
    )
    verb.add_argument(
        "--client",
        action="append",
        metavar="CLIENT",
        help="compare this client only; may be repeated",
    )
    verb.add_argument(
        "--style",
        metavar="TEXT",
        help="the style whose callers are asked for, of a document without a client",
    )
    verb.add_argument(
        "-o", "--output", type=Path, metavar="PATH", help="write there instead of printing"
    )
    verb.add_argument(
        "--config", type=Path, default=argparse.SUPPRESS, metavar="PATH", help="the configuration"
    )


def diff(options: argparse.Namespace) -> int:
    """Show what changed between two versions, and who breaks."""
    from clientloom.diff.command import run

    return run(options)
