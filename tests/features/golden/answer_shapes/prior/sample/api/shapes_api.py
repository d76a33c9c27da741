# Made by clientloom from features/answer_shapes.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of shapes."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Any,
)

from .. import models
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class ShapesApi:
    """The operations of shapes."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def get_any(
        self,
        **options: Unpack[PriorOptions],
    ) -> Any:
        """GET /any.

        :return: 200, Anything
        """
        return self.api_client.call(
            "GET",
            "/any",
            returns=Any,
            security=(),
            options=options,
        )

    def get_array(
        self,
        **options: Unpack[PriorOptions],
    ) -> list[models.Thing]:
        """GET /array.

        :return: 200, An array
        """
        return self.api_client.call(
            "GET",
            "/array",
            returns=list[models.Thing],
            security=(),
            options=options,
        )

    def get_arrays(
        self,
        **options: Unpack[PriorOptions],
    ) -> list[list[int]]:
        """GET /arrays.

        :return: 200, Arrays
        """
        return self.api_client.call(
            "GET",
            "/arrays",
            returns=list[list[int]],
            security=(),
            options=options,
        )

    def get_enum(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Color:
        """GET /enum.

        :return: 200, An enum
        """
        return self.api_client.call(
            "GET",
            "/enum",
            returns=models.Color,
            security=(),
            options=options,
        )

    def get_flag(
        self,
        **options: Unpack[PriorOptions],
    ) -> bool:
        """GET /flag.

        :return: 200, A flag
        """
        return self.api_client.call(
            "GET",
            "/flag",
            returns=bool,
            security=(),
            options=options,
        )

    def get_inline(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.GetInlineResponse:
        """GET /inline.

        :return: 200, An object without a name
        """
        return self.api_client.call(
            "GET",
            "/inline",
            returns=models.GetInlineResponse,
            security=(),
            options=options,
        )

    def get_integer(
        self,
        **options: Unpack[PriorOptions],
    ) -> int:
        """GET /integer.

        :return: 200, An integer
        """
        return self.api_client.call(
            "GET",
            "/integer",
            returns=int,
            security=(),
            options=options,
        )

    def get_map(
        self,
        **options: Unpack[PriorOptions],
    ) -> dict[str, models.Thing]:
        """GET /map.

        :return: 200, A map
        """
        return self.api_client.call(
            "GET",
            "/map",
            returns=dict[str, models.Thing],
            security=(),
            options=options,
        )

    def get_maps(
        self,
        **options: Unpack[PriorOptions],
    ) -> dict[str, list[models.Thing]]:
        """GET /maps.

        :return: 200, Maps of lists
        """
        return self.api_client.call(
            "GET",
            "/maps",
            returns=dict[str, list[models.Thing]],
            security=(),
            options=options,
        )

    def get_nullable(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing | None:
        """GET /nullable.

        :return: 200, A thing or null
        """
        return self.api_client.call(
            "GET",
            "/nullable",
            returns=models.Thing | None,
            security=(),
            options=options,
        )

    def get_number(
        self,
        **options: Unpack[PriorOptions],
    ) -> float:
        """GET /number.

        :return: 200, A number
        """
        return self.api_client.call(
            "GET",
            "/number",
            returns=float,
            security=(),
            options=options,
        )

    def get_object(
        self,
        **options: Unpack[PriorOptions],
    ) -> dict[str, Any]:
        """GET /object.

        :return: 200, An object
        """
        return self.api_client.call(
            "GET",
            "/object",
            returns=dict[str, Any],
            security=(),
            options=options,
        )

    def get_text(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /text.

        :return: 200, JSON text
        """
        return self.api_client.call(
            "GET",
            "/text",
            returns=str,
            security=(),
            options=options,
        )

    def get_time(
        self,
        **options: Unpack[PriorOptions],
    ) -> dt.datetime:
        """GET /time.

        :return: 200, A time
        """
        return self.api_client.call(
            "GET",
            "/time",
            returns=dt.datetime,
            security=(),
            options=options,
        )

    def get_union(
        self,
        **options: Unpack[PriorOptions],
    ) -> models.Thing | list[models.Thing]:
        """GET /union.

        :return: 200, A union
        """
        return self.api_client.call(
            "GET",
            "/union",
            returns=models.Thing | list[models.Thing],
            security=(),
            options=options,
        )

    def get_without_schema(
        self,
        **options: Unpack[PriorOptions],
    ) -> Any:
        """GET /no-schema.

        :return: 200, Without a schema
        """
        return self.api_client.call(
            "GET",
            "/no-schema",
            returns=Any,
            security=(),
            options=options,
        )


class AsyncShapesApi:
    """The operations of shapes, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    get_any = awaitable(ShapesApi.get_any)
    get_array = awaitable(ShapesApi.get_array)
    get_arrays = awaitable(ShapesApi.get_arrays)
    get_enum = awaitable(ShapesApi.get_enum)
    get_flag = awaitable(ShapesApi.get_flag)
    get_inline = awaitable(ShapesApi.get_inline)
    get_integer = awaitable(ShapesApi.get_integer)
    get_map = awaitable(ShapesApi.get_map)
    get_maps = awaitable(ShapesApi.get_maps)
    get_nullable = awaitable(ShapesApi.get_nullable)
    get_number = awaitable(ShapesApi.get_number)
    get_object = awaitable(ShapesApi.get_object)
    get_text = awaitable(ShapesApi.get_text)
    get_time = awaitable(ShapesApi.get_time)
    get_union = awaitable(ShapesApi.get_union)
    get_without_schema = awaitable(ShapesApi.get_without_schema)
