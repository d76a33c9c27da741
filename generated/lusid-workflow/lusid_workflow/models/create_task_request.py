# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateTaskRequest, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .resource_id import ResourceId
    from .task_instance_field import TaskInstanceField


class CreateTaskRequest(Model, closed=True):
    """A task to be created from a task definition."""

    task_definition_id: Annotated[ResourceId, Field(alias="taskDefinitionId")]
    correlation_ids: Annotated[list[str] | None, Field(alias="correlationIds")] = None
    """Own identifiers that link the task to others."""

    fields: list[TaskInstanceField] | None = None
