"""Kinds of values, as the wire sees them: objects, arrays, binary data, and single values."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, TypeGuard

from .adapters import to_jsonable, to_plain


class Omit:
    """The type of `omit`: an argument that was left out, as opposed to one that is None."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


#: Stands for what is not sent. None is sent as null, in a body.
omit: Final = Omit()


def is_object(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is an object of JSON."""
    return isinstance(value, Mapping)


def is_array(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...] | Set[Any]]:
    """Tell whether a value is an array of JSON."""
    return isinstance(value, (list, tuple, Set))


def is_binary(value: Any) -> TypeGuard[bytes | bytearray | memoryview[int]]:
    """Tell whether a value is binary data."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_model(value: Any) -> bool:
    """Tell whether a value is a model."""
    return hasattr(value, "model_dump")


def unwrapped(value: Any) -> Any:
    """Return a model as a dict with wire names (or its root); other values stay."""
    return to_plain(value) if is_model(value) else value


def primitive(value: Any) -> str:
    """Return the text of one value; an array or object gives JSON."""
    if type(value) is str:
        return value
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()  # RFC 3339, with the offset that the caller gave
    if isinstance(value, timedelta):
        return duration_text(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (float, Decimal)):
        # No exponent: 1e-07 is 0.0000001.
        return format(Decimal(str(value)), "f")
    if is_binary(value):
        return bytes(value).decode()
    plain = to_jsonable(value)
    return plain if isinstance(plain, str) else json_text(plain)


def duration_text(value: timedelta) -> str:
    """Return a duration as ISO 8601 has it, and RFC 3339, Appendix A: `P1DT2H0M30S`."""
    sign, value = ("-", -value) if value < timedelta() else ("", value)
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        f"{hours}H" if hours else "",
        f"{minutes}M" if minutes or (hours and (seconds or value.microseconds)) else "",
    ]
    if value.microseconds:
        parts.append(f"{seconds}.{value.microseconds:06}".rstrip("0") + "S")
    elif seconds or not value:
        parts.append(f"{seconds}S")
    text = "".join(parts)
    return f"{sign}P{f'{value.days}D' if value.days else ''}{f'T{text}' if text else ''}"


def time_text(value: time) -> str:
    """Return a time of day as RFC 3339 has it."""
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def json_text(value: Any) -> str:
    """Return a value as compact JSON in ASCII, which fits a header too."""
    return json.dumps(to_jsonable(value), separators=(",", ":"))
