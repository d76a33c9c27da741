# Made by clientloom from features/discriminator.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of vehicles."""

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
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.native import RequestOptions


class Vehicles(Resource):
    """The operations of vehicles."""

    @property
    def with_raw_response(self) -> VehiclesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return VehiclesWithRawResponse(self._client)

    def put(
        self,
        body: models.Vehicle | dict[str, Any],
        **options: Unpack[RequestOptions],
    ) -> models.Vehicle:
        """PUT /vehicles.

        :param body: The body.
        :return: 200, A vehicle

        More in `docs/resources/vehicles.md#put`.
        """
        return self._client.call(
            "PUT",
            "/vehicles",
            Json(body, models.Vehicle, required=True),
            returns=models.Vehicle,
            options=options,
        )


class AsyncVehicles(AsyncResource):
    """The operations of vehicles, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncVehiclesWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncVehiclesWithRawResponse(self._client)

    put = awaitable(Vehicles.put)


class VehiclesWithRawResponse(RawResource):
    """The operations of `Vehicles`; each returns its answer as it came."""

    put = raw(Vehicles.put)


class AsyncVehiclesWithRawResponse(RawResource):
    """The operations of `Vehicles`; each returns its answer as it came, to be awaited."""

    put = awaitable_raw(Vehicles.put)
