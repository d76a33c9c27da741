# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskWithRuleTask, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Any,
    Literal,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class TaskWithRuleTask(Model):
    """TaskWithRule task."""

    name: str
    resource: str | None = None
    reset_observations: Annotated[bool, Field(alias="resetObservations")] = True
    parallel: bool = True
    gates_need_full_observation: Annotated[bool, Field(alias="gatesNeedFullObservation")] = False
    tags: dict[str, Any] | None = None
    variables: dict[str, Any] | None = None
    type: Literal["scheduled", "periodic", "onetime", "reactive"] | str
    time_zone: Annotated[str | None, Field(alias="timeZone")] = None
    rrule: str | None = None
    cron: str | None = None
    frequency: int | None = None
    start: bool = True
