# Made by clientloom from features/references.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
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
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_part(
        self,
        id: str,
        **options: Unpack[PriorOptions],
    ) -> models.ThingPart:
        """GET /things/{id}/part.

        :param id: (at least 1 character)
        :return: 200, A schema that is referred to within another schema
        """
        return self.api_client.call(
            "GET",
            "/things/{id}/part",
            Path("id", id, str, Limits(min_length=1)),
            returns=models.ThingPart,
            security=(),
            options=options,
        )

    def get_thing(
        self,
        id: str,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /things/{id}.

        :param id: (at least 1 character)
        :return: 200, A thing
        """
        return self.api_client.call(
            "GET",
            "/things/{id}",
            Path("id", id, str, Limits(min_length=1)),
            returns=models.Thing,
            security=(),
            options=options,
        )

    def put_thing(
        self,
        id: str,
        thing: models.Thing | dict[str, Any],
        *,
        dry_run: bool | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """PUT /things/{id}.

        :param id: (at least 1 character)
        :param thing: What to put.
        :param dry_run:
        :return: 200, A thing
        :raises ApiException: 404, What went wrong
        :raises ApiException: default, What went wrong
        """
        return self.api_client.call(
            "PUT",
            "/things/{id}",
            Path("id", id, str, Limits(min_length=1)),
            Query("dryRun", dry_run, bool),
            Json(thing, models.Thing, required=True),
            returns=models.Thing,
            responses={
                "default": models.Problem,
            },
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_part = awaitable(ThingsApi.get_part)
    get_thing = awaitable(ThingsApi.get_thing)
    put_thing = awaitable(ThingsApi.put_thing)
