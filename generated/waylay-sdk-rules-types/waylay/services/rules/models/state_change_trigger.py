# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""StateChangeTrigger, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .trigger_state_change import TriggerStateChange


class StateChangeTrigger(Model):
    """A trigger that fires when a node goes from one state to another."""

    source_label: Annotated[str, Field(alias="sourceLabel")]
    destination_label: Annotated[str, Field(alias="destinationLabel")]
    invocation_policy: Annotated[int | None, Field(alias="invocationPolicy"), Limits(ge=1)] = None
    """At least 1."""

    state_change_trigger: Annotated[TriggerStateChange, Field(alias="stateChangeTrigger")]
