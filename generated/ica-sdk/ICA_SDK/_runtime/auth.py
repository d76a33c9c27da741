"""Security schemes: which field of a request carries a credential, and what is configured of it."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from .exceptions import ApiTypeError, ApiValueError

#: A secret, or what returns one whenever a request is sent (an async client may await it).
Secret = str | Callable[[], str | Awaitable[str]]

Location = Literal["header", "query", "cookie"]


@dataclass(frozen=True, slots=True)
class Credential:
    """One credential of a request: the field that it goes to, and the secret."""

    location: Location
    name: str
    secret: Secret = field(repr=False)
    prefix: str | None = None

    def value(self) -> str:
        """Return the text of the field."""
        secret = self.secret() if callable(self.secret) else self.secret
        if not isinstance(secret, str):
            getattr(secret, "close", str)()  # a coroutine complains when nobody awaits it
            raise ApiTypeError("a token that has to be awaited needs an asynchronous client")
        return self._prefixed(secret)

    async def value_async(self) -> str:
        """Return the text of the field, after waiting for the secret where that is needed."""
        secret = self.secret() if callable(self.secret) else self.secret
        return self._prefixed(secret if isinstance(secret, str) else await secret)

    def _prefixed(self, secret: str) -> str:
        return secret if self.prefix is None else f"{self.prefix} {secret}"


class Credentials(Protocol):
    """What a caller has configured; the configuration of a client is one."""

    username: str | None
    password: str | None
    access_token: Secret | None

    def api_key_and_prefix(self, name: str) -> tuple[Secret | None, str | None]:
        """Return the API key for a scheme and the word before it; None for what is not set."""
        ...


class Scheme(Protocol):
    """A security scheme of the API."""

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return what to send for the scheme of this name, None when it is not configured."""
        ...


@dataclass(frozen=True, slots=True)
class Basic:
    """User name and password (RFC 7617)."""

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return the Authorization header."""
        if configured.username is None and configured.password is None:
            return None
        token = basic_token(configured.username, configured.password)
        return Credential("header", "Authorization", token)


def basic_token(username: str | None, password: str | None) -> str:
    """Return the value of an Authorization header, in UTF-8 (RFC 7617, 2 and 2.1)."""
    if ":" in (username or ""):
        raise ApiValueError("a user name for basic authentication cannot contain a colon")
    pair = f"{username or ''}:{password or ''}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


@dataclass(frozen=True, slots=True)
class Bearer:
    """An access token (RFC 6750, 2.1)."""

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return the Authorization header."""
        token = configured.access_token
        return None if token is None else Credential("header", "Authorization", token, "Bearer")


class OAuth2(Bearer):
    """An OAuth2 access token that the caller has obtained."""


class OpenIdConnect(Bearer):
    """An OpenID Connect access token that the caller has obtained."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key in a header, the query or a cookie, after a prefix where one is configured."""

    field_name: str
    location: Location

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return the field that carries the key."""
        key, prefix = configured.api_key_and_prefix(name)
        return None if key is None else Credential(self.location, self.field_name, key, prefix)


def chosen(
    alternatives: tuple[tuple[str, ...], ...],
    schemes: Mapping[str, Scheme],
    configured: Credentials,
) -> tuple[Credential, ...]:
    """Return the credentials of the first alternative that is configured in full.

    alternatives: one for each Security Requirement Object: schemes that go together. When none is
        configured, nothing is sent: the server knows best whether it needs credentials.
    """
    for names in alternatives:
        found = [schemes[name].credential(name, configured) for name in names]
        credentials = tuple(credential for credential in found if credential is not None)
        if len(credentials) == len(names):
            return credentials
    return ()


def from_request_auth(settings: Mapping[str, Any]) -> Credential:
    """Return the credential of the option `_request_auth`: {"in", "key", "value"}."""
    location = settings.get("in")
    if location not in ("header", "query", "cookie"):
        raise ApiValueError("Authentication token must be in `query`, `header` or `cookie`")
    return Credential(location, str(settings["key"]), settings["value"])
