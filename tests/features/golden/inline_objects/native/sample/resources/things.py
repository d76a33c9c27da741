# Made by clientloom from features/inline_objects.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Query
from .._runtime.native import (
    AsyncResource,
    Json,
    Omit,
    RawResource,
    Resource,
    awaitable_raw,
    omit,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.native import RequestOptions


class Things(Resource):
    """The operations of things."""

    @property
    def with_raw_response(self) -> ThingsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return ThingsWithRawResponse(self._client)

    def create(
        self,
        *,
        name: str | Omit = omit,
        size: models.CreateThingRequestSize | dict[str, Any] | Omit = omit,
        parts: Sequence[models.CreateThingRequestPartsItem | dict[str, Any]] | Omit = omit,
        filter: models.CreateThingFilterParameter | dict[str, Any] | Omit = omit,
        body: models.CreateThingRequest | dict[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.CreateThingResponse:
        """POST /things.

        :param name:
        :param size:
        :param parts:
        :param filter:
        :param body: The body.
        :return: 201, Created
        :raises BadRequestError: 400, Wrong
        :raises APIStatusError: default, Broken

        More in `docs/resources/things.md#create`.
        """
        return self._client.call(
            "POST",
            "/things",
            Query(
                "filter",
                filter,
                models.CreateThingFilterParameter,
                style="deepObject",
                explode=False,
            ),
            Json(
                body,
                models.CreateThingRequest,
                required=True,
                fields={
                    "name": name,
                    "size": size,
                    "parts": parts,
                },
            ),
            returns=models.CreateThingResponse,
            responses={
                "400": models.CreateThing400Response,
                "default": models.CreateThingDefaultResponse,
            },
            options=options,
        )

    def list(
        self,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.ListThingsResponseItem]:
        """GET /things.

        :return: 200, Things

        More in `docs/resources/things.md#list`.
        """
        return self._client.call(
            "GET",
            "/things",
            returns=list[models.ListThingsResponseItem],
            options=options,
        )


class AsyncThings(AsyncResource):
    """The operations of things, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncThingsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncThingsWithRawResponse(self._client)

    create = awaitable(Things.create)
    list = awaitable(Things.list)


class ThingsWithRawResponse(RawResource):
    """The operations of `Things`; each returns its answer as it came."""

    create = raw(Things.create)
    list = raw(Things.list)


class AsyncThingsWithRawResponse(RawResource):
    """The operations of `Things`; each returns its answer as it came, to be awaited."""

    create = awaitable_raw(Things.create)
    list = awaitable_raw(Things.list)
