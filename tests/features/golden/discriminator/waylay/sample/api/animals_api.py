# Made by clientloom from features/discriminator.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of animals."""

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


class AnimalsApi(WithApiClient):
    """The operations of animals."""

    @overload
    async def list_animals(
        self,
        **options: Unpack[Decoded],
    ) -> list[models.Animal]: ...
    @overload
    async def list_animals(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def list_animals(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def list_animals(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /animals.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, Animals
        """
        return await call(
            self.api_client,
            "GET",
            "/animals",
            responses={
                "200": list[models.Animal],
            },
            options=options,
        )

    @overload
    async def put_animal(
        self,
        *,
        json: models.Animal | models.Cat | models.Dog | dict[str, Any],
        **options: Unpack[Decoded],
    ) -> models.Animal: ...
    @overload
    async def put_animal(
        self,
        *,
        json: models.Animal | models.Cat | models.Dog | dict[str, Any],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def put_animal(
        self,
        *,
        json: models.Animal | models.Cat | models.Dog | dict[str, Any],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def put_animal(
        self,
        *,
        json: models.Animal | models.Cat | models.Dog | dict[str, Any],
        **options: Unpack[Options],
    ) -> Any:
        """PUT /animals.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, An animal
        """
        return await call(
            self.api_client,
            "PUT",
            "/animals",
            json=json,
            responses={
                "200": models.Animal,
            },
            options=options,
        )
