# Made by clientloom from features/methods.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class MethodsApi:
    """The operations of methods."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """DELETE /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "DELETE",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def get_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def head_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """HEAD /thing.

        :return: 200, Done
        """
        return self.api_client.call(
            "HEAD",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def options_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """OPTIONS /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "OPTIONS",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def patch_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PATCH /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "PATCH",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def post_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def put_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )

    def trace_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """TRACE /thing.

        :return: 204, Done
        """
        return self.api_client.call(
            "TRACE",
            "/thing",
            returns=None,
            security=(),
            options=options,
        )


class AsyncMethodsApi:
    """The operations of methods, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    delete_thing = awaitable(MethodsApi.delete_thing)
    get_thing = awaitable(MethodsApi.get_thing)
    head_thing = awaitable(MethodsApi.head_thing)
    options_thing = awaitable(MethodsApi.options_thing)
    patch_thing = awaitable(MethodsApi.patch_thing)
    post_thing = awaitable(MethodsApi.post_thing)
    put_thing = awaitable(MethodsApi.put_thing)
    trace_thing = awaitable(MethodsApi.trace_thing)
