# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskStatus, a model."""

from __future__ import annotations

from ..api._runtime.models import OpenStrEnum


class TaskStatus(OpenStrEnum):
    """The status of a task."""

    RUNNING = "running"
    STOPPED = "stopped"
    FAILED = "failed"
