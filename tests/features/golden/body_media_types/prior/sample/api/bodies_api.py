# Made by clientloom from features/body_media_types.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Json,
    Multipart,
)
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class BodiesApi:
    """The operations of bodies."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def json_patch(
        self,
        *,
        body: Sequence[models.JsonPatchRequestItem | dict[str, Any]] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /patch.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/patch",
            Json(body, list[models.JsonPatchRequestItem], media_type="application/json-patch+json"),
            returns=None,
            security=(),
            options=options,
        )

    def merge_patch(
        self,
        *,
        thing: models.Thing | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PATCH /patch.

        :param thing:
        :return: 204, Done
        """
        return self.api_client.call(
            "PATCH",
            "/patch",
            Json(thing, models.Thing, media_type="application/merge-patch+json"),
            returns=None,
            security=(),
            options=options,
        )

    def put_charset(
        self,
        *,
        thing: models.Thing | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /charset.

        :param thing:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/charset",
            Json(thing, models.Thing, media_type="application/json; charset=utf-8"),
            returns=None,
            security=(),
            options=options,
        )

    def put_dialects(
        self,
        *,
        thing: models.Thing | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /dialects.

        :param thing:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/dialects",
            Json(thing, models.Thing),
            returns=None,
            security=(),
            options=options,
        )

    def put_json_last(
        self,
        thing: models.Thing | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /json-last.

        :param thing:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/json-last",
            Json(thing, models.Thing, required=True),
            returns=None,
            security=(),
            options=options,
        )

    def put_vendor(
        self,
        *,
        thing: models.Thing | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /vendor.

        :param thing:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/vendor",
            Json(thing, models.Thing, media_type="application/vnd.thing.v2+json"),
            returns=None,
            security=(),
            options=options,
        )

    def send_either(
        self,
        *,
        body: models.Thing | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /forms.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/forms",
            Multipart(body, models.Thing),
            returns=None,
            security=(),
            options=options,
        )


class AsyncBodiesApi:
    """The operations of bodies, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    json_patch = awaitable(BodiesApi.json_patch)
    merge_patch = awaitable(BodiesApi.merge_patch)
    put_charset = awaitable(BodiesApi.put_charset)
    put_dialects = awaitable(BodiesApi.put_dialects)
    put_json_last = awaitable(BodiesApi.put_json_last)
    put_vendor = awaitable(BodiesApi.put_vendor)
    send_either = awaitable(BodiesApi.send_either)
