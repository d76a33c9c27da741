# Made by clientloom from features/cookie_styles.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of cookies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Cookie
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


class CookiesApi:
    """The operations of cookies."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_cookies(
        self,
        session: Literal["a b;c"] | str,
        *,
        count: int | None = None,
        debug: bool | None = None,
        numbers: list[int] | None = None,
        point: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /cookies.

        :param session:
        :param count:
        :param debug:
        :param numbers: (at least 2 items)
        :param point:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/cookies",
            Cookie("session", session, str, required=True),
            Cookie("count", count, int),
            Cookie("debug", debug, bool),
            Cookie("numbers", numbers, list[int], Limits(min_items=2), explode=False),
            Cookie("point", point, models.Point, explode=False),
            returns=None,
            security=(),
            options=options,
        )

    def get_exploded(
        self,
        *,
        numbers: list[int] | None = None,
        point: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /exploded.

        :param numbers: (at least 2 items)
        :param point:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/exploded",
            Cookie("numbers", numbers, list[int], Limits(min_items=2)),
            Cookie("point", point, models.Point),
            returns=None,
            security=(),
            options=options,
        )


class AsyncCookiesApi:
    """The operations of cookies, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_cookies = awaitable(CookiesApi.get_cookies)
    get_exploded = awaitable(CookiesApi.get_exploded)
