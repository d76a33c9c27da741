# Made by clientloom from native/petstore.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""What obtains access tokens: a client takes such a source in place of a token."""

from ._runtime.token_sources import (
    ClientCredentials,
    DeviceCode,
    DevicePrompt,
    Flow,
    Password,
    RefreshToken,
    Token,
    TokenSource,
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
