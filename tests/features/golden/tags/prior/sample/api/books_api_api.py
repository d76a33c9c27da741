# Made by clientloom from features/tags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of books api."""

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


class BooksApiApi:
    """The operations of books api."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def with_api(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /api.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/api",
            returns=None,
            security=(),
            options=options,
        )


class AsyncBooksApiApi:
    """The operations of books api, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    with_api = awaitable(BooksApiApi.with_api)
