# Made by clientloom from features/parameter_names.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of names."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Unpack,
    overload,
)

from waylay.sdk.api import (
    QueryParamTypes,
    Response,
)
from waylay.sdk.plugin import WithApiClient

from ._runtime.waylay import (
    Decoded,
    Options,
    Path,
    Query,
    Raw,
    Selected,
    T,
    call,
)

if TYPE_CHECKING:
    from ..queries import names_api as queries


class NamesApi(WithApiClient):
    """The operations of names."""

    @overload
    async def get_builtins(
        self,
        *,
        query: queries.GetBuiltinsQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def get_builtins(
        self,
        *,
        query: queries.GetBuiltinsQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def get_builtins(
        self,
        *,
        query: queries.GetBuiltinsQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def get_builtins(
        self,
        *,
        query: queries.GetBuiltinsQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """GET /builtins.

        :param query: by wire name, or a `GetBuiltinsQuery`
            list:
            str:
            int:
            dict:
            Any:
            Query:
            Path:
            Limits: (at least 1 character)
            datetime:
            date:
            type:
            Literal:
            Unpack:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/builtins",
            Query("dict", style="deepObject", explode=False),
            query=query,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def get_signs(
        self,
        *,
        query: queries.GetSignsQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def get_signs(
        self,
        *,
        query: queries.GetSignsQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def get_signs(
        self,
        *,
        query: queries.GetSignsQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def get_signs(
        self,
        *,
        query: queries.GetSignsQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """GET /signs.

        :param query: by wire name, or a `GetSignsQuery`
            class:
            None:
            page-size:
            page_size:
            pageSize:
            $filter:
            page[number]:
            a.b:
            2nd:
            größe:
            a b:
            @:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
            headers X-Request-ID:
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/signs",
            query=query,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_same(
        self,
        id: int,
        *,
        json: str | None = None,
        query: queries.PutSameQuery | QueryParamTypes,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_same(
        self,
        id: int,
        *,
        json: str | None = None,
        query: queries.PutSameQuery | QueryParamTypes,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_same(
        self,
        id: int,
        *,
        json: str | None = None,
        query: queries.PutSameQuery | QueryParamTypes,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_same(
        self,
        id: int,
        *,
        json: str | None = None,
        query: queries.PutSameQuery | QueryParamTypes,
        **options: Unpack[Options],
    ) -> Any:
        """PUT /same/{id}.

        :param id:
        :param json:
        :param query: by wire name, or a `PutSameQuery`
            id:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
            headers id:
            cookies id:
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/same/{id}",
            Path("id", id),
            json=json,
            query=query,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_taken(
        self,
        self_: str,
        *,
        json: str | None = None,
        query: queries.PutTakenQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_taken(
        self,
        self_: str,
        *,
        json: str | None = None,
        query: queries.PutTakenQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_taken(
        self,
        self_: str,
        *,
        json: str | None = None,
        query: queries.PutTakenQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_taken(
        self,
        self_: str,
        *,
        json: str | None = None,
        query: queries.PutTakenQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """PUT /taken/{self}.

        :param self_:
        :param json:
        :param query: by wire name, or a `PutTakenQuery`
            options:
            body:
            models:
            cls:
            api_client:
            async_req:
            _request_timeout:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/taken/{self}",
            Path("self", self_),
            json=json,
            query=query,
            responses={
                "204": None,
            },
            options=options,
        )
