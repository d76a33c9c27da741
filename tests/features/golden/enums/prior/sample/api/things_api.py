# Made by clientloom from features/enums.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Query,
)
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def put_thing(
        self,
        thing: models.Thing | dict[str, Any],
        *,
        color: models.Color | str | None = None,
        level: models.Level | int | None = None,
        mixed: Literal["auto", 1, True] | str | int | float | bool | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """PUT /things.

        :param thing:
        :param color:
        :param level:
        :param mixed:
        :return: 200, A thing
        """
        return self.api_client.call(
            "PUT",
            "/things",
            Query("color", color, models.Color),
            Query("level", level, models.Level),
            Query("mixed", mixed, str | int | float | bool),
            Json(thing, models.Thing, required=True),
            returns=models.Thing,
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    put_thing = awaitable(ThingsApi.put_thing)
