# Made by clientloom from native/petstore.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of store."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.arguments import (
    Form,
    Json,
    Omit,
    omit,
)
from .._runtime.call import Query
from .._runtime.resources import (
    AsyncResource,
    RawResource,
    Resource,
    StreamingResource,
    awaitable,
    awaitable_raw,
    awaitable_raw_stream,
    awaitable_stream,
    awaitable_streamed,
    awaitable_streamed_stream,
    raw,
    raw_stream,
    streamed,
    streamed_stream,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from .._runtime.native import (
        RequestOptions,
        StreamOptions,
    )
    from .._runtime.streaming import Stream


class Store(Resource):
    """The operations of store."""

    @property
    def with_raw_response(self) -> StoreWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return StoreWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> StoreWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return StoreWithStreamingResponse(self._client)

    def place_order(
        self,
        *,
        pet_id: int | Omit = omit,
        quantity: int | Omit = omit,
        express: bool | Omit = omit,
        body: models.PlaceOrderRequest | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> str:
        """Order a pet.

        :param pet_id:
        :param quantity: At most 9, default 1.
        :param express:
        :param body: The body.
        :return: 200, The number of the order

        More in `docs/resources/store.md#place_order`.
        """
        return self._client.call(
            "POST",
            "/store/orders",
            Form(
                body,
                models.PlaceOrderRequest,
                required=True,
                fields={
                    "petId": pet_id,
                    "quantity": quantity,
                    "express": express,
                },
            ),
            returns=str,
            security=(("ApiKeyAuth",),),
            accept="text/plain",
            options=options,
        )

    def get_search(
        self,
        *,
        filter: models.GetStoreSearchFilterParameter | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Cat | models.Dog | dict[str, Any]]:
        """GET /store/search.

        :param filter:
        :return: 200, Found

        More in `docs/resources/store.md#get_search`.
        """
        return self._client.call(
            "GET",
            "/store/search",
            Query(
                "filter",
                filter,
                models.GetStoreSearchFilterParameter,
                style="deepObject",
                explode=False,
            ),
            returns=list[models.Cat | models.Dog | dict[str, Any]],
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def count(
        self,
        *,
        total: int | Omit = omit,
        body: models.Count | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /store/count.

        :param total:
        :param body: The body.
        :return: 204, Done

        More in `docs/resources/store.md#count`.
        """
        return self._client.call(
            "PUT",
            "/store/count",
            Json(
                body,
                models.Count,
                fields={
                    "total": total,
                },
            ),
            returns=None,
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def watch_sales(
        self,
        *,
        kind: str | Omit = omit,
        **options: Unpack[StreamOptions],
    ) -> Stream[models.Pet]:
        """Watch what is sold.

        The answer is a stream: its items are given as they come.

        :param kind:
        :return: 200, The pets that are sold from now on
        :raises APIStatusError: default, Something is wrong

        More in `docs/resources/store.md#watch_sales`.
        """
        return self._client.call_stream(
            "GET",
            "/store/sales",
            Query("kind", kind, str),
            returns=models.Pet,
            responses={
                "default": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            accept="text/event-stream",
            options=options,
        )

    def give_advice(
        self,
        *,
        question: str | Omit = omit,
        body: models.GiveAdviceRequest | Mapping[str, Any] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.GiveAdviceResponse:
        """Ask for advice.

        :param question:
        :param body: The body.
        :return: 200, The advice
        :raises APIStatusError: default, Something is wrong

        More in `docs/resources/store.md#give_advice`.
        """
        return self._client.call(
            "POST",
            "/store/advice",
            Json(
                body,
                models.GiveAdviceRequest,
                required=True,
                fields={
                    "question": question,
                },
            ),
            returns=models.GiveAdviceResponse,
            responses={
                "default": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            options=options,
        )

    def give_advice_stream(
        self,
        *,
        question: str | Omit = omit,
        body: models.GiveAdviceRequest | Mapping[str, Any] | Omit = omit,
        **options: Unpack[StreamOptions],
    ) -> Stream[models.GiveAdviceResponseEventStream]:
        """Ask for advice.

        The answer is a stream: its items are given as they come.

        :param question:
        :param body: The body.
        :return: 200, The advice
        :raises APIStatusError: default, Something is wrong

        More in `docs/resources/store.md#give_advice_stream`.
        """
        return self._client.call_stream(
            "POST",
            "/store/advice",
            Json(
                body,
                models.GiveAdviceRequest,
                required=True,
                fields={
                    "question": question,
                },
                fixed={"stream": True},
            ),
            returns=models.GiveAdviceResponseEventStream,
            responses={
                "default": models.Problem,
            },
            security=(("ApiKeyAuth",),),
            accept="text/event-stream",
            options=options,
        )


class AsyncStore(AsyncResource):
    """The operations of store, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncStoreWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncStoreWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> AsyncStoreWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return AsyncStoreWithStreamingResponse(self._client)

    place_order = awaitable(Store.place_order)
    get_search = awaitable(Store.get_search)
    count = awaitable(Store.count)
    give_advice = awaitable(Store.give_advice)
    watch_sales = awaitable_stream(Store.watch_sales)
    give_advice_stream = awaitable_stream(Store.give_advice_stream)


class StoreWithRawResponse(RawResource):
    """The operations of `Store`; each returns its answer as it came."""

    place_order = raw(Store.place_order)
    get_search = raw(Store.get_search)
    count = raw(Store.count)
    give_advice = raw(Store.give_advice)
    watch_sales = raw_stream(Store.watch_sales)
    give_advice_stream = raw_stream(Store.give_advice_stream)


class AsyncStoreWithRawResponse(RawResource):
    """The operations of `Store`; each returns its answer as it came, to be awaited."""

    place_order = awaitable_raw(Store.place_order)
    get_search = awaitable_raw(Store.get_search)
    count = awaitable_raw(Store.count)
    give_advice = awaitable_raw(Store.give_advice)
    watch_sales = awaitable_raw_stream(Store.watch_sales)
    give_advice_stream = awaitable_raw_stream(Store.give_advice_stream)


class StoreWithStreamingResponse(StreamingResource):
    """The operations of `Store`; each returns its answer while it is on its way."""

    place_order = streamed(Store.place_order)
    get_search = streamed(Store.get_search)
    count = streamed(Store.count)
    give_advice = streamed(Store.give_advice)
    watch_sales = streamed_stream(Store.watch_sales)
    give_advice_stream = streamed_stream(Store.give_advice_stream)


class AsyncStoreWithStreamingResponse(StreamingResource):
    """The operations of `Store`; each returns its answer while it is on its way, to be awaited."""

    place_order = awaitable_streamed(Store.place_order)
    get_search = awaitable_streamed(Store.get_search)
    count = awaitable_streamed(Store.count)
    give_advice = awaitable_streamed(Store.give_advice)
    watch_sales = awaitable_streamed_stream(Store.watch_sales)
    give_advice_stream = awaitable_streamed_stream(Store.give_advice_stream)
