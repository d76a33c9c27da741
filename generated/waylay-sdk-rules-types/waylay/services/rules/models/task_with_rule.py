# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskWithRule, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .actuator_node import ActuatorNode
    from .execution_trigger import ExecutionTrigger
    from .note_element import NoteElement
    from .relation_node import RelationNode
    from .sensor_node import SensorNode
    from .state_change_trigger import StateChangeTrigger
    from .states_trigger import StatesTrigger
    from .task_with_rule_task import TaskWithRuleTask


class TaskWithRule(Model):
    """A task with a rule of its own."""

    sensors: list[SensorNode] | None = None
    actuators: list[ActuatorNode] | None = None
    relations: list[RelationNode] | None = None
    triggers: (
        list[StateChangeTrigger | StatesTrigger | ExecutionTrigger | dict[str, Any]] | None
    ) = None
    notes: list[NoteElement] | None = None
    task: TaskWithRuleTask
