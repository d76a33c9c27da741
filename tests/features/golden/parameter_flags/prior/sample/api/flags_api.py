# Made by clientloom from features/parameter_flags.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import Query
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import (
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class FlagsApi:
    """The operations of flags."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_flags(
        self,
        *,
        reserved: Literal["a/b?c:d@e!f,g;h"] | str | None = None,
        reserved_list: Sequence[Literal["a/b:c"] | str] | None = None,
        encoded: Literal["a/b?c:d@e!f,g;h"] | str | None = None,
        empty: int | None = None,
        old: str | None = None,
        older: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /flags.

        :param reserved:
        :param reserved_list:
        :param encoded:
        :param empty:
        :param old: Use something newer.
        :param older:
        :return: 204, Done
        :deprecated: The document marks this operation as deprecated.
        """
        return self.api_client.call(
            "GET",
            "/flags",
            Query("reserved", reserved, str, allow_reserved=True),
            Query("reservedList", reserved_list, list[str], allow_reserved=True),
            Query("encoded", encoded, str),
            Query("empty", empty, int, allow_empty_value=True),
            Query("old", old, str),
            Query("older", older, str),
            returns=None,
            security=(),
            options=options,
        )


class AsyncFlagsApi:
    """The operations of flags, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_flags = awaitable(FlagsApi.get_flags)
