# Made by clientloom from features/path_styles.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Path
from .._runtime.limits import Limits
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class PathsApi:
    """The operations of paths."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_label(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /label/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/label/{text}/{numbers}/{record}",
            Path("text", text, str, style="label"),
            Path("numbers", numbers, list[int], Limits(min_items=2), style="label"),
            Path("record", record, models.Point, style="label"),
            returns=None,
            security=(),
            options=options,
        )

    def get_label_explode(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /label-explode/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/label-explode/{text}/{numbers}/{record}",
            Path("text", text, str, style="label", explode=True),
            Path("numbers", numbers, list[int], Limits(min_items=2), style="label", explode=True),
            Path("record", record, models.Point, style="label", explode=True),
            returns=None,
            security=(),
            options=options,
        )

    def get_matrix(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /matrix/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/matrix/{text}/{numbers}/{record}",
            Path("text", text, str, style="matrix"),
            Path("numbers", numbers, list[int], Limits(min_items=2), style="matrix"),
            Path("record", record, models.Point, style="matrix"),
            returns=None,
            security=(),
            options=options,
        )

    def get_matrix_explode(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /matrix-explode/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/matrix-explode/{text}/{numbers}/{record}",
            Path("text", text, str, style="matrix", explode=True),
            Path("numbers", numbers, list[int], Limits(min_items=2), style="matrix", explode=True),
            Path("record", record, models.Point, style="matrix", explode=True),
            returns=None,
            security=(),
            options=options,
        )

    def get_simple(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /simple/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/simple/{text}/{numbers}/{record}",
            Path("text", text, str),
            Path("numbers", numbers, list[int], Limits(min_items=2)),
            Path("record", record, models.Point),
            returns=None,
            security=(),
            options=options,
        )

    def get_simple_explode(
        self,
        text: str,
        numbers: list[int],
        record: models.Point | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /simple-explode/{text}/{numbers}/{record}.

        :param text:
        :param numbers: (at least 2 items)
        :param record:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/simple-explode/{text}/{numbers}/{record}",
            Path("text", text, str, explode=True),
            Path("numbers", numbers, list[int], Limits(min_items=2), explode=True),
            Path("record", record, models.Point, explode=True),
            returns=None,
            security=(),
            options=options,
        )


class AsyncPathsApi:
    """The operations of paths, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_label = awaitable(PathsApi.get_label)
    get_label_explode = awaitable(PathsApi.get_label_explode)
    get_matrix = awaitable(PathsApi.get_matrix)
    get_matrix_explode = awaitable(PathsApi.get_matrix_explode)
    get_simple = awaitable(PathsApi.get_simple)
    get_simple_explode = awaitable(PathsApi.get_simple_explode)
