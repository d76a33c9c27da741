# Made by clientloom from specs/astronomer_core.yaml and templates/shared/configuration.py.jinja. Do not edit.
"""Where Astronomer Core is, and how a caller proves who is calling."""

from ._runtime.auth import ApiKey
from ._runtime.configuration import (
    DocumentedConfiguration,
    Server,
)


class Configuration(DocumentedConfiguration):
    """The settings of a client. Every argument is optional; see `DocumentedConfiguration` for what each means."""

    servers = (
        Server(
            "https://api.astronomer.io/v1alpha1",
            "",
        ),
    )
    security_schemes = {
        "JWT": ApiKey("Authorization", "header"),
    }
