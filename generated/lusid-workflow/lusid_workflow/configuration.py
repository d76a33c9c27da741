# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/configuration.py.jinja. Do not edit.
"""Where FINBOURNE LUSID Workflow is, and how a caller proves who is calling."""

from ._runtime.auth import OAuth2
from ._runtime.configuration import (
    DocumentedConfiguration,
    Server,
)


class Configuration(DocumentedConfiguration):
    """The settings of a client. Every argument is optional; see `DocumentedConfiguration` for what each means."""

    servers = (
        Server(
            "https://www.lusid.com/workflow",
            "",
        ),
    )
    security_schemes = {
        "oauth2": OAuth2(),
    }
