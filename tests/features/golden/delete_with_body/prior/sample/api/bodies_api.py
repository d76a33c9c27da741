# Made by clientloom from features/delete_with_body.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import Json
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class BodiesApi:
    """The operations of bodies."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_things(
        self,
        body: list[str],
        **options: Unpack[PriorOptions],
    ) -> None:
        """DELETE /thing.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "DELETE",
            "/thing",
            Json(body, list[str], required=True),
            returns=None,
            security=(),
            options=options,
        )


class AsyncBodiesApi:
    """The operations of bodies, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    delete_things = awaitable(BodiesApi.delete_things)
