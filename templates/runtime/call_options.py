"""What a native method says about its call, and what a caller may say beside the arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from .retries import Retry
    from .settings import Timeout
    from .streaming import EventItems


class RequestOptions(TypedDict, total=False):
    """What every method takes beside its own arguments.

    timeout: seconds to wait for the connection and for each part of the answer, or a pair of those
    extra_headers: headers to add, or to send instead of those that the method sends
    extra_query: parameters to add to the query
    base_url: the address of the API, for this call
    retries: how often the request is sent again, or a `Retry`
    """

    timeout: Timeout
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    base_url: str
    retries: int | Retry


class StreamOptions(RequestOptions, total=False):
    """What a method takes that returns an event stream.

    reconnect: ask for the stream again whenever its connection ends, as browsers do: from the last
        event on (`Last-Event-ID`), after the time that the stream says, until it answers 204, says
        that it is at its end, or brings nothing five times in a row
    """

    reconnect: bool


class CallSettings(TypedDict, total=False):
    """What a method says about its call, beside the arguments.

    responses: types for particular answers: by "404", "4XX" or "default", and then, where a mapping
        is given, by media type
    security: alternatives, each of them names of security schemes that go together
    accept: the media types that can be read; JSON by default
    base_url: the address of the API, where it is not the client's
    events: what an item of an event stream is, see `EventItems`
    deprecated, deprecated_arguments: what to warn of
    renamed: an earlier name, which the caller used, and that of today
    template: the path of the operation, where an answer gave an address, which has all of the query
    options: those of the caller
    """

    responses: Mapping[str, Any]
    security: tuple[tuple[str, ...], ...]
    accept: str
    base_url: str
    events: EventItems
    deprecated: str
    renamed: tuple[str, str]
    deprecated_arguments: Mapping[str, Any]
    template: str
    options: Mapping[str, Any]
