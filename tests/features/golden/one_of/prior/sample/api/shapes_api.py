# Made by clientloom from features/one_of.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Json
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import (
        Mapping,
        Sequence,
    )
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class ShapesApi:
    """The operations of shapes."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def post_either(
        self,
        body: (
            Sequence[models.Circle | dict[str, Any]] | Mapping[str, models.Circle | dict[str, Any]]
        ),
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /either.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/either",
            Json(body, list[models.Circle] | dict[str, models.Circle], required=True),
            returns=None,
            security=(),
            options=options,
        )

    def post_holder(
        self,
        holder: models.Holder | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Holder:
        """POST /shapes.

        :param holder:
        :return: 200, A holder
        """
        return self.api_client.call(
            "POST",
            "/shapes",
            Json(holder, models.Holder, required=True),
            returns=models.Holder,
            security=(),
            options=options,
        )

    def put_shape(
        self,
        shape: models.Shape | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Shape:
        """PUT /shapes.

        :param shape:
        :return: 200, A shape
        """
        return self.api_client.call(
            "PUT",
            "/shapes",
            Json(shape, models.Shape, required=True),
            returns=models.Shape,
            security=(),
            options=options,
        )


class AsyncShapesApi:
    """The operations of shapes, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    post_either = awaitable(ShapesApi.post_either)
    post_holder = awaitable(ShapesApi.post_holder)
    put_shape = awaitable(ShapesApi.put_shape)
