# Made by clientloom from features/all_of_one_of.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of payments."""

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


class PaymentsApi:
    """The operations of payments."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def post_order(
        self,
        order: models.Order | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Order:
        """POST /payments.

        :param order:
        :return: 200, An order
        """
        return self.api_client.call(
            "POST",
            "/payments",
            Json(order, models.Order, required=True),
            returns=models.Order,
            security=(),
            options=options,
        )

    def put_payment(
        self,
        payment: models.Payment | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Payment:
        """PUT /payments.

        :param payment:
        :return: 200, A payment
        """
        return self.api_client.call(
            "PUT",
            "/payments",
            Json(payment, models.Payment, required=True),
            returns=models.Payment,
            security=(),
            options=options,
        )


class AsyncPaymentsApi:
    """The operations of payments, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    post_order = awaitable(PaymentsApi.post_order)
    put_payment = awaitable(PaymentsApi.put_payment)
