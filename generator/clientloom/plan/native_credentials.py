"""The keyword arguments of clients for the secrets of a document's security schemes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clientloom.api import SecurityScheme
from clientloom.escape import line
from clientloom.naming import distinct, free, snake
from clientloom.plan import native_contexts as contexts
from clientloom.plan.security import scheme_word, scopes, sources


@dataclass(frozen=True, slots=True)
class Secret:
    """What a client can be given for a scheme.

    :param role: what it is to the runtime, such as "client_id"
    :param plain: the name of its argument where no other scheme has one of that name
    """

    role: str
    plain: str
    annotation: str
    text: str
    in_environment: bool = True


def scheme_secrets(scheme: SecurityScheme) -> list[Secret]:
    """What a client can be given for a scheme; nothing for a certificate, which is of the connection."""
    about = f" {line(scheme.description)}" if scheme.description else ""
    match scheme.kind:
        case "mutualTLS":
            return []
        case "apiKey":
            place = f"{scheme.location_in} {line(scheme.parameter or '')}"
            text = f"the key for the {place}, or a function that returns it.{about}"
            return [Secret("key", "api_key", "Secret", text)]
        case "http" if scheme.scheme == "basic":
            return [
                Secret("username", "username", "str", f"for basic authentication.{about}"),
                Secret("password", "password", "str", "of that user."),
            ]
        case "http" if scheme.scheme not in (None, "bearer"):
            word = line(scheme_word(scheme))
            text = f"what follows `{word}` in the header Authorization, or a function that returns it.{about}"
            return [Secret("token", "authorization", "Secret", text)]
        case "http":
            text = f"an access token, or a function that returns one.{about}"
            return [Secret("token", "token", "Secret", text)]
        case _:
            return list(_token_secrets(scheme, about))


def _token_secrets(scheme: SecurityScheme, about: str) -> Iterator[Secret]:
    text = "an access token, a function that returns one, or a source that obtains it."
    yield Secret("token", "token", "Secret", f"{text}{about}")
    kinds = {flow for flow, _, _ in sources(scheme)}
    if not kinds:
        return
    yield Secret("client_id", "client_id", "str", "who this program is to the authorization server")
    text = "of that client, to obtain tokens with"
    yield Secret("client_secret", "client_secret", "str", text)
    if kinds - {"clientCredentials"} or any(f.refresh_url for f in scheme.flows):
        text = "a refresh token, to obtain access tokens with"
        yield Secret("refresh_token", "refresh_token", "str", text)
    if "password" in kinds:
        yield Secret("username", "username", "str", "of the person to obtain tokens for")
        yield Secret("password", "password", "str", "of that person")
    if "deviceAuthorization" in kinds:
        text = "shows a person where to let this program in, and with what code"
        annotation = "Callable[[DevicePrompt], object]"
        yield Secret("device_prompt", "device_prompt", annotation, text, in_environment=False)
    text = "the scopes to ask for; by default those that the operations need"
    yield Secret("scopes", "scopes", "Sequence[str]", text)


def secret_keywords(
    schemes: Sequence[SecurityScheme], taken: frozenset[str]
) -> Mapping[str, Mapping[str, str]]:
    """By scheme and role, the names of arguments.

    Names that a single scheme has are plain, such as `token`; others are after their scheme. What goes with a token
    is named alike, all of it.
    """
    secrets = {scheme.name: scheme_secrets(scheme) for scheme in schemes}
    counts = Counter(secret.plain for each in secrets.values() for secret in each)
    plain = {
        secret.plain
        for each in secrets.values()
        for secret in each
        if secret.role not in _MAIN or counts[secret.plain] == 1
    }
    own = distinct(secrets, lambda text: free(snake(text), taken | plain))
    names = frozenset(own.values())

    def named(scheme: str) -> Iterator[tuple[str, str]]:
        alone = all(counts[s.plain] == 1 for s in secrets[scheme] if s.role not in _MAIN)
        for secret in secrets[scheme]:
            is_plain = counts[secret.plain] == 1 if secret.role in _MAIN else alone
            long = own[scheme]
            if secret.role not in _MAIN:
                long = free(f"{long}_{secret.role}", names)
            yield secret.role, secret.plain if is_plain else long

    return {scheme: dict(named(scheme)) for scheme in secrets if secrets[scheme]}


#: The roles that stand for a whole scheme.
_MAIN = ("key", "token")


# --- Pages


def example_roles(scheme: SecurityScheme) -> tuple[str, ...]:
    """What a first example passes for a scheme."""
    roles = tuple(secret.role for secret in scheme_secrets(scheme))
    flows = [flow for flow, _, _ in sources(scheme)] if scheme.kind == "oauth2" else []
    if "clientCredentials" in flows:
        return ("client_id", "client_secret")
    return ("token",) if scheme.takes_tokens else roles


def authentication(
    schemes: Sequence[SecurityScheme], keywords: Mapping[str, Mapping[str, str]]
) -> Iterator[contexts.Authentication]:
    """What the front page says about each scheme."""
    for scheme in schemes:
        roles = keywords.get(scheme.name, {})
        ways = [tuple(roles)]
        if scheme.takes_tokens:
            ways = [("token",), *(needed for _, _, needed in sources(scheme))]
        yield contexts.Authentication(
            name=scheme.name,
            kind=f"{_described(scheme)} Deprecated." if scheme.deprecated else _described(scheme),
            description=scheme.description,
            arguments=tuple(
                " and ".join(f"`{roles[role]}`" for role in way) for way in ways if way
            ),
            scopes=tuple(scopes(scheme)),
        )


def source_keyword(
    schemes: Sequence[SecurityScheme], keywords: Mapping[str, Mapping[str, str]]
) -> str:
    """The argument of the first scheme whose tokens can be obtained; empty if there is none."""
    return next((keywords[s.name]["token"] for s in schemes if sources(s)), "")


def _described(scheme: SecurityScheme) -> str:
    match scheme.kind:
        case "apiKey":
            return f"A key in the {scheme.location_in} {line(scheme.parameter or '')}."
        case "mutualTLS":
            return "A client certificate: the option `cert` of a client."
        case "http" if scheme.scheme == "basic":
            return "User name and password (HTTP Basic)."
        case "http" if scheme.scheme not in (None, "bearer"):
            word = line(scheme_word(scheme))
            return f"HTTP {word}: the header Authorization is `{word}` and what you give. Challenges are not answered."
        case "http":
            return "An access token in the header Authorization."
        case "openIdConnect":
            return "An access token of OpenID Connect in the header Authorization."
        case _:
            return "An access token of OAuth2 in the header Authorization."
