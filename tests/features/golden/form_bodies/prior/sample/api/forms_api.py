# Made by clientloom from features/form_bodies.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import (
    Encoding,
    Form,
)
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


class FormsApi:
    """The operations of forms."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def send_encoded_form(
        self,
        *,
        body: models.Form | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """PUT /form.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "PUT",
            "/form",
            Form(
                body,
                models.Form,
                encoding={
                    "tags": Encoding(style="form", explode=False),
                    "options": Encoding(style="deepObject", explode=True),
                    "address": Encoding(content_type="application/json"),
                },
            ),
            returns=None,
            security=(),
            options=options,
        )

    def send_form(
        self,
        body: models.Form | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /form.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/form",
            Form(body, models.Form, required=True),
            returns=None,
            security=(),
            options=options,
        )

    def send_inline_form(
        self,
        *,
        body: models.SendInlineFormRequest | dict[str, Any] | None = None,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /inline.

        :param body:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/inline",
            Form(body, models.SendInlineFormRequest),
            returns=None,
            security=(),
            options=options,
        )


class AsyncFormsApi:
    """The operations of forms, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    send_encoded_form = awaitable(FormsApi.send_encoded_form)
    send_form = awaitable(FormsApi.send_form)
    send_inline_form = awaitable(FormsApi.send_inline_form)
