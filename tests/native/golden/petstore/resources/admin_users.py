# Made by clientloom from native/petstore.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of admin/users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Path
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
    from typing import Unpack

    from .._runtime.native import RequestOptions


class AdminUsers(Resource):
    """Who may do what."""

    @property
    def with_raw_response(self) -> AdminUsersWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AdminUsersWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> AdminUsersWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return AdminUsersWithStreamingResponse(self._client)

    def get(
        self,
        name: str,
        **options: Unpack[RequestOptions],
    ) -> models.User:
        """GET /admin/users/{name}.

        :param name:
        :return: 200, The user

        More in `docs/resources/admin_users.md#get`.
        """
        return self._client.call(
            "GET",
            "/admin/users/{name}",
            Path("name", name, str),
            returns=models.User,
            security=(
                ("Login",),
                ("Token",),
            ),
            options=options,
        )


class AsyncAdminUsers(AsyncResource):
    """The operations of admin/users, to be awaited."""

    @property
    def with_raw_response(self) -> AsyncAdminUsersWithRawResponse:
        """The same operations; each returns its answer as it came."""
        return AsyncAdminUsersWithRawResponse(self._client)

    @property
    def with_streaming_response(self) -> AsyncAdminUsersWithStreamingResponse:
        """The same operations; each returns its answer while it is on its way."""
        return AsyncAdminUsersWithStreamingResponse(self._client)

    get = awaitable(AdminUsers.get)


class AdminUsersWithRawResponse(RawResource):
    """The operations of `AdminUsers`; each returns its answer as it came."""

    get = raw(AdminUsers.get)


class AsyncAdminUsersWithRawResponse(RawResource):
    """The operations of `AdminUsers`; each returns its answer as it came, to be awaited."""

    get = awaitable_raw(AdminUsers.get)


class AdminUsersWithStreamingResponse(StreamingResource):
    """The operations of `AdminUsers`; each returns its answer while it is on its way."""

    get = streamed(AdminUsers.get)


class AsyncAdminUsersWithStreamingResponse(StreamingResource):
    """The operations of `AdminUsers`; each returns its answer while it is on its way, to be awaited."""

    get = awaitable_streamed(AdminUsers.get)
