"""What a person sees of a reconstruction: per page what was read, inferred and left open."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from clientloom.reconstruct.findings import Finding, FindingKind, Findings

MOST = 8
"""How many conclusions of a page are printed one by one."""


def lines(findings: Findings) -> Iterator[str]:
    """Yield the summary, page by page."""
    for file, counts in findings.counts.items():
        read = ", ".join(_counted(count, what) for what, count in counts.items())
        yield f"{file}: {read or 'nothing read'}"
        for kind in ("inferred", "unknown"):
            found = _of(findings, file, kind)
            if found:
                yield f"  {kind}: {len(found)}"
                yield from (f"    line {each.place.line}: {each.text}" for each in found[:MOST])
                if len(found) > MOST:
                    yield f"    and {len(found) - MOST} more; --report json has them all"


def report(findings: Findings) -> list[dict[str, Any]]:
    """Return the summary for programs."""
    return [
        {
            "page": file,
            "read": counts,
            "inferred": [_reported(each) for each in _of(findings, file, "inferred")],
            "unknown": [_reported(each) for each in _of(findings, file, "unknown")],
            "warnings": [
                {"message": each.message, "line": each.position.line if each.position else 1}
                for each in findings.warnings
                if each.position is not None and each.position.file == file
            ],
        }
        for file, counts in findings.counts.items()
    ]


def _of(findings: Findings, file: str, kind: FindingKind) -> list[Finding]:
    found = [each for each in findings.of(file) if each.kind == kind]
    return sorted(dict.fromkeys(found), key=lambda each: each.place.line)


def _reported(finding: Finding) -> dict[str, Any]:
    return {"text": finding.text, "line": asdict(finding.place)["line"]}


def _counted(count: int, what: str) -> str:
    return f"{count} {what.removesuffix('s') if count == 1 else what}"
