"""The verb `impact`: which lines of a program a change breaks, and what to write there."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from clientloom.diff.command import FOUND, NOT_COMPARED, NOTHING_FOUND, compared, write
from clientloom.diff.rules import BREAKING
from clientloom.errors import ClientloomError
from clientloom.impact.breakages import Breakages
from clientloom.impact.modules import impact
from clientloom.impact.scan import Finding


def run(options: argparse.Namespace) -> int:
    """Compare, read the program, print what breaks, and say by the exit code whether anything does."""
    try:
        findings = find(options)
    except (ClientloomError, OSError) as error:
        print(error, file=sys.stderr)
        return NOT_COMPARED
    text = as_json(findings) if options.format == "json" else as_text(findings)
    write(text, options.output)
    is_broken = any(f.breakage.level is BREAKING for f in findings)
    return FOUND if is_broken else NOTHING_FOUND


def find(options: argparse.Namespace) -> tuple[Finding, ...]:
    """What breaks, in the order of files and lines.

    :raises ClientloomError: if it cannot be compared, or the program cannot be read
    """
    found: list[Finding] = []
    for each in compared(options, detailed=True):
        breakages = Breakages(each.report.changes, each.old, each.new)
        found += impact(Path(options.app), each.package, each.old, breakages)
    return tuple(sorted(found, key=lambda f: (f.file, f.line, f.column)))


def as_text(findings: Sequence[Finding]) -> str:
    """Three lines each: where, what happened, what to write."""
    lines: list[str] = []
    for finding in findings:
        mark = "" if finding.breakage.level is BREAKING else f" ({finding.breakage.level.word})"
        lines.append(f"{finding.file}:{finding.line}:{finding.column}: {finding.code}{mark}")
        lines.append(f"  {finding.breakage.sentence}")
        if finding.breakage.replacement:
            lines.append(f"  {finding.breakage.replacement}")
    places = len({(f.file, f.line) for f in findings})
    files = len({f.file for f in findings})
    if findings:
        lines.append(
            f"{places} line{'' if places == 1 else 's'} in {files} file{'' if files == 1 else 's'}."
        )
    else:
        lines.append("Nothing in this program is touched by a breaking change.")
    return "".join(f"{line}\n" for line in lines)


def as_json(findings: Sequence[Finding]) -> str:
    """The findings for programs."""
    data = [
        {
            "file": f.file,
            "line": f.line,
            "column": f.column,
            "code": f.code,
            "level": f.breakage.level.word,
            "kind": f.breakage.fact.kind,
            "symbol": f.breakage.fact.symbol,
            "name": f.breakage.fact.name,
            "sentence": f.breakage.sentence,
            "replacement": f.breakage.replacement,
            "fingerprint": f.breakage.change.fingerprint,
        }
        for f in findings
    ]
    return json.dumps({"findings": data}, indent=2, ensure_ascii=False) + "\n"
