# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskRequest, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .task_instance_field import TaskInstanceField


class UpdateTaskRequest(Model, closed=True):
    """The values of the fields of a task that are to change."""

    fields: list[TaskInstanceField] | None = None
