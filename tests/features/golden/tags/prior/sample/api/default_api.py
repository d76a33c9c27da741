# Made by clientloom from features/tags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of default."""

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


class DefaultApi:
    """The operations of default."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def with_default(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /default.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/default",
            returns=None,
            security=(),
            options=options,
        )

    def with_no_tags(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /empty.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/empty",
            returns=None,
            security=(),
            options=options,
        )

    def without_tag(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /none.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/none",
            returns=None,
            security=(),
            options=options,
        )


class AsyncDefaultApi:
    """The operations of default, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    with_default = awaitable(DefaultApi.with_default)
    with_no_tags = awaitable(DefaultApi.with_no_tags)
    without_tag = awaitable(DefaultApi.without_tag)
