# Made by clientloom from features/path_items.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of items."""

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


class ItemsApi:
    """The operations of items."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_extension(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /x-not-an-extension.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/x-not-an-extension",
            returns=None,
            security=(),
            options=options,
        )

    def get_shared(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /first.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/first",
            returns=None,
            security=(),
            options=options,
        )

    def subscribe(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /callbacks.

        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/callbacks",
            returns=None,
            security=(),
            options=options,
        )


class AsyncItemsApi:
    """The operations of items, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_extension = awaitable(ItemsApi.get_extension)
    get_shared = awaitable(ItemsApi.get_shared)
    subscribe = awaitable(ItemsApi.subscribe)
