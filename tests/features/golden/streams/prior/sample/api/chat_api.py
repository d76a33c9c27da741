# Made by clientloom from features/streams.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Json
from .._runtime.documented_streaming import (
    awaitable_stream,
    streamed,
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


class ChatApi:
    """The operations of chat."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def create_chat(
        self,
        question: models.Question | dict[str, Any],
        **options: Unpack[PriorOptions],
    ) -> models.Answer:
        """POST /chat.

        :param question:
        :return: 200, An answer, at once or bit by bit
        :raises ApiException: default, A problem
        """
        return self.api_client.call(
            "POST",
            "/chat",
            Json(question, models.Question, required=True),
            returns=models.Answer,
            responses={
                "default": models.Problem,
            },
            security=(),
            options=options,
        )

    create_chat_stream = streamed(
        create_chat,
        models.Bit,
        "text/event-stream",
        field="stream",
    )


class AsyncChatApi:
    """The operations of chat, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    create_chat = awaitable(ChatApi.create_chat)
    create_chat_stream = awaitable_stream(ChatApi.create_chat_stream)
