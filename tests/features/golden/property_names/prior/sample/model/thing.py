# Made by clientloom from features/property_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    class_: Annotated[str | None, Field(alias="class")] = None
    none: Annotated[str | None, Field(alias="None")] = None
    async_: Annotated[str | None, Field(alias="async")] = None
    match: str | None = None
    kebab_case: Annotated[str | None, Field(alias="kebab-case")] = None
    dotted_name: Annotated[str | None, Field(alias="dotted.name")] = None
    dollar: Annotated[str | None, Field(alias="$dollar")] = None
    type: Annotated[str | None, Field(alias="@type")] = None
    value_2nd: Annotated[str | None, Field(alias="2nd")] = None
    with_space: Annotated[str | None, Field(alias="with space")] = None
    größe: str | None = None
    日本語: str | None = None
    underscore: Annotated[str | None, Field(alias="_underscore")] = None
    body: str | None = None
    dunder: Annotated[str | None, Field(alias="__dunder__")] = None
    trailing: Annotated[str | None, Field(alias="trailing_")] = None
    camel_case: Annotated[str | None, Field(alias="camelCase")] = None
    http_status: Annotated[str | None, Field(alias="HTTPStatus")] = None
    cache_size_gb: Annotated[int | None, Field(alias="cacheSizeGB")] = None
    snake_case: str | None = None
    snake_capital_case: Annotated[str | None, Field(alias="snakeCase")] = None
    snake_capital_case_capital: Annotated[str | None, Field(alias="SnakeCase")] = None
    value_1: Annotated[int | None, Field(alias="+1")] = None
    minus_1: Annotated[int | None, Field(alias="-1")] = None
    empty: Annotated[str | None, Field(alias="")] = None
    star: Annotated[str | None, Field(alias="*")] = None
