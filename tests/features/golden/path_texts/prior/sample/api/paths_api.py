# Made by clientloom from features/path_texts.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import Path
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import (
        Literal,
        Unpack,
    )

    from .._runtime.options import PriorOptions


class PathsApi:
    """The operations of paths."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def activate(
        self,
        id: Literal["a/b"] | str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /a.b/{id}:activate.

        :param id:
        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/a.b/{id}:activate",
            Path("id", id, str),
            returns=None,
            security=(),
            options=options,
        )

    def compare(
        self,
        to: str,
        from_: str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /{from}...{to}.

        :param to:
        :param from_:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/{from}...{to}",
            Path("to", to, str),
            Path("from", from_, str),
            returns=None,
            security=(),
            options=options,
        )

    def get_root(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/",
            returns=None,
            security=(),
            options=options,
        )

    def get_trailing(
        self,
        the_id: Literal["{from}"] | str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /with-hyphen/{the-id}/~tilde/trailing/.

        :param the_id:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/with-hyphen/{the-id}/~tilde/trailing/",
            Path("the-id", the_id, str),
            returns=None,
            security=(),
            options=options,
        )


class AsyncPathsApi:
    """The operations of paths, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    activate = awaitable(PathsApi.activate)
    compare = awaitable(PathsApi.compare)
    get_root = awaitable(PathsApi.get_root)
    get_trailing = awaitable(PathsApi.get_trailing)
