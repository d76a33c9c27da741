# Made by clientloom from native/petstore.yaml and templates/native/resource.py.jinja. Do not edit.
"""The operations of admin."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.resources import (
    AsyncResource,
    Resource,
)

if TYPE_CHECKING:
    from .admin_users import (
        AdminUsers,
        AsyncAdminUsers,
    )


class Admin(Resource):
    """The operations of admin."""

    @cached_property
    def users(self) -> AdminUsers:
        """Who may do what."""
        from .admin_users import AdminUsers

        return AdminUsers(self._client)


class AsyncAdmin(AsyncResource):
    """The operations of admin, to be awaited."""

    @cached_property
    def users(self) -> AsyncAdminUsers:
        """Who may do what."""
        from .admin_users import AsyncAdminUsers

        return AsyncAdminUsers(self._client)
