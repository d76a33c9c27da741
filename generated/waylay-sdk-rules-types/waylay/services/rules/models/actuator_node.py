# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ActuatorNode, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Any,
)

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model


class ActuatorNode(Model, closed=True):
    """An actuator of a rule."""

    label: str
    name: str
    version: Annotated[str, Limits(pattern="\\d+\\.\\d+\\.\\d+")]
    """Matching \\d+\\.\\d+\\.\\d+."""

    properties: dict[str, Any] | None = None
    sequence: int | None = None
    position: Annotated[list[int] | None, Limits(min_items=2, max_items=2)] = None
    """At least 2 items, at most 2 items."""

    timeout: str = "PT50S"
