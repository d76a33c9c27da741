"""The clients of the sample."""

from ._runtime.client import DocumentedAsyncClient, DocumentedClient, Surface
from .configuration import Configuration


class ApiClient(DocumentedClient):
    """Calls the sample."""

    surface = Surface("sample-sdk", Configuration, argument_errors="api")


class AsyncApiClient(DocumentedAsyncClient):
    """Calls the sample from an event loop."""

    surface = Surface("sample-sdk", Configuration, argument_errors="api")


class LegacyApiClient(DocumentedClient):
    """Calls the sample in the style `legacy`."""

    surface = Surface("sample-sdk", Configuration, argument_errors="value")


class NextgenApiClient(DocumentedClient):
    """Calls the sample in the style `nextgen`."""

    surface = Surface("sample-sdk", Configuration, argument_errors="pydantic", http_info="response")
