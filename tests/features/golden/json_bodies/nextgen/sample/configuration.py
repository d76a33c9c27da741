# Made by clientloom from features/json_bodies.yaml and templates/shared/configuration.py.jinja. Do not edit.
"""Where Bodies in JSON is, and how a caller proves who is calling."""

from ._runtime.configuration import (
    DocumentedConfiguration,
    Server,
)


class Configuration(DocumentedConfiguration):
    """The settings of a client. Every argument is optional; see `DocumentedConfiguration` for what each means."""

    servers = (
        Server(
            "/",
            "",
        ),
    )
    security_schemes = {}
