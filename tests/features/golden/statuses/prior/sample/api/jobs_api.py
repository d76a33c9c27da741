# Made by clientloom from features/statuses.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of jobs."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class JobsApi:
    """Jobs, and how they end."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def list_errors(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """Only errors.

        :raises ApiException: 401, Who are you?
        :raises ApiException: 409, Conflict
        :raises ApiException: 422, Wrong
        """
        return self.api_client.call(
            "GET",
            "/errors",
            returns=None,
            responses={
                "409": models.Problem,
                "422": list[models.Problem],
            },
            security=(),
            accept="application/problem+json, application/json",
            options=options,
        )

    def list_failures(
        self,
        **options: Unpack[PriorOptions],
    ) -> list[models.Problem]:
        """Only `default`.

        :raises ApiException: default, Failures
        """
        return self.api_client.call(
            "GET",
            "/failures",
            returns=list[models.Problem],
            responses={
                "default": list[models.Problem],
            },
            security=(),
            options=options,
        )

    def list_jobs(
        self,
        **options: Unpack[PriorOptions],
    ) -> list[models.Job] | models.Ticket:
        """A range and one status of it.

        :return: 2XX, Jobs
        :return: 206, The first page
        :raises ApiException: 5XX, Broken
        """
        return self.api_client.call(
            "GET",
            "/jobs",
            returns=list[models.Job] | models.Ticket,
            responses={
                "2XX": list[models.Job],
                "206": models.Ticket,
                "5XX": models.Problem,
            },
            security=(),
            options=options,
        )

    def start_job(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Job | models.Ticket | dict[str, Any] | None:
        """Start a job.

        :return: 201, Started
        :return: 202, Queued
        :return: 204, Nothing to do
        :raises ApiException: 400, Wrong
        :raises ApiException: 404, Not found
        :raises ApiException: 4XX, Other mistakes
        :raises ApiException: 503, Too busy
        :raises ApiException: default, Anything else
        """
        return self.api_client.call(
            "POST",
            "/jobs",
            returns=models.Job | models.Ticket | dict[str, Any] | None,
            responses={
                "201": models.Job,
                "202": models.Ticket,
                "204": None,
                "400": list[models.Problem],
                "404": None,
                "503": str,
                "default": models.Problem,
            },
            security=(),
            accept="application/json, text/plain",
            options=options,
        )


class AsyncJobsApi:
    """The operations of jobs, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    list_errors = awaitable(JobsApi.list_errors)
    list_failures = awaitable(JobsApi.list_failures)
    list_jobs = awaitable(JobsApi.list_jobs)
    start_job = awaitable(JobsApi.start_job)
