# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""Task, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
)
from uuid import UUID

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .resource_id import ResourceId
    from .task_definition_version import TaskDefinitionVersion
    from .task_instance_field import TaskInstanceField
    from .version import Version


class Task(Model, closed=True):
    """A task, the state it is in and the values of its fields."""

    id: UUID | None = None
    correlation_ids: Annotated[list[str] | None, Field(alias="correlationIds")] = None
    task_definition_id: Annotated[ResourceId | None, Field(alias="taskDefinitionId")] = None
    task_definition_version: Annotated[
        TaskDefinitionVersion | None,
        Field(alias="taskDefinitionVersion"),
    ] = None
    version: Version | None = None
    state: str | None = None
    terminal_state: Annotated[bool | None, Field(alias="terminalState")] = None
    """Whether the task has reached a state that it cannot leave."""

    as_at_last_transition: Annotated[dt.datetime | None, Field(alias="asAtLastTransition")] = None
    """When the task last changed its state."""

    fields: list[TaskInstanceField] | None = None
