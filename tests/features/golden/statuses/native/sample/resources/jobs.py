# Made by clientloom from features/statuses.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of jobs."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.native import (
    AsyncResource,
    RawResource,
    Resource,
    awaitable_raw,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime.native import RequestOptions


class Jobs(Resource):
    """Jobs, and how they end."""

    @property
    def with_raw_response(self) -> JobsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return JobsWithRawResponse(self._client)

    def start(
        self,
        **options: Unpack[RequestOptions],
    ) -> models.Job | models.Ticket | dict[str, Any] | None:
        """Start a job.

        :return: 201, Started
        :return: 202, Queued
        :return: 204, Nothing to do
        :raises BadRequestError: 400, Wrong
        :raises NotFoundError: 404, Not found
        :raises APIStatusError: 4XX, Other mistakes
        :raises InternalServerError: 503, Too busy
        :raises APIStatusError: default, Anything else

        More in `docs/resources/jobs.md#start`.
        """
        return self._client.call(
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
            accept="application/json, text/plain",
            options=options,
        )

    def list(
        self,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.Job] | models.Ticket:
        """A range and one status of it.

        :return: 2XX, Jobs
        :return: 206, The first page
        :raises InternalServerError: 5XX, Broken

        More in `docs/resources/jobs.md#list`.
        """
        return self._client.call(
            "GET",
            "/jobs",
            returns=list[models.Job] | models.Ticket,
            responses={
                "2XX": list[models.Job],
                "206": models.Ticket,
                "5XX": models.Problem,
            },
            options=options,
        )

    def list_failures(
        self,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.Problem]:
        """Only `default`.

        :raises APIStatusError: default, Failures

        More in `docs/resources/jobs.md#list_failures`.
        """
        return self._client.call(
            "GET",
            "/failures",
            returns=list[models.Problem],
            responses={
                "default": list[models.Problem],
            },
            options=options,
        )

    def list_errors(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Only errors.

        :raises AuthenticationError: 401, Who are you?
        :raises ConflictError: 409, Conflict
        :raises UnprocessableEntityError: 422, Wrong

        More in `docs/resources/jobs.md#list_errors`.
        """
        return self._client.call(
            "GET",
            "/errors",
            returns=None,
            responses={
                "409": models.Problem,
                "422": list[models.Problem],
            },
            accept="application/problem+json, application/json",
            options=options,
        )


class AsyncJobs(AsyncResource):
    """The operations of jobs, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncJobsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncJobsWithRawResponse(self._client)

    start = awaitable(Jobs.start)
    list = awaitable(Jobs.list)
    list_failures = awaitable(Jobs.list_failures)
    list_errors = awaitable(Jobs.list_errors)


class JobsWithRawResponse(RawResource):
    """The operations of `Jobs`; each returns its answer as it came."""

    start = raw(Jobs.start)
    list = raw(Jobs.list)
    list_failures = raw(Jobs.list_failures)
    list_errors = raw(Jobs.list_errors)


class AsyncJobsWithRawResponse(RawResource):
    """The operations of `Jobs`; each returns its answer as it came, to be awaited."""

    start = awaitable_raw(Jobs.start)
    list = awaitable_raw(Jobs.list)
    list_failures = awaitable_raw(Jobs.list_failures)
    list_errors = awaitable_raw(Jobs.list_errors)
