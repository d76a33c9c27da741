# Made by clientloom from features/discriminator.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class ParentsApi:
    """The operations of parents."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_parent(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Parent:
        """GET /parents.

        :return: 200, A parent or a child
        """
        return self.api_client.call(
            "GET",
            "/parents",
            returns=models.Parent,
            security=(),
            options=options,
        )


class AsyncParentsApi:
    """The operations of parents, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_parent = awaitable(ParentsApi.get_parent)
