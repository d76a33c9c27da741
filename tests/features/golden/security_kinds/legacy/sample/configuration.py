# Made by clientloom from features/security_kinds.yaml and templates/shared/configuration.py.jinja. Do not edit.
"""Where Security schemes is, and how a caller proves who is calling."""

from ._runtime.auth import (
    ApiKey,
    Basic,
    Bearer,
    OAuth2,
    OpenIdConnect,
)
from ._runtime.configuration import (
    DocumentedConfiguration,
    Server,
)
from ._runtime.tokens import Flow


class Configuration(DocumentedConfiguration):
    """The settings of a client. Every argument is optional; see `DocumentedConfiguration` for what each means."""

    servers = (
        Server(
            "/",
            "",
        ),
    )
    security_schemes = {
        "basic": Basic(),
        "bearer": Bearer(),
        "header key": ApiKey("X-Key", "header"),
        "queryKey": ApiKey("api key", "query"),
        "cookieKey": ApiKey("session", "cookie"),
        "oauth2": OAuth2(
            {"clientCredentials": Flow(token_url="https://example.com/token", scopes=("read",))}
        ),
        "openId": OpenIdConnect("https://example.com/.well-known/openid-configuration"),
    }
