"""What a reviewer reads: the same text in the comment and in the summary of the job."""

from __future__ import annotations

from workflow import report, setting

LIMIT = 65_536
"""The number of characters that a comment on GitHub may have."""

_CAUSES = {"comment": 1_000, "summary": 100_000}
"""How much of the causes is told, in characters; the log of the job has all."""

_CUT = "\n\nThe rest is in the summary of the job.\n"


def message(place: str) -> str:
    """The report and, where something is wrong, what to do.

    :param place: "comment" or "summary"
    """
    parts = [report("diff.md").rstrip()]
    if setting("DIFF_STATE") == "failed":
        parts.append("**The documents could not be compared.**")
        parts.append(_quoted(report("diff.txt"), _CAUSES[place]))
    if setting("CHECK_STATE") == "stale":
        parts.append(
            "**The packages are out of date.** Run `clientloom generate` and commit the result."
        )
    if setting("CHECK_STATE") == "failed":
        parts.append("**The packages could not be checked.**")
    if setting("CHECK_STATE") in ("stale", "failed"):
        parts.append(_quoted(report("check.txt"), _CAUSES[place]))
    return "\n\n".join(part for part in parts if part)


def fitting(text: str, room: int) -> str:
    """As much of a report as there is room for: whole changes, no half ones."""
    if len(text) <= room:
        return text
    shorter = text[: room - len(_CUT)]
    ends = [shorter.rfind(start) for start in ("\n### ", "\n## ", "\n<details>")]
    return (shorter[: max(ends)] if max(ends) > 0 else "") + _CUT


def _quoted(text: str, room: int) -> str:
    """Text for reading only: in a block, which it cannot end."""
    text = text.rstrip().replace("```", "'''")
    if len(text) > room:
        text = text[:room].rpartition("\n")[0] + "\n…"
    return f"```text\n{text}\n```"
