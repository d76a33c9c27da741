# Made by clientloom from features/recursion.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of nodes."""

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


class NodesApi:
    """The operations of nodes."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_chain(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.A:
        """GET /chain.

        :return: 200, A cycle of three
        """
        return self.api_client.call(
            "GET",
            "/chain",
            returns=models.A,
            security=(),
            options=options,
        )

    def get_list(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Lists:
        """GET /lists.

        :return: 200, Lists of lists
        """
        return self.api_client.call(
            "GET",
            "/lists",
            returns=models.Lists,
            security=(),
            options=options,
        )

    def get_maps(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Maps:
        """GET /maps.

        :return: 200, Maps of maps
        """
        return self.api_client.call(
            "GET",
            "/maps",
            returns=models.Maps,
            security=(),
            options=options,
        )

    def put_node(
        self,
        node: models.Node | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Node:
        """PUT /nodes.

        :param node:
        :return: 200, A node
        """
        return self.api_client.call(
            "PUT",
            "/nodes",
            Json(node, models.Node, required=True),
            returns=models.Node,
            security=(),
            options=options,
        )

    def put_person(
        self,
        person: models.Person | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Person:
        """PUT /people.

        :param person:
        :return: 200, A person
        """
        return self.api_client.call(
            "PUT",
            "/people",
            Json(person, models.Person, required=True),
            returns=models.Person,
            security=(),
            options=options,
        )

    def put_value(
        self,
        json: models.Json | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Json:
        """PUT /values.

        :param json:
        :return: 200, A value
        """
        return self.api_client.call(
            "PUT",
            "/values",
            Json(json, models.Json, required=True),
            returns=models.Json,
            security=(),
            options=options,
        )


class AsyncNodesApi:
    """The operations of nodes, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_chain = awaitable(NodesApi.get_chain)
    get_list = awaitable(NodesApi.get_list)
    get_maps = awaitable(NodesApi.get_maps)
    put_node = awaitable(NodesApi.put_node)
    put_person = awaitable(NodesApi.put_person)
    put_value = awaitable(NodesApi.put_value)
