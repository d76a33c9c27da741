# Made by clientloom from features/operation_ids.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call import (
    Path,
    Query,
)
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime.options import PriorOptions


class NamesApi:
    """The operations of names."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def names_path_like_get(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /pathlike.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/pathlike",
            returns=None,
            security=(),
            options=options,
        )

    def value_2nd_operation(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /digit.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/digit",
            returns=None,
            security=(),
            options=options,
        )

    def get_upper_http_thing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /upper.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/upper",
            returns=None,
            security=(),
            options=options,
        )

    def names_dotted_get(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /dotted.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/dotted",
            returns=None,
            security=(),
            options=options,
        )

    def init(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /init.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/init",
            returns=None,
            security=(),
            options=options,
        )

    def api_client_(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /client.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/client",
            returns=None,
            security=(),
            options=options,
        )

    def awaitable_(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /awaitable.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/awaitable",
            returns=None,
            security=(),
            options=options,
        )

    def dict(
        self,
        **options: Unpack[PriorOptions],
    ) -> builtins.dict[str, str]:
        """GET /dict.

        :return: 200, A map
        """
        return self.api_client.call(
            "GET",
            "/dict",
            returns=dict[str, str],
            security=(),
            options=options,
        )

    def get_missing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /missing.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/missing",
            returns=None,
            security=(),
            options=options,
        )

    def get_missing_id_parts(
        self,
        id: str,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /missing/{id}/parts.

        :param id:
        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/missing/{id}/parts",
            Path("id", id, str),
            returns=None,
            security=(),
            options=options,
        )

    def get_kebab_case(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /kebab.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/kebab",
            returns=None,
            security=(),
            options=options,
        )

    def get_capital_kebab_capital_case(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /alike.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/alike",
            returns=None,
            security=(),
            options=options,
        )

    def get_kebab_case_with_http_info(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /info.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/info",
            returns=None,
            security=(),
            options=options,
        )

    def größe(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /unicode.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/unicode",
            returns=None,
            security=(),
            options=options,
        )

    def import_(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /keyword.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/keyword",
            returns=None,
            security=(),
            options=options,
        )

    def list(
        self,
        **options: Unpack[PriorOptions],
    ) -> builtins.list[str]:
        """GET /list.

        :return: 200, Names
        """
        return self.api_client.call(
            "GET",
            "/list",
            returns=list[str],
            security=(),
            options=options,
        )

    def list_two(
        self,
        *,
        ids: builtins.list[str] | None = None,
        **options: Unpack[PriorOptions],
    ) -> builtins.list[str]:
        """GET /list2.

        :param ids:
        :return: 200, Names
        """
        return self.api_client.call(
            "GET",
            "/list2",
            Query("ids", ids, list[str]),
            returns=list[str],
            security=(),
            options=options,
        )

    def post_missing(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """POST /missing.

        :return: 204, Done
        """
        return self.api_client.call(
            "POST",
            "/missing",
            returns=None,
            security=(),
            options=options,
        )

    def self_(
        self,
        **options: Unpack[PriorOptions],
    ) -> None:
        """GET /self.

        :return: 204, Done
        """
        return self.api_client.call(
            "GET",
            "/self",
            returns=None,
            security=(),
            options=options,
        )


class AsyncNamesApi:
    """The operations of names, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    names_path_like_get = awaitable(NamesApi.names_path_like_get)
    value_2nd_operation = awaitable(NamesApi.value_2nd_operation)
    get_upper_http_thing = awaitable(NamesApi.get_upper_http_thing)
    names_dotted_get = awaitable(NamesApi.names_dotted_get)
    init = awaitable(NamesApi.init)
    api_client_ = awaitable(NamesApi.api_client_)
    awaitable_ = awaitable(NamesApi.awaitable_)
    dict = awaitable(NamesApi.dict)
    get_missing = awaitable(NamesApi.get_missing)
    get_missing_id_parts = awaitable(NamesApi.get_missing_id_parts)
    get_kebab_case = awaitable(NamesApi.get_kebab_case)
    get_capital_kebab_capital_case = awaitable(NamesApi.get_capital_kebab_capital_case)
    get_kebab_case_with_http_info = awaitable(NamesApi.get_kebab_case_with_http_info)
    größe = awaitable(NamesApi.größe)
    import_ = awaitable(NamesApi.import_)
    list = awaitable(NamesApi.list)
    list_two = awaitable(NamesApi.list_two)
    post_missing = awaitable(NamesApi.post_missing)
    self_ = awaitable(NamesApi.self_)
