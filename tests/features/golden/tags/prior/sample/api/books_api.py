# Made by clientloom from features/tags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of books."""

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


class BooksApi:
    """Books.

    And what is in them.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def with_one_tag(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /one.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/one",
            returns=None,
            security=(),
            options=options,
        )

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


class AsyncBooksApi:
    """The operations of books, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    with_one_tag = awaitable(BooksApi.with_one_tag)
    with_two_tags = awaitable(BooksApi.with_two_tags)
