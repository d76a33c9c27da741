# Made by clientloom from features/discriminator.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of vehicles."""

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
    from .. import models
else:
    models = optional("sample.models")


class VehiclesApi(WithApiClient):
    """The operations of vehicles."""

    @overload
    async def put_vehicle(
        self,
        *,
        json: models.Vehicle | models.Car | models.Bike | dict[str, Any],
        **options: Unpack[Decoded],
    ) -> models.Vehicle: ...
    @overload
    async def put_vehicle(
        self,
        *,
        json: models.Vehicle | models.Car | models.Bike | dict[str, Any],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_vehicle(
        self,
        *,
        json: models.Vehicle | models.Car | models.Bike | dict[str, Any],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_vehicle(
        self,
        *,
        json: models.Vehicle | models.Car | models.Bike | dict[str, Any],
        **options: Unpack[Options],
    ) -> Any:
        """PUT /vehicles.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, A vehicle
        """
        return await call(
            self.api_client,
            "PUT",
            "/vehicles",
            json=json,
            responses={
                "200": models.Vehicle,
            },
            options=options,
        )
