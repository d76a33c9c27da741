"""The framings of streams: whatever the bytes are cut into, the items are the same."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Modules

Event = tuple[str, str, str, int | None]

# What a stream holds, and its events: (event, data, id, retry). WHATWG HTML, 9.2.6, and what it says between the lines.
EVENTS: dict[str, tuple[bytes, list[Event]]] = {
    "one event": (b"data: a\n\n", [("message", "a", "", None)]),
    "the first example": (
        b"data: YHOO\ndata: +2\ndata: 10\n\n",
        [("message", "YHOO\n+2\n10", "", None)],
    ),
    "the second example": (
        b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
        [
            ("message", "first event", "1", None),
            ("message", "second event", "", None),
            ("message", " third event", "", None),
        ],
    ),
    "the third example": (
        b"data\n\ndata\ndata\n\ndata:",
        [("message", "", "", None), ("message", "\n", "", None)],
    ),
    "the fourth example": (
        b"data:test\n\ndata: test\n\n",
        [("message", "test", "", None), ("message", "test", "", None)],
    ),
    "lines end in LF": (b"event: e\ndata: a\n\n", [("e", "a", "", None)]),
    "lines end in CR": (b"event: e\rdata: a\r\r", [("e", "a", "", None)]),
    "lines end in CRLF": (b"event: e\r\ndata: a\r\n\r\n", [("e", "a", "", None)]),
    "line ends are mixed": (
        b"data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r",
        [("message", "a\nb\nc", "", None), ("message", "d", "", None)],
    ),
    "CR LF LF is two line ends": (
        b"data: a\r\n\ndata: b\n\n",
        [("message", "a", "", None), ("message", "b", "", None)],
    ),
    "a byte order mark": (b"\xef\xbb\xbfdata: a\n\n", [("message", "a", "", None)]),
    "a second mark is text": (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n", [("message", "b", "", None)]),
    "a mark within data is text": (b"data: \xef\xbb\xbfa\n\n", [("message", "\ufeffa", "", None)]),
    "comments": (b": hello\n:\ndata: a\n:more\n\n:\n\n", [("message", "a", "", None)]),
    "no space after the colon": (b"data:a\n\n", [("message", "a", "", None)]),
    "one space is dropped": (b"data:  a \n\n", [("message", " a ", "", None)]),
    "a colon in the value": (b"data: a: b\n\n", [("message", "a: b", "", None)]),
    "an event without data is none": (b"event: e\nid: 7\n\ndata: a\n\n", [("message", "a", "7", None)]),
    "empty data is data": (b"event: e\ndata:\n\n", [("e", "", "", None)]),
    "the type is not kept": (b"event: e\ndata: a\n\ndata: b\n\n", [("e", "a", "", None), ("message", "b", "", None)]),
    "the last type counts": (b"event: e\nevent: f\ndata: a\n\n", [("f", "a", "", None)]),
    "an empty type is none": (b"event: e\nevent:\ndata: a\n\n", [("message", "a", "", None)]),
    "the id is kept": (b"id: 1\ndata: a\n\ndata: b\n\n", [("message", "a", "1", None), ("message", "b", "1", None)]),
    "the id is taken back": (
        b"id: 1\ndata: a\n\nid\ndata: b\n\n",
        [("message", "a", "1", None), ("message", "b", "", None)],
    ),
    "no id with a NULL": (
        b"id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n",
        [("message", "a", "1", None), ("message", "b", "1", None)],
    ),
    "retry": (b"retry: 250\ndata: a\n\ndata: b\n\n", [("message", "a", "", 250), ("message", "b", "", None)]),
    "no retry but digits": (b"retry: 1s\nretry: -1\nretry: \xd9\xa3\ndata: a\n\n", [("message", "a", "", None)]),
    "other fields are ignored": (b"date: now\nDATA: x\n data: y\ndata: a\n\n", [("message", "a", "", None)]),
    "an event that is not finished": (b"data: a\n\ndata: b\n", [("message", "a", "", None)]),
    "a line that is not finished": (b"data: a\n\ndata: b", [("message", "a", "", None)]),
    "letters of several bytes": ("data: Grüße, 世界 🎉\n\n".encode(), [("message", "Grüße, 世界 🎉", "", None)]),
    "what is no UTF-8": (b"data: a\xff\xe4b\n\n", [("message", "a\ufffd\ufffdb", "", None)]),
    "other line ends of Unicode": (
        "data: a\u2028b\x85c\x0bd\n\n".encode(),
        [("message", "a\u2028b\x85c\x0bd", "", None)],
    ),
    "nothing": (b"", []),
    "empty lines": (b"\n\n\r\n\r\r", []),
}  # fmt: skip


def found(splitter: Any, pieces: list[bytes]) -> list[Any]:
    items = [item for piece in pieces for item in splitter.feed(piece)]
    return [*items, *splitter.end()]


def cuts(stream: bytes) -> list[list[bytes]]:
    """A stream in one piece, byte by byte, in two pieces at each place, with empty pieces."""
    single = [stream[i : i + 1] for i in range(len(stream))]
    halves = [[stream[:i], stream[i:]] for i in range(len(stream) + 1)]
    return [[stream], single, [b"", *(p for s in single for p in (s, b""))], *halves]


@pytest.mark.parametrize("name", EVENTS)
def test_events(sdk: Modules, name: str) -> None:
    stream, events = EVENTS[name]
    for pieces in cuts(stream):
        got = [(e.event, e.data, e.id, e.retry) for e in found(sdk.events.Events(), pieces)]
        assert got == events, pieces


def test_an_event_is_given_as_soon_as_it_is_whole(sdk: Modules) -> None:
    """After CR CR nobody waits for an LF; one that comes then is no line."""
    events = sdk.events.Events()

    assert [e.data for e in events.feed(b"data: a\r\r")] == ["a"]
    assert [e.data for e in events.feed(b"\ndata: b\r\n\r")] == ["b"]
    assert [e.data for e in events.feed(b"\ndata: c\n\n")] == ["c"]


def test_where_to_go_on_from(sdk: Modules) -> None:
    """An id counts when its event ends, with data or without."""
    events = sdk.events.Events()

    list(events.feed(b"id: 1\ndata: a\n\nid: 2\n"))
    assert events.last_id == "1"
    list(events.feed(b"\nretry: 10\nid: 3\ndata: not finished\n"))
    assert events.last_id == "2"
    assert events.retry == 10


def test_data_as_json(sdk: Modules) -> None:
    (event,) = sdk.events.Events().feed(b'data: {"a":\ndata: [1]}\n\n')

    assert event.json() == {"a": [1]}


LINES: dict[str, tuple[bytes, list[bytes]]] = {
    "lines": (b'{"a":1}\n[2]\n', [b'{"a":1}', b"[2]"]),
    "no end of the last": (b"1\n2", [b"1", b"2"]),
    "CRLF": (b"1\r\n2\r\n", [b"1\r", b"2\r"]),
    "empty lines": (b"\n1\n\n \r\n2\n\n", [b"1", b"2"]),
    "a byte order mark": (b"\xef\xbb\xbf1\n2\n", [b"1", b"2"]),
    "nothing": (b"", []),
}


@pytest.mark.parametrize("name", LINES)
def test_json_lines(sdk: Modules, name: str) -> None:
    stream, texts = LINES[name]
    for pieces in cuts(stream):
        assert found(sdk.events.JsonLines(), pieces) == texts, pieces


SEQUENCES: dict[str, tuple[bytes, list[bytes]]] = {
    "texts": (b'\x1e{"a":1}\n\x1e[2]\n', [b'{"a":1}', b"[2]"]),
    "lines within": (b'\x1e{\n"a":\n1}\n\x1e2\n', [b'{\n"a":\n1}', b"2"]),
    "several separators": (b"\x1e\x1e1\n\x1e\n\x1e\x1e2\n", [b"1", b"2"]),
    "no line ends": (b"\x1e[1]\x1e[2]", [b"[1]", b"[2]"]),
    "nothing": (b"", []),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_json_sequences(sdk: Modules, name: str) -> None:
    stream, texts = SEQUENCES[name]
    for pieces in cuts(stream):
        got = [text.strip() for text in found(sdk.events.JsonSequence(), pieces)]
        assert got == texts, pieces


@pytest.mark.parametrize("last", [b"12", b"true", b"-1.5e3", b"null"])
def test_a_number_that_may_be_cut_is_not_read(sdk: Modules, last: bytes) -> None:
    """RFC 7464, 2.4: `12` may have been `123`."""
    *whole, cut = found(sdk.events.JsonSequence(), [b"\x1e1\n\x1e" + last])

    assert [text.strip() for text in whole] == [b"1"]
    with pytest.raises(ValueError, match="JSON"):
        sdk.adapters.adapter(Any).validate_json(cut)


def test_a_text_of_a_sequence_is_given_as_soon_as_it_is_whole(sdk: Modules) -> None:
    sequence = sdk.events.JsonSequence()

    assert sequence.feed(b"\x1e[1,\n") == []
    assert sequence.feed(b"2]\n") == [b"[1,\n2]\n"]
    assert sequence.feed(b"\x1e3") == []
    assert sequence.feed(b"\n") == [b"3\n"]


def test_long_lines_take_linear_time(sdk: Modules) -> None:
    """10 MB without a line end, in pieces of 1 KB, are joined once."""
    events = sdk.events.Events()
    pieces = [b"data: ", *[b"x" * 1024] * 10_000, b"\n\n"]

    (event,) = found(events, pieces)

    assert len(event.data) == 10_240_000
