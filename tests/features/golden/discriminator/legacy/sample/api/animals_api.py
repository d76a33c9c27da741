# Made by clientloom from features/discriminator.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of animals."""

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
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.options import LegacyOptions


class AnimalsApi:
    """The operations of animals."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def list_animals(
        self,
        **options: Unpack[LegacyOptions],
    ) -> list[models.Animal]:
        """GET /animals.

        :return: 200, Animals
        """
        return self.api_client.call(
            "GET",
            "/animals",
            returns=list[models.Animal],
            security=(),
            options=options,
        )

    list_animals_with_http_info = with_http_info(list_animals)

    def put_animal(
        self,
        animal: models.Animal | dict[str, Any],
        **options: Unpack[LegacyOptions],
    ) -> models.Animal:
        """PUT /animals.

        :param animal:
        :return: 200, An animal
        """
        return self.api_client.call(
            "PUT",
            "/animals",
            Json(animal, models.Animal, required=True),
            returns=models.Animal,
            security=(),
            options=options,
        )

    put_animal_with_http_info = with_http_info(put_animal)


class AsyncAnimalsApi:
    """The operations of animals, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    list_animals = awaitable(AnimalsApi.list_animals)
    list_animals_with_http_info = awaitable(AnimalsApi.list_animals_with_http_info)
    put_animal = awaitable(AnimalsApi.put_animal)
    put_animal_with_http_info = awaitable(AnimalsApi.put_animal_with_http_info)
