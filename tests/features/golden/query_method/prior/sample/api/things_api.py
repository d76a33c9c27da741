# Made by clientloom from features/query_method.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Json
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def query_things(
        self,
        query_things_request: models.QueryThingsRequest | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> list[str]:
        """QUERY /things.

        :param query_things_request:
        :return: 200, Things
        """
        return self.api_client.call(
            "QUERY",
            "/things",
            Json(query_things_request, models.QueryThingsRequest, required=True),
            returns=list[str],
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    query_things = awaitable(ThingsApi.query_things)
