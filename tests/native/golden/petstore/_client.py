# Made by clientloom from native/petstore.yaml and templates/native/client.py.jinja. Do not edit.
"""The clients of Petstore: one that waits, and one to be awaited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import (
    ApiKey,
    Basic,
    Bearer,
)
from ._runtime.native import (
    Api,
    NativeAsyncClient,
    NativeClient,
    Server,
)
from ._runtime.resources import (
    RawResource,
    StreamingResource,
    awaitable,
    awaitable_raw,
    awaitable_streamed,
    raw,
    streamed,
)

if TYPE_CHECKING:
    from typing import (
        Literal,
        Unpack,
    )

    from ._runtime.auth import Secret
    from ._runtime.native import RequestOptions
    from ._runtime.settings import (
        AsyncClientOptions,
        ClientOptions,
    )
    from .resources.admin import (
        Admin,
        AsyncAdmin,
    )
    from .resources.pets import (
        AsyncPets,
        Pets,
    )
    from .resources.store import (
        AsyncStore,
        Store,
    )

_API = Api(
    distribution="petstore-sdk",
    environment="PETSTORE",
    url="https://{region}.petstore.test/{version}",
    variables={
        "region": (
            "region",
            "eu",
            (
                "eu",
                "us",
            ),
        ),
        "version": (
            "version",
            "v1",
            (),
        ),
    },
    servers=(Server("https://sandbox.petstore.test/v1"),),
    schemes={
        "ApiKeyAuth": (
            ApiKey("X-API-Key", "header"),
            {
                "key": "api_key",
            },
        ),
        "Login": (
            Basic(),
            {
                "username": "username",
                "password": "password",
            },
        ),
        "Token": (
            Bearer(),
            {
                "token": "token",
            },
        ),
    },
)


class Client(NativeClient):
    """Calls Petstore.

    Use it as it is or in `with` blocks, and close it with `close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param api_key: the key for the header X-API-Key, or a function that returns it. From your account page. (PETSTORE_API_KEY)
    :param username: for basic authentication. (PETSTORE_USERNAME)
    :param password: of that user. (PETSTORE_PASSWORD)
    :param token: an access token, or a function that returns one. (PETSTORE_TOKEN)
    :param region: Where the pets are (default "eu")
    :param version: a part of the address (default "v1")
    :param base_url: the address of the API (PETSTORE_BASE_URL)
    :param server: the address of the API: its position, name or address in the document
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param retries: how often a request is sent again, 2 by default; or a `Retry`
    :param http_client: sends the requests; it is not closed here
    :param options: these and more: see `ClientOptions`
    """

    _api = _API

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        username: str | None = None,
        password: str | None = None,
        token: Secret | None = None,
        region: Literal["eu", "us"] | None = None,
        version: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            secrets={
                "api_key": api_key,
                "username": username,
                "password": password,
                "token": token,
            },
            variables={
                "region": region,
                "version": version,
            },
            **options,
        )

    @cached_property
    def pets(self) -> Pets:
        """Everything about pets."""
        from .resources.pets import Pets

        return Pets(self._client)

    @cached_property
    def store(self) -> Store:
        """The operations of store."""
        from .resources.store import Store

        return Store(self._client)

    @cached_property
    def admin(self) -> Admin:
        """The operations of admin."""
        from .resources.admin import Admin

        return Admin(self._client)

    @property
    def with_raw_response(self) -> ClientWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return ClientWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> ClientWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return ClientWithStreamingResponse(self._client)

    def get_status(
        self,
        **options: Unpack[RequestOptions],
    ) -> dict[str, str]:
        """Whether the store is open.

        :return: 200, It is

        More in `docs/client.md#get_status`.
        """
        return self._client.call(
            "GET",
            "/status",
            returns=dict[str, str],
            options=options,
        )


class AsyncClient(NativeAsyncClient):
    """Calls Petstore, to be awaited.

    Use it as it is or in `async with` blocks, and close it with `await close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param api_key: the key for the header X-API-Key, or a function that returns it. From your account page. (PETSTORE_API_KEY)
    :param username: for basic authentication. (PETSTORE_USERNAME)
    :param password: of that user. (PETSTORE_PASSWORD)
    :param token: an access token, or a function that returns one. (PETSTORE_TOKEN)
    :param region: Where the pets are (default "eu")
    :param version: a part of the address (default "v1")
    :param base_url: the address of the API (PETSTORE_BASE_URL)
    :param server: the address of the API: its position, name or address in the document
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param retries: how often a request is sent again, 2 by default; or a `Retry`
    :param http_client: sends the requests; it is not closed here
    :param options: these and more: see `ClientOptions`
    """

    _api = _API

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        username: str | None = None,
        password: str | None = None,
        token: Secret | None = None,
        region: Literal["eu", "us"] | None = None,
        version: str | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        super().__init__(
            secrets={
                "api_key": api_key,
                "username": username,
                "password": password,
                "token": token,
            },
            variables={
                "region": region,
                "version": version,
            },
            **options,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        """Everything about pets."""
        from .resources.pets import AsyncPets

        return AsyncPets(self._client)

    @cached_property
    def store(self) -> AsyncStore:
        """The operations of store."""
        from .resources.store import AsyncStore

        return AsyncStore(self._client)

    @cached_property
    def admin(self) -> AsyncAdmin:
        """The operations of admin."""
        from .resources.admin import AsyncAdmin

        return AsyncAdmin(self._client)

    @property
    def with_raw_response(self) -> AsyncClientWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncClientWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> AsyncClientWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return AsyncClientWithStreamingResponse(self._client)

    get_status = awaitable(Client.get_status)


class ClientWithRawResponse(RawResource):
    """The operations of `Client`; each returns its answer as it came."""

    get_status = raw(Client.get_status)


class AsyncClientWithRawResponse(RawResource):
    """The operations of `Client`; each returns its answer as it came, to be awaited."""

    get_status = awaitable_raw(Client.get_status)


class ClientWithStreamingResponse(StreamingResource):
    """The operations of `Client`; each returns its answer while it is on its way."""

    get_status = streamed(Client.get_status)


class AsyncClientWithStreamingResponse(StreamingResource):
    """The operations of `Client`; each returns its answer while it is on its way, to be awaited."""

    get_status = awaitable_streamed(Client.get_status)
