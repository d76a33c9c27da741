# Made by clientloom from features/parameter_names.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of NamesApi, for the argument `query` of its methods."""

from __future__ import annotations

import datetime as dt
from typing import (
    Annotated,
    Any,
    Literal,
)

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import Model


class GetBuiltinsQuery(Model):
    """Query parameters of `NamesApi.get_builtins`."""

    list_: Annotated[list[str] | None, Field(alias="list")] = None
    str_: Annotated[str | None, Field(alias="str")] = None
    int_: Annotated[int | None, Field(alias="int")] = None
    dict_: Annotated[dict[str, str] | None, Field(alias="dict")] = None
    any: Annotated[Any, Field(alias="Any")] = None
    query: Annotated[str | None, Field(alias="Query")] = None
    path: Annotated[str | None, Field(alias="Path")] = None
    limits: Annotated[str | None, Field(alias="Limits"), Limits(min_length=1)] = None
    datetime: dt.datetime | str | None = None
    date: dt.date | str | None = None
    type: str | None = None
    literal: Annotated[Literal["a", "b"] | str | None, Field(alias="Literal")] = None
    unpack: Annotated[str | None, Field(alias="Unpack")] = None


class GetSignsQuery(Model):
    """Query parameters of `NamesApi.get_signs`."""

    class_: Annotated[str | None, Field(alias="class")] = None
    none: Annotated[str | None, Field(alias="None")] = None
    page_minus_size: Annotated[int | None, Field(alias="page-size")] = None
    page_size: int | None = None
    page_capital_size: Annotated[int | None, Field(alias="pageSize")] = None
    filter: Annotated[str | None, Field(alias="$filter")] = None
    page_number: Annotated[int | None, Field(alias="page[number]")] = None
    a_b: Annotated[str | None, Field(alias="a.b")] = None
    value_2nd: Annotated[str | None, Field(alias="2nd")] = None
    größe: str | None = None
    a_space_b: Annotated[str | None, Field(alias="a b")] = None
    at: Annotated[str | None, Field(alias="@")] = None


class PutSameQuery(Model):
    """Query parameters of `NamesApi.put_same`."""

    id: str


class PutTakenQuery(Model):
    """Query parameters of `NamesApi.put_taken`."""

    options: str | None = None
    body: str | None = None
    models_: Annotated[str | None, Field(alias="models")] = None
    cls: str | None = None
    api_client: str | None = None
    async_req: str | None = None
    request_timeout: Annotated[str | None, Field(alias="_request_timeout")] = None
