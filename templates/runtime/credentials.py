"""From the keyword arguments of a client, and its environment, to the credentials of its schemes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from .auth import Credential, OAuth2, OpenIdConnect, Scheme, Secret
from .token_sources import ClientCredentials, DeviceCode, Password, RefreshToken
from .tokens import TokenSource

#: By name: a security scheme, and the keyword argument of a client for each of its secrets:
#: "key", "token", "username", "password", "client_id", "client_secret", "refresh_token", "scopes"
#: and "device_prompt".
Schemes: TypeAlias = Mapping[str, tuple[Scheme, Mapping[str, str]]]


@dataclass(slots=True)
class _Configured:
    """The secrets for one security scheme."""

    host: str
    username: str | None = None
    password: str | None = None
    access_token: Secret | None = None
    key: Secret | None = None

    def api_key_and_prefix(self, name: str) -> tuple[Secret | None, str | None]:
        """Return the API key."""
        return self.key, None


def credentials(
    schemes: Schemes,
    given: Mapping[str, Any],
    environment: Callable[[str], str | None],
    host: str,
) -> dict[str, Credential]:
    """Return the credentials that are given, or in the environment, by security scheme.

    given: by keyword argument
    environment: returns its value for a keyword argument
    host: the address of the API, for those of token endpoints that are relative
    """
    found: dict[str, Credential] = {}
    for name, (scheme, keywords) in schemes.items():
        own = {r: given[k] for r, k in keywords.items() if given.get(k) not in (None, "")}
        others: dict[str, Any] = {r: environment(k) for r, k in keywords.items() if r not in own}
        others = {role: value for role, value in others.items() if value is not None}
        everything = {**others, **own}
        if isinstance(scheme, (OAuth2, OpenIdConnect)):
            token = _access_token(scheme, keywords, own, everything)
            configured = _Configured(host, access_token=token)
        else:
            configured = _Configured(
                host,
                everything.get("username"),
                everything.get("password"),
                everything.get("token"),
                everything.get("key"),
            )
        credential = scheme.credential(name, configured)
        if credential is not None:
            found[name] = credential
    return found


#: The ways to a token, the most particular first; each with what it cannot do without, the first of
#: which tells it from the others.
_SOURCES: tuple[tuple[type[TokenSource], tuple[str, ...]], ...] = (
    (RefreshToken, ("refresh_token",)),
    (Password, ("username", "password")),
    (DeviceCode, ("device_prompt", "client_id")),
    (ClientCredentials, ("client_secret", "client_id")),
)


def _access_token(
    scheme: OAuth2 | OpenIdConnect,
    keywords: Mapping[str, str],
    given: Mapping[str, Any],
    everything: Mapping[str, Any],
) -> Secret | None:
    """Return the token, or what obtains it. What is given goes before what is in the environment."""
    if "token" in given:
        token: Secret = given["token"]
        return token
    possible = [
        (kind, needed)
        for kind, needed in _SOURCES
        if _offers(scheme, kind) and all(role in everything for role in needed)
    ]
    chosen = [each for each in possible if each[1][0] in given]
    if not chosen and not given.keys() - {"scopes"}:
        if "token" in everything:
            return str(everything["token"])
        chosen = possible
    for kind, needed in chosen or possible:
        optional = {"client_id", "client_secret", "scopes"} - set(needed)
        names = {"device_prompt": "prompt"}
        roles = [*needed, *(role for role in optional if role in everything)]
        return kind(**{names.get(role, role): everything[role] for role in roles})
    unused = given.keys() - {"scopes"}
    if unused:
        raise ValueError(_incomplete(scheme, keywords, sorted(unused)))
    return None


def _offers(scheme: OAuth2 | OpenIdConnect, kind: type[TokenSource]) -> bool:
    """Say whether a scheme has a way to tokens. What a provider offers stands in its metadata."""
    return isinstance(scheme, OpenIdConnect) or any(name in scheme.flows for name in kind.flows)


def _incomplete(
    scheme: OAuth2 | OpenIdConnect, keywords: Mapping[str, str], given: Sequence[str]
) -> str:
    ways = [
        " and ".join(sorted(keywords[role] for role in needed))
        for kind, needed in _SOURCES
        if _offers(scheme, kind) and all(role in keywords for role in needed)
    ]
    names = " and ".join(keywords[role] for role in given)
    return f"{names} is not enough for a token: it takes {', or '.join([*ways, keywords['token']])}"
