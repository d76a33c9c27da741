# Made by clientloom from features/content_answers.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of contents."""

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


class ContentsApi:
    """The operations of contents."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_any(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing:
        """GET /any.

        :return: 200, Anything
        """
        return self.api_client.call(
            "GET",
            "/any",
            returns=models.Thing,
            security=(),
            accept="*/*",
            options=options,
        )

    def get_bytes(
        self,
        **options: Unpack[PriorOptions],
    ) -> bytes:
        """GET /bytes.

        :return: 200, Bytes
        """
        return self.api_client.call(
            "GET",
            "/bytes",
            returns=bytes,
            security=(),
            accept="application/octet-stream",
            options=options,
        )

    def get_csv(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /csv.

        :return: 200, A table
        """
        return self.api_client.call(
            "GET",
            "/csv",
            returns=str,
            security=(),
            accept="text/csv",
            options=options,
        )

    def get_html(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /html.

        :return: 200, A page
        """
        return self.api_client.call(
            "GET",
            "/html",
            returns=str,
            security=(),
            accept="text/html",
            options=options,
        )

    def get_image(
        self,
        **options: Unpack[PriorOptions],
    ) -> bytes:
        """GET /image.

        :return: 200, An image
        """
        return self.api_client.call(
            "GET",
            "/image",
            returns=bytes,
            security=(),
            accept="image/png",
            options=options,
        )

    def get_text(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /text.

        :return: 200, Text
        """
        return self.api_client.call(
            "GET",
            "/text",
            returns=str,
            security=(),
            accept="text/plain",
            options=options,
        )

    def get_xml(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /xml.

        :return: 200, XML
        """
        return self.api_client.call(
            "GET",
            "/xml",
            returns=str,
            security=(),
            accept="application/xml",
            options=options,
        )


class AsyncContentsApi:
    """The operations of contents, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_any = awaitable(ContentsApi.get_any)
    get_bytes = awaitable(ContentsApi.get_bytes)
    get_csv = awaitable(ContentsApi.get_csv)
    get_html = awaitable(ContentsApi.get_html)
    get_image = awaitable(ContentsApi.get_image)
    get_text = awaitable(ContentsApi.get_text)
    get_xml = awaitable(ContentsApi.get_xml)
