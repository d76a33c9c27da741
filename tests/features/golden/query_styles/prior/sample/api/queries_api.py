# Made by clientloom from features/query_styles.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Query
from .._runtime.limits import Limits
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import (
        Any,
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class QueriesApi:
    """The operations of queries."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_deep_object(
        self,
        *,
        point: models.Point | dict[str, Any] | None = None,
        filter: models.Filter | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /deep.

        :param point:
        :param filter:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/deep",
            Query("point", point, models.Point, style="deepObject"),
            Query("filter", filter, models.Filter, style="deepObject"),
            returns=None,
            security=(),
            options=options,
        )

    def get_form(
        self,
        *,
        text: str | None = None,
        texts: Sequence[Literal["a,b c", "d|e&f=g"] | str] | None = None,
        point: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /form.

        :param text:
        :param texts: (at least 2 items, each item once)
        :param point:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/form",
            Query("text", text, str),
            Query("texts", texts, list[str], Limits(min_items=2, unique_items=True)),
            Query("point", point, models.Point),
            returns=None,
            security=(),
            options=options,
        )

    def get_form_joined(
        self,
        *,
        text: str | None = None,
        texts: Sequence[Literal["a,b c", "d|e&f=g"] | str] | None = None,
        point: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /form-joined.

        :param text:
        :param texts: (at least 2 items, each item once)
        :param point:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/form-joined",
            Query("text", text, str, explode=False),
            Query("texts", texts, list[str], Limits(min_items=2, unique_items=True), explode=False),
            Query("point", point, models.Point, explode=False),
            returns=None,
            security=(),
            options=options,
        )

    def get_free_map(
        self,
        *,
        extra: dict[str, str] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /map.

        :param extra:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/map",
            Query("extra", extra, dict[str, str]),
            returns=None,
            security=(),
            options=options,
        )

    def get_pipe_delimited(
        self,
        *,
        words: Sequence[Literal["a,b", "c d"] | str] | None = None,
        exploded: Sequence[Literal["a,b c", "d|e&f=g"] | str] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /pipe.

        :param words: (at least 2 items)
        :param exploded: (at least 2 items, each item once)
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/pipe",
            Query(
                "words", words, list[str], Limits(min_items=2), style="pipeDelimited", explode=False
            ),
            Query(
                "exploded",
                exploded,
                list[str],
                Limits(min_items=2, unique_items=True),
                style="pipeDelimited",
            ),
            returns=None,
            security=(),
            options=options,
        )

    def get_space_delimited(
        self,
        *,
        words: Sequence[Literal["a,b", "c|d"] | str] | None = None,
        exploded: Sequence[Literal["a,b c", "d|e&f=g"] | str] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /space.

        :param words: (at least 2 items)
        :param exploded: (at least 2 items, each item once)
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/space",
            Query(
                "words",
                words,
                list[str],
                Limits(min_items=2),
                style="spaceDelimited",
                explode=False,
            ),
            Query(
                "exploded",
                exploded,
                list[str],
                Limits(min_items=2, unique_items=True),
                style="spaceDelimited",
            ),
            returns=None,
            security=(),
            options=options,
        )


class AsyncQueriesApi:
    """The operations of queries, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_deep_object = awaitable(QueriesApi.get_deep_object)
    get_form = awaitable(QueriesApi.get_form)
    get_form_joined = awaitable(QueriesApi.get_form_joined)
    get_free_map = awaitable(QueriesApi.get_free_map)
    get_pipe_delimited = awaitable(QueriesApi.get_pipe_delimited)
    get_space_delimited = awaitable(QueriesApi.get_space_delimited)
