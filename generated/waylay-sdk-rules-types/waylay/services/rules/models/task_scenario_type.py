# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskScenarioType, a model."""

from __future__ import annotations

from ..api._runtime.models import OpenStrEnum


class TaskScenarioType(OpenStrEnum):
    """The type of a task: when it runs."""

    SCHEDULED = "scheduled"
    PERIODIC = "periodic"
    ONETIME = "onetime"
    REACTIVE = "reactive"
