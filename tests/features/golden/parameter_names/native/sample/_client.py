# Made by clientloom from features/parameter_names.yaml and templates/native/client.py.jinja. Do not edit.
"""The clients of Names of parameters: one that waits, and one to be awaited."""

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
    from .resources.names import (
        AsyncNames,
        Names,
    )


_API = Api(
    distribution="sample-sdk",
    environment="SAMPLE",
    url="http://localhost",
)


class Client(NativeClient):
    """Calls Names of parameters.

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
    def names(self) -> Names:
        """The operations of names."""
        from .resources.names import Names

        return Names(self._client)


class AsyncClient(NativeAsyncClient):
    """Calls Names of parameters, to be awaited.

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
    def names(self) -> AsyncNames:
        """The operations of names."""
        from .resources.names import AsyncNames

        return AsyncNames(self._client)
