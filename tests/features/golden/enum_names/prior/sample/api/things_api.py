# Made by clientloom from features/enum_names.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Query
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

    def list_things(
        self,
        *,
        sort: models.Sort | str | None = None,
        odd: models.Odd | str | None = None,
        **options: Unpack[PriorOptions],
    ) -> list[models.Odd]:
        """GET /things.

        :param sort:
        :param odd:
        :return: 200, Things
        """
        return self.api_client.call(
            "GET",
            "/things",
            Query("sort", sort, models.Sort),
            Query("odd", odd, models.Odd),
            returns=list[models.Odd],
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    list_things = awaitable(ThingsApi.list_things)
