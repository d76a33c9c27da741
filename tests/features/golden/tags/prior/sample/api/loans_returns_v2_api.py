# Made by clientloom from features/tags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of Loans & returns (v2)."""

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


class LoansReturnsV2Api:
    """The operations of Loans & returns (v2)."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def with_two_tags(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /two.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/two",
            returns=None,
            security=(),
            options=options,
        )


class AsyncLoansReturnsV2Api:
    """The operations of Loans & returns (v2), awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    with_two_tags = awaitable(LoansReturnsV2Api.with_two_tags)
