# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""GateType, a model."""

from __future__ import annotations

from ..api._runtime.models import OpenStrEnum


class GateType(OpenStrEnum):
    """The kind of a gate."""

    AND = "AND"
    OR = "OR"
    GENERAL = "GENERAL"
    NAND = "NAND"
