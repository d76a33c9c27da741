# Made by clientloom from features/property_names.yaml and templates/shared/model.py.jinja. Do not edit.
"""Pydantic, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Pydantic(Model):
    """Pydantic."""

    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    model_fields_: Annotated[str | None, Field(alias="model_fields")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    model_extra_: Annotated[str | None, Field(alias="model_extra")] = None
    model_rebuild_: Annotated[str | None, Field(alias="model_rebuild")] = None
    model_name: str | None = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    json_: Annotated[str | None, Field(alias="json")] = None
    dict_: Annotated[str | None, Field(alias="dict")] = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    validate_: Annotated[str | None, Field(alias="validate")] = None
    construct_: Annotated[str | None, Field(alias="construct")] = None
    fields: str | None = None
    root_: Annotated[str | None, Field(alias="root")] = None
    self_: Annotated[str | None, Field(alias="self")] = None
    get_: Annotated[str | None, Field(alias="get")] = None
    to_dict_: Annotated[str | None, Field(alias="to_dict")] = None
    to_capital_dict: Annotated[str | None, Field(alias="toDict")] = None
    to_json_: Annotated[str | None, Field(alias="to_json")] = None
    from_dict_: Annotated[str | None, Field(alias="from_dict")] = None
    to_str_: Annotated[str | None, Field(alias="to_str")] = None
    problems: str | None = None
    closed: str | None = None
    init: Annotated[str | None, Field(alias="__init__")] = None
    class_: Annotated[str | None, Field(alias="__class__")] = None
