# Made by clientloom from features/property_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Builtins, a model."""

from __future__ import annotations

from datetime import (
    date,
    datetime,
)
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

    list: list[str]
    str: str
    int: int | None = None
    float: float | None = None
    bool: bool | None = None
    dict_: Annotated[dict[str, str] | None, Field(alias="dict")] = None
    bytes: str | None = None
    type: str | None = None
    object: str | None = None
    date: date | None = None
    datetime: datetime | None = None
    uuid: Annotated[UUID | None, Field(alias="UUID")] = None
    any: Annotated[Any | None, Field(alias="Any")] = None
    field: Annotated[str | None, Field(alias="Field")] = None
    literal: Annotated[Literal["a", "b"] | str | None, Field(alias="Literal")] = None
    annotated: Annotated[str | None, Field(alias="Annotated"), Limits(min_length=1)] = None
    """At least 1 characters."""

    limits: Annotated[str | None, Field(alias="Limits"), Limits(min_length=1)] = None
    """At least 1 characters."""

    model: Annotated[str | None, Field(alias="Model")] = None
    property: str | None = None
    classmethod: str | None = None
    others: list[str] | None = None
    another: str | None = None
    day: date | None = None
    stamp: datetime | None = None
