"""The verb `impact`: its options. What reads programs is imported when one is read."""

import argparse
from typing import Any

from clientloom.diff_command import add_comparison_options

DESCRIPTION = """\
List the lines of a program that a change of a document breaks: imports, calls, keyword arguments, attributes,
constructions. The program is read, and never run.

OLD and NEW are as for `clientloom diff`.

exit codes:
  0  nothing breaks
  1  something does
  2  the two could not be compared, or the program could not be read"""


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command."""
    verb = verbs.add_parser(
        "impact",
        help="list the lines of a program that a change breaks",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.add_argument(
        "--app",
        required=True,
        metavar="PATH",
        help="the program that uses the package: a folder, or a file",
    )
    add_comparison_options(verb)
    verb.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print it (default: text)"
    )
    verb.set_defaults(act=impact)


def impact(options: argparse.Namespace) -> int:
    """List the lines of a program that a change breaks."""
    from clientloom.impact.command import run

    return run(options)
