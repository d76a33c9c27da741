# Made by clientloom from features/answer_headers.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class HeadersApi:
    """The operations of headers."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def list_things(
        self,
        **options: Unpack[PriorOptions],
    ) -> list[str]:
        """GET /things.

        :return: 200, Things
        :raises ApiException: 429, Too many calls
        """
        return self.api_client.call(
            "GET",
            "/things",
            returns=list[str],
            security=(),
            options=options,
        )


class AsyncHeadersApi:
    """The operations of headers, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    list_things = awaitable(HeadersApi.list_things)
