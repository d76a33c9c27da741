"""TaskSpecification: a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.models import RootModel

if TYPE_CHECKING:
    from .execution import Execution
    from .task_version import TaskVersion


class TaskSpecification(RootModel[Any]):
    """A version, or how to run one."""

    root: TaskVersion | Execution | dict[str, Any]
