# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""GenericTaskSettings, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Any,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class GenericTaskSettings(Model):
    """The settings that tasks of every type have."""

    name: str | None = None
    resource: str | None = None
    reset_observations: Annotated[bool, Field(alias="resetObservations")] = True
    parallel: bool = True
    gates_need_full_observation: Annotated[bool, Field(alias="gatesNeedFullObservation")] = False
    tags: dict[str, Any] | None = None
    variables: dict[str, Any] | None = None
