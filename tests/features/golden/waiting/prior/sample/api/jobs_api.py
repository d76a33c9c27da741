# Made by clientloom from features/waiting.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Path,
    Query,
)
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


class JobsApi:
    """The operations of jobs."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_job(
        self,
        id: str,
        *,
        verbose: bool | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.GetJobResponse:
        """GET /jobs/{id}.

        :param id:
        :param verbose:
        :return: 200, The job
        """
        return self.api_client.call(
            "GET",
            "/jobs/{id}",
            Path("id", id, str),
            Query("verbose", verbose, bool),
            returns=models.GetJobResponse,
            security=(),
            options=options,
        )

    def wait_for_job(
        self,
        id: str,
        *,
        verbose: bool | None = None,
        wait_interval: float = 0.5,
        wait_timeout: float | None = 60.0,
        **options: Unpack[PriorOptions],
    ) -> models.GetJobResponse:
        """Repeat `get_job` until its status.state is done.

        :param wait_interval: seconds between two calls, at first
        :param wait_timeout: seconds in all; None waits for ever
        :raises WaitTimeoutError: when time is up; `last` is the last result
        :raises WaitFailedError: failed or aborted; `last` is the result
        """
        return JobsApi.get_job(
            waiting(
                self,
                Until(
                    "/status/state",
                    ("done",),
                    failure=(
                        "failed",
                        "aborted",
                    ),
                    factor=2.0,
                ),
                wait_interval,
                wait_timeout,
            ),
            id=id,
            verbose=verbose,
            **options,
        )


class AsyncJobsApi:
    """The operations of jobs, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_job = awaitable(JobsApi.get_job)
    wait_for_job = awaitable(JobsApi.wait_for_job)
