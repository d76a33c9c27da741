"""Header fields of a response, and which headers must never be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

#: Names of fields that carry secrets.
SENSITIVE = re.compile(
    r"authorization|cookie|token|secret|api[-_]?key|password|credential|session", re.IGNORECASE
)


class HTTPHeaders(Mapping[str, str]):
    """Header fields: names match in any case, repeated fields are joined by ", " (RFC 9110, 5.3).

    `repr` and `str` hide the values of the fields that carry secrets.
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._fields: dict[str, tuple[str, list[str]]] = {}
        for name, value in fields:
            self._fields.setdefault(name.lower(), (name, []))[1].append(value)

    def __getitem__(self, name: str) -> str:
        return ", ".join(self._fields[name.lower()][1])

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        shown = {name: "***" if SENSITIVE.search(name) else self[name] for name in self}
        return f"HTTPHeaders({shown})"

    def getlist(self, name: str) -> list[str]:
        """Return each value of a repeated field, such as Set-Cookie, which must not be joined."""
        return list(self._fields.get(name.lower(), ("", []))[1])
