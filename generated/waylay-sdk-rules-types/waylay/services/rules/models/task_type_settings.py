# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskTypeSettings, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from ..api._runtime.models import RootModel

if TYPE_CHECKING:
    from .one_time_task_setting import OneTimeTaskSetting
    from .periodic_task_setting import PeriodicTaskSetting
    from .reactive_task_setting import ReactiveTaskSetting
    from .scheduled_task_setting import ScheduledTaskSetting


class TaskTypeSettings(
    RootModel[
        "ScheduledTaskSetting | PeriodicTaskSetting | OneTimeTaskSetting | ReactiveTaskSetting | dict[str, Any]"
    ]
):
    """When a task runs. The type tells which settings apply."""

    root: (
        ScheduledTaskSetting
        | PeriodicTaskSetting
        | OneTimeTaskSetting
        | ReactiveTaskSetting
        | dict[str, Any]
    )
