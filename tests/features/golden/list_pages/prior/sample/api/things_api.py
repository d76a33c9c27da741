# Made by clientloom from features/list_pages.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Path,
    Query,
)
from .._runtime.documented_paging import (
    awaitable_pager,
    iterate,
)
from .._runtime.limits import Limits
from .._runtime.operations import awaitable
from .._runtime.paging import (
    Cursor,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
)
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


class ThingsApi:
    """The operations of things."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_report(
        self,
        report: str,
        *,
        page: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.GetReportResponse:
        """GET /reports/{report}.

        A page of a report is no page of a list.

        :param report:
        :param page:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/reports/{report}",
            Path("report", report, str),
            Query("page", page, int),
            returns=models.GetReportResponse,
            security=(),
            options=options,
        )

    def list_arrays(
        self,
        *,
        skip: int | None = None,
        take: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> list[models.Thing]:
        """GET /arrays.

        :param skip:
        :param take:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/arrays",
            Query("skip", skip, int),
            Query("take", take, int),
            returns=list[models.Thing],
            security=(),
            options=options,
        )

    iter_arrays = iterate(
        list_arrays, Offset("skip", total_header="X-Total-Count"), lambda page: page
    )

    def list_cursors(
        self,
        *,
        page_token: str | None = None,
        page_size: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ThingPage:
        """GET /cursors.

        :param page_token:
        :param page_size: (at least 1, at most 100)
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/cursors",
            Query("page_token", page_token, str),
            Query("page_size", page_size, int, Limits(ge=1, le=100)),
            returns=models.ThingPage,
            security=(),
            options=options,
        )

    iter_cursors = iterate(
        list_cursors, Cursor("page_token", "/meta/next_page_token"), lambda page: page.items
    )

    def list_lasts(
        self,
        *,
        starting_after: str | None = None,
        limit: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ListLastsResponse:
        """GET /lasts.

        :param starting_after:
        :param limit:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/lasts",
            Query("starting_after", starting_after, str),
            Query("limit", limit, int),
            returns=models.ListLastsResponse,
            security=(),
            options=options,
        )

    iter_lasts = iterate(
        list_lasts, Cursor("starting_after", last="/id", more="/has_more"), lambda page: page.data
    )

    def list_links(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> list[models.Thing]:
        """GET /links.

        :param kind:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/links",
            Query("kind", kind, str),
            returns=list[models.Thing],
            security=(),
            options=options,
        )

    iter_links = iterate(list_links, LinkHeader(), lambda page: page)

    def list_numbers(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ListNumbersResponse:
        """GET /numbers.

        :param page: (at least 1)
        :param per_page:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/numbers",
            Query("page", page, int, Limits(ge=1)),
            Query("per_page", per_page, int),
            returns=models.ListNumbersResponse,
            security=(),
            options=options,
        )

    iter_numbers = iterate(
        list_numbers,
        PageNumber("page", pages="/meta/total_pages"),
        lambda page: page.result.records if page.result is not None else None,
    )

    def list_offsets(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ListOffsetsResponse:
        """GET /offsets.

        :param offset: (default 0)
        :param limit: (at most 100)
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/offsets",
            Query("offset", offset, int),
            Query("limit", limit, int, Limits(le=100)),
            returns=models.ListOffsetsResponse,
            security=(),
            options=options,
        )

    iter_offsets = iterate(
        list_offsets, Offset("offset", size="limit", total="/total_count"), lambda page: page.things
    )

    def list_opted_out(
        self,
        *,
        cursor: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ListOptedOutResponse:
        """GET /opted-out.

        :param cursor:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/opted-out",
            Query("cursor", cursor, str),
            returns=models.ListOptedOutResponse,
            security=(),
            options=options,
        )

    def list_urls(
        self,
        owner: str,
        *,
        kind: str | None = None,
        **options: Unpack[PriorOptions],
    ) -> models.ListUrlsResponse:
        """GET /owners/{owner}/urls.

        :param owner:
        :param kind:
        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/owners/{owner}/urls",
            Path("owner", owner, str),
            Query("kind", kind, str),
            returns=models.ListUrlsResponse,
            security=(),
            options=options,
        )

    iter_urls = iterate(list_urls, NextUrl("/next"), lambda page: page.results)

    def search_things(
        self,
        search_things_request: models.SearchThingsRequest | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.SearchThingsResponse:
        """POST /searches.

        :param search_things_request:
        :return: 200, A page
        """
        return self.api_client.call(
            "POST",
            "/searches",
            Json(search_things_request, models.SearchThingsRequest, required=True),
            returns=models.SearchThingsResponse,
            security=(),
            options=options,
        )

    iter_search_things = iterate(
        search_things, Cursor("cursor", "/meta/next", in_body=True), lambda page: page.found
    )


class AsyncThingsApi:
    """The operations of things, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_report = awaitable(ThingsApi.get_report)
    list_arrays = awaitable(ThingsApi.list_arrays)
    list_cursors = awaitable(ThingsApi.list_cursors)
    list_lasts = awaitable(ThingsApi.list_lasts)
    list_links = awaitable(ThingsApi.list_links)
    list_numbers = awaitable(ThingsApi.list_numbers)
    list_offsets = awaitable(ThingsApi.list_offsets)
    list_opted_out = awaitable(ThingsApi.list_opted_out)
    list_urls = awaitable(ThingsApi.list_urls)
    search_things = awaitable(ThingsApi.search_things)
    iter_arrays = awaitable_pager(ThingsApi.iter_arrays)
    iter_cursors = awaitable_pager(ThingsApi.iter_cursors)
    iter_lasts = awaitable_pager(ThingsApi.iter_lasts)
    iter_links = awaitable_pager(ThingsApi.iter_links)
    iter_numbers = awaitable_pager(ThingsApi.iter_numbers)
    iter_offsets = awaitable_pager(ThingsApi.iter_offsets)
    iter_urls = awaitable_pager(ThingsApi.iter_urls)
    iter_search_things = awaitable_pager(ThingsApi.iter_search_things)
