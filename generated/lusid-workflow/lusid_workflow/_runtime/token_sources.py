"""The ways to an access token: by the program's own secret, a password, a refresh token, a device."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Unpack

from .responses import Failure
from .token_steps import Steps, Token
from .tokens import (
    Flow,
    SourceOptions,
    TokenFailure,
    TokenSource,
    shown,
)

__all__ = [
    "ClientCredentials",
    "DeviceCode",
    "DevicePrompt",
    "Flow",
    "Password",
    "RefreshToken",
    "Token",
    "TokenSource",
]

_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(frozen=True, slots=True)
class DevicePrompt:
    """What a person is told, to let a device in (RFC 8628, 3.3).

    verification_uri: the address to open, where the code is to be typed
    verification_uri_complete: an address that has the code in it; None if the server has none
    expires_in: how many seconds that takes at most
    """

    user_code: str
    verification_uri: str
    verification_uri_complete: str | None = None
    expires_in: float = 0.0


class ClientCredentials(TokenSource):
    """Tokens for a program that acts for itself (RFC 6749, 4.4)."""

    flows = ("clientCredentials",)
    _refreshes = False

    def __init__(
        self, client_id: str, client_secret: str, **options: Unpack[SourceOptions]
    ) -> None:
        super().__init__(client_id, client_secret, **options)

    def _granted(self, flow: Flow) -> Steps:
        fields = _with_scopes({"grant_type": "client_credentials"}, flow)
        return (yield from self._asked(flow.token_url, fields))


class Password(TokenSource):
    """Tokens for a person whose password the program has (RFC 6749, 4.3)."""

    flows = ("password",)

    def __init__(
        self,
        username: str,
        password: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        **options: Unpack[SourceOptions],
    ) -> None:
        super().__init__(client_id, client_secret, **options)
        self._username = username
        self._password = password

    def _granted(self, flow: Flow) -> Steps:
        person = {"username": self._username, "password": self._password}
        fields = _with_scopes({"grant_type": "password", **person}, flow)
        return (yield from self._asked(flow.token_url, fields))


class RefreshToken(TokenSource):
    """Tokens by a refresh token that the caller has, of whatever flow (RFC 6749, 6).

    Where the server replaces the refresh token, `on_token` is told the new one.
    """

    flows = ("authorizationCode", "password", "deviceAuthorization", "clientCredentials")
    _restarts = False

    def __init__(
        self,
        refresh_token: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        **options: Unpack[SourceOptions],
    ) -> None:
        super().__init__(client_id, client_secret, **options)
        self._refresh_token = refresh_token

    def _granted(self, flow: Flow) -> Steps:
        return (yield from self._refreshed(flow, self._refresh_token))


class DeviceCode(TokenSource):
    """Tokens for a program without a browser: a person lets it in, on another device (RFC 8628).

    prompt: called with a `DevicePrompt`, to show it to that person
    device_url: where the device asks to be let in; by default as the API's document says
    """

    flows = ("deviceAuthorization",)

    def __init__(
        self,
        client_id: str,
        prompt: Callable[[DevicePrompt], object],
        client_secret: str | None = None,
        *,
        device_url: str = "",
        **options: Unpack[SourceOptions],
    ) -> None:
        super().__init__(client_id, client_secret, **options)
        self._own = replace(self._own, device_url=device_url)
        self._prompt = prompt

    def _suffices(self, flow: Flow) -> bool:
        return bool(flow.token_url and flow.device_url)

    def _granted(self, flow: Flow) -> Steps:
        asked_at = self._clock()
        # The client names itself here even where it also proves who it is (RFC 8628, 3.1).
        fields = _with_scopes({"client_id": self._client_id or ""}, flow)
        answer = yield from self._posted(flow.device_url, fields)
        code = str(answer.get("device_code") or "")
        if not code:
            raise TokenFailure(f"{shown(flow.device_url)} gave no device code")
        prompt = _prompt(answer)
        told = self._prompt(prompt)
        if isinstance(told, Awaitable):
            yield told

        interval = _seconds(answer.get("interval"), 5.0)
        fields = {**fields, "grant_type": _DEVICE_GRANT, "device_code": code}
        fields.pop("scope", None)
        while True:
            yield interval
            if prompt.expires_in and self._clock() >= asked_at + prompt.expires_in:
                url = shown(flow.token_url)
                words = f"no access token from {url}: expired_token (nobody confirmed in time)"
                raise TokenFailure(words, error="expired_token")
            try:
                return (yield from self._asked(flow.token_url, fields))
            except TokenFailure as refusal:
                if refusal.error == "slow_down":
                    interval += 5.0
                elif refusal.error != "authorization_pending":
                    raise
            except Failure:
                interval = max(2 * interval, 1.0)  # RFC 8628, 3.5
                if not prompt.expires_in:
                    raise


def _prompt(answer: Mapping[str, Any]) -> DevicePrompt:
    # `verification_url` is what Google's servers, older than the RFC, say.
    address = answer.get("verification_uri") or answer.get("verification_url") or ""
    complete = answer.get("verification_uri_complete")
    return DevicePrompt(
        str(answer.get("user_code") or ""),
        str(address),
        None if complete is None else str(complete),
        _seconds(answer.get("expires_in"), 0.0),
    )


def _seconds(value: Any, default: float) -> float:
    try:
        return max(float(value), 0.0)
    except (TypeError, ValueError):
        return default


def _with_scopes(fields: dict[str, str], flow: Flow) -> dict[str, str]:
    return {**fields, "scope": " ".join(flow.scopes)} if flow.scopes else fields
