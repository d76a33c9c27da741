"""SpecialTask: a model that extends another."""

from __future__ import annotations

from .task import Task


class SpecialTask(Task):
    """A task that is special."""

    reason: str
