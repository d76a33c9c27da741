# Made by clientloom from features/inline_objects.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Query,
)
from .._runtime.operations import (
    awaitable,
    with_api_response,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import NextgenOptions


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_thing(
        self,
        create_thing_request: models.CreateThingRequest | dict[str, Any],
        filter: models.CreateThingFilterParameter | dict[str, Any] | None = None,
        **options: Unpack[NextgenOptions],
    ) -> models.CreateThingResponse:
        """POST /things.

        :param create_thing_request:
        :param filter:
        :return: 201, Created
        :raises ApiException: 400, Wrong
        :raises ApiException: default, Broken
        """
        return self.api_client.call(
            "POST",
            "/things",
            Query(
                "filter",
                filter,
                models.CreateThingFilterParameter,
                style="deepObject",
                explode=False,
            ),
            Json(create_thing_request, models.CreateThingRequest, required=True),
            returns=models.CreateThingResponse,
            responses={
                "400": models.CreateThing400Response,
                "default": models.CreateThingDefaultResponse,
            },
            security=(),
            options=options,
        )

    create_thing_with_http_info = with_api_response(create_thing)

    def list_things(
        self,
        **options: Unpack[NextgenOptions],
    ) -> list[models.ListThingsResponseItem]:
        """GET /things.

        :return: 200, Things
        """
        return self.api_client.call(
            "GET",
            "/things",
            returns=list[models.ListThingsResponseItem],
            security=(),
            options=options,
        )

    list_things_with_http_info = with_api_response(list_things)


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_thing = awaitable(ThingsApi.create_thing)
    create_thing_with_http_info = awaitable(ThingsApi.create_thing_with_http_info)
    list_things = awaitable(ThingsApi.list_things)
    list_things_with_http_info = awaitable(ThingsApi.list_things_with_http_info)
