# Made by clientloom from features/content_parameters.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of contents."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.call import (
    Cookie,
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
    from typing import Unpack

    from .._runtime.options import PriorOptions


class ContentsApi:
    """The operations of contents."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_thing(
        self,
        key: models.Point | dict[str, Any],
        filter: models.Point | dict[str, Any],
        *,
        texts: list[str] | None = None,
        anything: Any = None,
        number: float | None = None,
        x_filter: models.Point | dict[str, Any] | None = None,
        filter_cookie: models.Point | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /things/{key}.

        :param key:
        :param filter:
        :param texts:
        :param anything:
        :param number:
        :param x_filter:
        :param filter_cookie:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/things/{key}",
            Path("key", key, models.Point, media_type="application/json"),
            Query("filter", filter, models.Point, media_type="application/json", required=True),
            Query("texts", texts, list[str], media_type="application/json"),
            Query("anything", anything, Any, media_type="application/json"),
            Query("number", number, float, media_type="application/json"),
            Header("X-Filter", x_filter, models.Point, media_type="application/json"),
            Cookie("filter", filter_cookie, models.Point, media_type="application/json"),
            returns=None,
            security=(),
            options=options,
        )


class AsyncContentsApi:
    """The operations of contents, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_thing = awaitable(ContentsApi.get_thing)
