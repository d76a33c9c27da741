"""Durations, times of day and tuples of the style `native`: what Python has of them, and what is sent."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from clientloom.api import ListOf, Scalar, TupleOf, Type, Union
from clientloom.diff.annotations import fits
from clientloom.diff.types import covers
from own import Package, installed, tree_of
from pydantic import ValidationError
from runtime.conftest import Server

SPEC = Path(__file__).parent / "wire" / "times.yaml"


@pytest.fixture(scope="module")
def naps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    tree = tree_of(SPEC, "native_naps")
    with installed(tree, "native_naps", tmp_path_factory.mktemp("native_naps")) as found:
        yield found


def hours(n: float) -> dt.timedelta:
    return dt.timedelta(hours=n)


DURATIONS = {
    "P1D": dt.timedelta(days=1),
    "P2W": dt.timedelta(weeks=2),
    "PT36H": hours(36),
    "P1DT2H0M30S": dt.timedelta(days=1, hours=2, seconds=30),
    "PT1H30S": dt.timedelta(hours=1, seconds=30),
    "PT0.000001S": dt.timedelta(microseconds=1),
    "PT1,5H": hours(1.5),
    "-PT5M": dt.timedelta(minutes=-5),
    "P0Y0M0DT0H5M0S": dt.timedelta(minutes=5),
    "PT0S": dt.timedelta(),
}


@pytest.mark.parametrize(("text", "value"), DURATIONS.items())
def test_a_duration_is_a_timedelta_and_sent_as_the_same(
    naps: Package, text: str, value: dt.timedelta
) -> None:
    nap: Any = naps.root.models.Nap
    read = nap.from_json(json.dumps({"length": text}))

    assert read.length == nap(length=value).length == value
    assert nap.from_json(read.to_json()).length == value
    assert read.to_dict() == {"length": value}


def test_durations_are_written_as_rfc_3339_has_them(naps: Package) -> None:
    nap: Any = naps.root.models.Nap
    given = [dt.timedelta(hours=1, seconds=30), hours(-26), dt.timedelta(seconds=90.25)]

    sent = [json.loads(nap(length=each).to_json())["length"] for each in given]

    assert sent == ["PT1H0M30S", "-P1DT2H", "PT1M30.25S"]


@pytest.mark.parametrize(
    "text",
    [
        *("P1M", "P1Y", "P1Y2M", "PT0.0000001S", "1 day", "", "P", "PT", "P1DT", "PT1.5H3M", "1.02:03:04"),
        *("P99999999999D", f"P{'9' * 5000}D", "p1d", "PT٣S"),
    ],
)  # fmt: skip
def test_what_no_timedelta_holds_stays_a_text_and_is_sent_as_it_came(
    naps: Package, text: str
) -> None:
    document = json.dumps({"length": text}, separators=(",", ":"), ensure_ascii=False)
    read: Any = naps.root.models.Nap.from_json(document)

    assert read.length == text
    assert read.to_json() == document


TIMES = {
    "10:20:30Z": dt.time(10, 20, 30, tzinfo=dt.UTC),
    "10:20:30+01:00": dt.time(10, 20, 30, tzinfo=dt.timezone(hours(1))),
    "10:20:30.5-05:30": dt.time(10, 20, 30, 500_000, tzinfo=dt.timezone(hours(-5.5))),
    "10:20:30": dt.time(10, 20, 30),
}


@pytest.mark.parametrize(("text", "value"), TIMES.items())
def test_a_time_is_a_time(naps: Package, text: str, value: dt.time) -> None:
    nap: Any = naps.root.models.Nap
    read = nap.from_json(json.dumps({"start": text, "end": [text]}))

    assert read.start == nap(start=value).start == value
    assert [read.start.utcoffset()] == [each.utcoffset() for each in read.end]
    again = nap.from_json(read.to_json()).start
    assert (again, again.utcoffset()) == (value, value.utcoffset())


@pytest.mark.parametrize("text", ["10:20", "24:00:00Z", "10:20:60Z", "10:20:30.1234567Z", "noon"])
def test_other_times_stay_texts_and_are_sent_as_they_came(naps: Package, text: str) -> None:
    read: Any = naps.root.models.Nap.from_json(json.dumps({"start": text}))

    assert read.start == text
    assert json.loads(read.to_json()) == {"start": text}


def test_times_in_parameters_and_bodies(naps: Package, server: Server) -> None:
    server.will(200, b"[]")
    with naps.client(server.url) as client:
        client.naps.list(
            dt.time(10, 20, 30, tzinfo=dt.UTC),
            min=hours(1.5),
            of=[hours(1), "P1M"],
            at=(1, "a"),
            x_wake="noon",
        )
    assert unquote(server.last.target) == ("/naps/10:20:30+00:00?min=PT1H30M&of=PT1H&of=P1M&at=1,a")
    assert server.last.header("x-wake") == "noon"

    body = {"length": hours(1), "byDay": {"mon": hours(2)}, "x-a": 1, "y-a": "PT3H"}
    server.will(200, b"{}")
    with naps.client(server.url) as client:
        client.naps.add("noon", body=body)
        sent = json.loads(server.last.body)
        client.naps.add(
            "noon",
            length=hours(1),
            point=(1, "a"),
            content_type="application/x-www-form-urlencoded",
        )
    assert sent == {"length": "PT1H", "byDay": {"mon": "PT2H"}, "x-a": 1, "y-a": "PT3H"}
    assert server.last.body == b"length=PT1H&point=1&point=a"


def test_tuples_have_types_by_place(naps: Package) -> None:
    nap: Any = naps.root.models.Nap
    read = nap.from_json(
        '{"point": [1, "a"], "path": [[2, "b"]], "row": ["x", {"x": 1}, {"x": 2}]}'
    )

    assert (read.point, read.path) == ((1, "a"), [(2, "b")])
    first, *others = read.row
    assert (first, [each.x for each in others]) == ("x", [1, 2])
    assert json.loads(read.to_json())["row"] == ["x", {"x": 1}, {"x": 2}]
    with pytest.raises(ValidationError, match="integer"):
        nap.from_json('{"point": ["a", 1]}')


def test_a_tuple_of_another_length_does_not_break_an_answer(naps: Package) -> None:
    nap: Any = naps.root.models.Nap
    read = nap.from_json('{"point": [1, "a", {"new": true}], "path": [[], [2]], "row": []}')

    assert (read.point, read.path, read.row) == ((1, "a", {"new": True}), [(), (2,)], ())
    assert json.loads(read.to_json()) == {
        "point": [1, "a", {"new": True}],
        "path": [[], [2]],
        "row": [],
    }
    with pytest.raises(ValidationError, match="at most 2"):
        nap(point=(1, "a", 3))


def test_tuples_as_answers(naps: Package, server: Server) -> None:
    server.will(200, b'[[1, "a"], [2, "b"]]')
    with naps.client(server.url) as client:
        points = client.naps.get_points()
        server.will(200, b'["one", {"kind": "s", "size": 3}]')
        name, shape = client.naps.get_shapes()

    assert points == ((1, "a"), (2, "b"))
    assert (name, type(shape).__name__, shape.size) == ("one", "Square", 3)


def test_further_fields_have_the_types_of_all_patterns(naps: Package) -> None:
    read: Any = naps.root.models.Nap.from_json('{"x-a": 1, "y-a": "PT1H"}')

    assert read.model_extra == {"x-a": 1, "y-a": hours(1)}
    with pytest.raises(ValidationError):
        naps.root.models.Nap.from_json('{"x-a": {}}')


def test_times_and_tuples_in_a_mock(naps: Package) -> None:
    testing: Any = import_module("native_naps.testing")
    mock = testing.Mock()
    nap = naps.root.models.Nap(length=hours(1), point=(1, "a"))
    mock.naps.list("10:00:00", min=hours(1), of=[hours(2)], at=(1, "a")).returns([nap])
    mock.naps.add("noon", length=hours(1), point=(1, "a")).returns(nap)
    client = naps.root.Client(transport=mock)

    assert client.naps.list(dt.time(10), min="PT1H", of=["PT2H"], at=(1, "a")) == [nap]
    assert client.naps.add("noon", body={"length": hours(1), "point": (1, "a")}) == nap
    with pytest.raises(AssertionError, match="point"):
        client.naps.add("noon", length=hours(1), point=(2, "a"))


@pytest.mark.parametrize(
    ("source", "target", "fitting"),
    [
        ("tuple[int, str]", "tuple[float, str]", True),
        ("tuple[int, str]", "tuple[str, int]", False),
        ("tuple[int, str]", "tuple[int]", False),
        ("tuple[int, str]", "tuple[int, *tuple[str, ...]]", True),
        ("tuple[int, *tuple[str, ...]]", "tuple[int, str]", False),
        ("tuple[int, *tuple[str, ...]]", "tuple[int, *tuple[str | None, ...]]", True),
        ("Annotated[tuple[int, str], OpenTuple]", "tuple[int, str]", True),
        ("tuple[int, str]", "Sequence[int | str]", True),
        ("list[int]", "tuple[int, int]", False),
    ],
)
def test_which_tuples_fit_where(source: str, target: str, fitting: bool) -> None:
    assert fits(source, target, {}) is fitting


SCALARS = Scalar("integer"), Scalar("string")


@pytest.mark.parametrize(
    ("wide", "narrow", "covered"),
    [
        (ListOf(Union(SCALARS)), TupleOf(SCALARS), True),
        (TupleOf(SCALARS), ListOf(Union(SCALARS)), False),
        (TupleOf(SCALARS[:1], SCALARS[1]), TupleOf(SCALARS), True),
        (TupleOf(SCALARS), TupleOf(SCALARS[:1], SCALARS[1]), False),
        (TupleOf(SCALARS), TupleOf(SCALARS[::-1]), False),
    ],
)
def test_which_tuples_are_values_of_which(wide: Type, narrow: Type, covered: bool) -> None:
    assert covers(wide, narrow, {}, {}) is covered


ICON = '{"data":"/wA=","all":["/w=="]}'


def test_bytes_within_the_parts_of_a_form_are_base64(naps: Package, server: Server) -> None:
    models: Any = naps.root.models
    icon = models.Icon(data=b"\xff\x00", all=[b"\xff"])
    whole = models.UploadRequest(icon=icon, icons=[icon])
    with naps.client(server.url) as client:
        for given in ({"icon": icon, "icons": [icon]}, {"body": whole}):
            server.will(204)
            client.naps.upload(**given)
            assert server.last.body.decode().count(ICON) == 2
        server.will(204)
        client.naps.upload(point=[1, "a"], length=hours(1))

    assert server.last.body.count(b'name="point"') == 2
    assert b"PT1H" in server.last.body
    assert b"filename" not in server.last.body


def test_fields_go_with_each_media_type_that_has_them(naps: Package, server: Server) -> None:
    icon = naps.root.models.Icon(data=b"\xff\x00", all=[b"\xff"])
    form = "application/x-www-form-urlencoded"
    server.will(204)
    with naps.client(server.url) as client:
        client.naps.upload(icon=icon, length=hours(1), content_type=form)
        assert unquote(server.last.body.decode()) == f"icon={ICON}&length=PT1H"
        with pytest.raises(TypeError, match="has no field icons: pass `body`"):
            client.naps.upload(icons=[icon], content_type=form)


def test_a_form_that_is_a_file_has_a_name_for_it(naps: Package, server: Server) -> None:
    with naps.client(server.url) as client:
        for given, name in (
            (b"raw", b'name="file"; filename="file"'),
            (("a.txt", b"raw"), b'name="file"; filename="a.txt"'),
            ({"photo": b"raw"}, b'name="photo"; filename="photo"'),
        ):
            server.will(204)
            client.naps.put_file(given)
            assert name in server.last.body
