# Made by clientloom from features/read_write_only.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of users."""

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


class UsersApi:
    """The operations of users."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_user(
        self,
        user: models.User | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.User:
        """POST /users.

        :param user:
        :return: 201, A user
        """
        return self.api_client.call(
            "POST",
            "/users",
            Json(user, models.User, required=True),
            returns=models.User,
            security=(),
            options=options,
        )


class AsyncUsersApi:
    """The operations of users, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_user = awaitable(UsersApi.create_user)
