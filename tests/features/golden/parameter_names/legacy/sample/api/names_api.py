# Made by clientloom from features/parameter_names.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of names."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.call import (
    Cookie,
    Header,
    Json,
    Path,
    Query,
)
from .._runtime.limits import Limits
from .._runtime.operations import (
    awaitable,
    with_http_info,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Literal,
        Unpack,
    )

    from .._runtime.options import LegacyOptions


class NamesApi:
    """The operations of names."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_builtins(
        self,
        *,
        list_: list[str] | None = None,
        str_: str | None = None,
        int_: int | None = None,
        dict_: dict[str, str] | None = None,
        any: Any = None,
        query: str | None = None,
        path: str | None = None,
        limits: str | None = None,
        datetime: dt.datetime | str | None = None,
        date: dt.date | str | None = None,
        type: str | None = None,
        literal: Literal["a", "b"] | str | None = None,
        unpack: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /builtins.

        :param list_:
        :param str_:
        :param int_:
        :param dict_:
        :param any:
        :param query:
        :param path:
        :param limits: (at least 1 character)
        :param datetime:
        :param date:
        :param type:
        :param literal:
        :param unpack:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/builtins",
            Query("list", list_, list[str]),
            Query("str", str_, str),
            Query("int", int_, int),
            Query("dict", dict_, dict[str, str], style="deepObject", explode=False),
            Query("Any", any, Any),
            Query("Query", query, str),
            Query("Path", path, str),
            Query("Limits", limits, str, Limits(min_length=1)),
            Query("datetime", datetime, dt.datetime),
            Query("date", date, dt.date),
            Query("type", type, str),
            Query("Literal", literal, str),
            Query("Unpack", unpack, str),
            returns=None,
            security=(),
            options=options,
        )

    get_builtins_with_http_info = with_http_info(get_builtins)

    def get_signs(
        self,
        *,
        class_: str | None = None,
        none: str | None = None,
        page_size: int | None = None,
        page_size_query: int | None = None,
        query_colon_page_capital_size: int | None = None,
        filter: str | None = None,
        page_number: int | None = None,
        a_b: str | None = None,
        value_2nd: str | None = None,
        größe: str | None = None,
        a_b_query: str | None = None,
        at: str | None = None,
        x_request_id: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /signs.

        :param class_:
        :param none:
        :param page_size:
        :param page_size_query:
        :param query_colon_page_capital_size:
        :param filter:
        :param page_number:
        :param a_b:
        :param value_2nd:
        :param größe:
        :param a_b_query:
        :param at:
        :param x_request_id:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/signs",
            Query("class", class_, str),
            Query("None", none, str),
            Query("page-size", page_size, int),
            Query("page_size", page_size_query, int),
            Query("pageSize", query_colon_page_capital_size, int),
            Query("$filter", filter, str),
            Query("page[number]", page_number, int),
            Query("a.b", a_b, str),
            Query("2nd", value_2nd, str),
            Query("größe", größe, str),
            Query("a b", a_b_query, str),
            Query("@", at, str),
            Header("X-Request-ID", x_request_id, str),
            returns=None,
            security=(),
            options=options,
        )

    get_signs_with_http_info = with_http_info(get_signs)

    def put_same(
        self,
        id: int,
        id_query: str,
        *,
        id_header: bool | None = None,
        id_cookie: float | None = None,
        body: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """PUT /same/{id}.

        :param id:
        :param id_query:
        :param id_header:
        :param id_cookie:
        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/same/{id}",
            Path("id", id, int),
            Query("id", id_query, str, required=True),
            Header("id", id_header, bool),
            Cookie("id", id_cookie, float),
            Json(body, str),
            returns=None,
            security=(),
            options=options,
        )

    put_same_with_http_info = with_http_info(put_same)

    def put_taken(
        self,
        self_: str,
        *,
        options_: str | None = None,
        body: str | None = None,
        models_: str | None = None,
        cls_: str | None = None,
        api_client: str | None = None,
        async_req_: str | None = None,
        request_timeout: str | None = None,
        body_body: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """PUT /taken/{self}.

        :param self_:
        :param options_:
        :param body:
        :param models_:
        :param cls_:
        :param api_client:
        :param async_req_:
        :param request_timeout:
        :param body_body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/taken/{self}",
            Path("self", self_, str),
            Query("options", options_, str),
            Query("body", body, str),
            Query("models", models_, str),
            Query("cls", cls_, str),
            Query("api_client", api_client, str),
            Query("async_req", async_req_, str),
            Query("_request_timeout", request_timeout, str),
            Json(body_body, str),
            returns=None,
            security=(),
            options=options,
        )

    put_taken_with_http_info = with_http_info(put_taken)


class AsyncNamesApi:
    """The operations of names, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_builtins = awaitable(NamesApi.get_builtins)
    get_builtins_with_http_info = awaitable(NamesApi.get_builtins_with_http_info)
    get_signs = awaitable(NamesApi.get_signs)
    get_signs_with_http_info = awaitable(NamesApi.get_signs_with_http_info)
    put_same = awaitable(NamesApi.put_same)
    put_same_with_http_info = awaitable(NamesApi.put_same_with_http_info)
    put_taken = awaitable(NamesApi.put_taken)
    put_taken_with_http_info = awaitable(NamesApi.put_taken_with_http_info)
