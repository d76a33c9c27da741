# Made by clientloom from features/all_of.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of dogs."""

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


class DogsApi:
    """The operations of dogs."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def put_dog(
        self,
        dog: models.Dog | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Dog:
        """PUT /dogs.

        :param dog:
        :return: 200, A dog
        """
        return self.api_client.call(
            "PUT",
            "/dogs",
            Json(dog, models.Dog, required=True),
            returns=models.Dog,
            security=(),
            options=options,
        )

    def put_kennel(
        self,
        kennel: models.Kennel | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Kennel:
        """PUT /kennels.

        :param kennel:
        :return: 200, A kennel
        """
        return self.api_client.call(
            "PUT",
            "/kennels",
            Json(kennel, models.Kennel, required=True),
            returns=models.Kennel,
            security=(),
            options=options,
        )


class AsyncDogsApi:
    """The operations of dogs, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    put_dog = awaitable(DogsApi.put_dog)
    put_kennel = awaitable(DogsApi.put_kennel)
