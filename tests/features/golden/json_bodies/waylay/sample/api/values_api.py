# Made by clientloom from features/json_bodies.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of values."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Unpack,
    overload,
)

from waylay.sdk.api import Response
from waylay.sdk.plugin import WithApiClient

from ._runtime.waylay import (
    Decoded,
    Options,
    Raw,
    Selected,
    T,
    call,
    optional,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import models
else:
    models = optional("sample.models")


class ValuesApi(WithApiClient):
    """The operations of values."""

    @overload
    async def patch_flag(
        self,
        *,
        json: bool,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def patch_flag(
        self,
        *,
        json: bool,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def patch_flag(
        self,
        *,
        json: bool,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def patch_flag(
        self,
        *,
        json: bool,
        **options: Unpack[Options],
    ) -> Any:
        """PATCH /values.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PATCH",
            "/values",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def patch_without_schema(
        self,
        *,
        json: Any,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def patch_without_schema(
        self,
        *,
        json: Any,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def patch_without_schema(
        self,
        *,
        json: Any,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def patch_without_schema(
        self,
        *,
        json: Any,
        **options: Unpack[Options],
    ) -> Any:
        """PATCH /free.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PATCH",
            "/free",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def post_anything(
        self,
        *,
        json: Any,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def post_anything(
        self,
        *,
        json: Any,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def post_anything(
        self,
        *,
        json: Any,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def post_anything(
        self,
        *,
        json: Any,
        **options: Unpack[Options],
    ) -> Any:
        """POST /free.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "POST",
            "/free",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def post_number(
        self,
        *,
        json: float | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def post_number(
        self,
        *,
        json: float | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def post_number(
        self,
        *,
        json: float | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def post_number(
        self,
        *,
        json: float | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """POST /values.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "POST",
            "/values",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_map(
        self,
        *,
        json: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_map(
        self,
        *,
        json: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_map(
        self,
        *,
        json: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_map(
        self,
        *,
        json: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[Options],
    ) -> Any:
        """PUT /map.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/map",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_nullable(
        self,
        *,
        json: models.Pet | dict[str, Any] | None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_nullable(
        self,
        *,
        json: models.Pet | dict[str, Any] | None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_nullable(
        self,
        *,
        json: models.Pet | dict[str, Any] | None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_nullable(
        self,
        *,
        json: models.Pet | dict[str, Any] | None,
        **options: Unpack[Options],
    ) -> Any:
        """PUT /nullable.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/nullable",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_object(
        self,
        *,
        json: dict[str, Any],
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_object(
        self,
        *,
        json: dict[str, Any],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_object(
        self,
        *,
        json: dict[str, Any],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_object(
        self,
        *,
        json: dict[str, Any],
        **options: Unpack[Options],
    ) -> Any:
        """PUT /free.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/free",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_text(
        self,
        *,
        json: str,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_text(
        self,
        *,
        json: str,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_text(
        self,
        *,
        json: str,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_text(
        self,
        *,
        json: str,
        **options: Unpack[Options],
    ) -> Any:
        """PUT /values.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/values",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def put_union(
        self,
        *,
        json: models.Pet | dict[str, Any] | str,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def put_union(
        self,
        *,
        json: models.Pet | dict[str, Any] | str,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_union(
        self,
        *,
        json: models.Pet | dict[str, Any] | str,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_union(
        self,
        *,
        json: models.Pet | dict[str, Any] | str,
        **options: Unpack[Options],
    ) -> Any:
        """PUT /union.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/union",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )
