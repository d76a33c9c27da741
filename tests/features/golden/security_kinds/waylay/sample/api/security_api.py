# Made by clientloom from features/security_kinds.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of security."""

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
    Raw,
    Selected,
    T,
    call,
)

if TYPE_CHECKING:
    from ..queries import security_api as queries


class SecurityApi(WithApiClient):
    """The operations of security."""

    @overload
    async def call_basic(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_basic(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_basic(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_basic(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /basic.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/basic",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_bearer(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_bearer(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_bearer(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_bearer(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /bearer.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/bearer",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_cookie_key(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_cookie_key(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_cookie_key(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_cookie_key(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /cookie.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
            cookies theme:
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/cookie",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_header_key(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_header_key(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_header_key(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_header_key(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /header.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/header",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_none(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_none(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_none(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_none(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /none.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/none",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_o_auth2(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_o_auth2(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_o_auth2(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_o_auth2(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /oauth2.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/oauth2",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_open_id_connect(
        self,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_open_id_connect(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_open_id_connect(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_open_id_connect(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /openid.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/openid",
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def call_query_key(
        self,
        *,
        query: queries.CallQueryKeyQuery | QueryParamTypes | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def call_query_key(
        self,
        *,
        query: queries.CallQueryKeyQuery | QueryParamTypes | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def call_query_key(
        self,
        *,
        query: queries.CallQueryKeyQuery | QueryParamTypes | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def call_query_key(
        self,
        *,
        query: queries.CallQueryKeyQuery | QueryParamTypes | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """GET /query.

        :param query: by wire name, or a `CallQueryKeyQuery`
            q:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "GET",
            "/query",
            query=query,
            responses={
                "204": None,
            },
            options=options,
        )
