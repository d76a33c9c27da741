"""TaskVersion: refers back to Task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .execution import Execution
    from .task import Task


class TaskVersion(Model):
    """A version of a task."""

    version: str
    execution: Execution | None = None
    task: Task | None = None
