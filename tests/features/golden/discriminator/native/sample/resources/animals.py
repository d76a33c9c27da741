# Made by clientloom from features/discriminator.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of animals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.native import (
    AsyncResource,
    Json,
    RawResource,
    Resource,
    awaitable_raw,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    import builtins
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.native import RequestOptions


class Animals(Resource):
    """The operations of animals."""

    @property
    def with_raw_response(self) -> AnimalsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AnimalsWithRawResponse(self._client)

    def put(
        self,
        body: models.Animal | dict[str, Any],
        **options: Unpack[RequestOptions],
    ) -> models.Animal:
        """PUT /animals.

        :param body: The body.
        :return: 200, An animal

        More in `docs/resources/animals.md#put`.
        """
        return self._client.call(
            "PUT",
            "/animals",
            Json(body, models.Animal, required=True),
            returns=models.Animal,
            options=options,
        )

    def list(
        self,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.Animal]:
        """GET /animals.

        :return: 200, Animals

        More in `docs/resources/animals.md#list`.
        """
        return self._client.call(
            "GET",
            "/animals",
            returns=list[models.Animal],
            options=options,
        )


class AsyncAnimals(AsyncResource):
    """The operations of animals, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncAnimalsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncAnimalsWithRawResponse(self._client)

    put = awaitable(Animals.put)
    list = awaitable(Animals.list)


class AnimalsWithRawResponse(RawResource):
    """The operations of `Animals`; each returns its answer as it came."""

    put = raw(Animals.put)
    list = raw(Animals.list)


class AsyncAnimalsWithRawResponse(RawResource):
    """The operations of `Animals`; each returns its answer as it came, to be awaited."""

    put = awaitable_raw(Animals.put)
    list = awaitable_raw(Animals.list)
