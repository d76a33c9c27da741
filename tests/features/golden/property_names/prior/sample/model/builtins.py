# Made by clientloom from features/property_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Builtins, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    Annotated,
    Any,
    Literal,
)
from uuid import UUID

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class Builtins(Model):
    """Builtins."""

    list_: Annotated[list[str], Field(alias="list")]
    str_: Annotated[str, Field(alias="str")]
    int_: Annotated[int | None, Field(alias="int")] = None
    float_: Annotated[float | None, Field(alias="float")] = None
    bool_: Annotated[bool | None, Field(alias="bool")] = None
    dict_: Annotated[dict[str, str] | None, Field(alias="dict")] = None
    bytes_: Annotated[str | None, Field(alias="bytes")] = None
    type: str | None = None
    object: str | None = None
    date: dt.date | None = None
    datetime: dt.datetime | None = None
    uuid: Annotated[UUID | None, Field(alias="UUID")] = None
    any: Annotated[Any | None, Field(alias="Any")] = None
    field: Annotated[str | None, Field(alias="Field")] = None
    literal: Annotated[Literal["a", "b"] | str | None, Field(alias="Literal")] = None
    annotated: Annotated[str | None, Field(alias="Annotated"), Limits(min_length=1)] = None
    """At least 1 character."""

    limits: Annotated[str | None, Field(alias="Limits"), Limits(min_length=1)] = None
    """At least 1 character."""

    model: Annotated[str | None, Field(alias="Model")] = None
    property: str | None = None
    classmethod: str | None = None
    others: list[str] | None = None
    another: str | None = None
    day: dt.date | None = None
    stamp: dt.datetime | None = None
