# Made by clientloom from features/json_bodies.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of pets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Json
from .._runtime.operations import (
    awaitable,
    with_http_info,
)
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import LegacyOptions


class PetsApi:
    """The operations of pets."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_pet(
        self,
        pet: models.Pet | dict[str, Any],
        **options: Unpack[LegacyOptions],
    ) -> models.Pet:
        """Create a pet.

        The body is required.

        It has a `name`.

        :param pet: The new pet.
        :return: 201, Created
        """
        return self.api_client.call(
            "POST",
            "/pets",
            Json(pet, models.Pet, required=True),
            returns=models.Pet,
            security=(),
            options=options,
        )

    create_pet_with_http_info = with_http_info(create_pet)

    def patch_pets(
        self,
        *,
        pet: models.Pet | dict[str, Any] | None = None,
        **options: Unpack[LegacyOptions],
    ) -> None:
        """An optional body.

        :param pet:
        :return: 204, Done
        """
        return self.api_client.call(
            "PATCH",
            "/pets",
            Json(pet, models.Pet),
            returns=None,
            security=(),
            options=options,
        )

    patch_pets_with_http_info = with_http_info(patch_pets)

    def replace_pets(
        self,
        body: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[LegacyOptions],
    ) -> None:
        """A list.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/pets",
            Json(body, list[models.Pet], required=True),
            returns=None,
            security=(),
            options=options,
        )

    replace_pets_with_http_info = with_http_info(replace_pets)


class AsyncPetsApi:
    """The operations of pets, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_pet = awaitable(PetsApi.create_pet)
    create_pet_with_http_info = awaitable(PetsApi.create_pet_with_http_info)
    patch_pets = awaitable(PetsApi.patch_pets)
    patch_pets_with_http_info = awaitable(PetsApi.patch_pets_with_http_info)
    replace_pets = awaitable(PetsApi.replace_pets)
    replace_pets_with_http_info = awaitable(PetsApi.replace_pets_with_http_info)
