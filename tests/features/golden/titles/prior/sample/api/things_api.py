# Made by clientloom from features/titles.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

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

    def put_thing(
        self,
        thing: models.Thing | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """A summary without a full stop.

        First paragraph, with `code` and a "quote".

        - a list
        - with a \\ backslash

            indented

        More at https://example.com/docs

        :param thing: Several lines.
        :return: 200, A thing. On two lines.
        :deprecated: The document marks this operation as deprecated.
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

    put_thing = awaitable(ThingsApi.put_thing)
