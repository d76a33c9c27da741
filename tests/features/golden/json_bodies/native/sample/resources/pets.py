# Made by clientloom from features/json_bodies.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of pets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.native import (
    AsyncResource,
    Json,
    Omit,
    RawResource,
    Resource,
    awaitable_raw,
    omit,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from typing import (
        Any,
        Unpack,
    )

    from .._runtime.native import RequestOptions


class Pets(Resource):
    """The operations of pets."""

    @property
    def with_raw_response(self) -> PetsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return PetsWithRawResponse(self._client)

    def create(
        self,
        *,
        name: str | Omit = omit,
        born_on: dt.date | str | Omit = omit,
        note: str | None | Omit = omit,
        friends: Sequence[models.Pet | dict[str, Any]] | Omit = omit,
        body: models.Pet | dict[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Create a pet.

        The body is required.

        It has a `name`.

        :param name: What it is called.
        :param born_on:
        :param note:
        :param friends:
        :param body: The new pet.
        :return: 201, Created

        More in `docs/resources/pets.md#create`.
        """
        return self._client.call(
            "POST",
            "/pets",
            Json(
                body,
                models.Pet,
                required=True,
                fields={
                    "name": name,
                    "bornOn": born_on,
                    "note": note,
                    "friends": friends,
                },
            ),
            returns=models.Pet,
            options=options,
        )

    def patch(
        self,
        *,
        name: str | Omit = omit,
        born_on: dt.date | str | Omit = omit,
        note: str | None | Omit = omit,
        friends: Sequence[models.Pet | dict[str, Any]] | Omit = omit,
        body: models.Pet | dict[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """An optional body.

        :param name: What it is called.
        :param born_on:
        :param note:
        :param friends:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/pets.md#patch`.
        """
        return self._client.call(
            "PATCH",
            "/pets",
            Json(
                body,
                models.Pet,
                fields={
                    "name": name,
                    "bornOn": born_on,
                    "note": note,
                    "friends": friends,
                },
            ),
            returns=None,
            options=options,
        )

    def replace(
        self,
        body: Sequence[models.Pet | dict[str, Any]],
        **options: Unpack[RequestOptions],
    ) -> None:
        """A list.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/pets.md#replace`.
        """
        return self._client.call(
            "PUT",
            "/pets",
            Json(body, list[models.Pet], required=True),
            returns=None,
            options=options,
        )


class AsyncPets(AsyncResource):
    """The operations of pets, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncPetsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncPetsWithRawResponse(self._client)

    create = awaitable(Pets.create)
    patch = awaitable(Pets.patch)
    replace = awaitable(Pets.replace)


class PetsWithRawResponse(RawResource):
    """The operations of `Pets`; each returns its answer as it came."""

    create = raw(Pets.create)
    patch = raw(Pets.patch)
    replace = raw(Pets.replace)


class AsyncPetsWithRawResponse(RawResource):
    """The operations of `Pets`; each returns its answer as it came, to be awaited."""

    create = awaitable_raw(Pets.create)
    patch = awaitable_raw(Pets.patch)
    replace = awaitable_raw(Pets.replace)
