# Made by clientloom from features/security_kinds.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of security."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import (
    Cookie,
    Query,
)
from .._runtime.native import (
    AsyncResource,
    Omit,
    RawResource,
    Resource,
    awaitable_raw,
    omit,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.native import RequestOptions


class Security(Resource):
    """The operations of security."""

    @property
    def with_raw_response(self) -> SecurityWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return SecurityWithRawResponse(self._client)

    def call_basic(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /basic.

        :return: 204, Done

        More in `docs/resources/security.md#call_basic`.
        """
        return self._client.call(
            "GET",
            "/basic",
            returns=None,
            security=(("basic",),),
            options=options,
        )

    def call_bearer(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /bearer.

        :return: 204, Done

        More in `docs/resources/security.md#call_bearer`.
        """
        return self._client.call(
            "GET",
            "/bearer",
            returns=None,
            security=(("bearer",),),
            options=options,
        )

    def call_header_key(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /header.

        :return: 204, Done

        More in `docs/resources/security.md#call_header_key`.
        """
        return self._client.call(
            "GET",
            "/header",
            returns=None,
            security=(("header key",),),
            options=options,
        )

    def call_query_key(
        self,
        *,
        q: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /query.

        :param q:
        :return: 204, Done

        More in `docs/resources/security.md#call_query_key`.
        """
        return self._client.call(
            "GET",
            "/query",
            Query("q", q, str),
            returns=None,
            security=(("queryKey",),),
            options=options,
        )

    def call_cookie_key(
        self,
        *,
        theme: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /cookie.

        :param theme:
        :return: 204, Done

        More in `docs/resources/security.md#call_cookie_key`.
        """
        return self._client.call(
            "GET",
            "/cookie",
            Cookie("theme", theme, str),
            returns=None,
            security=(("cookieKey",),),
            options=options,
        )

    def call_o_auth2(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /oauth2.

        :return: 204, Done

        More in `docs/resources/security.md#call_o_auth2`.
        """
        return self._client.call(
            "GET",
            "/oauth2",
            returns=None,
            security=(("oauth2",),),
            options=options,
        )

    def call_open_id_connect(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /openid.

        :return: 204, Done

        More in `docs/resources/security.md#call_open_id_connect`.
        """
        return self._client.call(
            "GET",
            "/openid",
            returns=None,
            security=(("openId",),),
            options=options,
        )

    def call_none(
        self,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /none.

        :return: 204, Done

        More in `docs/resources/security.md#call_none`.
        """
        return self._client.call(
            "GET",
            "/none",
            returns=None,
            options=options,
        )


class AsyncSecurity(AsyncResource):
    """The operations of security, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncSecurityWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncSecurityWithRawResponse(self._client)

    call_basic = awaitable(Security.call_basic)
    call_bearer = awaitable(Security.call_bearer)
    call_header_key = awaitable(Security.call_header_key)
    call_query_key = awaitable(Security.call_query_key)
    call_cookie_key = awaitable(Security.call_cookie_key)
    call_o_auth2 = awaitable(Security.call_o_auth2)
    call_open_id_connect = awaitable(Security.call_open_id_connect)
    call_none = awaitable(Security.call_none)


class SecurityWithRawResponse(RawResource):
    """The operations of `Security`; each returns its answer as it came."""

    call_basic = raw(Security.call_basic)
    call_bearer = raw(Security.call_bearer)
    call_header_key = raw(Security.call_header_key)
    call_query_key = raw(Security.call_query_key)
    call_cookie_key = raw(Security.call_cookie_key)
    call_o_auth2 = raw(Security.call_o_auth2)
    call_open_id_connect = raw(Security.call_open_id_connect)
    call_none = raw(Security.call_none)


class AsyncSecurityWithRawResponse(RawResource):
    """The operations of `Security`; each returns its answer as it came, to be awaited."""

    call_basic = awaitable_raw(Security.call_basic)
    call_bearer = awaitable_raw(Security.call_bearer)
    call_header_key = awaitable_raw(Security.call_header_key)
    call_query_key = awaitable_raw(Security.call_query_key)
    call_cookie_key = awaitable_raw(Security.call_cookie_key)
    call_o_auth2 = awaitable_raw(Security.call_o_auth2)
    call_open_id_connect = awaitable_raw(Security.call_open_id_connect)
    call_none = awaitable_raw(Security.call_none)
