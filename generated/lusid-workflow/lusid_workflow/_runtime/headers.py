"""Header fields of a response, and what must never be shown of fields and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

#: Names of fields that carry secrets.
SENSITIVE = re.compile(
    r"authorization|cookie|token|secret|api[-_]?key|password|credential|session", re.IGNORECASE
)


#: Fields that name a request, for a report to those who run the API.
_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-trace-id")


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


def request_id(headers: HTTPHeaders) -> str | None:
    """Return what the API calls the request that it answers."""
    return next((headers[name] for name in _ID_HEADERS if name in headers), None)


def redacted(url: str) -> str:
    """Return an address without user name, password, and values that look like secrets."""
    address, _, query = url.partition("?")
    address = re.sub(r"^(\w+://)[^/@]*@", r"\1***@", address)
    if not query:
        return address
    pairs = [pair.partition("=") for pair in query.split("&")]
    shown = (f"{n}{s}{'***' if SENSITIVE.search(unquote(n)) else v}" for n, s, v in pairs)
    return f"{address}?{'&'.join(shown)}"
