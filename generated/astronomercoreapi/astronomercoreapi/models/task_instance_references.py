# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskInstanceReferences, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .task_instance_reference import TaskInstanceReference


class TaskInstanceReferences(Model):
    """The task instances that a request concerns."""

    task_instances: Annotated[
        list[TaskInstanceReference] | None,
        Field(alias="taskInstances"),
    ] = None
