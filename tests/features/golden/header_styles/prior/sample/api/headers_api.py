# Made by clientloom from features/header_styles.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Header
from .._runtime.limits import Limits
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class HeadersApi:
    """The operations of headers."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_ignored(
        self,
        *,
        if_match: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """Accept, Content-Type and Authorization as parameters are ignored.

        :param if_match:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/ignored",
            Header("If-Match", if_match, str),
            returns=None,
            security=(),
            options=options,
        )

    def get_plain(
        self,
        x_text: Literal["a/b c"] | str,
        *,
        x_number: float | None = None,
        x_flag: bool | None = None,
        x_numbers: list[int] | None = None,
        x_point: models.Point | dict[str, Any] | None = None,
        x_point_exploded: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /plain.

        :param x_text:
        :param x_number:
        :param x_flag:
        :param x_numbers: (at least 2 items)
        :param x_point:
        :param x_point_exploded:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/plain",
            Header("X-Text", x_text, str, required=True),
            Header("X-Number", x_number, float),
            Header("X-Flag", x_flag, bool),
            Header("X-Numbers", x_numbers, list[int], Limits(min_items=2)),
            Header("X-Point", x_point, models.Point),
            Header("X-Point-Exploded", x_point_exploded, models.Point, explode=True),
            returns=None,
            security=(),
            options=options,
        )


class AsyncHeadersApi:
    """The operations of headers, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_ignored = awaitable(HeadersApi.get_ignored)
    get_plain = awaitable(HeadersApi.get_plain)
