# Made by clientloom from native/petstore.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of pets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .. import models
from .._runtime.arguments import (
    Content,
    Json,
    Multipart,
    Omit,
    omit,
)
from .._runtime.bodies import Encoding
from .._runtime.call import (
    Header,
    Path,
    Query,
)
from .._runtime.limits import Limits
from .._runtime.resources import (
    AsyncResource,
    RawResource,
    Resource,
    StreamingResource,
    awaitable,
    awaitable_raw,
    awaitable_streamed,
    raw,
    streamed,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import (
        Mapping,
        Sequence,
    )
    from typing import (
        Any,
        Literal,
        Unpack,
    )

    from .._runtime.arguments import (
        ContentTypes,
        FileTypes,
    )
    from .._runtime.native import RequestOptions


class Pets(Resource):
    """Everything about pets."""

    @property
    def with_raw_response(self) -> PetsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return PetsWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> PetsWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return PetsWithStreamingResponse(self._client)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        status: models.Status | str | Omit = omit,
        tags: builtins.list[str] | Omit = omit,
        born_after: dt.date | str | Omit = omit,
        kind: Literal["cat", "dog"] | str | Omit = omit,
        x_trace: str | Omit = omit,
        timeout_: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.Pet]:
        """List pets.

        The pets, newest first.

        Without a `status`, all of them.

        :param limit: How many (at least 1, at most 100, default 20)
        :param status:
        :param tags:
        :param born_after:
        :param kind: (deprecated)
        :param x_trace: (at most 36 characters)
        :param timeout_: A name that an option has
        :return: 200, The pets
        :raises RateLimitError: 429, Something is wrong
        :raises APIStatusError: default, Something is wrong

        More in `docs/resources/pets.md#list`.
        """
        return self._client.call(
            "GET",
            "/pets",
            Query("limit", limit, int, Limits(ge=1, le=100)),
            Query("status", status, models.Status),
            Query("tags", tags, list[str], explode=False),
            Query("bornAfter", born_after, dt.date),
            Query("kind", kind, str),
            Header("X-Trace", x_trace, str, Limits(max_length=36)),
            Query("timeout", timeout_, int),
            returns=list[models.Pet],
            responses={
                "default": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            deprecated_arguments={
                "kind": kind,
            },
            options=options,
        )

    def create(
        self,
        *,
        name: str | Omit = omit,
        tag: str | None | Omit = omit,
        born_on: dt.date | str | Omit = omit,
        status: models.Status | str | Omit = omit,
        owner: models.User | Mapping[str, Any] | Omit = omit,
        weight: float | Omit = omit,
        list_: builtins.list[str] | Omit = omit,
        timeout_: int | Omit = omit,
        body: models.NewPet | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Add a pet.

        :param name: What it is called (at least 1 character, at most 40 characters)
        :param tag: A word about it
        :param born_on:
        :param status:
        :param owner:
        :param weight: At least 0.
        :param list_: What it likes
        :param timeout_: A name that an option has
        :param body: The body.
        :return: 201, The pet as it is stored
        :raises UnprocessableEntityError: 422, Something is wrong
        :raises APIStatusError: default, Something is wrong

        More in `docs/resources/pets.md#create`.
        """
        return self._client.call(
            "POST",
            "/pets",
            Json(
                body,
                models.NewPet,
                required=True,
                fields={
                    "name": name,
                    "tag": tag,
                    "bornOn": born_on,
                    "status": status,
                    "owner": owner,
                    "weight": weight,
                    "list": list_,
                    "timeout": timeout_,
                },
            ),
            returns=models.Pet,
            responses={
                "default": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def replace(
        self,
        body: Sequence[models.NewPet | Mapping[str, Any]],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Replace all pets.

        :param body: The body.
        :return: 204, Done

        More in `docs/resources/pets.md#replace`.
        """
        return self._client.call(
            "PUT",
            "/pets",
            Json(body, list[models.NewPet], required=True),
            returns=None,
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def get(
        self,
        pet_id: int,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Find a pet.

        :param pet_id: The number of a pet (at least 1)
        :return: 200, The pet
        :raises NotFoundError: 404, Something is wrong
        :raises InternalServerError: 5XX, Something is wrong

        More in `docs/resources/pets.md#get`.
        """
        return self._client.call(
            "GET",
            "/pets/{petId}",
            Path("petId", pet_id, int, Limits(ge=1)),
            returns=models.Pet,
            responses={
                "404": models.Problem,
                "5XX": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def update(
        self,
        pet_id: int,
        *,
        name: str | Omit = omit,
        tag: str | None | Omit = omit,
        body: models.PetChange | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Pet:
        """Change a pet.

        :param pet_id: The number of a pet (at least 1)
        :param name:
        :param tag:
        :param body: The body.
        :return: 200, The pet

        More in `docs/resources/pets.md#update`.
        """
        return self._client.call(
            "PATCH",
            "/pets/{petId}",
            Path("petId", pet_id, int, Limits(ge=1)),
            Json(
                body,
                models.PetChange,
                media_type="application/merge-patch+json",
                fields={
                    "name": name,
                    "tag": tag,
                },
            ),
            returns=models.Pet,
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def delete(
        self,
        pet_id: int,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Remove a pet.

        Deprecated: the document marks this operation so.

        :param pet_id: The number of a pet (at least 1)
        :return: 204, Done

        More in `docs/resources/pets.md#delete`.
        """
        return self._client.call(
            "DELETE",
            "/pets/{petId}",
            Path("petId", pet_id, int, Limits(ge=1)),
            returns=None,
            security=(("ApiKeyAuth",),),
            deprecated="pets.delete",
            options=options,
        )

    def get_photo(
        self,
        pet_id: int,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """GET /pets/{petId}/photo.

        :param pet_id:
        :return: 200, A picture

        More in `docs/resources/pets.md#get_photo`.
        """
        return self._client.call(
            "GET",
            "/pets/{petId}/photo",
            Path("petId", pet_id, int),
            returns=bytes,
            security=(("ApiKeyAuth",),),
            accept="image/png",
            options=options,
        )

    def set_photo(
        self,
        pet_id: int,
        body: ContentTypes,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/{petId}/photo.

        :param pet_id:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/pets.md#set_photo`.
        """
        return self._client.call(
            "PUT",
            "/pets/{petId}/photo",
            Path("petId", pet_id, int),
            Content(body, "image/png", required=True),
            returns=None,
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def upload_photos(
        self,
        pet_id: int,
        *,
        photo: FileTypes | Omit = omit,
        caption: str | Omit = omit,
        more: Sequence[FileTypes] | Omit = omit,
        body: models.UploadPetPhotosRequest | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /pets/{petId}/photo.

        :param pet_id:
        :param photo:
        :param caption:
        :param more:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/pets.md#upload_photos`.
        """
        return self._client.call(
            "POST",
            "/pets/{petId}/photo",
            Path("petId", pet_id, int),
            Multipart(
                body,
                models.UploadPetPhotosRequest,
                encoding={"photo": Encoding(content_type="image/png, image/jpeg")},
                required=True,
                fields={
                    "photo": photo,
                    "caption": caption,
                    "more": more,
                },
            ),
            returns=None,
            security=(("ApiKeyAuth",),),
            options=options,
        )


class AsyncPets(AsyncResource):
    """The operations of pets, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncPetsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncPetsWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> AsyncPetsWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return AsyncPetsWithStreamingResponse(self._client)

    list = awaitable(Pets.list)
    create = awaitable(Pets.create)
    replace = awaitable(Pets.replace)
    get = awaitable(Pets.get)
    update = awaitable(Pets.update)
    delete = awaitable(Pets.delete)
    get_photo = awaitable(Pets.get_photo)
    set_photo = awaitable(Pets.set_photo)
    upload_photos = awaitable(Pets.upload_photos)


class PetsWithRawResponse(RawResource):
    """The operations of `Pets`; each returns its answer as it came."""

    list = raw(Pets.list)
    create = raw(Pets.create)
    replace = raw(Pets.replace)
    get = raw(Pets.get)
    update = raw(Pets.update)
    delete = raw(Pets.delete)
    get_photo = raw(Pets.get_photo)
    set_photo = raw(Pets.set_photo)
    upload_photos = raw(Pets.upload_photos)


class AsyncPetsWithRawResponse(RawResource):
    """The operations of `Pets`; each returns its answer as it came, to be awaited."""

    list = awaitable_raw(Pets.list)
    create = awaitable_raw(Pets.create)
    replace = awaitable_raw(Pets.replace)
    get = awaitable_raw(Pets.get)
    update = awaitable_raw(Pets.update)
    delete = awaitable_raw(Pets.delete)
    get_photo = awaitable_raw(Pets.get_photo)
    set_photo = awaitable_raw(Pets.set_photo)
    upload_photos = awaitable_raw(Pets.upload_photos)


class PetsWithStreamingResponse(StreamingResource):
    """The operations of `Pets`; each returns its answer while it is on its way."""

    list = streamed(Pets.list)
    create = streamed(Pets.create)
    replace = streamed(Pets.replace)
    get = streamed(Pets.get)
    update = streamed(Pets.update)
    delete = streamed(Pets.delete)
    get_photo = streamed(Pets.get_photo)
    set_photo = streamed(Pets.set_photo)
    upload_photos = streamed(Pets.upload_photos)


class AsyncPetsWithStreamingResponse(StreamingResource):
    """The operations of `Pets`; each returns its answer while it is on its way, to be awaited."""

    list = awaitable_streamed(Pets.list)
    create = awaitable_streamed(Pets.create)
    replace = awaitable_streamed(Pets.replace)
    get = awaitable_streamed(Pets.get)
    update = awaitable_streamed(Pets.update)
    delete = awaitable_streamed(Pets.delete)
    get_photo = awaitable_streamed(Pets.get_photo)
    set_photo = awaitable_streamed(Pets.set_photo)
    upload_photos = awaitable_streamed(Pets.upload_photos)
