# Made by clientloom from features/streams.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.documented_streaming import (
    awaitable_stream,
    streamed,
)
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class DefaultApi:
    """The operations of default."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def ping(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /ping.

        :return: 200, Without a tag
        """
        return self.api_client.call(
            "GET",
            "/ping",
            returns=str,
            security=(),
            options=options,
        )

    ping_stream = streamed(
        ping,
        models.Tick,
        "text/event-stream",
    )


class AsyncDefaultApi:
    """The operations of default, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    ping = awaitable(DefaultApi.ping)
    ping_stream = awaitable_stream(DefaultApi.ping_stream)
