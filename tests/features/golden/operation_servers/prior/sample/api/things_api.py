# Made by clientloom from features/operation_servers.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

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


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_other(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /other.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/other",
            returns=None,
            security=(),
            options=options,
        )

    def get_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/thing",
            returns=None,
            security=(),
            server="/v2",
            options=options,
        )

    def put_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/thing",
            returns=None,
            security=(),
            server="/v3",
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_other = awaitable(ThingsApi.get_other)
    get_thing = awaitable(ThingsApi.get_thing)
    put_thing = awaitable(ThingsApi.put_thing)
