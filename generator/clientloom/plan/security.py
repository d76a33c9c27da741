"""Security schemes as the runtime knows them, and what can be obtained of their tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientloom.api import Api, OAuthFlow, SecurityScheme
from clientloom.escape import literal
from clientloom.plan import contexts

# Names of schemes as they are written; servers are to take them in any case (RFC 9110, 11.1).
_WORDS = {"digest": "Digest", "dpop": "DPoP", "hoba": "HOBA", "negotiate": "Negotiate"}


def scheme_expression(api: Api, scheme: SecurityScheme) -> str:
    """The expression that makes a scheme."""
    match scheme.kind:
        case "apiKey":
            name, place = scheme.parameter or scheme.name, scheme.location_in or "header"
            return f"ApiKey({literal(name)}, {literal(place)})"
        case "http" if scheme.scheme == "basic":
            return "Basic()"
        case "http" if scheme.scheme in (None, "bearer"):
            return "Bearer()"
        case "http":
            return f"Http({literal(scheme_word(scheme))})"
        case "openIdConnect":
            scopes = required_scopes(api, scheme)
            told = [literal(scheme.metadata_url)] if scheme.metadata_url or scopes else []
            return f"OpenIdConnect({', '.join([*told, *([literal(scopes)] if scopes else [])])})"
        case _:
            flows = [
                f"{literal(flow.kind)}: {_flow(api, scheme, flow)}" for flow in token_flows(scheme)
            ]
            return f"OAuth2({{{', '.join(flows)}}})" if flows else "OAuth2()"


def _flow(api: Api, scheme: SecurityScheme, flow: OAuthFlow) -> str:
    facts = {
        "token_url": flow.token_url,
        "refresh_url": flow.refresh_url,
        "device_url": flow.device_url,
        "metadata_url": scheme.metadata_url,
        "scopes": required_scopes(api, scheme, flow),
    }
    return f"Flow({', '.join(f'{n}={literal(v)}' for n, v in facts.items() if v)})"


def scheme_word(scheme: SecurityScheme) -> str:
    """What an Authorization header begins with."""
    name = scheme.scheme or "bearer"
    return _WORDS.get(name, name.capitalize())


def scheme_imports(expressions: Iterable[str]) -> list[contexts.Import]:
    """The imports for some expressions."""
    texts = list(expressions)
    makers = {text.partition("(")[0] for text in texts}
    flows = any(text.startswith("OAuth2({") for text in texts)
    return [
        *([contexts.Import("._runtime.auth", tuple(sorted(makers)))] if makers else []),
        *([contexts.Import("._runtime.tokens", ("Flow",))] if flows else []),
    ]


def token_flows(scheme: SecurityScheme) -> list[OAuthFlow]:
    """The flows that end at a token endpoint, which is what a program without a browser can use."""
    return [
        flow
        for flow in scheme.flows
        if flow.kind != "implicit" and (flow.token_url or scheme.metadata_url)
    ]


def required_scopes(
    api: Api, scheme: SecurityScheme, flow: OAuthFlow | None = None
) -> tuple[str, ...]:
    """The scopes that the operations need, of those that a flow has."""
    needed = dict.fromkeys(
        scope for each in api.operations for scope in each.scopes.get(scheme.name, ())
    )
    declared = {name for name, _ in flow.scopes} if flow else set[str]()
    return tuple(scope for scope in needed if not declared or scope in declared)


# --- Pages

_GRANTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "authorizationCode": ("RefreshToken", ("refresh_token", "client_id")),
    "clientCredentials": ("ClientCredentials", ("client_id", "client_secret")),
    "deviceAuthorization": ("DeviceCode", ("client_id", "device_prompt")),
    "password": ("Password", ("username", "password", "client_id")),
}
#: What obtains tokens, and the types around that: what a package offers as `auth`.
TOKEN_NAMES = (
    "ClientCredentials",
    "DeviceCode",
    "DevicePrompt",
    "Flow",
    "Password",
    "RefreshToken",
    "Token",
    "TokenSource",
)


def sources(scheme: SecurityScheme) -> list[tuple[str, str, tuple[str, ...]]]:
    """The ways to a token that a scheme has: the flow, the source for it, and its arguments."""
    kinds = [flow.kind for flow in token_flows(scheme)]
    if scheme.kind == "openIdConnect" and scheme.metadata_url:
        kinds = ["authorizationCode", "clientCredentials", "deviceAuthorization"]
    return [(kind, *_GRANTS[kind]) for kind in sorted(kinds, key=list(_GRANTS).index)]


def scopes(scheme: SecurityScheme) -> list[tuple[str, str]]:
    """The scopes that are declared, of all flows, each with its description."""
    found = {name: text for flow in reversed(scheme.flows) for name, text in flow.scopes}
    return list(found.items())
