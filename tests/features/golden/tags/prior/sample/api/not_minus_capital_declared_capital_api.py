# Made by clientloom from features/tags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of Not-Declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class NotMinusCapitalDeclaredCapitalApi:
    """The operations of Not-Declared."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def with_tag_alike(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /alike.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/alike",
            returns=None,
            security=(),
            options=options,
        )


class AsyncNotMinusCapitalDeclaredCapitalApi:
    """The operations of Not-Declared, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    with_tag_alike = awaitable(NotMinusCapitalDeclaredCapitalApi.with_tag_alike)
