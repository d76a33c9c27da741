# Made by clientloom from features/path_level_parameters.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import (
    Header,
    Path,
    Query,
)
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class BooksApi:
    """The operations of books."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_books(
        self,
        shelf: str,
        verbose: Literal["very"] | str,
        *,
        verbose_header: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """DELETE /shelves/{shelf}/books.

        :param shelf:
        :param verbose: Of the operation.
        :param verbose_header:
        :return: 204, Done
        """
        return self.api_client.call(
            "DELETE",
            "/shelves/{shelf}/books",
            Path("shelf", shelf, str),
            Query("verbose", verbose, str, required=True),
            Header("verbose", verbose_header, str),
            returns=None,
            security=(),
            options=options,
        )

    def list_books(
        self,
        shelf: str,
        limit: int,
        *,
        verbose: bool | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /shelves/{shelf}/books.

        :param shelf:
        :param limit:
        :param verbose: Of the path.
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/shelves/{shelf}/books",
            Path("shelf", shelf, str),
            Query("verbose", verbose, bool),
            Query("limit", limit, int, required=True),
            returns=None,
            security=(),
            options=options,
        )


class AsyncBooksApi:
    """The operations of books, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    delete_books = awaitable(BooksApi.delete_books)
    list_books = awaitable(BooksApi.list_books)
