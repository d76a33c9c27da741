# Made by clientloom from features/security_choices.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of security."""

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


class SecurityApi:
    """The operations of security."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def call_and(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /and.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/and",
            returns=None,
            security=(
                (
                    "key",
                    "basic",
                ),
            ),
            options=options,
        )

    def call_and_or(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /and-or.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/and-or",
            returns=None,
            security=(
                (
                    "key",
                    "other",
                ),
                ("basic",),
            ),
            options=options,
        )

    def call_global(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /global.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/global",
            returns=None,
            security=(("key",),),
            options=options,
        )

    def call_maybe(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /maybe.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/maybe",
            returns=None,
            security=(
                (),
                ("key",),
            ),
            options=options,
        )

    def call_never(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /never.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/never",
            returns=None,
            security=(),
            options=options,
        )

    def call_or(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /or.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/or",
            returns=None,
            security=(
                ("key",),
                ("basic",),
            ),
            options=options,
        )


class AsyncSecurityApi:
    """The operations of security, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    call_and = awaitable(SecurityApi.call_and)
    call_and_or = awaitable(SecurityApi.call_and_or)
    call_global = awaitable(SecurityApi.call_global)
    call_maybe = awaitable(SecurityApi.call_maybe)
    call_never = awaitable(SecurityApi.call_never)
    call_or = awaitable(SecurityApi.call_or)
