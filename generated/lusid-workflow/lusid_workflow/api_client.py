# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/client.py.jinja. Do not edit.
"""The clients of FINBOURNE LUSID Workflow: one that waits, one to await."""

from ._runtime.client import (
    DocumentedAsyncClient,
    DocumentedClient,
    Surface,
)
from .configuration import Configuration

_SURFACE = Surface(
    "lusid-workflow",
    Configuration,
    argument_errors="value",
    http_info="tuple",
)


class ApiClient(DocumentedClient):
    """Sends calls and waits for their answers.

    Use it as a context manager, or call `close()` when done.
    """

    surface = _SURFACE


class AsyncApiClient(DocumentedAsyncClient):
    """Sends calls whose answers are awaited.

    Use it as an asynchronous context manager, or await `aclose()` when done.
    """

    surface = _SURFACE
