# Made by clientloom from features/multipart_bodies.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Encoding,
    Multipart,
)
from .._runtime.operations import awaitable
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


class PartsApi:
    """The operations of parts."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def upload(
        self,
        body: models.UploadRequest | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /upload.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/upload",
            Multipart(body, models.UploadRequest, required=True),
            returns=None,
            security=(),
            options=options,
        )

    def upload_several(
        self,
        *,
        body: models.Files | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /several.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/several",
            Multipart(
                body,
                models.Files,
                encoding={
                    "photo": Encoding(content_type="image/png, image/jpeg"),
                    "meta": Encoding(content_type="application/vnd.meta+json"),
                    "csv": Encoding(content_type="text/csv"),
                },
            ),
            returns=None,
            security=(),
            options=options,
        )


class AsyncPartsApi:
    """The operations of parts, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    upload = awaitable(PartsApi.upload)
    upload_several = awaitable(PartsApi.upload_several)
