# Made by clientloom from features/empty_answers.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of empty."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class EmptyApi:
    """The operations of empty."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """DELETE /thing.

        :return: 204, Gone
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

        :return: 200, Content without a media type
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
    ) -> dict[str, Any]:
        """HEAD /thing.

        :return: 200, There is one
        """
        return self.api_client.call(
            "HEAD",
            "/thing",
            returns=dict[str, Any],
            security=(),
            options=options,
        )

    def post_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /thing.

        :return: 200, Done
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
    ) -> str | None:
        """PUT /thing.

        :return: 200, A thing
        :return: 204, Nothing
        """
        return self.api_client.call(
            "PUT",
            "/thing",
            returns=str | None,
            responses={
                "200": str,
                "204": None,
            },
            security=(),
            options=options,
        )


class AsyncEmptyApi:
    """The operations of empty, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    delete_thing = awaitable(EmptyApi.delete_thing)
    get_thing = awaitable(EmptyApi.get_thing)
    head_thing = awaitable(EmptyApi.head_thing)
    post_thing = awaitable(EmptyApi.post_thing)
    put_thing = awaitable(EmptyApi.put_thing)
