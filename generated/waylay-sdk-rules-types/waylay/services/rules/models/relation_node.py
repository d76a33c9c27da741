# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""RelationNode, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .gate_type import GateType


class RelationNode(Model, closed=True):
    """A gate that combines the states of its parent nodes."""

    label: str
    type: GateType
    parent_labels: Annotated[list[str], Field(alias="parentLabels")]
    combinations: list[list[str]]
    position: Annotated[list[int] | None, Limits(min_items=2, max_items=2)] = None
    """At least 2 items, at most 2 items."""
