"""What was read from which page, what was concluded, and what stays unknown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from clientloom.errors import Position, Problem

FindingKind = Literal["inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a page does not state: it was inferred, or it is left open."""

    kind: FindingKind
    place: Position
    text: str


@dataclass(slots=True)
class Findings:
    """A collection of what comes up while pages are read and a document is made of them."""

    counts: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])
    """How many operations, parameters and so on each page has stated."""
    found: list[Finding] = field(default_factory=list[Finding])
    warnings: list[Problem] = field(default_factory=list[Problem])

    def page(self, file: str) -> None:
        """Note that there is a page."""
        self.counts.setdefault(file, {})

    def read(self, file: str, what: str, count: int = 1) -> None:
        """Count facts of one kind."""
        if count:
            counted = self.counts.setdefault(file, {})
            counted[what] = counted.get(what, 0) + count

    def inferred(self, place: Position, text: str) -> str:
        """Note a conclusion, and return it for `x-provenance`."""
        self.found.append(Finding("inferred", place, text))
        return text

    def unknown(self, place: Position, text: str) -> None:
        """Note what no page says."""
        self.found.append(Finding("unknown", place, text))

    def warn(self, place: Position, text: str, hint: str | None = None) -> None:
        """Note something on a page that could not be read."""
        self.warnings.append(Problem(text, place, hint))

    def of(self, file: str) -> Iterator[Finding]:
        """Yield what concerns one page."""
        return (finding for finding in self.found if finding.place.file == file)
