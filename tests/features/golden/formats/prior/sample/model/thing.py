# Made by clientloom from features/formats.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    Annotated,
    Literal,
)
from uuid import UUID

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    date_time: Annotated[dt.datetime | None, Field(alias="dateTime")] = None
    day: dt.date | None = None
    time: str | None = None
    duration: str | None = None
    uuid: UUID | None = None
    byte: str | None = None
    decimal: Literal["1.50"] | str | None = None
    decimal_number: Annotated[float | None, Field(alias="decimalNumber")] = None
    email: str | None = None
    uri: str | None = None
    ipv4: str | None = None
    hostname: str | None = None
    password: str | None = None
    unknown: str | None = None
    int32: int | None = None
    int64: int | None = None
    single: float | None = None
    double: float | None = None
    dates: list[dt.date] | None = None
    by_day: Annotated[dict[str, dt.datetime] | None, Field(alias="byDay")] = None
