"""The table `diff` of clientloom.toml: what a project has decided about changes.

[diff.severity]
"value-added" = "safe"              # for this kind of change, always
"type-widened.response" = "warning" # for this kind, in this direction

[diff.accept]
"3f2a9c01d4b7" = "Nobody used the export, see TICKET-12."
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, cast

from clientloom.config import load_table
from clientloom.diff.rules import KINDS, Level
from clientloom.diff.verdicts import Decisions
from clientloom.errors import ClientloomError, Problem

NOTHING: Final = Decisions({}, {})

LEVELS: Final = {level.word: level for level in Level}

_FINGERPRINT = re.compile(r"[0-9a-f]{12}|client-(added|removed):.+")
_DIRECTIONS = frozenset({"request", "response", "both", "none"})


def load_decisions(config: Path) -> Decisions:
    """Read what a project has decided.

    :raises ClientloomError: with all that is wrong in the table
    """
    table, problem = load_table(config, "diff")
    problems: list[Problem] = []
    for key in table.keys() - {"accept", "severity"}:
        hint = 'There are "accept" and "severity".'
        problems.append(problem(("diff", key), f'"{key}" is not an option.', hint))
    accepted: dict[str, str] = {}
    severities: dict[str, Level] = {}
    for name in ("accept", "severity"):
        inner = table.get(name, {})
        if not isinstance(inner, dict):
            problems.append(problem(("diff", name), f'"{name}" must be a table.'))
            continue
        for key, value in cast("dict[str, Any]", inner).items():
            found = _accept(key, value) if name == "accept" else _severity(key, value)
            if found is not None:
                problems.append(problem(("diff", name, key), *found))
            elif name == "accept":
                accepted[key] = value
            else:
                severities[key] = LEVELS[value]
    if problems:
        raise ClientloomError(*problems)
    return Decisions(accepted, severities)


def _accept(key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with an accepted change, and a hint."""
    if not _FINGERPRINT.fullmatch(key):
        return f'"{key}" is no fingerprint.', "`clientloom diff` prints one for each change."
    if not isinstance(value, str) or not value.strip():
        return f'"{key}" is accepted without a reason.', "Write why, for those who read it later."
    return None


def _severity(key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with a severity, and a hint."""
    kind, _, direction = key.partition(".")
    if kind not in KINDS or (direction and direction not in _DIRECTIONS):
        return f'"{key}" is no kind of change.', "docs/diff.md lists the kinds."
    if value not in LEVELS:
        return f'"{value}" is no level.', f"There are: {', '.join(LEVELS)}."
    return None
