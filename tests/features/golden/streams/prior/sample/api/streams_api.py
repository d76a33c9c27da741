# Made by clientloom from features/streams.yaml and templates/shared/api.py.jinja. Do not edit.
"""The operations of streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.call import Query
from .._runtime.documented_streaming import (
    awaitable_stream,
    streamed,
)
from .._runtime.events import ServerSentEvent
from .._runtime.operations import awaitable
from ..api_client import (
    ApiClient,
    AsyncApiClient,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import PriorOptions


class StreamsApi:
    """The operations of streams."""

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def read_list(
        self,
        **options: Unpack[PriorOptions],
    ) -> bytes:
        """GET /list.

        :return: 200, A value in each line
        """
        return self.api_client.call(
            "GET",
            "/list",
            returns=bytes,
            security=(),
            accept="application/x-ndjson",
            options=options,
        )

    read_list_stream = streamed(
        read_list,
        models.Tick,
        "application/x-ndjson",
    )

    def read_rows(
        self,
        **options: Unpack[PriorOptions],
    ) -> bytes:
        """GET /rows.

        :return: 200, A value in each line
        """
        return self.api_client.call(
            "GET",
            "/rows",
            returns=bytes,
            security=(),
            accept="application/jsonl",
            options=options,
        )

    read_rows_stream = streamed(
        read_rows,
        models.Tick,
        "application/jsonl",
    )

    def read_sequence(
        self,
        **options: Unpack[PriorOptions],
    ) -> bytes:
        """GET /sequence.

        :return: 200, A JSON text sequence
        """
        return self.api_client.call(
            "GET",
            "/sequence",
            returns=bytes,
            security=(),
            accept="application/json-seq",
            options=options,
        )

    read_sequence_stream = streamed(
        read_sequence,
        int,
        "application/json-seq",
    )

    def watch_changes(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /changes.

        :return: 200, Whole events
        """
        return self.api_client.call(
            "GET",
            "/changes",
            returns=str,
            security=(),
            accept="text/event-stream",
            options=options,
        )

    watch_changes_stream = streamed(
        watch_changes,
        models.Change,
        "text/event-stream",
        events="json",
    )

    def watch_events(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /events.

        :return: 200, Events that nothing is known of
        """
        return self.api_client.call(
            "GET",
            "/events",
            returns=str,
            security=(),
            accept="text/event-stream",
            options=options,
        )

    watch_events_stream = streamed(
        watch_events,
        ServerSentEvent,
        "text/event-stream",
    )

    def watch_messages(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /messages.

        :return: 200, Whole events with text in them
        """
        return self.api_client.call(
            "GET",
            "/messages",
            returns=str,
            security=(),
            accept="text/event-stream",
            options=options,
        )

    watch_messages_stream = streamed(
        watch_messages,
        models.WatchMessagesResponseItem,
        "text/event-stream",
        events="text",
    )

    def watch_notes(
        self,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /notes.

        :return: 200, Whole events with JSON in their text
        """
        return self.api_client.call(
            "GET",
            "/notes",
            returns=str,
            security=(),
            accept="text/event-stream",
            options=options,
        )

    watch_notes_stream = streamed(
        watch_notes,
        models.WatchNotesResponseItem,
        "text/event-stream",
        events="json",
    )

    def watch_ticks(
        self,
        *,
        since: int | None = None,
        **options: Unpack[PriorOptions],
    ) -> str:
        """GET /ticks.

        :param since:
        :return: 200, The data of each event
        :raises ApiException: 404, No such clock
        """
        return self.api_client.call(
            "GET",
            "/ticks",
            Query("since", since, int),
            returns=str,
            responses={
                "404": models.Problem,
            },
            security=(),
            accept="text/event-stream, application/json",
            options=options,
        )

    watch_ticks_stream = streamed(
        watch_ticks,
        models.Tick,
        "text/event-stream",
    )


class AsyncStreamsApi:
    """The operations of streams, awaitable: for an `AsyncApiClient`."""

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = AsyncApiClient.get_default() if api_client is None else api_client

    read_list = awaitable(StreamsApi.read_list)
    read_rows = awaitable(StreamsApi.read_rows)
    read_sequence = awaitable(StreamsApi.read_sequence)
    watch_changes = awaitable(StreamsApi.watch_changes)
    watch_events = awaitable(StreamsApi.watch_events)
    watch_messages = awaitable(StreamsApi.watch_messages)
    watch_notes = awaitable(StreamsApi.watch_notes)
    watch_ticks = awaitable(StreamsApi.watch_ticks)
    read_list_stream = awaitable_stream(StreamsApi.read_list_stream)
    read_rows_stream = awaitable_stream(StreamsApi.read_rows_stream)
    read_sequence_stream = awaitable_stream(StreamsApi.read_sequence_stream)
    watch_changes_stream = awaitable_stream(StreamsApi.watch_changes_stream)
    watch_events_stream = awaitable_stream(StreamsApi.watch_events_stream)
    watch_messages_stream = awaitable_stream(StreamsApi.watch_messages_stream)
    watch_notes_stream = awaitable_stream(StreamsApi.watch_notes_stream)
    watch_ticks_stream = awaitable_stream(StreamsApi.watch_ticks_stream)
