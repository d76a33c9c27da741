# Made by clientloom from features/security_kinds.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of security."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import (
    Cookie,
    Query,
)
from .._runtime.operations import (
    awaitable,
    with_http_info,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import LegacyOptions


class SecurityApi:
    """The operations of security."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def call_basic(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /basic.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/basic",
            returns=None,
            security=(("basic",),),
            options=options,
        )

    call_basic_with_http_info = with_http_info(call_basic)

    def call_bearer(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /bearer.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/bearer",
            returns=None,
            security=(("bearer",),),
            options=options,
        )

    call_bearer_with_http_info = with_http_info(call_bearer)

    def call_cookie_key(
        self,
        *,
        theme: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /cookie.

        :param theme:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/cookie",
            Cookie("theme", theme, str),
            returns=None,
            security=(("cookieKey",),),
            options=options,
        )

    call_cookie_key_with_http_info = with_http_info(call_cookie_key)

    def call_header_key(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /header.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/header",
            returns=None,
            security=(("header key",),),
            options=options,
        )

    call_header_key_with_http_info = with_http_info(call_header_key)

    def call_none(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /none.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/none",
            returns=None,
            security=(),
            options=options,
        )

    call_none_with_http_info = with_http_info(call_none)

    def call_o_auth2(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /oauth2.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/oauth2",
            returns=None,
            security=(("oauth2",),),
            options=options,
        )

    call_o_auth2_with_http_info = with_http_info(call_o_auth2)

    def call_open_id_connect(
        self,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /openid.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/openid",
            returns=None,
            security=(("openId",),),
            options=options,
        )

    call_open_id_connect_with_http_info = with_http_info(call_open_id_connect)

    def call_query_key(
        self,
        *,
        q: str | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """GET /query.

        :param q:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/query",
            Query("q", q, str),
            returns=None,
            security=(("queryKey",),),
            options=options,
        )

    call_query_key_with_http_info = with_http_info(call_query_key)


class AsyncSecurityApi:
    """The operations of security, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    call_basic = awaitable(SecurityApi.call_basic)
    call_basic_with_http_info = awaitable(SecurityApi.call_basic_with_http_info)
    call_bearer = awaitable(SecurityApi.call_bearer)
    call_bearer_with_http_info = awaitable(SecurityApi.call_bearer_with_http_info)
    call_cookie_key = awaitable(SecurityApi.call_cookie_key)
    call_cookie_key_with_http_info = awaitable(SecurityApi.call_cookie_key_with_http_info)
    call_header_key = awaitable(SecurityApi.call_header_key)
    call_header_key_with_http_info = awaitable(SecurityApi.call_header_key_with_http_info)
    call_none = awaitable(SecurityApi.call_none)
    call_none_with_http_info = awaitable(SecurityApi.call_none_with_http_info)
    call_o_auth2 = awaitable(SecurityApi.call_o_auth2)
    call_o_auth2_with_http_info = awaitable(SecurityApi.call_o_auth2_with_http_info)
    call_open_id_connect = awaitable(SecurityApi.call_open_id_connect)
    call_open_id_connect_with_http_info = awaitable(SecurityApi.call_open_id_connect_with_http_info)
    call_query_key = awaitable(SecurityApi.call_query_key)
    call_query_key_with_http_info = awaitable(SecurityApi.call_query_key_with_http_info)
