# Made by clientloom from features/property_names.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Json
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

    def patch_pydantic(
        self,
        pydantic: models.Pydantic | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Pydantic:
        """PATCH /things.

        :param pydantic:
        :return: 200, Pydantic
        """
        return self.api_client.call(
            "PATCH",
            "/things",
            Json(pydantic, models.Pydantic, required=True),
            returns=models.Pydantic,
            security=(),
            options=options,
        )

    def post_builtins(
        self,
        builtins: models.Builtins | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Builtins:
        """POST /things.

        :param builtins:
        :return: 200, Builtins
        """
        return self.api_client.call(
            "POST",
            "/things",
            Json(builtins, models.Builtins, required=True),
            returns=models.Builtins,
            security=(),
            options=options,
        )

    def put_thing(
        self,
        thing: models.Thing | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """PUT /things.

        :param thing:
        :return: 200, A thing
        """
        return self.api_client.call(
            "PUT",
            "/things",
            Json(thing, models.Thing, required=True),
            returns=models.Thing,
            security=(),
            options=options,
        )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    patch_pydantic = awaitable(ThingsApi.patch_pydantic)
    post_builtins = awaitable(ThingsApi.post_builtins)
    put_thing = awaitable(ThingsApi.put_thing)
