# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskInstancesPaginated, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .task_instance import TaskInstance


class TaskInstancesPaginated(Model):
    """One page of a list of task instances."""

    limit: int
    """The largest number of task instances in a page."""

    offset: int
    """How many task instances precede this page."""

    task_instances: Annotated[list[TaskInstance], Field(alias="taskInstances")]
    total_count: Annotated[int, Field(alias="totalCount")]
    """How many task instances all pages hold."""
