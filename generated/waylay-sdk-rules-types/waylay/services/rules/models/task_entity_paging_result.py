# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskEntityPagingResult, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .task_entity import TaskEntity


class TaskEntityPagingResult(Model):
    """One page of a list of tasks."""

    values: list[TaskEntity] | None = None
    skip: int
    """Default 0."""

    limit: int
    """Default 10."""

    total: int
