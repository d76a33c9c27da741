# Made by clientloom from features/aliases.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Path,
    Query,
)
from .._runtime.limits import Limits
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

    def get_thing(
        self,
        id: str,
        *,
        ids: list[str] | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /things/{id}.

        :param id: (matching ^[a-z_]+$)
        :param ids:
        :return: 200, A thing
        :raises ApiException: default, Ids
        """
        return self.api_client.call(
            "GET",
            "/things/{id}",
            Path("id", id, str, Limits(pattern="^[a-z_]+$")),
            Query("ids", ids, list[str]),
            returns=models.Thing,
            responses={
                "default": list[str],
            },
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_thing = awaitable(ThingsApi.get_thing)
