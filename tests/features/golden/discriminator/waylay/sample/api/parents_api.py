# Made by clientloom from features/discriminator.yaml and templates/waylay/api.py.jinja. Do not edit.
"""The operations of parents."""

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


class ParentsApi(WithApiClient):
    """The operations of parents."""

    @overload
    async def get_parent(
        self,
        **options: Unpack[Decoded],
    ) -> models.Parent: ...
    @overload
    async def get_parent(
        self,
        **options: Unpack[Selected[T]],
    ) -> T: ...
    @overload
    async def get_parent(
        self,
        **options: Unpack[Raw],
    ) -> Response: ...
    async def get_parent(
        self,
        **options: Unpack[Options],
    ) -> Any:
        """GET /parents.

        :param options: what each call takes: `raw_response`, `select_path`, `response_type`, `headers`, `timeout`
        :return: 200, A parent or a child
        """
        return await call(
            self.api_client,
            "GET",
            "/parents",
            responses={
                "200": models.Parent,
            },
            options=options,
        )
