# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ScheduledTaskSetting, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Literal,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class ScheduledTaskSetting(Model):
    """A task that runs by a calendar rule or a cron expression."""

    type: Literal["scheduled"]
    time_zone: Annotated[str | None, Field(alias="timeZone")] = None
    rrule: str | None = None
    cron: str | None = None
