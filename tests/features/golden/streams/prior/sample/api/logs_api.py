# Made by clientloom from features/streams.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Query
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


class LogsApi:
    """The operations of logs."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_logs(
        self,
        *,
        stream: bool | None = None,
        level: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> list[models.Tick]:
        """GET /logs.

        :param stream: (default True)
        :param level:
        :return: 200, All lines, or one after the other
        """
        return self.api_client.call(
            "GET",
            "/logs",
            Query("stream", stream, bool),
            Query("level", level, str),
            returns=list[models.Tick],
            security=(),
            options=options,
        )

    get_logs_stream = streamed(
        get_logs,
        models.Tick,
        "application/x-ndjson",
        parameter="stream",
    )


class AsyncLogsApi:
    """The operations of logs, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_logs = awaitable(LogsApi.get_logs)
    get_logs_stream = awaitable_stream(LogsApi.get_logs_stream)
