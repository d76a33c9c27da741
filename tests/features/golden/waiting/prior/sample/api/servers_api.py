# Made by clientloom from features/waiting.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Path
from .._runtime.operations import awaitable
from .._runtime.waiting import (
    Until,
    waiting,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class ServersApi:
    """The operations of servers."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_server(
        self,
        name: str,
        **options: Unpack[PriorOptions],
    ) -> models.GetServerResponse:
        """GET /servers/{name}.

        :param name:
        :return: 200, The server
        """
        return self.api_client.call(
            "GET",
            "/servers/{name}",
            Path("name", name, str),
            returns=models.GetServerResponse,
            security=(),
            options=options,
        )

    def wait_for_server_running(
        self,
        name: str,
        *,
        wait_interval: float = 2.0,
        wait_timeout: float | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.GetServerResponse:
        """Repeat `get_server` until its state is running.

        :param wait_interval: seconds between two calls
        :param wait_timeout: seconds in all; None waits for ever
        :raises WaitTimeoutError: when time is up; `last` is the last result
        """
        return ServersApi.get_server(
            waiting(self, Until("/state", ("running",)), wait_interval, wait_timeout),
            name=name,
            **options,
        )

    def wait_for_server_stopped(
        self,
        name: str,
        *,
        wait_interval: float = 2.0,
        wait_timeout: float | None = 600.0,
        **options: Unpack[PriorOptions],
    ) -> models.GetServerResponse:
        """Repeat `get_server` until its state is stopped or gone.

        :param wait_interval: seconds between two calls
        :param wait_timeout: seconds in all; None waits for ever
        :raises WaitTimeoutError: when time is up; `last` is the last result
        """
        return ServersApi.get_server(
            waiting(
                self,
                Until(
                    "/state",
                    (
                        "stopped",
                        "gone",
                    ),
                ),
                wait_interval,
                wait_timeout,
            ),
            name=name,
            **options,
        )


class AsyncServersApi:
    """The operations of servers, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_server = awaitable(ServersApi.get_server)
    wait_for_server_running = awaitable(ServersApi.wait_for_server_running)
    wait_for_server_stopped = awaitable(ServersApi.wait_for_server_stopped)
