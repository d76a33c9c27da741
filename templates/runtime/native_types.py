"""Values that Python knows better than JSON does: durations, times of day, tuples.

The types promise what the document promises. What a server sends beside that stays what it is, and
is sent back as it came: a text that no duration or time can hold, a tuple of another length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from fractions import Fraction
from typing import Annotated, Any, Final, Unpack, get_args, get_origin

import pydantic

from .values import duration_text, time_text

_NUMBER = r"([0-9]+(?:[.,][0-9]+)?)"
_DURATION = re.compile(
    rf"([+-]?)P(?:0+Y)?(?:0+M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
#: Microseconds in a week, a day, an hour, a minute, a second.
_UNITS = tuple(seconds * 1_000_000 for seconds in (604_800, 86_400, 3_600, 60, 1))

_TIME = re.compile(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6}0*)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
)


def duration(text: str) -> timedelta | str:
    """Return the duration that a text is (ISO 8601, 5.5.2); the text where it is none.

    It is none either where a `timedelta` would be another: months and years have no fixed length,
    and nothing is rounded.
    """
    found = _DURATION.fullmatch(text)
    if found is None or text[-1] in "PT":
        return text
    sign, *numbers = found.groups()
    given = [number for number in numbers if number is not None]
    if any(not number.isdecimal() for number in given[:-1]):
        return text  # a fraction is of the last one
    try:
        total = sum(
            Fraction(number.replace(",", ".")) * unit
            for number, unit in zip(numbers, _UNITS, strict=True)
            if number is not None
        )
        if total.denominator != 1:
            return text
        return timedelta(microseconds=int(total) * (-1 if sign == "-" else 1))
    except (ValueError, OverflowError):
        return text


def time_of_day(text: str) -> time | str:
    """Return the time that a text is (RFC 3339, 5.6; the offset may be missing); else the text."""
    if _TIME.fullmatch(text) is None:
        return text
    return time.fromisoformat(text.upper())


@dataclass(frozen=True, slots=True)
class _Text:
    """Metadata of a value that is a text in JSON."""

    kind: type[timedelta] | type[time]

    def read(self, value: Any) -> Any:
        """Return a text as the value that it is."""
        if not isinstance(value, str):
            return value
        return duration(value) if self.kind is timedelta else time_of_day(value)

    def written(self, value: Any) -> str:
        """Return the text of a value."""
        if isinstance(value, timedelta):
            return duration_text(value)
        return time_text(value) if isinstance(value, time) else str(value)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: pydantic.GetCoreSchemaHandler
    ) -> Any:
        from pydantic_core import core_schema

        kinds: list[Any] = [core_schema.str_schema(), core_schema.is_instance_schema(self.kind)]
        return core_schema.no_info_after_validator_function(
            self.read,
            core_schema.union_schema(kinds),
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.written, when_used="json"
            ),
        )


IsoDuration = Annotated[timedelta, _Text(timedelta)]
IsoTime = Annotated[time, _Text(time)]


class _Missing:
    """Stands for an item that is not there."""


_MISSING: Final = _Missing()


class OpenTuple:
    """Metadata of a tuple that may be longer or shorter than it says. Items have their types.

    What follows the items that have types is as it comes, unless the tuple has a type for it.
    """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: pydantic.GetCoreSchemaHandler
    ) -> Any:
        from pydantic_core import core_schema

        items: list[Any] = []
        rest: Any = core_schema.any_schema()
        for argument in get_args(source):
            several = _several(argument)
            if several is None:
                item = handler.generate_schema(argument)
                items.append(core_schema.with_default_schema(item, default=_MISSING))
            else:
                rest = handler.generate_schema(several)
        return core_schema.no_info_after_validator_function(
            _without_missing,
            core_schema.tuple_schema([*items, rest], variadic_item_index=len(items)),
        )


def _several(argument: Any) -> Any:
    """Return the T of `*tuple[T, ...]`; None for a single item."""
    if get_origin(argument) is Unpack:  # what evaluating an annotation makes of it
        (argument,) = get_args(argument)
    elif not getattr(argument, "__unpacked__", False):
        return None
    return get_args(argument)[0]


def _without_missing(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(item for item in items if item is not _MISSING)
