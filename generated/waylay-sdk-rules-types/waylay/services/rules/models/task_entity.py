# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskEntity, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .task_status import TaskStatus


class TaskEntity(Model):
    """A task."""

    id: Annotated[str, Field(alias="ID")]
    name: str
    status: TaskStatus
    user: str
    create_time: Annotated[int, Field(alias="createTime")]
    template: str | None = None
    network: dict[str, Any]
    """The rule that the task runs, in the format that was asked for."""

    resource_ids: Annotated[list[str] | None, Field(alias="resourceIds")] = None
