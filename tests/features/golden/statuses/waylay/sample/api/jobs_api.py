# Made by clientloom from features/statuses.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of jobs."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Unpack,
    overload,
)

from waylay.sdk.api import Response
from waylay.sdk.plugin import WithApiClient

from ._runtime.waylay import (
    Decoded,
    Options,
    Raw,
    Selected,
    T,
    call,
    optional,
)

if TYPE_CHECKING:
    from .. import models
else:
    models = optional("sample.models")


class JobsApi(WithApiClient):
    """Jobs, and how they end."""

    @overload
    async def list_errors(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def list_errors(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list_errors(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list_errors(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """Only errors.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :raises ApiError: 401, Who are you?
        :raises ApiError: 409, Conflict
        :raises ApiError: 422, Wrong
        """
        return await call(
            self.api_client,
            "GET",
            "/errors",
            responses={
                "401": None,
                "409": models.Problem,
                "422": list[models.Problem],
            },
            accept="application/problem+json, application/json",
            options=options,
        )

    @overload
    async def list_failures(
        self,
        **options: Unpack[Decoded],
    ) -> list[models.Problem]: ...
    @overload
    async def list_failures(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list_failures(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list_failures(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """Only `default`.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :raises ApiError: default, Failures
        """
        return await call(
            self.api_client,
            "GET",
            "/failures",
            responses={
                "default": list[models.Problem],
            },
            options=options,
        )

    @overload
    async def list_jobs(
        self,
        **options: Unpack[Decoded],
    ) -> list[models.Job] | models.Ticket: ...
    @overload
    async def list_jobs(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list_jobs(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list_jobs(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """A range and one status of it.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 2XX, Jobs
        :return: 206, The first page
        :raises ApiError: 5XX, Broken
        """
        return await call(
            self.api_client,
            "GET",
            "/jobs",
            responses={
                "2XX": list[models.Job],
                "206": models.Ticket,
                "5XX": models.Problem,
            },
            options=options,
        )

    @overload
    async def start_job(
        self,
        **options: Unpack[Decoded],
    ) -> models.Job | models.Ticket | dict[str, Any] | None: ...
    @overload
    async def start_job(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def start_job(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def start_job(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """Start a job.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 201, Started
        :return: 202, Queued
        :return: 204, Nothing to do
        :raises ApiError: 400, Wrong
        :raises ApiError: 404, Not found
        :raises ApiError: 4XX, Other mistakes
        :raises ApiError: 503, Too busy
        :raises ApiError: default, Anything else
        """
        return await call(
            self.api_client,
            "POST",
            "/jobs",
            responses={
                "201": models.Job,
                "202": models.Ticket,
                "204": None,
                "400": list[models.Problem],
                "404": None,
                "4XX": models.Problem,
                "503": str,
                "default": models.Problem,
            },
            accept="application/json, text/plain",
            options=options,
        )
