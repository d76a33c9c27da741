# Made by clientloom from features/discriminator.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.native import (
    AsyncResource,
    RawResource,
    Resource,
    awaitable_raw,
    raw,
)
from .._runtime.operations import awaitable

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.native import RequestOptions


class Parents(Resource):
    """The operations of parents."""

    @property
    def with_raw_response(self) -> ParentsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return ParentsWithRawResponse(self._client)

    def get(
        self,
        **options: Unpack[RequestOptions],
    ) -> models.Parent:
        """GET /parents.

        :return: 200, A parent or a child

        More in `docs/resources/parents.md#get`.
        """
        return self._client.call(
            "GET",
            "/parents",
            returns=models.Parent,
            options=options,
        )


class AsyncParents(AsyncResource):
    """The operations of parents, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncParentsWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncParentsWithRawResponse(self._client)

    get = awaitable(Parents.get)


class ParentsWithRawResponse(RawResource):
    """The operations of `Parents`; each returns its answer as it came."""

    get = raw(Parents.get)


class AsyncParentsWithRawResponse(RawResource):
    """The operations of `Parents`; each returns its answer as it came, to be awaited."""

    get = awaitable_raw(Parents.get)
