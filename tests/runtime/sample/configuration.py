"""The configuration of the sample."""

from ._runtime.auth import ApiKey, Basic, Bearer, OAuth2, OpenIdConnect
from ._runtime.configuration import DocumentedConfiguration, Server, ServerVariable


class Configuration(DocumentedConfiguration):
    """Where to connect to, and how."""

    api_version = "1.2.3"
    servers = (
        Server("https://api.example.com/v1", "Production", {}),
        Server(
            "https://{region}.example.com/{base}",
            "By region",
            {
                "region": ServerVariable("eu", ("eu", "us")),
                "base": ServerVariable("v1"),
            },
        ),
    )
    security_schemes = {  # noqa: RUF012
        "Basic": Basic(),
        "Bearer": ApiKey("Authorization", "header"),
        "HeaderKey": ApiKey("X-Api-Key", "header"),
        "QueryKey": ApiKey("key", "query"),
        "CookieKey": ApiKey("session", "cookie"),
        "Token": Bearer(),
        "oauth2": OAuth2(),
        "oidc": OpenIdConnect(),
    }
