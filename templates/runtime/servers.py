"""Where an API is: the addresses of its document, and their variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .credentials import Schemes

#: By name: the keyword argument for it, the default, and the choices if it has some.
ServerVariables: TypeAlias = Mapping[str, tuple[str, str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Server:
    """An address of the API, with its variables in braces."""

    url: str
    name: str = ""
    variables: ServerVariables = field(default_factory=dict[str, Any])

    def address(self, chosen: Mapping[str, str | None]) -> str:
        """Return the address with the values that are chosen, or the defaults."""
        address = self.url
        for name, (keyword, default, choices) in self.variables.items():
            value = chosen.get(keyword) or default
            if choices and value not in choices:
                raise ValueError(f"{keyword} must be one of {', '.join(choices)}")
            address = address.replace(f"{{{name}}}", value)
        return address.rstrip("/")


@dataclass(frozen=True, slots=True)
class Api:
    """What a document says about where the API is and who may call it.

    distribution: the installed distribution, for its version
    environment: how the names of its environment variables begin
    url: the address of the API, with its variables in braces
    variables: those of that address
    servers: other addresses that the document has
    schemes: the security schemes by name, each with the keyword arguments of its secrets
    """

    distribution: str
    environment: str
    url: str
    variables: ServerVariables = field(default_factory=dict[str, Any])
    servers: tuple[Server, ...] = ()
    schemes: Schemes = field(default_factory=dict[str, Any])

    def server(self, wanted: int | str | None) -> Server:
        """Return an address of the document by its position, name or address; the first for None."""
        servers = (Server(self.url, variables=self.variables), *self.servers)
        if isinstance(wanted, int) and 0 <= wanted < len(servers):
            return servers[wanted]
        for each in servers[:1] if wanted is None else servers:
            if wanted is None or wanted in (each.name, each.url):
                return each
        raise ValueError(f"server must be a number below {len(servers)}, a name, or an address")

    def base_url(
        self,
        given: str | None,
        chosen: Mapping[str, str | None],
        server: int | str | None = None,
    ) -> str:
        """Return the address to call: the one given, that of the environment, or the document's."""
        address = given
        if address is None and server is None:
            address = self.from_environment("base_url")
        if address:
            return address.rstrip("/")
        return self.server(server).address(chosen)

    def from_environment(self, keyword: str) -> str | None:
        """Return the environment's value for a keyword argument; None if it has none."""
        return os.environ.get(f"{self.environment}_{keyword.upper()}") or None
