# Made by clientloom from features/discriminator.yaml and templates/native/client.py.jinja. Do not edit.
"""The clients of Discriminators: one that waits, and one to be awaited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.native import (
    DEFAULT_TIMEOUT,
    Api,
    NativeAsyncClient,
    NativeClient,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.native import Timeout
    from ._runtime.transport import (
        AsyncHttpClient,
        HttpClient,
    )
    from .resources.animals import (
        Animals,
        AsyncAnimals,
    )
    from .resources.parents import (
        AsyncParents,
        Parents,
    )
    from .resources.vehicles import (
        AsyncVehicles,
        Vehicles,
    )


_API = Api(
    distribution="sample-sdk",
    environment="SAMPLE",
    url="http://localhost",
)


class Client(NativeClient):
    """Calls Discriminators.

    Use it as it is or in `with` blocks, and close it with `close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param base_url: the address of the API (SAMPLE_BASE_URL)
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param http_client: sends the requests; it is not closed here
    """

    _api = _API

    def __init__(
        self,
        *,
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
        )

    @cached_property
    def animals(self) -> Animals:
        """The operations of animals."""
        from .resources.animals import Animals

        return Animals(self._client)

    @cached_property
    def vehicles(self) -> Vehicles:
        """The operations of vehicles."""
        from .resources.vehicles import Vehicles

        return Vehicles(self._client)

    @cached_property
    def parents(self) -> Parents:
        """The operations of parents."""
        from .resources.parents import Parents

        return Parents(self._client)


class AsyncClient(NativeAsyncClient):
    """Calls Discriminators, to be awaited.

    Use it as it is or in `async with` blocks, and close it with `await close()`. What is left out here comes from the environment, under the name in parentheses, or from the document.

    :param base_url: the address of the API (SAMPLE_BASE_URL)
    :param timeout: seconds to wait for a connection and for each part of an answer, or a pair of those
    :param headers: headers of every request
    :param http_client: sends the requests; it is not closed here
    """

    _api = _API

    def __init__(
        self,
        *,
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
        )

    @cached_property
    def animals(self) -> AsyncAnimals:
        """The operations of animals."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self._client)

    @cached_property
    def vehicles(self) -> AsyncVehicles:
        """The operations of vehicles."""
        from .resources.vehicles import AsyncVehicles

        return AsyncVehicles(self._client)

    @cached_property
    def parents(self) -> AsyncParents:
        """The operations of parents."""
        from .resources.parents import AsyncParents

        return AsyncParents(self._client)
