# Made by clientloom from specs/ica.yaml and templates/shared/configuration.py.jinja. Do not edit.
"""Where Illumina Connected Analytics is, and how a caller proves who is calling."""

from ._runtime.auth import (
    ApiKey,
    Basic,
)
from ._runtime.configuration import (
    DocumentedConfiguration,
    Server,
)


class Configuration(DocumentedConfiguration):
    """The settings of a client. Every argument is optional; see `DocumentedConfiguration` for what each means."""

    servers = (
        Server(
            "https://use1.platform.illumina.com",
            "",
        ),
    )
    security_schemes = {
        "Basic": Basic(),
        "Bearer": ApiKey("Authorization", "header"),
    }
