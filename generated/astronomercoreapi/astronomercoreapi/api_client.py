# Made by clientloom from specs/astronomer_core.yaml and templates/shared/client.py.jinja. Do not edit.
"""The clients of Astronomer Core: one that waits, one to await."""

from ._runtime.client import (
    DocumentedAsyncClient,
    DocumentedClient,
    Surface,
)
from .configuration import Configuration

_SURFACE = Surface(
    "astronomercoreapi",
    Configuration,
    argument_errors="pydantic",
    http_info="response",
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
