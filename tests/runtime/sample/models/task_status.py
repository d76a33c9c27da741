"""TaskStatus."""

from __future__ import annotations

from .._runtime.models import OpenStrEnum


class TaskStatus(OpenStrEnum):
    """The status of a task."""

    RUNNING = "running"
    DONE = "done"
