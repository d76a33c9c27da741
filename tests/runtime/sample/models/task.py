"""Task."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .priority import Priority
    from .task_specification import TaskSpecification
    from .task_status import TaskStatus
    from .task_version import TaskVersion


class Task(Model):
    """A task."""

    id: UUID | None = None
    name: str | None = None
    correlation_ids: Annotated[list[str] | None, Field(alias="correlationIds")] = None
    created: datetime | None = None
    status: TaskStatus | None = None
    priority: Priority | None = None
    version: Annotated[TaskVersion | None, Field(alias="latestVersion")] = None
    specification: TaskSpecification | None = None
    labels: dict[str, Any] | None = None
