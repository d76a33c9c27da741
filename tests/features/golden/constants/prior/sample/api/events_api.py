# Made by clientloom from features/constants.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
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
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class EventsApi:
    """The operations of events."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def put_event(
        self,
        version: Literal["2024-01"] | str,
        event: models.Event | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Event:
        """PUT /events.

        :param version:
        :param event:
        :return: 200, An event
        """
        return self.api_client.call(
            "PUT",
            "/events",
            Query("version", version, str, required=True),
            Json(event, models.Event, required=True),
            returns=models.Event,
            security=(),
            options=options,
        )


class AsyncEventsApi:
    """The operations of events, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    put_event = awaitable(EventsApi.put_event)
