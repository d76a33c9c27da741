# Made by clientloom from features/json_bodies.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of values."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.call import Json
from .._runtime.operations import (
    awaitable,
    with_api_response,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime.options import NextgenOptions


class ValuesApi:
    """The operations of values."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def patch_flag(
        self,
        body: bool,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PATCH /values.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PATCH",
            "/values",
            Json(body, bool, required=True),
            returns=None,
            security=(),
            options=options,
        )

    patch_flag_with_http_info = with_api_response(patch_flag)

    def patch_without_schema(
        self,
        body: Any,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PATCH /free.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PATCH",
            "/free",
            Json(body, Any, required=True),
            returns=None,
            security=(),
            options=options,
        )

    patch_without_schema_with_http_info = with_api_response(patch_without_schema)

    def post_anything(
        self,
        body: Any,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """POST /free.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/free",
            Json(body, Any, required=True),
            returns=None,
            security=(),
            options=options,
        )

    post_anything_with_http_info = with_api_response(post_anything)

    def post_number(
        self,
        body: float | None = None,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """POST /values.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/values",
            Json(body, float),
            returns=None,
            security=(),
            options=options,
        )

    post_number_with_http_info = with_api_response(post_number)

    def put_map(
        self,
        body: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PUT /map.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/map",
            Json(body, dict[str, models.Pet], required=True),
            returns=None,
            security=(),
            options=options,
        )

    put_map_with_http_info = with_api_response(put_map)

    def put_nullable(
        self,
        body: models.Pet | dict[str, Any] | None,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PUT /nullable.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/nullable",
            Json(body, models.Pet, required=True, nullable=True),
            returns=None,
            security=(),
            options=options,
        )

    put_nullable_with_http_info = with_api_response(put_nullable)

    def put_object(
        self,
        body: dict[str, Any],
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PUT /free.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/free",
            Json(body, dict[str, Any], required=True),
            returns=None,
            security=(),
            options=options,
        )

    put_object_with_http_info = with_api_response(put_object)

    def put_text(
        self,
        body: str,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PUT /values.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/values",
            Json(body, str, required=True),
            returns=None,
            security=(),
            options=options,
        )

    put_text_with_http_info = with_api_response(put_text)

    def put_union(
        self,
        body: models.Pet | dict[str, Any] | str,
        **options: Unpack[NextgenOptions],
    ) -> None:
        """PUT /union.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/union",
            Json(body, models.Pet | str, required=True),
            returns=None,
            security=(),
            options=options,
        )

    put_union_with_http_info = with_api_response(put_union)


class AsyncValuesApi:
    """The operations of values, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    patch_flag = awaitable(ValuesApi.patch_flag)
    patch_flag_with_http_info = awaitable(ValuesApi.patch_flag_with_http_info)
    patch_without_schema = awaitable(ValuesApi.patch_without_schema)
    patch_without_schema_with_http_info = awaitable(ValuesApi.patch_without_schema_with_http_info)
    post_anything = awaitable(ValuesApi.post_anything)
    post_anything_with_http_info = awaitable(ValuesApi.post_anything_with_http_info)
    post_number = awaitable(ValuesApi.post_number)
    post_number_with_http_info = awaitable(ValuesApi.post_number_with_http_info)
    put_map = awaitable(ValuesApi.put_map)
    put_map_with_http_info = awaitable(ValuesApi.put_map_with_http_info)
    put_nullable = awaitable(ValuesApi.put_nullable)
    put_nullable_with_http_info = awaitable(ValuesApi.put_nullable_with_http_info)
    put_object = awaitable(ValuesApi.put_object)
    put_object_with_http_info = awaitable(ValuesApi.put_object_with_http_info)
    put_text = awaitable(ValuesApi.put_text)
    put_text_with_http_info = awaitable(ValuesApi.put_text_with_http_info)
    put_union = awaitable(ValuesApi.put_union)
    put_union_with_http_info = awaitable(ValuesApi.put_union_with_http_info)
