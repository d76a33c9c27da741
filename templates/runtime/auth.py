"""Security schemes: which field of a request carries a credential, and what is configured of it."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol

from .exceptions import ApiTypeError, ApiValueError
from .responses import Response
from .token_steps import AsyncSend, Send
from .tokens import Flow, TokenSource

if TYPE_CHECKING:
    from .request import Request
    from .responses import Outcome

#: A secret, or what returns one whenever a request is sent (an async client may await it).
Secret = str | Callable[[], str | Awaitable[str]] | TokenSource

Location = Literal["header", "query", "cookie"]

_NO_FLOW = Flow()


@dataclass(frozen=True, slots=True)
class Credential:
    """One credential of a request: the field that it goes to, and the secret.

    flow: where a source of tokens asks for one
    """

    location: Location
    name: str
    secret: Secret = field(repr=False)
    prefix: str | None = None
    flow: Flow = _NO_FLOW

    def __reduce__(self) -> NoReturn:
        raise TypeError("a credential is secret, and cannot be pickled")

    def value(self, send: Send, deadline: float | None = None) -> str:
        """Return the text of the field.

        send: sends the requests of a source of tokens
        deadline: when the call has to end that this is for, by the monotonic clock
        """
        secret: Any = self.secret
        if isinstance(secret, TokenSource):
            secret = secret.value(send, self.flow, deadline)
        elif callable(secret):
            secret = secret()
        if not isinstance(secret, str):
            getattr(secret, "close", str)()  # a coroutine complains when nobody awaits it
            raise ApiTypeError("a token that has to be awaited needs an asynchronous client")
        return self._prefixed(secret)

    async def value_async(self, send: AsyncSend, deadline: float | None = None) -> str:
        """Return the text of the field, after waiting for the secret where that is needed."""
        secret: Any = self.secret
        if isinstance(secret, TokenSource):
            secret = await secret.value_async(send, self.flow, deadline)
        elif callable(secret):
            secret = secret()
        text: str = secret if isinstance(secret, str) else await secret
        return self._prefixed(text)

    def forget(self, value: str) -> None:
        """Have another one obtained, because the API refused this text."""
        if isinstance(self.secret, TokenSource):
            self.secret.forget(value if self.prefix is None else value.partition(" ")[2])

    def _prefixed(self, secret: str) -> str:
        return secret if self.prefix is None else f"{self.prefix} {secret}"


def forget_refused(request: Request, outcome: Outcome, values: Sequence[str]) -> None:
    """Have other tokens obtained for the next attempt, where the API refused those of a request.

    values: the texts of its credentials
    """
    if values and isinstance(outcome, Response) and outcome.status == 401:
        for credential, value in zip(request.credentials, values, strict=True):
            credential.forget(value)


def renewable(request: Request, outcome: Outcome) -> bool:
    """Say whether a request can be sent again with other tokens, because the API refused them."""
    if not isinstance(outcome, Response) or outcome.status != 401 or not request.replayable:
        return False
    return any(isinstance(credential.secret, TokenSource) for credential in request.credentials)


class Credentials(Protocol):
    """What a caller has configured; the configuration of a client is one."""

    username: str | None
    password: str | None
    access_token: Secret | None

    @property
    def host(self) -> str:
        """The address of the API."""
        ...

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
class Http:
    """Any other scheme of HTTP (RFC 9110, 11): its name, and after that what the caller gives."""

    scheme: str

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return the Authorization header."""
        token = configured.access_token
        if token is None:
            return None
        return Credential("header", "Authorization", token, self.scheme)


@dataclass(frozen=True, slots=True)
class Bearer:
    """An access token (RFC 6750, 2.1)."""

    def credential(self, name: str, configured: Credentials) -> Credential | None:
        """Return the Authorization header."""
        token = configured.access_token
        if token is None:
            return None
        flow = _NO_FLOW
        if isinstance(token, TokenSource):
            flow = self.flow(token).resolved(configured.host)
        return Credential("header", "Authorization", token, "Bearer", flow)

    def flow(self, source: TokenSource) -> Flow:
        """Return where a source asks for a token; here the source alone knows."""
        return _NO_FLOW


@dataclass(frozen=True, slots=True)
class OAuth2(Bearer):
    """An OAuth2 access token: the caller has it, or a source obtains it.

    flows: by their names in OpenAPI, such as "clientCredentials"
    """

    flows: Mapping[str, Flow] = field(default_factory=dict[str, Flow])

    def flow(self, source: TokenSource) -> Flow:
        """Return where a source asks for a token."""
        declared = [self.flows[name] for name in source.flows if name in self.flows]
        return (declared or [_NO_FLOW])[0]


@dataclass(frozen=True, slots=True)
class OpenIdConnect(Bearer):
    """An OpenID Connect access token: the caller has it, or a source obtains it.

    url: that of the provider's metadata
    scopes: those that the operations need
    """

    url: str = ""
    scopes: tuple[str, ...] = ()

    def flow(self, source: TokenSource) -> Flow:
        """Return where a source finds out where to ask for a token."""
        return Flow(metadata_url=self.url, scopes=self.scopes)


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
