# Made by clientloom from features/json_bodies.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of pets."""

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
    from collections.abc import Sequence

    from .. import models
else:
    models = optional("sample.models")


class PetsApi(WithApiClient):
    """The operations of pets."""

    @overload
    async def create_pet(
        self,
        *,
        json: models.Pet | dict[str, Any],
        **options: Unpack[Decoded],
    ) -> models.Pet: ...
    @overload
    async def create_pet(
        self,
        *,
        json: models.Pet | dict[str, Any],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def create_pet(
        self,
        *,
        json: models.Pet | dict[str, Any],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def create_pet(
        self,
        *,
        json: models.Pet | dict[str, Any],
        **options: Unpack[Options],
    ) -> Any:
        """Create a pet.

        The body is required.

        It has a `name`.

        :param json: The new pet.
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 201, Created
        """
        return await call(
            self.api_client,
            "POST",
            "/pets",
            json=json,
            responses={
                "201": models.Pet,
            },
            options=options,
        )

    @overload
    async def patch_pets(
        self,
        *,
        json: models.Pet | dict[str, Any] | None = None,
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def patch_pets(
        self,
        *,
        json: models.Pet | dict[str, Any] | None = None,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def patch_pets(
        self,
        *,
        json: models.Pet | dict[str, Any] | None = None,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def patch_pets(
        self,
        *,
        json: models.Pet | dict[str, Any] | None = None,
        **options: Unpack[Options],
    ) -> Any:
        """An optional body.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PATCH",
            "/pets",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )

    @overload
    async def replace_pets(
        self,
        *,
        json: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[Decoded],
    ) -> None: ...
    @overload
    async def replace_pets(
        self,
        *,
        json: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def replace_pets(
        self,
        *,
        json: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[Raw],
    ) -> Response: ...
    async def replace_pets(
        self,
        *,
        json: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[Options],
    ) -> Any:
        """A list.

        :param json:
        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 204, Done
        """
        return await call(
            self.api_client,
            "PUT",
            "/pets",
            json=json,
            responses={
                "204": None,
            },
            options=options,
        )
