# Made by clientloom from features/json_bodies.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of values."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.native import (
    AsyncResource,
    Json,
    Omit,
    RawResource,
    Resource,
    awaitable_raw,
    omit,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import (
        Mapping,
        Sequence,
    )
    from typing import Unpack

    from .._runtime.native import RequestOptions


class Values(Resource):
    """The operations of values."""

    @property
    def with_raw_response(self) -> ValuesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return ValuesWithRawResponse(self._client)

    def put_text(
        self,
        body: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /values.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#put_text`.
        """
        return self._client.call(
            "PUT",
            "/values",
            Json(body, str, required=True),
            returns=None,
            options=options,
        )

    def post_number(
        self,
        *,
        body: float | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /values.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#post_number`.
        """
        return self._client.call(
            "POST",
            "/values",
            Json(body, float),
            returns=None,
            options=options,
        )

    def patch_flag(
        self,
        body: bool,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /values.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#patch_flag`.
        """
        return self._client.call(
            "PATCH",
            "/values",
            Json(body, bool, required=True),
            returns=None,
            options=options,
        )

    def put_object(
        self,
        body: dict[str, Any],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /free.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#put_object`.
        """
        return self._client.call(
            "PUT",
            "/free",
            Json(body, dict[str, Any], required=True),
            returns=None,
            options=options,
        )

    def post_anything(
        self,
        body: Any,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /free.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#post_anything`.
        """
        return self._client.call(
            "POST",
            "/free",
            Json(body, Any, required=True),
            returns=None,
            options=options,
        )

    def patch_without_schema(
        self,
        body: Any,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /free.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#patch_without_schema`.
        """
        return self._client.call(
            "PATCH",
            "/free",
            Json(body, Any, required=True),
            returns=None,
            options=options,
        )

    def put_map(
        self,
        body: Mapping[str, models.Pet | dict[str, Any]],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /map.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#put_map`.
        """
        return self._client.call(
            "PUT",
            "/map",
            Json(body, dict[str, models.Pet], required=True),
            returns=None,
            options=options,
        )

    def put_nullable(
        self,
        *,
        name: str | Omit = omit,
        born_on: dt.date | str | Omit = omit,
        note: str | None | Omit = omit,
        friends: Sequence[models.Pet | dict[str, Any]] | Omit = omit,
        body: models.Pet | dict[str, Any] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /nullable.

        :param name: What it is called.
        :param born_on:
        :param note:
        :param friends:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#put_nullable`.
        """
        return self._client.call(
            "PUT",
            "/nullable",
            Json(
                body,
                models.Pet,
                required=True,
                fields={
                    "name": name,
                    "bornOn": born_on,
                    "note": note,
                    "friends": friends,
                },
            ),
            returns=None,
            options=options,
        )

    def put_union(
        self,
        body: models.Pet | dict[str, Any] | str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /union.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/values.md#put_union`.
        """
        return self._client.call(
            "PUT",
            "/union",
            Json(body, models.Pet | str, required=True),
            returns=None,
            options=options,
        )


class AsyncValues(AsyncResource):
    """The operations of values, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncValuesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncValuesWithRawResponse(self._client)

    put_text = awaitable(Values.put_text)
    post_number = awaitable(Values.post_number)
    patch_flag = awaitable(Values.patch_flag)
    put_object = awaitable(Values.put_object)
    post_anything = awaitable(Values.post_anything)
    patch_without_schema = awaitable(Values.patch_without_schema)
    put_map = awaitable(Values.put_map)
    put_nullable = awaitable(Values.put_nullable)
    put_union = awaitable(Values.put_union)


class ValuesWithRawResponse(RawResource):
    """The operations of `Values`; each returns its answer as it came."""

    put_text = raw(Values.put_text)
    post_number = raw(Values.post_number)
    patch_flag = raw(Values.patch_flag)
    put_object = raw(Values.put_object)
    post_anything = raw(Values.post_anything)
    patch_without_schema = raw(Values.patch_without_schema)
    put_map = raw(Values.put_map)
    put_nullable = raw(Values.put_nullable)
    put_union = raw(Values.put_union)


class AsyncValuesWithRawResponse(RawResource):
    """The operations of `Values`; each returns its answer as it came, to be awaited."""

    put_text = awaitable_raw(Values.put_text)
    post_number = awaitable_raw(Values.post_number)
    patch_flag = awaitable_raw(Values.patch_flag)
    put_object = awaitable_raw(Values.put_object)
    post_anything = awaitable_raw(Values.post_anything)
    patch_without_schema = awaitable_raw(Values.patch_without_schema)
    put_map = awaitable_raw(Values.put_map)
    put_nullable = awaitable_raw(Values.put_nullable)
    put_union = awaitable_raw(Values.put_union)
