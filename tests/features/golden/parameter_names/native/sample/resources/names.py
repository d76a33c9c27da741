# Made by clientloom from features/parameter_names.yaml and templates/native/resource.py.jinja. Do not edit.
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
    Path,
    Query,
)
from .._runtime.limits import Limits
from .._runtime.native import (
    AsyncResource,
    Json,
    Omit,
    RawResource,
    Resource,
    awaitable_raw,
    omit,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    from typing import (
        Literal,
        Unpack,
    )

    from .._runtime.native import RequestOptions


class Names(Resource):
    """The operations of names."""

    @property
    def with_raw_response(self) -> NamesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return NamesWithRawResponse(self._client)

    def put_same(
        self,
        id: int,
        id_query: str,
        *,
        id_header: bool | Omit = omit,
        id_cookie: float | Omit = omit,
        body: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /same/{id}.

        :param id:
        :param id_query:
        :param id_header:
        :param id_cookie:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/names.md#put_same`.
        """
        return self._client.call(
            "PUT",
            "/same/{id}",
            Path("id", id, int),
            Query("id", id_query, str, required=True),
            Header("id", id_header, bool),
            Cookie("id", id_cookie, float),
            Json(body, str),
            returns=None,
            options=options,
        )

    def put_taken(
        self,
        self_: str,
        *,
        options_: str | Omit = omit,
        body_: str | Omit = omit,
        models_: str | Omit = omit,
        cls_: str | Omit = omit,
        api_client: str | Omit = omit,
        async_req: str | Omit = omit,
        request_timeout: str | Omit = omit,
        body: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /taken/{self}.

        :param self_:
        :param options_:
        :param body_:
        :param models_:
        :param cls_:
        :param api_client:
        :param async_req:
        :param request_timeout:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/names.md#put_taken`.
        """
        return self._client.call(
            "PUT",
            "/taken/{self}",
            Path("self", self_, str),
            Query("options", options_, str),
            Query("body", body_, str),
            Query("models", models_, str),
            Query("cls", cls_, str),
            Query("api_client", api_client, str),
            Query("async_req", async_req, str),
            Query("_request_timeout", request_timeout, str),
            Json(body, str),
            returns=None,
            options=options,
        )

    def get_builtins(
        self,
        *,
        list_: list[str] | Omit = omit,
        str_: str | Omit = omit,
        int_: int | Omit = omit,
        dict_: dict[str, str] | Omit = omit,
        any: Any = omit,
        query: str | Omit = omit,
        path: str | Omit = omit,
        limits: str | Omit = omit,
        datetime: dt.datetime | str | Omit = omit,
        date: dt.date | str | Omit = omit,
        type: str | Omit = omit,
        literal: Literal["a", "b"] | str | Omit = omit,
        unpack: str | Omit = omit,
        **options: Unpack[RequestOptions],
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

        More in `docs/resources/names.md#get_builtins`.
        """
        return self._client.call(
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
            options=options,
        )

    def get_signs(
        self,
        *,
        class_: str | Omit = omit,
        none: str | Omit = omit,
        page_size: int | Omit = omit,
        page_size_query: int | Omit = omit,
        query_colon_page_capital_size: int | Omit = omit,
        filter: str | Omit = omit,
        page_number: int | Omit = omit,
        a_b: str | Omit = omit,
        value_2nd: str | Omit = omit,
        größe: str | Omit = omit,
        a_b_query: str | Omit = omit,
        at: str | Omit = omit,
        x_request_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
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

        More in `docs/resources/names.md#get_signs`.
        """
        return self._client.call(
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
            options=options,
        )


class AsyncNames(AsyncResource):
    """The operations of names, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncNamesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncNamesWithRawResponse(self._client)

    put_same = awaitable(Names.put_same)
    put_taken = awaitable(Names.put_taken)
    get_builtins = awaitable(Names.get_builtins)
    get_signs = awaitable(Names.get_signs)


class NamesWithRawResponse(RawResource):
    """The operations of `Names`; each returns its answer as it came."""

    put_same = raw(Names.put_same)
    put_taken = raw(Names.put_taken)
    get_builtins = raw(Names.get_builtins)
    get_signs = raw(Names.get_signs)


class AsyncNamesWithRawResponse(RawResource):
    """The operations of `Names`; each returns its answer as it came, to be awaited."""

    put_same = awaitable_raw(Names.put_same)
    put_taken = awaitable_raw(Names.put_taken)
    get_builtins = awaitable_raw(Names.get_builtins)
    get_signs = awaitable_raw(Names.get_signs)
