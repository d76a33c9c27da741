# Made by clientloom from features/parameter_types.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of types."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Any,
)
from uuid import UUID

from .. import models
from .._runtime.call import (
    Path,
    Query,
)
from .._runtime.limits import Limits
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


class TypesApi:
    """The operations of types."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_bounds(
        self,
        *,
        limit: int | None = None,
        above: float | None = None,
        step: int | None = None,
        code: str | None = None,
        word: str | None = None,
        few: list[int] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /bounds.

        :param limit: How many. (at least 1, at most 100, default 20)
        :param above: (more than 0, less than 1)
        :param step: (a multiple of 5)
        :param code: (matching ^[A-Z]{3}$)
        :param word: (at least 2 characters, at most 8 characters)
        :param few: (at least 1 item, at most 3 items, each item once)
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/bounds",
            Query("limit", limit, int, Limits(ge=1, le=100)),
            Query("above", above, float, Limits(gt=0, lt=1)),
            Query("step", step, int, Limits(multiple_of=5)),
            Query("code", code, str, Limits(pattern="^[A-Z]{3}$")),
            Query("word", word, str, Limits(min_length=2, max_length=8)),
            Query("few", few, list[int], Limits(min_items=1, max_items=3, unique_items=True)),
            returns=None,
            security=(),
            options=options,
        )

    def get_types(
        self,
        id: UUID | str,
        day: dt.date | str,
        *,
        since: dt.datetime | str | None = None,
        duration: str | None = None,
        price: Literal["10.50"] | str | None = None,
        ratio: float | None = None,
        big: int | None = None,
        flag: bool | None = None,
        color: models.Color | str | None = None,
        colors: Sequence[models.Color | str] | None = None,
        size: Literal["small", "large"] | str | None = None,
        level: Literal[1, 2, 3] | int | None = None,
        nothing: str | None = None,
        days: Sequence[dt.date | str] | None = None,
        number_or_text: int | str | None = None,
        anything: Any = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /types/{id}/{day}.

        :param id:
        :param day:
        :param since:
        :param duration:
        :param price:
        :param ratio:
        :param big: (at least 9007199254740993)
        :param flag:
        :param color:
        :param colors:
        :param size: (default "small")
        :param level:
        :param nothing:
        :param days:
        :param number_or_text:
        :param anything:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/types/{id}/{day}",
            Path("id", id, UUID),
            Path("day", day, dt.date),
            Query("since", since, dt.datetime),
            Query("duration", duration, str),
            Query("price", price, str),
            Query("ratio", ratio, float),
            Query("big", big, int, Limits(ge=9007199254740993)),
            Query("flag", flag, bool),
            Query("color", color, models.Color),
            Query("colors", colors, list[models.Color]),
            Query("size", size, str),
            Query("level", level, int),
            Query("nothing", nothing, str),
            Query("days", days, list[dt.date]),
            Query("numberOrText", number_or_text, int | str),
            Query("anything", anything, Any),
            returns=None,
            security=(),
            options=options,
        )


class AsyncTypesApi:
    """The operations of types, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_bounds = awaitable(TypesApi.get_bounds)
    get_types = awaitable(TypesApi.get_types)
