# Made by clientloom from features/pins.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Path,
    Query,
)
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

    def create(
        self,
        key: str,
        data: models.NewThing | dict[str, Any],
        *,
        search_text: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """POST /things/{thing-id}.

        :param key:
        :param data:
        :param search_text:
        :return: 200, A thing
        """
        return self.api_client.call(
            "POST",
            "/things/{thing-id}",
            Path("thing-id", key, str),
            Query("q", search_text, str),
            Json(data, models.NewThing, required=True),
            returns=models.Thing,
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create = awaitable(ThingsApi.create)
