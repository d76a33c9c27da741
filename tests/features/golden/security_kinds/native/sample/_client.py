# Made by clientloom from features/security_kinds.yaml and templates/native/client.py.jinja. Do not edit.
"""The clients of Security schemes: one that waits, and one to be awaited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import (
    ApiKey,
    Basic,
    Bearer,
    OAuth2,
    OpenIdConnect,
)
from ._runtime.native import (
    DEFAULT_TIMEOUT,
    Api,
    NativeAsyncClient,
    NativeClient,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.auth import Secret
    from ._runtime.native import Timeout
    from ._runtime.transport import (
        AsyncHttpClient,
        HttpClient,
    )
    from .resources.security import (
        AsyncSecurity,
        Security,
    )


_API = Api(
    distribution="sample-sdk",
    environment="SAMPLE",
    url="http://localhost",
    schemes={
        "basic": (
            Basic(),
            (
                "username",
                "password",
            ),
        ),
        "bearer": (
            Bearer(),
            ("bearer",),
        ),
        "header key": (
            ApiKey("X-Key", "header"),
            ("header_key",),
        ),
        "queryKey": (
            ApiKey("api key", "query"),
            ("query_key",),
        ),
        "cookieKey": (
            ApiKey("session", "cookie"),
            ("cookie_key",),
        ),
        "oauth2": (
            OAuth2(),
            ("oauth2",),
        ),
        "openId": (
            OpenIdConnect(),
            ("open_id",),
        ),
    },
)


class Client(NativeClient):
    """Calls Security schemes.

    Use it as it is or in `with` blocks, and close it with `close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param username: for basic authentication. A name and a password. (SAMPLE_USERNAME)
    :param password: of that user. (SAMPLE_PASSWORD)
    :param bearer: an access token, or a function that returns one. (SAMPLE_BEARER)
    :param header_key: the key for the header X-Key, or a function that returns it. (SAMPLE_HEADER_KEY)
    :param query_key: the key for the query api key, or a function that returns it. (SAMPLE_QUERY_KEY)
    :param cookie_key: the key for the cookie session, or a function that returns it. (SAMPLE_COOKIE_KEY)
    :param oauth2: an access token, or a function that returns one. (SAMPLE_OAUTH2)
    :param open_id: an access token, or a function that returns one. (SAMPLE_OPEN_ID)
    :param base_url: the address of the API (SAMPLE_BASE_URL)
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param http_client: sends the requests; it is not closed here
    """

    _api = _API

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        bearer: Secret | None = None,
        header_key: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        oauth2: Secret | None = None,
        open_id: Secret | None = None,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            http_client=http_client,
            secrets={
                "username": username,
                "password": password,
                "bearer": bearer,
                "header_key": header_key,
                "query_key": query_key,
                "cookie_key": cookie_key,
                "oauth2": oauth2,
                "open_id": open_id,
            },
        )

    @cached_property
    def security(self) -> Security:
        """The operations of security."""
        from .resources.security import Security

        return Security(self._client)


class AsyncClient(NativeAsyncClient):
    """Calls Security schemes, to be awaited.

    Use it as it is or in `async with` blocks, and close it with `await close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param username: for basic authentication. A name and a password. (SAMPLE_USERNAME)
    :param password: of that user. (SAMPLE_PASSWORD)
    :param bearer: an access token, or a function that returns one. (SAMPLE_BEARER)
    :param header_key: the key for the header X-Key, or a function that returns it. (SAMPLE_HEADER_KEY)
    :param query_key: the key for the query api key, or a function that returns it. (SAMPLE_QUERY_KEY)
    :param cookie_key: the key for the cookie session, or a function that returns it. (SAMPLE_COOKIE_KEY)
    :param oauth2: an access token, or a function that returns one. (SAMPLE_OAUTH2)
    :param open_id: an access token, or a function that returns one. (SAMPLE_OPEN_ID)
    :param base_url: the address of the API (SAMPLE_BASE_URL)
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param http_client: sends the requests; it is not closed here
    """

    _api = _API

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        bearer: Secret | None = None,
        header_key: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        oauth2: Secret | None = None,
        open_id: Secret | None = None,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            http_client=http_client,
            secrets={
                "username": username,
                "password": password,
                "bearer": bearer,
                "header_key": header_key,
                "query_key": query_key,
                "cookie_key": cookie_key,
                "oauth2": oauth2,
                "open_id": open_id,
            },
        )

    @cached_property
    def security(self) -> AsyncSecurity:
        """The operations of security."""
        from .resources.security import AsyncSecurity

        return AsyncSecurity(self._client)
