# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""SimplifiedGraph, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .actuator_node import ActuatorNode
    from .execution_trigger import ExecutionTrigger
    from .relation_node import RelationNode
    from .sensor_node import SensorNode
    from .state_change_trigger import StateChangeTrigger
    from .states_trigger import StatesTrigger


class SimplifiedGraph(Model):
    """A rule: sensors, actuators, the relations between them and what triggers them."""

    sensors: list[SensorNode] | None = None
    actuators: list[ActuatorNode] | None = None
    relations: list[RelationNode] | None = None
    triggers: (
        list[StateChangeTrigger | StatesTrigger | ExecutionTrigger | dict[str, Any]] | None
    ) = None
