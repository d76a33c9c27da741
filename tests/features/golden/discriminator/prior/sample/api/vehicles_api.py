# Made by clientloom from features/discriminator.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of vehicles."""

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
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class VehiclesApi:
    """The operations of vehicles."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def put_vehicle(
        self,
        vehicle: models.Vehicle | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Vehicle:
        """PUT /vehicles.

        :param vehicle:
        :return: 200, A vehicle
        """
        return self.api_client.call(
            "PUT",
            "/vehicles",
            Json(vehicle, models.Vehicle, required=True),
            returns=models.Vehicle,
            security=(),
            options=options,
        )


class AsyncVehiclesApi:
    """The operations of vehicles, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    put_vehicle = awaitable(VehiclesApi.put_vehicle)
