# Made by clientloom from features/inline_objects.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Unpack,
    overload,
)

from waylay.sdk.api import (
    QueryParamTypes,
    Response,
)
from waylay.sdk.plugin import WithApiClient

from ._runtime.waylay import (
    Decoded,
    Options,
    Query,
    Raw,
    Selected,
    T,
    call,
    optional,
)

if TYPE_CHECKING:
    from .. import models
    from ..queries import things_api as queries
else:
    models = optional("sample.models")


class ThingsApi(WithApiClient):
    """The operations of things."""

    @overload
    async def create_thing(
        self,
        *,
        json: models.CreateThingRequest | dict[str, Any],
        query: queries.CreateThingQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> models.CreateThingResponse: ...
    @overload
    async def create_thing(
        self,
        *,
        json: models.CreateThingRequest | dict[str, Any],
        query: queries.CreateThingQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def create_thing(
        self,
        *,
        json: models.CreateThingRequest | dict[str, Any],
        query: queries.CreateThingQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def create_thing(
        self,
        *,
        json: models.CreateThingRequest | dict[str, Any],
        query: queries.CreateThingQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """POST /things.

        :param json:
        :param query: by wire name, or a `CreateThingQuery`
            filter:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 201, Created
        :raises ApiError: 400, Wrong
        :raises ApiError: default, Broken
        """
        return await call(
            self.api_client,
            "POST",
            "/things",
            Query("filter", style="deepObject", explode=False),
            json=json,
            query=query,
            responses={
                "201": models.CreateThingResponse,
                "400": models.CreateThing400Response,
                "default": models.CreateThingDefaultResponse,
            },
            options=options,
        )

    @overload
    async def list_things(
        self,
        **options: Unpack[Decoded],
    ) -> list[models.ListThingsResponseItem]: ...
    @overload
    async def list_things(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list_things(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list_things(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /things.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Things
        """
        return await call(
            self.api_client,
            "GET",
            "/things",
            responses={
                "200": list[models.ListThingsResponseItem],
            },
            options=options,
        )
