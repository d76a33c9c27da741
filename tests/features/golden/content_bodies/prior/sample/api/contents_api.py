# Made by clientloom from features/content_bodies.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Content,
    Json,
)
from .._runtime.operations import awaitable
from .._runtime.xml import (
    Xml,
    XmlNode,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class ContentsApi:
    """The operations of contents."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def post_csv(
        self,
        *,
        body: bytes | str | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /text.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/text",
            Content(body, "text/csv"),
            returns=None,
            security=(),
            options=options,
        )

    def post_image(
        self,
        *,
        body: bytes | str | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /bytes.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/bytes",
            Content(body, "image/png"),
            returns=None,
            security=(),
            options=options,
        )

    def put_anything(
        self,
        put_anything_request: models.PutAnythingRequest | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /any.

        :param put_anything_request:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/any",
            Json(put_anything_request, models.PutAnythingRequest, required=True),
            returns=None,
            security=(),
            options=options,
        )

    def put_bytes(
        self,
        body: bytes | str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /bytes.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/bytes",
            Content(body, "application/octet-stream", required=True),
            returns=None,
            security=(),
            options=options,
        )

    def put_text(
        self,
        body: bytes | str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /text.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/text",
            Content(body, "text/plain", required=True),
            returns=None,
            security=(),
            options=options,
        )

    def put_xml(
        self,
        body: models.PutXmlRequest | dict[str, Any] | str | bytes,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /xml.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/xml",
            Xml(body, models.PutXmlRequest, XmlNode(), required=True),
            returns=None,
            security=(),
            options=options,
        )


class AsyncContentsApi:
    """The operations of contents, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    post_csv = awaitable(ContentsApi.post_csv)
    post_image = awaitable(ContentsApi.post_image)
    put_anything = awaitable(ContentsApi.put_anything)
    put_bytes = awaitable(ContentsApi.put_bytes)
    put_text = awaitable(ContentsApi.put_text)
    put_xml = awaitable(ContentsApi.put_xml)
