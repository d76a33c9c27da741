# Made by clientloom from features/answer_media_types.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class AnswersApi:
    """The operations of answers."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_charset(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /charset.

        :return: 200, With a parameter
        """
        return self.api_client.call(
            "GET",
            "/charset",
            returns=models.Thing,
            security=(),
            accept="application/json; charset=utf-8",
            options=options,
        )

    def get_dialects(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /dialects.

        :return: 200, One type, three names
        """
        return self.api_client.call(
            "GET",
            "/dialects",
            returns=models.Thing,
            security=(),
            accept="application/json, text/json",
            options=options,
        )

    def get_json_or_bytes(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /json-or-bytes.

        :return: 200, A thing, or its picture
        """
        return self.api_client.call(
            "GET",
            "/json-or-bytes",
            returns=models.Thing,
            security=(),
            options=options,
        )

    def get_json_or_text(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /json-or-text.

        :return: 200, A thing, or its name
        """
        return self.api_client.call(
            "GET",
            "/json-or-text",
            returns=models.Thing,
            security=(),
            options=options,
        )

    def get_two_versions(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /two-json.

        :return: 200, Two versions
        """
        return self.api_client.call(
            "GET",
            "/two-json",
            returns=models.Thing,
            responses={
                "200": {
                    "application/vnd.thing.v1+json": models.Thing,
                    "application/vnd.thing.v2+json": models.Problem,
                },
            },
            security=(),
            accept="application/vnd.thing.v1+json",
            options=options,
        )

    def get_vendor(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /vendor.

        :return: 200, Of a vendor
        :raises ApiException: default, A problem
        """
        return self.api_client.call(
            "GET",
            "/vendor",
            returns=models.Thing,
            responses={
                "default": models.Problem,
            },
            security=(),
            accept="application/vnd.thing.v2+json, application/problem+json",
            options=options,
        )


class AsyncAnswersApi:
    """The operations of answers, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_charset = awaitable(AnswersApi.get_charset)
    get_dialects = awaitable(AnswersApi.get_dialects)
    get_json_or_bytes = awaitable(AnswersApi.get_json_or_bytes)
    get_json_or_text = awaitable(AnswersApi.get_json_or_text)
    get_two_versions = awaitable(AnswersApi.get_two_versions)
    get_vendor = awaitable(AnswersApi.get_vendor)
